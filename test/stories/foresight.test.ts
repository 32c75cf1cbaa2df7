import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgreementAnswer } from '../../src/agreements/agreement.answers.js';
import type { CommitmentAnswer } from '../../src/commitments/commitment.contract.js';
import type { ActivationChecksAnswer, ForesightAnswer } from '../../src/lifecycle/foresight.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import type { Problem } from '../../src/platform/http/problem.js';
import type { OccurrenceAnswer, OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import type { ReviewRow } from '../../src/reviews/review.contract.js';
import { asking } from '../support/asking.js';
import { aBody } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let board: string;
let army: string;
let schemeId: string | undefined;

const { get, post } = asking(() => world);
const register = (rest: object = {}): Promise<AgreementAnswer> =>
  post<AgreementAnswer>('/agreements', {
    ...{ kind: 'PROGRAMME', title: 'Chương trình phối hợp', noSecretConfirmed: true },
    parties: [{ bodyId: board }, { bodyId: army }],
    ...rest,
  });
const signed = (rest: object = {}): Promise<AgreementAnswer> =>
  register({
    ...{ signedOn: '2025-12-01', inForceFrom: '2025-12-01', termKind: 'FIXED', termTo: '2027-12-31' },
    ...{ followedSince: '2026-01-01', schemeId, ...rest },
  });
const schedule = (id: string, input: object): Promise<Reply<ForesightAnswer & Problem>> =>
  world.call('POST', `/agreements/${id}/schedule-previews`, input);
const cycle = (id: string, input: object): Promise<Reply<ForesightAnswer & Problem>> =>
  world.call('POST', `/agreements/${id}/review-cycle-previews`, input);
const commit = (id: string, schedules: object[]): Promise<CommitmentAnswer> =>
  post<CommitmentAnswer>(`/agreements/${id}/commitments`, {
    ...{ title: 'Báo cáo kết quả', kind: 'REPORT', bodies: [{ bodyId: board, role: 'LEAD' }], schedules },
  });
const checks = (id: string): Promise<ActivationChecksAnswer> =>
  get<ActivationChecksAnswer>(`/agreements/${id}/activation-checks`);
const stored = async (): Promise<unknown> =>
  (
    await world.db.query<unknown[]>(
      `select (select count(*) from schedule) as s, (select count(*) from review_cycle) as c,
         (select count(*) from occurrence) as o, (select count(*) from audit_entry) as a`,
    )
  )[0];

beforeAll(async () => {
  world = await openWorld();
  board = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
  army = await aBody(world.db, 'Ban Chỉ huy Quân sự quận');
  const schemes = await get<Page<{ id: string; code: string }>>('/reporting-schemes');
  schemeId = schemes.items.find(({ code }) => code === 'ND09')?.id;
}, 60_000);
afterAll(() => world.close());

describe('a schedule being typed', () => {
  const inputs = [
    { frequency: 'MONTHLY' },
    { frequency: 'QUARTERLY', included: [1, 3], roll: 'PREVIOUS' },
    { frequency: 'EVERY_N_MONTHS', n: 2, anchorOn: '2026-02-15' },
    {
      frequency: 'YEARLY',
      dues: [{ tier: 1, rule: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 12 } }],
    },
    { frequency: 'END_OF_TERM' },
    { frequency: 'UNSPECIFIED' },
  ];

  it.each(inputs)('shows the dates that activation plans: %j', async (input) => {
    const { id } = await signed();
    const before = await stored();
    const { status, body } = await schedule(id, input);
    expect(status).toBe(200);
    expect(await stored()).toEqual(before);
    await commit(id, [input]);
    await post(`/agreements/${id}/activation`, {});
    const { items } = await get<Page<OccurrenceRow>>(`/occurrences?agreementId=${id}&limit=200&to=2040-01-01`);
    const wholes = await Promise.all(items.map((row) => get<OccurrenceAnswer>(`/occurrences/${row.id}`)));
    const told = ({
      periodKey,
      periodVi,
      windowStart,
      windowEnd,
      dueRaw,
      dueOn,
      overdueFrom,
      whyVi,
      whyEn,
      derivation,
    }: Told) => ({
      ...{ periodKey, periodVi, windowStart, windowEnd, dueRaw, dueOn, overdueFrom, whyVi, whyEn, derivation },
    });
    expect(body.items.map(told)).toEqual(wholes.map(told));
    expect(body.count).toBe(items.length);
  });

  it('needs neither signature, term, commitment nor reporter; today is assumed, and said so', async () => {
    const { id } = await register();
    const { body } = await schedule(id, { frequency: 'MONTHLY', dues: [{ tier: 1 }, { tier: 2 }] });
    expect(body).toMatchObject({
      inForceFrom: '2026-07-02',
      inForceAssumed: true,
      followedAssumed: true,
      termTo: null,
    });
    expect(body.items.slice(0, 2)).toMatchObject([
      { periodVi: 'Tháng 7/2026', windowStart: '2026-07-02', tier: 1, bodyIds: [] },
      { tier: 2 },
    ]);
    expect(body.items.at(-1)?.provisionalYears).toEqual([2027]);
  });

  it('may be asked for a span, ten years ahead at most', async () => {
    const { id } = await signed({ termKind: 'OPEN', termTo: null });
    const year = await schedule(id, { frequency: 'MONTHLY', from: '2029-01-01', to: '2029-12-31' });
    expect(year.body.count).toBe(12);
    expect(year.body.items.every(({ dueOn }) => dueOn.startsWith('2029'))).toBe(true);
    const far = await schedule(id, { frequency: 'MONTHLY', to: '2045-01-01' });
    expect([far.status, far.body.code, far.body.pointer]).toEqual([422, 'foresight.too-far', '/to']);
    const reversed = await schedule(id, { frequency: 'MONTHLY', from: '2027-01-02', to: '2027-01-01' });
    expect([reversed.status, reversed.body.code]).toEqual([422, 'foresight.span-reversed']);
  });

  it.each([
    { frequency: 'EVERY_N_MONTHS' },
    { frequency: 'MONTHLY', endsOn: '2030-01-01' },
    { frequency: 'MONTHLY', window: { kind: 'SHIFTED' } },
    { frequency: 'YEARLY', dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 } }] },
    { frequency: 'MONTHLY', dues: [{ tier: 2 }], reporters: [{ bodyId: '00000000-0000-7000-8000-000000000001' }] },
    { frequency: 'MONTHLY', schemeId: '00000000-0000-7000-8000-000000000001' },
    { frequency: 'MONTHLY', clauseId: '00000000-0000-7000-8000-000000000001' },
  ])('is refused as saving it would be: %j', async (input) => {
    const { id } = await signed();
    const commitment = await commit(id, []);
    const saved = await world.call<Problem>('POST', `/commitments/${commitment.id}/schedules`, input);
    const shown = await schedule(id, { ...input, commitmentId: commitment.id });
    expect(saved.status).toBe(422);
    expect([shown.status, shown.body.code, shown.body.pointer]).toEqual([422, saved.body.code, saved.body.pointer]);
  });

  it('on a running agreement asks for nothing before today, of the leads of its commitment', async () => {
    const { id } = await signed();
    const commitment = await commit(id, []);
    await post(`/agreements/${id}/activation`, {});
    const { body } = await schedule(id, { frequency: 'MONTHLY', commitmentId: commitment.id });
    expect(body.items[0]).toMatchObject({ bodyIds: [board] });
    expect((body.items[0]?.dueOn ?? '') >= '2026-07-02').toBe(true);
    await post(`/commitments/${commitment.id}/schedules`, { frequency: 'MONTHLY' });
    const { items } = await get<Page<OccurrenceRow>>(`/occurrences?agreementId=${id}&limit=200&to=2040-01-01`);
    expect(body.items.map(({ dueOn }) => dueOn)).toEqual(items.map(({ dueOn }) => dueOn));
  });
});

