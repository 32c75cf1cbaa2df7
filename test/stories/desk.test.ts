import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sides } from '../scope/sides.js';
import { SEAT_ROLES, type SeatRole } from '../../src/access/seat.entity.js';
import type { DeskAnswer } from '../../src/desk/desk.contract.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { deskCast, sitting } from './desk-cast.js';

type Name = Exclude<keyof DeskAnswer, 'today'>;

interface Matter {
  /** Every record of the kind there is, with what a try needs to know. */
  all: string;
  id: (item: never) => string;
  /** The write that the list is for, done by the caller. */
  act: (call: World['call'], row: Record<string, string>, headers: Record<string, string>) => Promise<Reply>;
}

const first = (headers: Record<string, string>) => ({ ...headers, 'if-match': '"1"' });

/** Within the horizon that the desk names: beyond it one may act, and need not be told. */
const NEAR = `due_on <= date '2026-07-02' + 60 and overdue_from <= date '2026-07-02' + 61`;

const MATTERS: Readonly<Record<Name, Matter>> = {
  owes: {
    all: `select o.id, (select d.id from submission d where d.occurrence_id = o.id and d.state = 'draft') as draft
      from occurrence o where ${NEAR}`,
    id: ({ id }: { id: string }) => id,
    act: (call, { id, draft }, headers) =>
      draft
        ? call('PATCH', `/submissions/${draft}`, { done: 'Đã làm' }, first(headers))
        : call('POST', `/occurrences/${id}/submissions`, {}, headers),
  },
  followUps: {
    all: 'select id from follow_up',
    id: ({ id }: { id: string }) => id,
    act: (call, { id }, headers) => call('POST', `/follow-ups/${id}/completion`, {}, headers),
  },
  toAccept: {
    all: 'select id from submission',
    id: ({ submissionId }: { submissionId: string }) => submissionId,
    act: (call, { id }, headers) => call('POST', `/submissions/${id}/acceptance`, {}, headers),
  },
  extensions: {
    all: 'select id from extension',
    id: ({ id }: { id: string }) => id,
    act: (call, { id }, headers) => call('POST', `/extensions/${id}/refusal`, { note: 'x' }, headers),
  },
  successions: {
    all: 'select p.id, p.agreement_id as agreement, p.body_id as body from party p',
    id: ({ partyId }: { partyId: string }) => partyId,
    act: (call, { agreement, body }, headers) =>
      call(
        'POST',
        `/agreements/${agreement}/successions`,
        { bodyId: body, decision: 'SUSPENDED', from: '2026-07-01' },
        headers,
      ),
  },
  reviewsWithoutOutcome: {
    all: 'select id from review',
    id: ({ id }: { id: string }) => id,
    act: (call, { id }, headers) => call('POST', `/reviews/${id}/outcome`, { decision: 'CONTINUE' }, headers),
  },
  reviewsDue: {
    all: `select id from review where ${NEAR}`,
    id: ({ id }: { id: string }) => id,
    act: (call, { id }, headers) => call('POST', `/reviews/${id}/plan`, { on: '2026-07-20' }, headers),
  },
  needsInterval: {
    all: `select s.id, 'schedules' as kind from schedule s where s.frequency = 'UNSPECIFIED'
      union all select y.id, 'review-cycles' from review_cycle y where y.frequency = 'UNSPECIFIED'
      union all select c.id, 'commitments' from commitment c
        where not exists (select from schedule s where s.commitment_id = c.id)`,
    id: ({ scheduleId, cycleId, commitmentId }: Record<string, string>) => scheduleId ?? cycleId ?? commitmentId ?? '',
    act: (call, { id, kind }, headers) =>
      kind === 'commitments'
        ? call('POST', `/commitments/${id}/schedules`, { frequency: 'UNSPECIFIED' }, headers)
        : call('PATCH', `/${kind}/${id}`, { frequency: 'MONTHLY' }, first(headers)),
  },
  drafts: {
    all: `select id from agreement where state = 'draft'`,
    id: ({ id }: { id: string }) => id,
    act: (call, { id }, headers) => call('PATCH', `/agreements/${id}`, { title: 'Tên khác' }, first(headers)),
  },
  expiring: {
    all: `select id from agreement where term_to <= date '2026-07-02' + 90`,
    id: ({ id }: { id: string }) => id,
    act: (call, { id }, headers) =>
      call('POST', `/agreements/${id}/renewal`, { termTo: '2029-01-01', document: 'x' }, headers),
  },
};

const NAMES = Object.keys(MATTERS) as Name[];

/** Null where no seat gives the right. */
const GIVEN: Readonly<Record<SeatRole, readonly Name[]>> = {
  REGISTRAR: ['owes', 'reviewsDue', 'needsInterval', 'drafts', 'expiring'],
  REPORTER: ['owes', 'followUps'],
  REVIEWER: ['toAccept', 'reviewsDue'],
  OFFICIAL: ['toAccept', 'extensions', 'successions', 'reviewsWithoutOutcome', 'reviewsDue', 'expiring'],
  ADMINISTRATOR: [],
};

