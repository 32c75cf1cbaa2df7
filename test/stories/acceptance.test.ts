import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OccurrenceAnswer, OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';

interface Named {
  id: string;
  version: number;
}

let world: World;
let counter = 0;
const { post, get } = asking(() => world);

const aBody = (changes: object = {}): Promise<Named> =>
  post('/bodies', {
    code: `CQ${++counter}`,
    nameVi: `Cơ quan ${counter}`,
    system: 'PARTY',
    level: 'DISTRICT',
    ...changes,
  });

const scheme = async (code: string): Promise<string> =>
  (await get<{ items: { id: string; code: string }[] }>('/reporting-schemes')).items.find((s) => s.code === code)!.id;

const byDay = (day: number) => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day });
const onDate = (qualifier: string, day: number, month: number) => ({ qualifier, anchor: 'FIXED_DATE', day, month });
const dueBy = (rule: object) => [{ tier: 1, rule }];

interface Setting {
  signedOn?: string;
  schemeCode?: string;
  numbers?: { printed: string }[];
  leads?: Named[];
}

async function agreementOf({ signedOn = '2025-12-15', schemeCode = 'ND09', numbers = [], leads }: Setting = {}) {
  const bodies = leads ?? [await aBody()];
  const other = await aBody();
  const agreement = await post<Named>('/agreements', {
    kind: 'PROGRAMME',
    title: 'Chương trình phối hợp',
    parties: [...bodies, other].map(({ id }) => ({ bodyId: id })),
    numbers,
    signedOn,
    inForceFrom: signedOn,
    schemeId: await scheme(schemeCode),
    noSecretConfirmed: true,
  });
  const commit = (schedules: object[]): Promise<Named & { warnings: string[] }> =>
    post(`/agreements/${agreement.id}/commitments`, {
      title: 'Báo cáo kết quả',
      kind: 'REPORT',
      bodies: bodies.map(({ id }) => ({ bodyId: id, role: 'LEAD' })),
      schedules,
    });
  const activate = (): Promise<unknown> => post(`/agreements/${agreement.id}/activation`, { followedSince: signedOn });
  return { agreement, commit, activate };
}

async function dues(commitment: Named): Promise<OccurrenceRow[]> {
  return (await get<{ items: OccurrenceRow[] }>(`/occurrences?commitmentId=${commitment.id}&limit=200`)).items;
}

/** One commitment with one schedule, in force. */
async function planned(schedule: object, setting: Setting = {}): Promise<OccurrenceRow[]> {
  const { commit, activate } = await agreementOf(setting);
  const commitment = await commit([schedule]);
  await activate();
  return dues(commitment);
}

