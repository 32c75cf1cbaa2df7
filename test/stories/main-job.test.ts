import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';

interface Named {
  id: string;
  version: number;
}
interface Boxes {
  doneOnTime: number;
  doneLate: number;
  inTerm: number;
  overdue: number;
  total: number;
}
interface Review extends Named {
  dueOn: string;
  overdueFrom: string;
  standing: string;
  overdueNoticedOn: string | null;
}

const SENTENCE = 'Hai bên sơ kết, tổng kết việc thực hiện chương trình phối hợp.';

/** The main job, whole: told by office staff, a unit leader and an official, one step after another. */
describe('from a signed agreement to the overdue review', () => {
  let world: World;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const { get, post } = asking(() => world);
  const sweep = (asOf: string): Promise<{ counts: Record<string, number>; failures: unknown[] }> => {
    world.clock.set(asOf);
    return post('/sweeps', { asOf });
  };
  const occurrence = async (
    commitment: string,
    period: string,
  ): Promise<Named & { dueOn: string; standing: string }> => {
    const { items } = await get<{ items: (Named & { periodKey: string; dueOn: string; standing: string })[] }>(
      `/occurrences?commitmentId=${ids[commitment]}`,
    );
    const found = items.find(({ periodKey }) => periodKey === period);
    if (!found) throw new Error(`no ${period} among ${items.map(({ periodKey }) => periodKey).join()}`);
    return found;
  };

  it('registers the source agreement with no number, no term and no interval', async () => {
    world.clock.set('2026-01-12');
    const body = (code: string, nameVi: string, system: string): Promise<Named> =>
      post('/bodies', { code, nameVi, system, level: 'DISTRICT' });
    ids.board = (await body('BDV', 'Ban Dân vận Quận ủy', 'PARTY')).id;
    ids.military = (await body('BCHQS', 'Đảng ủy, Ban Chỉ huy Quân sự quận', 'MILITARY')).id;
    const agreement = await post<Named & { state: string; numbers: unknown[]; termTo: null }>('/agreements', {
      kind: 'PROGRAMME',
      title: 'Chương trình phối hợp công tác dân vận',
      parties: [{ bodyId: ids.board, signatoryPosition: 'Trưởng Ban', authority: 'TM' }, { bodyId: ids.military }],
      witnesses: [{ name: 'Bí thư Quận ủy' }],
      signedOn: '2022-09-15',
      noSecretConfirmed: true,
    });
    expect(agreement).toMatchObject({ state: 'signed', numbers: [], termTo: null });
    ids.agreement = agreement.id;
    const { items } = await post<{ items: Named[] }>(`/agreements/${agreement.id}/clauses`, {
      clauses: [
        { key: 'iv', kind: 'PART', label: 'IV.', heading: 'Tổ chức thực hiện', text: '' },
        { parentKey: 'iv', kind: 'CLAUSE', label: '1.', text: SENTENCE },
        { parentKey: 'iv', kind: 'CLAUSE', label: '2.', text: 'Hai bên trao đổi thông tin và báo cáo kết quả.' },
      ],
    });
    ids.reviewClause = items[1]?.id ?? '';
    ids.reportClause = items[2]?.id ?? '';
    const commit = async (name: string, title: string, kind: string, lead: string, clause: string): Promise<void> => {
      ids[name] = (
        await post<Named>(`/agreements/${agreement.id}/commitments`, {
          title,
          kind,
          clauseIds: [ids[clause]],
          bodies: [{ bodyId: ids[lead], role: 'LEAD' }],
          schedules: kind === 'INTERIM_REVIEW' ? [] : [{ frequency: 'UNSPECIFIED', clauseId: ids[clause] }],
        })
      ).id;
    };
    await commit('report', 'Báo cáo kết quả 6 tháng', 'REPORT', 'board', 'reportClause');
    await commit('exchange', 'Trao đổi thông tin', 'INFO_EXCHANGE', 'military', 'reportClause');
    await commit('review', 'Sơ kết chương trình', 'INTERIM_REVIEW', 'board', 'reviewClause');
    const waiting = await get<{ items: { commitmentId: string }[] }>('/needs-interval');
    expect(waiting.items.map(({ commitmentId }) => commitmentId).sort()).toEqual(
      [ids.report, ids.exchange, ids.review].sort(),
    );
  });

  it('sets the intervals, each with the sentence it came from', async () => {
    const schemes = await get<{ items: { id: string; code: string }[] }>('/reporting-schemes');
    const scheme = schemes.items.find(({ code }) => code === 'ND09')?.id;
    const before = await get<Named>(`/agreements/${ids.agreement}`);
    const patched = await world.call(
      'PATCH',
      `/agreements/${ids.agreement}`,
      { schemeId: scheme },
      { 'if-match': `"${before.version}"` },
    );
    expect(patched.status).toBe(200);
    const set = async (commitment: string, interval: object): Promise<void> => {
      const { schedules } = await get<{ schedules: Named[] }>(`/commitments/${ids[commitment]}`);
      const [schedule] = schedules;
      const reply = await world.call('PATCH', `/schedules/${schedule?.id}`, interval, {
        'if-match': `"${schedule?.version}"`,
      });
      expect([reply.status, reply.body.code]).toEqual([200, undefined]);
    };
    await set('report', {
      frequency: 'HALF_YEARLY',
      included: [1],
      dues: [{ tier: 1, rule: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 6 } }],
      textAsWritten: 'Định kỳ 6 tháng (trước ngày 15/6) gửi báo cáo.',
    });
    await set('exchange', { frequency: 'QUARTERLY' });
    await post(`/agreements/${ids.agreement}/review-cycles`, {
      kind: 'INTERIM_REVIEW',
      frequency: 'EVERY_N_MONTHS',
      n: 6,
      anchorOn: '2026-01-15',
      hostId: ids.board,
      commitmentId: ids.review,
      clauseId: ids.reviewClause,
      textAsWritten: SENTENCE,
    });
    expect((await get<{ items: unknown[] }>('/needs-interval')).items).toEqual([]);
  });

  it('activates: reports and reviews are planned, nothing past is invented, and a second activation is refused', async () => {
    const answer = await post<{
      agreement: { state: string };
      occurrences: number;
      reviews: number;
      needsInterval: number;
    }>(`/agreements/${ids.agreement}/activation`, {});
    expect(answer).toMatchObject({ agreement: { state: 'in_force' }, needsInterval: 0 });
    expect(answer.occurrences).toBeGreaterThan(0);
    expect(answer.reviews).toBeGreaterThan(0);
    const { items } = await get<{ items: { dueOn: string }[] }>(`/occurrences?agreementId=${ids.agreement}`);
    expect(items.filter(({ dueOn }) => dueOn < '2026-01-12')).toEqual([]);
    expect((await occurrence('report', '2026-H1')).dueOn).toBe('2026-06-15');
    const again = await world.call('POST', `/agreements/${ids.agreement}/activation`, {});
    expect([again.status, again.body.code]).toEqual([409, 'activation.already-activated']);
  });

  it('lets days pass: a report is late on the day after its last acceptable day', async () => {
    expect((await sweep('2026-03-25')).counts.reportsOverdue).toBe(0);
    expect((await occurrence('exchange', '2026-Q1')).standing).toBe('due_today');
    expect((await sweep('2026-03-26')).counts.reportsOverdue).toBe(1);
    expect((await occurrence('exchange', '2026-Q1')).standing).toBe('overdue');
  });

  it('takes the report of the unit leader: filed, returned, filed again, accepted, and still on time', async () => {
    const { id } = await occurrence('report', '2026-H1');
    const file = async (day: string, done: string): Promise<string> => {
      world.clock.set(day);
      const draft = await post<Named>(`/occurrences/${id}/submissions`, { done });
      const filed = await post<Named & { state: string }>(`/submissions/${draft.id}/submission`, {});
      expect(filed.state).toBe('submitted');
      return draft.id;
    };
    const first = await file('2026-06-12', 'Đã thực hiện.');
    world.clock.set('2026-06-15');
    await post(`/submissions/${first}/return`, { comment: 'Đề nghị bổ sung số liệu.' });
    expect((await occurrence('report', '2026-H1')).standing).toBe('returned');
    const second = await file('2026-06-18', 'Đã thực hiện 4 buổi, 320 lượt người.');
    world.clock.set('2026-06-19');
    await post(`/submissions/${second}/acceptance`, {});
    const whole = await get<{ standing: string; firstFiledOn: string; submissions: { state: string }[] }>(
      `/occurrences/${id}`,
    );
    expect(whole).toMatchObject({ standing: 'done_on_time', firstFiledOn: '2026-06-12' });
    expect(whole.submissions.map(({ state }) => state)).toEqual(['returned', 'accepted']);
    world.clock.set('2026-06-30');
    const late = await occurrence('exchange', '2026-Q2');
    const draft = await post<Named>(`/occurrences/${late.id}/submissions`, { nothingToReport: true });
    await post(`/submissions/${draft.id}/submission`, {});
    expect((await occurrence('exchange', '2026-Q2')).standing).toBe('done_late');
  });

  it('flags the review on the first day after its last acceptable day and not the day before', async () => {
    const { items } = await get<{ items: Review[] }>(`/reviews?agreementId=${ids.agreement}`);
    const [first] = items;
    expect(first).toMatchObject({ dueOn: '2026-07-15', overdueFrom: '2026-07-16' });
    ids.held = first?.id ?? '';
    expect((await sweep('2026-07-15')).counts.reviewsOverdue).toBe(0);
    expect(await get<Review>(`/reviews/${ids.held}`)).toMatchObject({ standing: 'due_today', overdueNoticedOn: null });
    expect((await sweep('2026-07-16')).counts.reviewsOverdue).toBe(1);
    expect(await get<Review>(`/reviews/${ids.held}`)).toMatchObject({
      standing: 'overdue',
      overdueNoticedOn: '2026-07-16',
    });
    expect((await sweep('2026-07-17')).counts.reviewsOverdue).toBe(0);
  });

  it('holds the review, which decides', async () => {
    world.clock.set('2026-07-20');
    await post(`/reviews/${ids.held}/meeting`, {
      heldOn: '2026-07-20',
      place: 'Hội trường',
      chair: 'Trưởng Ban',
      sidesPresent: [ids.board, ids.military],
      findings: [{ clauseId: ids.reviewClause, finding: 'Đã thực hiện tốt.' }],
      conclusion: 'Tiếp tục thực hiện.',
    });
    const follow = await post<Named>(`/reviews/${ids.held}/follow-ups`, {
      title: 'Gửi biên bản',
      ownerId: ids.board,
      dueOn: '2026-07-22',
    });
    const outcome = await post<{ agreementState: string; review: { state: string } }>(`/reviews/${ids.held}/outcome`, {
      decision: 'CONTINUE',
      note: 'Duy trì chương trình.',
    });
    expect(outcome).toMatchObject({ agreementState: 'in_force', review: { state: 'concluded' } });
    const again = await world.call('POST', `/reviews/${ids.held}/outcome`, { decision: 'END' });
    expect(again.status).toBe(409);
    expect((await sweep('2026-07-22')).counts.followUpsOverdue).toBe(0);
    expect((await sweep('2026-07-23')).counts.followUpsOverdue).toBe(1);
    await post(`/follow-ups/${follow.id}/completion`, { doneOn: '2026-07-23' });
  });

  it('adds up: the four boxes tell who kept the promises', async () => {
    const span = 'from=2026-01-01&to=2026-12-31';
    const reports = await get<{ rows: (Boxes & { label: string })[]; totals: Boxes }>(`/summary?by=body&${span}`);
    expect(reports.totals).toMatchObject({ doneOnTime: 1, doneLate: 1, inTerm: 2, overdue: 1, total: 5 });
    for (const row of [...reports.rows, reports.totals]) {
      expect(row.doneOnTime + row.doneLate + row.inTerm + row.overdue).toBe(row.total);
    }
    for (const by of ['agreement', 'kind', 'period']) {
      expect((await get<{ totals: Boxes }>(`/summary?by=${by}&${span}`)).totals).toEqual(reports.totals);
    }
    const reviews = await get<{ totals: Boxes }>(`/summary?by=agreement&duty=REVIEW,FOLLOW_UP&${span}`);
    expect(reviews.totals).toMatchObject({ doneOnTime: 0, doneLate: 2, inTerm: 0, overdue: 0, total: 2 });
    const behind = await get<{ items: { periodKey: string; bodyName: string }[] }>(
      `/summary/rows?by=body&box=overdue&${span}`,
    );
    expect(behind.items).toMatchObject([{ periodKey: '2026-Q1', bodyName: 'Đảng ủy, Ban Chỉ huy Quân sự quận' }]);
  });
});