type Told = Pick<
  OccurrenceAnswer,
  | 'periodKey'
  | 'periodVi'
  | 'windowStart'
  | 'windowEnd'
  | 'dueRaw'
  | 'dueOn'
  | 'overdueFrom'
  | 'whyVi'
  | 'whyEn'
  | 'derivation'
>;

describe('a review cycle being typed', () => {
  it.each([
    { kind: 'INTERIM_REVIEW', frequency: 'YEARLY' },
    { kind: 'FINAL_REVIEW' },
    { kind: 'MEETING', frequency: 'EVERY_N_MONTHS', n: 3, countedFrom: 'LAST_HELD' },
    { kind: 'INTERIM_REVIEW' },
  ])('shows the reviews that activation plans: %j', async (input) => {
    const { id } = await signed();
    const before = await stored();
    const { status, body } = await cycle(id, input);
    expect(status).toBe(200);
    expect(await stored()).toEqual(before);
    await post(`/agreements/${id}/review-cycles`, input);
    await post(`/agreements/${id}/activation`, {});
    const { items } = await get<Page<ReviewRow>>(`/reviews?agreementId=${id}&limit=200&to=2040-01-01`);
    expect(body.items.map(({ periodKey, dueOn }) => [periodKey, dueOn])).toEqual(
      items.map(({ periodKey, dueOn }) => [periodKey, dueOn]),
    );
  });

  it('is refused as saving it would be', async () => {
    const { id } = await signed();
    const input = { kind: 'INTERIM_REVIEW', frequency: 'EVERY_N_YEARS' };
    const saved = await world.call<Problem>('POST', `/agreements/${id}/review-cycles`, input);
    const shown = await cycle(id, input);
    expect([shown.status, shown.body.code, shown.body.pointer]).toEqual([422, saved.body.code, saved.body.pointer]);
  });
});