async function file(id: string, day: string): Promise<void> {
  world.clock.set(day);
  const draft = await post<Named>(`/occurrences/${id}/submissions`, { done: 'Đã thực hiện.' });
  await post(`/submissions/${draft.id}/submission`, {});
}

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('acceptance 1 (domain §11): the tables of §2.6, once through the API', () => {
  it('D1: windows of NĐ 09 for 2026 and three due rules, rolled', async () => {
    world.clock.set('2026-01-02');
    const rules = [{ qualifier: 'WITHIN', anchor: 'CUTOFF', nDays: 2, dayKind: 'WORKING' }, byDay(25), byDay(17)];
    const { commit, activate } = await agreementOf();
    const made = [];
    for (const rule of rules) made.push(await commit([{ frequency: 'MONTHLY', dues: dueBy(rule), roll: 'NEXT' }]));
    await activate();
    const lists = await Promise.all(made.map(dues));
    const rows = lists[0]!
      .filter(({ reportYear }) => reportYear === 2026)
      .map(({ periodKey, windowStart, windowEnd }) => [
        `${periodKey} ${windowStart} ${windowEnd}`,
        ...lists.map((list) => list.find((row) => row.periodKey === periodKey)!.dueOn.slice(5)),
      ]);
    expect(rows).toEqual([
      ['2026-M01 2025-12-15 2026-01-14', '01-16', '01-26', '01-19'],
      ['2026-M02 2026-01-15 2026-02-14', '02-24', '02-25', '02-23'],
      ['2026-M03 2026-02-15 2026-03-14', '03-17', '03-25', '03-17'],
      ['2026-M04 2026-03-15 2026-04-14', '04-16', '04-28', '04-17'],
      ['2026-M05 2026-04-15 2026-05-14', '05-18', '05-25', '05-18'],
      ['2026-M06 2026-05-15 2026-06-14', '06-16', '06-25', '06-17'],
      ['2026-M07 2026-06-15 2026-07-14', '07-16', '07-27', '07-17'],
      ['2026-M08 2026-07-15 2026-08-14', '08-18', '08-25', '08-17'],
      ['2026-M09 2026-08-15 2026-09-14', '09-16', '09-25', '09-17'],
      ['2026-M10 2026-09-15 2026-10-14', '10-16', '10-26', '10-19'],
      ['2026-M11 2026-10-15 2026-11-14', '11-17', '11-25', '11-17'],
      ['2026-M12 2026-11-15 2026-12-14', '12-16', '12-25', '12-17'],
    ]);
  });

  it('D5: "6 tháng (trước 15/6), năm (trước 15/12)", in force from 15/09/2022; the body is gone on 30/06/2025', async () => {
    world.clock.set('2026-01-02');
    const lead = await aBody({ validFrom: '2000-01-01', validTo: '2025-06-30' });
    const { commit, activate } = await agreementOf({ signedOn: '2022-09-15', leads: [lead] });
    const commitment = await commit([
      { frequency: 'HALF_YEARLY', included: [1], dues: dueBy(onDate('BEFORE', 15, 6)), roll: 'NONE' },
      { frequency: 'YEARLY', dues: dueBy(onDate('BEFORE', 15, 12)), roll: 'NONE' },
    ]);
    await activate();
    const rows = (await dues(commitment)).filter(({ dueOn }) => dueOn < '2026-01-01');
    expect(rows.map((row) => [row.periodKey, row.windowStart, row.windowEnd, row.dueOn, row.state])).toEqual([
      ['2022-Y', '2022-09-15', '2022-12-14', '2022-12-14', 'due'],
      ['2023-H1', '2022-12-15', '2023-06-14', '2023-06-14', 'due'],
      ['2023-Y', '2022-12-15', '2023-12-14', '2023-12-14', 'due'],
      ['2024-H1', '2023-12-15', '2024-06-14', '2024-06-14', 'due'],
      ['2024-Y', '2023-12-15', '2024-12-14', '2024-12-14', 'due'],
      ['2025-H1', '2024-12-15', '2025-06-14', '2025-06-14', 'due'],
      ['2025-Y', '2024-12-15', '2025-12-14', '2025-12-14', 'suspended'],
    ]);
  });
});

describe('acceptance 4 to 6', () => {
  it('4: numbers stand as printed, whatever could be read of them', async () => {
    const printed = ['403/2017/NQLT-CP-UBTUMTTQVN', '05 - QCPH/BDV-BCHQS', 'Không số'];
    const { agreement } = await agreementOf({ numbers: printed.map((text) => ({ printed: text })) });
    const { numbers } = await get<{ numbers: { printed: string }[] }>(`/agreements/${agreement.id}`);
    expect(numbers.map((number) => number.printed)).toEqual(printed);
  });

  it.each([
    [31, 6],
    [30, 2],
  ])('5: ngày %i/%i does not exist and is said so, not moved', async (day, month) => {
    const { commit } = await agreementOf();
    const commitment = await commit([]);
    const reply = await world.call('POST', `/commitments/${commitment.id}/schedules`, {
      frequency: 'YEARLY',
      dues: dueBy(onDate('BY', day, month)),
    });
    expect([reply.status, reply.body['code']]).toEqual([422, 'schedule.impossible-date']);
    expect(String(reply.body['detail'])).toMatch(/không (tồn tại|có)/i);
  });

  it('5: 31/8 + 6 months is 28/02', async () => {
    world.clock.set('2025-12-16');
    const rows = await planned({ frequency: 'EVERY_N_MONTHS', n: 6, anchorOn: '2025-08-31', roll: 'NONE' });
    expect(rows.slice(0, 2).map(({ dueOn }) => dueOn)).toEqual(['2026-02-28', '2026-08-31']);
  });

  it('6: an agreement without number, term and interval is entered, and waits for its interval', async () => {
    const { agreement, commit, activate } = await agreementOf();
    await commit([{ frequency: 'UNSPECIFIED' }]);
    await activate();
    const { items } = await get<{ items: unknown[] }>(`/needs-interval?agreementId=${agreement.id}`);
    expect(items).toHaveLength(1);
  });
});