describe('the desk of somebody who holds the role over one body, or over all', () => {
  describe.each(['one body', 'all'])('%s', (over) => {
    it.each([...SEAT_ROLES, null])(
      '%s: what lies on it may be acted on, and the other way round',
      async (role) => {
        const world = await openWorld();
        try {
          const sides = await deskCast(world);
          const headers = await sitting(world, role, over === 'all' ? null : sides.own.body);
          const { status, body: desk } = await world.call<DeskAnswer>('GET', '/desk', undefined, headers);
          expect(status).toBe(200);
          const given = role === null ? [] : GIVEN[role];
          expect(NAMES.filter((name) => desk[name] !== null).sort()).toEqual([...given].sort());
          for (const name of NAMES)
            expect([name, ...(await actedOn(world, headers, name))]).toEqual([name, ...lying(desk, name)]);
        } finally {
          await world.close();
        }
      },
      120_000,
    );
  });
});

function lying(desk: DeskAnswer, name: Name): string[] {
  const list = desk[name];
  expect([name, list?.count ?? 0]).toEqual([name, list?.items.length ?? 0]);
  return (list?.items ?? []).map((item) => MATTERS[name].id(item as never)).sort();
}

/** Those of all records on which the write passes. */
async function actedOn(world: World, headers: Record<string, string>, name: Name): Promise<string[]> {
  const { all, act } = MATTERS[name];
  const passed: string[] = [];
  for (const row of await world.db.query<Record<string, string>[]>(`${all} order by 1`)) {
    const reply = await act(world.call, row, headers);
    if (reply.status < 300) passed.push(row['id']!);
    else if (reply.status === 422 && reply.body['code'] !== 'report.too-early')
      throw new Error(`${name} ${JSON.stringify(reply.body)}`);
  }
  return passed.sort();
}

describe('a list of the desk', () => {
  let world: World;
  let sides: Sides;
  let reporter: Record<string, string>;
  let official: Record<string, string>;
  beforeAll(async () => {
    world = await openWorld();
    sides = await deskCast(world);
    reporter = await sitting(world, 'REPORTER', sides.own.body);
    official = await sitting(world, 'OFFICIAL', sides.own.body);
  }, 120_000);
  afterAll(() => world.close());

  const desk = async (headers: Record<string, string>): Promise<DeskAnswer> =>
    (await world.call<DeskAnswer>('GET', '/desk', undefined, headers)).body;

  it('has the most urgent on top, and says how many days are left', async () => {
    const { owes, today } = await desk(reporter);
    expect(today).toBe('2026-07-02');
    const rows = owes!.items.map(({ periodKey, standing, lastDay, daysLeft }) => [
      periodKey,
      standing,
      lastDay,
      daysLeft,
    ]);
    expect(rows).toEqual([
      ['2026-M06', 'overdue', '2026-05-31', -32],
      ['late', 'overdue', '2026-07-01', -1],
      ['today', 'due_today', '2026-07-02', 0],
      ['returned', 'returned', '2026-07-10', 8],
      ['extended', 'in_term', '2026-07-20', 18],
      ['opens-today', 'in_term', '2026-08-01', 30],
      ['last-in', 'in_term', '2026-08-31', 60],
    ]);
    expect(owes!.items[0]!.draftId).toBe(sides.own.draft);
    expect(owes!.items[1]!.draftId).toBeNull();
  });

  it('says since when a report waits, and how long a term has left', async () => {
    const { toAccept, expiring, extensions } = await desk(official);
    expect(toAccept!.items).toMatchObject([{ submissionId: sides.partner.submission, round: 1, waitingDays: 31 }]);
    expect(expiring!.items.map(({ termTo, daysLeft }) => [termTo, daysLeft])).toEqual(
      expect.arrayContaining([
        ['2026-07-02', 0],
        ['2026-09-30', 90],
      ]),
    );
    expect(extensions!.items[0]).toMatchObject({ id: sides.partner.extension, warnings: [] });
  });

  it('is of the bodies of the seat that gives the right, also where another seat sees the whole register', async () => {
    const headers = await sitting(world, 'REVIEWER', sides.partner.body);
    await world.db.query(
      `with chair as (insert into seat (name_vi, role) values ('Quản trị', 'ADMINISTRATOR') returning id)
       insert into seat_holding (seat_id, member_id, from_on)
       select chair.id, m.id, '2026-01-01' from chair, member m where m.login = $1`,
      [`ban-REVIEWER-${sides.partner.body}`],
    );
    const { toAccept, owes } = await desk(headers);
    expect(owes).toBeNull();
    expect(toAccept!.items.map(({ submissionId }) => submissionId)).toEqual([sides.own.submission]);
  });

  it('shows the first twenty and counts to a thousand', async () => {
    await world.db.query(
      `insert into occurrence (schedule_id, commitment_id, agreement_id, body_id, period_key, report_year, tier, window_start,
         window_end, due_raw, due_on, overdue_from, derivation)
       select schedule_id, commitment_id, agreement_id, body_id, 'n' || i, 2026, 1, '2026-01-01', '2026-01-02', d, d, d + 1, derivation
       from occurrence, generate_series(1, 993) i, lateral (select date '2026-07-01' - i) x (d) where id = $1`,
      [sides.own.occurrence],
    );
    const { owes } = await desk(reporter);
    expect([owes!.count, owes!.capped, owes!.items.length]).toEqual([1000, false, 20]);
    await world.db.query(`update occurrence set state = 'due', first_filed_on = null, filed_on = null where id = $1`, [
      sides.own.occurrence,
    ]);
    const more = (await desk(reporter)).owes!;
    expect([more.count, more.capped, more.items.length]).toEqual([1000, true, 20]);
  });
});
