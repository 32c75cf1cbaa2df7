import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgreementAnswer } from '../../src/agreements/agreement.answers.js';
import type { CommitmentAnswer, CommitmentsAnswer } from '../../src/commitments/commitment.contract.js';
import type { ActivationAnswer } from '../../src/lifecycle/activation.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import type { Problem } from '../../src/platform/http/problem.js';
import type { OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import { asking } from '../support/asking.js';
import { aBody } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let board: string;
let agreement: AgreementAnswer;

const { get, post } = asking(() => world);
const commit = (schedules: object[]): Promise<Reply<CommitmentAnswer & Problem>> =>
  world.call('POST', `/agreements/${agreement.id}/commitments`, {
    title: 'Báo cáo kết quả phối hợp',
    kind: 'REPORT',
    bodies: [{ bodyId: board, role: 'LEAD' }],
    schedules,
  });
const activate = (input: object = {}): Promise<Reply<ActivationAnswer & Problem>> =>
  world.call('POST', `/agreements/${agreement.id}/activation`, input);
const dues = async (): Promise<string[]> => {
  const { items } = await get<Page<OccurrenceRow>>(`/occurrences?agreementId=${agreement.id}&to=2026-12-31&limit=200`);
  return items.map(({ dueOn }) => dueOn.slice(5));
};

beforeAll(async () => {
  world = await openWorld();
  board = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
}, 60_000);
afterAll(() => world.close());

beforeEach(async () => {
  const schemes = await get<Page<{ id: string; code: string }>>('/reporting-schemes');
  agreement = await post<AgreementAnswer>('/agreements', {
    kind: 'PROGRAMME',
    title: 'Chương trình phối hợp công tác dân vận',
    parties: [{ bodyId: board }, { bodyId: await aBody(world.db, 'Ban Chỉ huy Quân sự quận') }],
    signedOn: '2025-12-01',
    inForceFrom: '2025-12-01',
    termKind: 'FIXED',
    termTo: '2027-12-31',
    followedSince: '2026-01-01',
    schemeId: schemes.items.find(({ code }) => code === 'ND09')?.id,
    noSecretConfirmed: true,
  });
});

describe('activation', () => {
  it('is refused of a draft, and a second time', async () => {
    const draft = await post<AgreementAnswer>('/agreements', {
      kind: 'PLAN',
      title: 'Kế hoạch phối hợp',
      parties: agreement.parties.map(({ bodyId }) => ({ bodyId })),
      noSecretConfirmed: true,
    });
    const early = await world.call<Problem>('POST', `/agreements/${draft.id}/activation`, {});
    expect([early.status, early.body.code]).toEqual([409, 'activation.not-signed']);
    expect((await activate()).status).toBe(201);
    const again = await activate();
    expect([again.status, again.body.code]).toEqual([409, 'activation.already-activated']);
  });

  it('of two at once, one wins and the other is told; no report is planned twice', async () => {
    await commit([{ frequency: 'MONTHLY' }]);
    const replies = await Promise.all([activate(), activate()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const keys = await world.db.query<{ key: string }[]>(
      'select period_key as key from occurrence where agreement_id = $1',
      [agreement.id],
    );
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
  });

  it('needs no interval, number or term', async () => {
    await commit([{ frequency: 'UNSPECIFIED' }, { frequency: 'CONTINUOUS' }]);
    expect((await activate()).body).toMatchObject({
      agreement: { state: 'in_force' },
      occurrences: 0,
      needsInterval: 1,
    });
  });

  it('does not follow from before the entry into force', async () => {
    const reply = await activate({ followedSince: '2025-11-30' });
    expect([reply.body.code, reply.body.pointer]).toEqual(['activation.followed-before-in-force', '/followedSince']);
  });

  it('fixes term, scheme and parties', async () => {
    await activate();
    const { version } = await get<AgreementAnswer>(`/agreements/${agreement.id}`);
    for (const changes of [{ termTo: '2028-01-01' }, { schemeId: null }, { inForceFrom: '2026-01-01' }]) {
      const reply = await world.call<Problem>('PATCH', `/agreements/${agreement.id}`, changes, {
        'if-match': `"${version}"`,
      });
      expect([reply.status, reply.body.code]).toEqual([409, 'agreement.fixed-after-activation']);
    }
  });
});

describe('schedules', () => {
  const due = (rule: object): object => ({ dues: [{ tier: 1, rule }] });

  it.each([
    [
      '31 June',
      { frequency: 'YEARLY', ...due({ qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 }) },
      'schedule.impossible-date',
      '/dues/0/rule/day',
    ],
    [
      'day 31 of every month',
      { frequency: 'MONTHLY', ...due({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 31 }) },
      'schedule.impossible-date',
      '/dues/0/rule/day',
    ],
    [
      'a day after the term',
      { frequency: 'ONCE', anchorOn: '2028-01-01' },
      'commitment-schedule.outside-term',
      '/anchorOn',
    ],
    [
      'an end after the term',
      { frequency: 'MONTHLY', endsOn: '2028-01-31' },
      'commitment-schedule.outside-term',
      '/endsOn',
    ],
    [
      'an end before the start',
      { frequency: 'MONTHLY', startsOn: '2026-06-01', endsOn: '2026-05-31' },
      'commitment-schedule.dates-reversed',
      '/endsOn',
    ],
    ['every N months without N', { frequency: 'EVERY_N_MONTHS' }, 'schedule.n-missing', '/n'],
  ])('refuse %s, and the whole commitment with it', async (_, schedule, code, pointer) => {
    const reply = await commit([{ frequency: 'QUARTERLY' }, schedule]);
    expect([reply.status, reply.body.code, reply.body.pointer]).toEqual([422, code, `/schedules/1${pointer}`]);
    expect((await get<CommitmentsAnswer>(`/agreements/${agreement.id}/commitments`)).items).toEqual([]);
  });

  it('give the dates of domain table D3: by the 20th of every month of 2026, rolled', async () => {
    await commit([{ frequency: 'MONTHLY', ...due({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 20 }) }]);
    await activate();
    const table = '01-20 02-23 03-20 04-20 05-20 06-22 07-20 08-20 09-21 10-20 11-20 12-21';
    expect((await dues()).join(' ')).toBe(table);
  });

  it('give the dates of domain table D1: two working days after the cut-off', async () => {
    const rule = { qualifier: 'WITHIN', anchor: 'CUTOFF', nDays: 2, dayKind: 'WORKING' };
    await commit([{ frequency: 'MONTHLY', ...due(rule) }]);
    await activate();
    const table = '01-16 02-24 03-17 04-16 05-18 06-16 07-16 08-18 09-16 10-16 11-17 12-16';
    expect((await dues()).join(' ')).toBe(table);
  });

  it('count from the anchor and clip at the end of a month', async () => {
    const window = { kind: 'ANCHOR' };
    await commit([{ frequency: 'EVERY_N_MONTHS', n: 1, anchorOn: '2025-12-31', window, roll: 'NONE' }]);
    await activate();
    expect((await dues()).slice(0, 5)).toEqual(['01-31', '02-28', '03-31', '04-30', '05-31']);
  });
});