describe('acceptance 9 and 15 to 17', () => {
  it('9: a due date of 2027 near Tết says that the calendar is not announced, one of 2026 does not', async () => {
    world.clock.set('2026-01-02');
    const rows = await planned({ frequency: 'MONTHLY', dues: dueBy(byDay(5)), roll: 'NEXT' });
    const why = async (key: string): Promise<OccurrenceAnswer> =>
      get(`/occurrences/${rows.find(({ periodKey }) => periodKey === key)!.id}`);
    expect((await why('2027-M02')).derivation).toMatchObject({ unconfirmedYear: true, unconfirmedYears: [2027] });
    expect((await why('2027-M02')).whyVi).toMatch(/2027/);
    expect((await why('2026-M02')).derivation.unconfirmedYear).toBe(false);
  });

  it.each([
    ['NEXT', '2026-06-15', 'done_on_time'],
    ['NONE', '2026-06-14', 'done_late'],
  ])('15: "trước ngày 15/6/2026" sent on 15/06, roll %s: due %s, %s', async (roll, dueOn, standing) => {
    world.clock.set('2026-01-02');
    const rows = await planned({ frequency: 'YEARLY', dues: dueBy(onDate('BEFORE', 15, 6)), roll });
    const row = rows.find(({ periodKey }) => periodKey === '2026-Y')!;
    expect(row.dueOn).toBe(dueOn);
    await file(row.id, '2026-06-15');
    expect((await get<OccurrenceAnswer>(`/occurrences/${row.id}`)).standing).toBe(standing);
  });

  it('16: sent on the worked Saturday 22/08/2026, due on it: on time, not rolled', async () => {
    world.clock.set('2026-01-02');
    const rows = await planned({ frequency: 'YEARLY', dues: dueBy(onDate('BY', 22, 8)), roll: 'NEXT' });
    const row = rows.find(({ periodKey }) => periodKey === '2026-Y')!;
    expect(row.dueOn).toBe('2026-08-22');
    await file(row.id, '2026-08-22');
    expect((await get<OccurrenceAnswer>(`/occurrences/${row.id}`)).standing).toBe('done_on_time');
  });

  it('17: "Quý IV hằng năm" is 01/10 to 31/12, due on 31/12', async () => {
    world.clock.set('2026-01-02');
    const window = { kind: 'SPAN', from: { month: 10, day: 1 }, to: { month: 12, day: 31 } };
    const rows = await planned({ frequency: 'YEARLY', window, roll: 'NONE' }, { schemeCode: 'CALENDAR' });
    const due = { anchor: 'PERIOD_LAST_MONTH', qualifier: 'BY', day: 'LAST' };
    const own = await planned({ frequency: 'YEARLY', window, dues: dueBy(due), roll: 'NONE' });
    for (const row of [rows, own].map((list) => list.find(({ windowEnd }) => windowEnd === '2026-12-31')!))
      expect([row.windowStart, row.windowEnd]).toEqual(['2026-10-01', '2026-12-31']);
    expect(own.find(({ windowEnd }) => windowEnd === '2026-12-31')!.dueOn).toBe('2026-12-31');
  });
});

describe('acceptance 20: two leads', () => {
  it('are warned of, and the period is whole only when both have reported', async () => {
    world.clock.set('2026-01-02');
    const leads = [await aBody(), await aBody()];
    const { commit, activate } = await agreementOf({ leads });
    const commitment = await commit([{ frequency: 'QUARTERLY', dues: dueBy(byDay(25)) }]);
    expect(commitment.warnings).toEqual(['several-leads']);
    await activate();
    const quarter = async () => {
      const { items } = await get<{ items: Period[] }>(`/commitments/${commitment.id}/periods`);
      return items.find(({ periodKey }) => periodKey === '2026-Q1')!;
    };
    const before = await quarter();
    expect(before).toMatchObject({ complete: false, dueOn: '2026-03-25' });
    expect(before.bodies.map(({ bodyId }) => bodyId).sort()).toEqual(leads.map(({ id }) => id).sort());
    await file(before.bodies[0]!.occurrenceId, '2026-03-20');
    expect(await quarter()).toMatchObject({ complete: false, bodies: [{ standing: 'done_on_time' }, {}] });
    await file(before.bodies[1]!.occurrenceId, '2026-03-26');
    expect(await quarter()).toMatchObject({
      complete: true,
      bodies: [{ standing: 'done_on_time' }, { standing: 'done_late' }],
    });
  });
});

interface Period {
  periodKey: string;
  complete: boolean;
  dueOn: string;
  bodies: { bodyId: string; occurrenceId: string; standing: string }[];
}
