import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NeedsIntervalAnswer } from '../../src/compliance/needs-interval.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import { openWorld, type World } from '../support/world.js';
import { aDuty, agreementId, bodyId, commitmentId, uuid } from './summary-cast.js';
import { putDuties } from './summary-rows.js';

let world: World;
const clause = uuid(9, 'k');

async function lacking(query = ''): Promise<NeedsIntervalAnswer[]> {
  const { status, body } = await world.call<Page<NeedsIntervalAnswer>>('GET', `/needs-interval${query}`);
  expect(status).toBe(200);
  return body.items;
}

const titles = async (): Promise<(string | null)[]> => (await lacking()).map((row) => row.commitmentTitle).sort();

async function commit(name: string, kind: string, activeTo: string | null = null): Promise<void> {
  await world.db.query(
    `insert into commitment (id, agreement_id, ordinal, title, kind, active_to) values ($1, $2, 1, $3, $4, $5)`,
    [uuid(3, name), agreementId(1), name, kind, activeTo],
  );
}

async function schedule(name: string, frequency: string, text: string | null = null): Promise<void> {
  await world.db.query(
    `insert into schedule (id, commitment_id, frequency, window_rule, dues, text_as_written, confirmed_by, confirmed_at)
     select $1, $2, $3, '{}', '[]', $4, id, now() from member limit 1`,
    [uuid(4, name), uuid(3, name), frequency, text],
  );
}

async function cycle(name: string, commitment: string | null, frequency: string): Promise<void> {
  await world.db.query(
    `insert into review_cycle (id, agreement_id, commitment_id, kind, frequency, window_rule, host_id, text_as_written,
       confirmed_by, confirmed_at)
     select $1, $2, $3, 'INTERIM_REVIEW', $4, '{}', $5, 'Định kỳ sơ kết', id, now() from member limit 1`,
    [uuid(5, name), agreementId(1), commitment && uuid(3, commitment), frequency, bodyId('A')],
  );
}

beforeAll(async () => {
  world = await openWorld();
  // Agreement 1 with a commitment REPORT that has its schedule.
  await putDuties(world.db, [aDuty(1)]);
  await commit('said', 'REPORT');
  await schedule('said', 'UNSPECIFIED', 'định kỳ báo cáo');
  await commit('silent', 'INFO_EXCHANGE');
  await commit('once', 'ACTIVITY');
  await commit('over', 'REPORT', '2026-07-01');
  await commit('today', 'REPORT', '2026-07-02');
  await commit('event', 'REPORT');
  await schedule('event', 'ON_EVENT');
  await commit('meet', 'MEETING');
  await cycle('meet', 'meet', 'YEARLY');
  await cycle('whole', null, 'UNSPECIFIED');
  await world.db.query(
    `insert into clause (id, lineage_id, agreement_id, ordinal, kind, text) values ($1, $1, $2, 0, 'CLAUSE', 'Trao đổi thông tin')`,
    [clause, agreementId(1)],
  );
  await world.db.query(`insert into commitment_clause values ($1, $2)`, [uuid(3, 'silent'), clause]);
});

afterAll(async () => {
  await world.close();
});

describe('what needs an interval', () => {
  it('is every unspecified schedule or cycle, and what should come round but has neither', async () => {
    const rows = await lacking(`?agreementId=${agreementId(1)}`);
    const base = { agreementId: agreementId(1), agreementTitle: 'Quy chế 1', scheduleId: null, cycleId: null };
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        {
          ...base,
          commitmentId: uuid(3, 'said'),
          commitmentTitle: 'said',
          kind: 'REPORT',
          scheduleId: uuid(4, 'said'),
          textAsWritten: 'định kỳ báo cáo',
        },
        {
          ...base,
          commitmentId: uuid(3, 'silent'),
          commitmentTitle: 'silent',
          kind: 'INFO_EXCHANGE',
          textAsWritten: 'Trao đổi thông tin',
        },
        { ...base, commitmentId: uuid(3, 'today'), commitmentTitle: 'today', kind: 'REPORT', textAsWritten: null },
        {
          ...base,
          commitmentId: null,
          commitmentTitle: null,
          kind: 'INTERIM_REVIEW',
          cycleId: uuid(5, 'whole'),
          textAsWritten: 'Định kỳ sơ kết',
        },
      ]),
    );
    expect(rows.some(({ commitmentId: id }) => id === commitmentId(1, 'REPORT'))).toBe(false);
  });

  it('is asked page by page, each row once', async () => {
    const seen: NeedsIntervalAnswer[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `?limit=1${cursor && `&cursor=${cursor}`}`;
      const { body }: { body: Page<NeedsIntervalAnswer> } = await world.call('GET', `/needs-interval${query}`);
      seen.push(...body.items);
      cursor = body.next;
    }
    expect(seen).toEqual(await lacking());
  });

  it('no longer holds a commitment the day after its last', async () => {
    expect(await titles()).toEqual(['said', 'silent', 'today', null].sort());
    world.clock.set('2026-07-03');
    expect(await titles()).toEqual(['said', 'silent', null].sort());
    world.clock.set('2026-07-02');
  });

  it('is asked of agreements that bind, and of no draft or ended one', async () => {
    for (const [state, count] of [
      ['draft', 0],
      ['signed', 4],
      ['in_force', 4],
      ['expiring', 4],
      ['ended', 0],
      ['terminated', 0],
    ] as const) {
      await world.db.query('update agreement set state = $1', [state]);
      expect([state, (await lacking()).length]).toEqual([state, count]);
    }
    await world.db.query(`update agreement set state = 'in_force'`);
  });

  it('no longer holds what has been given its interval', async () => {
    await world.db.query(`update schedule set frequency = 'MONTHLY' where id = $1`, [uuid(4, 'said')]);
    await world.db.query(`update review_cycle set closed_on = '2026-07-01' where id = $1`, [uuid(5, 'whole')]);
    await schedule('silent', 'QUARTERLY');
    expect(await titles()).toEqual(['today']);
  });
});
