import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { aBody, aDueReport } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

interface Named {
  id: string;
}
interface Seat extends Named {
  holdings: (Named & { memberName: string; from: string; to: string | null })[];
}
interface Sheet {
  on: string;
  holder: { memberName: string } | null;
  former: { memberName: string } | null;
  reports: { id: string; overdue: boolean; before: boolean; hasDraft: boolean }[];
  nextDates: string[];
}

describe('seats', () => {
  let world: World;
  let seat: string;
  const members: string[] = [];
  const reports: string[] = [];
  const { get, post } = asking(() => world);
  beforeAll(async () => {
    world = await openWorld();
    const body = await aBody(world.db, 'Ban Dân vận');
    seat = (await post<Named>('/seats', { bodyId: body, nameVi: 'Trưởng Ban', role: 'REPORTER' })).id;
    for (const login of ['lan', 'minh']) {
      members.push((await post<Named>('/members', { login, fullName: login, password: 'mat-khau-dai-hon-truoc' })).id);
    }
    reports.push(await aDueReport(world.db, body));
    reports.push(await aDueReport(world.db, body, { due_on: '2026-07-15', overdue_from: '2026-07-16' }));
  });
  afterAll(() => world.close());

  const refused = async (path: string, body: object): Promise<string> => {
    const reply = await world.call<{ code: string }>('POST', path, body);
    return `${reply.status} ${reply.body.code}`;
  };

  it('have one holder at a time', async () => {
    const path = `/seats/${seat}/holdings`;
    const first = await post<Seat>(path, { memberId: members[0], from: '2025-01-01' });
    expect(await refused(path, { memberId: members[1], from: '2026-07-01' })).toBe('409 seat.held');
    const holding = first.holdings[0]?.id ?? '';
    expect(await refused(`${path}/${holding}/end`, { on: '2024-12-31' })).toBe('422 seat.dates-reversed');
    await post(`${path}/${holding}/end`, { on: '2026-06-30' });
    expect(await refused(`${path}/${holding}/end`, { on: '2026-06-29' })).toBe('409 seat.already-ended');
    expect(await refused(path, { memberId: members[1], from: '2026-06-30' })).toBe('409 seat.held');
    const both = [1, 1].map((i) => world.call('POST', path, { memberId: members[i], from: '2026-07-01' }));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('hand over what is open, and charge nobody with what was late before', async () => {
    const draft = await world.call('POST', `/occurrences/${reports[1]}/submissions`, { done: 'Đang viết.' });
    expect(draft.status).toBe(201);
    world.clock.set('2026-07-02');
    const sheet = await get<Sheet>(`/seats/${seat}/handover`);
    expect(sheet).toMatchObject({
      on: '2026-07-01',
      holder: { memberName: 'minh' },
      former: { memberName: 'lan' },
      reports: [
        { id: reports[0], overdue: true, before: true, hasDraft: false },
        { id: reports[1], overdue: false, before: false, hasDraft: true },
      ],
      nextDates: ['2026-07-15'],
    });
    // Due on 30/06: of the time before a holder who began on 01/07, but not before one who began that day.
    const early = await get<Sheet>(`/seats/${seat}/handover?on=2026-06-30`);
    expect(early.reports[0]).toMatchObject({ overdue: true, before: false });
  });

  it('belong to members, who sign in and have no right yet', async () => {
    expect(await refused('/members', { login: 'lan', fullName: 'Lan', password: 'mat-khau-dai-hon-truoc' })).toBe(
      '409 member.login-taken',
    );
    const { body } = await world.call<{ token: string }>('POST', '/sessions', {
      login: 'lan',
      password: 'mat-khau-dai-hon-truoc',
    });
    const signed = { authorization: `Bearer ${body.token}` };
    expect((await world.call('GET', '/sessions/current', undefined, signed)).status).toBe(200);
    expect((await world.call('GET', '/agreements', undefined, signed)).status).toBe(403);
    const [entry] = await world.db.query<{ after: object }[]>(
      `select after from audit_entry where what = 'member.registered'`,
    );
    expect(JSON.stringify(entry?.after)).not.toContain('mat-khau');
  });
});
