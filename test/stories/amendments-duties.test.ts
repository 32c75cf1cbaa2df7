import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';
import { anAgreement, deskOf, type Amended, type Cast, type Named } from './amendments-cast.js';

describe('amended duties', () => {
  let world: World;
  let cast: Cast;
  let count = 0;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ask = asking(() => world);
  beforeEach(async () => {
    world.clock.set('2026-02-02');
    count += 1;
    cast = await anAgreement(ask, `D${count}`);
  });
  const { amend, refused, owed } = deskOf(
    () => world,
    () => cast,
  );

  const monthly = { frequency: 'MONTHLY', roll: 'NONE' };
  const replaceSchedule = (effectiveFrom: string, more: object = {}, schedule: object = monthly): Promise<Amended> =>
    amend({ effectiveFrom, schedules: [{ op: 'REPLACE', scheduleId: cast.schedule, schedule }], ...more });

  it('give a straddling period to the schedule in force on its last day: the day before, the day, the day after', async () => {
    const periods = async (): Promise<string[]> =>
      (await owed()).filter(({ dueOn }) => dueOn < '2026-09-01').map((o) => `${o.periodKey} ${o.windowStart}`);
    await replaceSchedule('2026-06-29');
    expect(await periods()).toEqual([
      '2026-Q1 2026-01-01',
      '2026-M06 2026-06-29',
      '2026-M07 2026-07-01',
      '2026-M08 2026-08-01',
    ]);
    cast = await anAgreement(ask, 'DAY');
    await replaceSchedule('2026-06-30');
    expect((await periods()).slice(0, 3)).toEqual(['2026-Q1 2026-01-01', '2026-M06 2026-06-30', '2026-M07 2026-07-01']);
    cast = await anAgreement(ask, 'AFTER');
    await replaceSchedule('2026-07-01');
    expect((await periods()).slice(0, 3)).toEqual(['2026-Q1 2026-01-01', '2026-Q2 2026-04-01', '2026-M07 2026-07-01']);
  });

  it('end the old schedule the day before, name it as predecessor, and show both on their days', async () => {
    const { schedules } = await replaceSchedule('2026-07-01');
    const started = schedules[0]?.startedId ?? '';
    expect(await ask.get(`/schedules/${cast.schedule}`)).toMatchObject({ endsOn: '2026-06-30' });
    expect(await ask.get(`/schedules/${started}`)).toMatchObject({
      replacesId: cast.schedule,
      effectiveFrom: '2026-07-01',
    });
    const on = async (day: string): Promise<string[]> => {
      const { items } = await ask.get<{ items: { schedules: Named[] }[] }>(
        `/agreements/${cast.agreement}/commitments?on=${day}`,
      );
      return items.flatMap((item) => item.schedules.map(({ id }) => id));
    };
    expect([await on('2026-06-30'), await on('2026-07-01')]).toEqual([[cast.schedule], [started]]);
  });

  it('keep a started report and do not ask for its period twice', async () => {
    const [, second] = await owed();
    world.clock.set('2026-05-04');
    await ask.post(`/occurrences/${second?.id ?? ''}/submissions`, { done: 'Đã làm.' });
    await replaceSchedule('2026-05-16', {}, { frequency: 'QUARTERLY', roll: 'NONE' });
    const rows = (await owed()).filter(({ dueOn }) => dueOn < '2026-10-01');
    expect(rows.map(({ periodKey }) => periodKey)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect(rows[1]).toMatchObject({ id: second?.id, scheduleId: cast.schedule });
  });

  it('entered late, invent nothing past and touch nothing past, unless the office asks for it', async () => {
    world.clock.set('2026-07-10');
    const { occurrences } = await replaceSchedule('2026-05-01');
    const late = (await owed()).filter(({ dueOn }) => dueOn < '2026-09-01');
    expect(late.map(({ periodKey }) => periodKey)).toEqual(['2026-Q1', '2026-Q2', '2026-M07', '2026-M08']);
    expect(occurrences.dropped).toBeGreaterThan(0);
    world.clock.set('2026-02-02');
    cast = await anAgreement(ask, 'LATE');
    world.clock.set('2026-07-10');
    await replaceSchedule('2026-05-01', { asksForPast: true });
    const asked = (await owed()).filter(({ dueOn }) => dueOn < '2026-09-01').map(({ periodKey }) => periodKey);
    expect(asked.sort()).toEqual(['2026-M05', '2026-M06', '2026-M07', '2026-M08', '2026-Q1', '2026-Q2']);
  });

  it('end a commitment with its schedules, and add one that its own new clause obliges', async () => {
    const { commitments } = await amend({
      effectiveFrom: '2026-07-01',
      clauses: [
        { op: 'ADD', key: 'new', parentId: cast.clauses.d2, kind: 'CLAUSE', label: '3.', text: 'Họp hằng tháng.' },
      ],
      commitments: [
        { op: 'END', commitmentId: cast.commitment },
        {
          op: 'ADD',
          key: 'talk',
          clauseKeys: ['new'],
          commitment: { title: 'Họp', kind: 'MEETING', bodies: [{ bodyId: cast.ward, role: 'LEAD' }] },
        },
      ],
      schedules: [{ op: 'ADD', commitmentKey: 'talk', clauseKey: 'new', schedule: monthly }],
    });
    const rows = (await owed()).filter(({ dueOn }) => dueOn < '2026-09-01').map(({ periodKey }) => periodKey);
    expect(rows).toEqual(['2026-Q1', '2026-Q2', '2026-M07', '2026-M08']);
    expect(await ask.get(`/commitments/${cast.commitment}`)).toMatchObject({ activeTo: '2026-06-30' });
    expect(await ask.get(`/commitments/${commitments[1]?.startedId ?? ''}`)).toMatchObject({
      activeFrom: '2026-07-01',
    });
    const on = async (day: string): Promise<string[]> =>
      (await ask.get<{ items: { title: string }[] }>(`/agreements/${cast.agreement}/commitments?on=${day}`)).items.map(
        ({ title }) => title,
      );
    expect([await on('2026-06-30'), await on('2026-07-01')]).toEqual([['Báo cáo kết quả'], ['Họp']]);
  });

  it('replace a commitment: the new one names the old, and asks from the day on', async () => {
    const { commitments, occurrences } = await amend({
      effectiveFrom: '2026-05-16',
      commitments: [
        {
          op: 'REPLACE',
          commitmentId: cast.commitment,
          commitment: {
            title: 'Báo cáo kết quả, có số liệu',
            kind: 'REPORT',
            clauseIds: [cast.clauses.k1],
            bodies: [{ bodyId: cast.ward, role: 'LEAD' }],
            schedules: [{ frequency: 'QUARTERLY', roll: 'NONE' }],
          },
        },
      ],
    });
    expect(await ask.get(`/commitments/${commitments[0]?.startedId ?? ''}`)).toMatchObject({
      replacesId: cast.commitment,
    });
    expect(occurrences.dropped).toBe(occurrences.planned);
    const rows = (await owed()).slice(0, 2);
    expect(rows).toMatchObject([
      { periodKey: '2026-Q1' },
      { periodKey: '2026-Q2', windowStart: '2026-05-16', bodyId: cast.ward },
    ]);
  });

  it('are all or nothing, and the night finds nothing to do after them', async () => {
    const before = await owed();
    const end = { op: 'END', scheduleId: cast.schedule };
    expect(await refused({ effectiveFrom: '2026-07-01', schedules: [end, end] })).toEqual([
      422,
      'amendment.already-ended',
      '/schedules/1/scheduleId',
    ]);
    expect(await owed()).toEqual(before);
    expect(await ask.get(`/agreements/${cast.agreement}/amendments`)).toEqual({ items: [] });
    await replaceSchedule('2026-05-16');
    const rows = await owed();
    await ask.post('/sweeps', {});
    await ask.post('/sweeps', {});
    expect((await owed()).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });
});