describe('the checks before activation', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await signed());
  });

  it('tell of a bare draft what refuses it and what is odd', async () => {
    const draft = await register();
    const answer = await checks(draft.id);
    expect(answer.ready).toBe(false);
    expect(answer.refusals.map(({ code }) => code)).toEqual(['activation.not-signed']);
    expect(answer.warnings.map(({ code }) => code.replace('readiness.', ''))).toEqual([
      ...['no-number', 'no-signed-text', 'no-clause', 'no-commitment', 'no-term', 'in-force-assumed', 'nothing-due'],
    ]);
    expect(answer.warnings[5]?.messageVi).toContain('02/07/2026');
  });

  it('count what activation then plans', async () => {
    await commit(id, [{ frequency: 'MONTHLY' }, { frequency: 'UNSPECIFIED' }]);
    await post(`/agreements/${id}/review-cycles`, { kind: 'FINAL_REVIEW' });
    const answer = await checks(id);
    expect(answer).toMatchObject({ ready: true, refusals: [], inForceFrom: '2025-12-01', needsInterval: 1 });
    expect(answer.warnings.map(({ code }) => code)).toContain('readiness.needs-interval');
    const { occurrences, reviews } = answer;
    expect(await post(`/agreements/${id}/activation`, {})).toMatchObject({ occurrences, reviews, needsInterval: 1 });
    expect((await checks(id)).refusals.map(({ code }) => code)).toEqual(['activation.already-activated']);
  });

  it('tell every stranger and every schedule outside the term, the first as activation refuses', async () => {
    await commit(id, [{ frequency: 'MONTHLY', endsOn: '2027-06-30' }]);
    await world.db.query(`update agreement set term_to = '2026-12-31' where id = $1`, [id]);
    await world.db.query(`update party set left_on = '2026-01-01' where agreement_id = $1 and body_id = $2`, [
      id,
      board,
    ]);
    const { refusals } = await checks(id);
    expect(refusals.map(({ code }) => code)).toEqual(['activation.stranger', 'activation.outside-term']);
    const refused = await world.call<Problem>('POST', `/agreements/${id}/activation`, {});
    expect([refused.status, refused.body.code]).toEqual([422, refusals[0]?.code]);
  });
});
