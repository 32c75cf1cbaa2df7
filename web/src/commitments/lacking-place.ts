import type { Schemas } from '../api/client.js';

type Lacking = Pick<Schemas['NeedsIntervalAnswer'], 'scheduleId' | 'cycleId' | 'commitmentId'>;

/** Where on the page of promises the interval that lacks is given: the schedule, the cycle, or the commitment without either. */
export function lackingPlace({ scheduleId, cycleId, commitmentId }: Lacking): Record<string, string> {
  return {
    buoc: 'cam-ket',
    ...(scheduleId === null ? {} : { lich: scheduleId }),
    ...(cycleId === null ? {} : { ky: cycleId }),
    ...(scheduleId !== null || cycleId !== null || commitmentId === null ? {} : { camKet: commitmentId }),
  };
}
