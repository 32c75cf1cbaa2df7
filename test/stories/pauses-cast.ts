import { asking } from '../support/asking.js';
import { aBody } from '../support/rows.js';
import type { World } from '../support/world.js';

interface Named {
  id: string;
}

export interface Followed {
  agreement: string;
  commitment: string;
  cycle: string;
  lead: string;
}

/**
 * In force and followed from 1 January 2026: monthly reports due on the last day of the month, a meeting every month
 * due on the 10th, nothing rolls.
 */
export async function aFollowedAgreement(world: World, changes: object = {}): Promise<Followed> {
  const { post } = asking(() => world);
  world.clock.set('2026-01-01');
  const lead = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
  const other = await aBody(world.db, 'Ban Chỉ huy Quân sự Quận');
  const { id: agreement } = await post<Named>('/agreements', {
    kind: 'REGULATION',
    title: 'Quy chế phối hợp công tác tuyên truyền',
    signedOn: '2026-01-01',
    parties: [{ bodyId: lead }, { bodyId: other }],
    noSecretConfirmed: true,
    ...changes,
  });
  const { id: commitment } = await post<Named>(`/agreements/${agreement}/commitments`, {
    title: 'Báo cáo hằng tháng',
    kind: 'REPORT',
    bodies: [{ bodyId: lead, role: 'LEAD' }],
    schedules: [
      {
        frequency: 'MONTHLY',
        roll: 'NONE',
        window: { kind: 'SHIFTED', startDay: 1, monthOffset: 0 },
        dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 'LAST' } }],
      },
    ],
  });
  const { id: cycle } = await post<Named>(`/agreements/${agreement}/review-cycles`, {
    kind: 'MEETING',
    frequency: 'EVERY_N_MONTHS',
    n: 1,
    anchorOn: '2026-01-10',
    roll: 'NONE',
    hostId: lead,
  });
  await post(`/agreements/${agreement}/activation`, {});
  return { agreement, commitment, cycle, lead };
}

export interface Picture {
  state: string;
  standing: string;
  dueOn: string;
  overdueFrom: string;
}

/** Reports of the agreement by period, as of today. */
export async function reportsOf(world: World, agreement: string): Promise<Record<string, Picture & Named>> {
  const { items } = await asking(() => world).get<{ items: (Picture & Named & { periodKey: string })[] }>(
    `/occurrences?agreementId=${agreement}&limit=200`,
  );
  return Object.fromEntries(items.map((item) => [item.periodKey, item]));
}

/** Reviews of the agreement by due day, as of today. */
export async function reviewsOf(world: World, agreement: string): Promise<Record<string, Picture & Named>> {
  const { items } = await asking(() => world).get<{ items: (Picture & Named)[] }>(
    `/reviews?agreementId=${agreement}&limit=200`,
  );
  return Object.fromEntries(items.map((item) => [item.dueOn, item]));
}
