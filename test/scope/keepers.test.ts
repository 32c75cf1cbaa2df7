import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Reply, type World } from '../support/world.js';
import { callersOver, type Caller } from './callers.js';
import { threeSides, type Sides } from './sides.js';

const PASSWORD = 'mat-khau-cua-nguoi-moi-den';

let world: World;
let sides: Sides;
let callers: Caller[];
beforeAll(async () => {
  world = await openWorld();
  sides = await threeSides(world);
  callers = await callersOver(world, sides.own.body);
}, 120_000);
afterAll(() => world.close());

const who = (letter: string, whole = false): Caller =>
  callers.find((one) => one.letter === letter && one.whole === whole)!;
const by = (caller: Caller, method: string, path: string, body?: unknown): Promise<Reply<{ code?: string }>> =>
  world.call(method, path, body, caller.headers);
const told = ({ status, body }: Reply<{ code?: string }>): string => `${status} ${body.code ?? ''}`.trim();

async function newcomer(login: string, as?: Caller): Promise<string> {
  const sent = { login, fullName: `Người mới ${login}` };
  return (await world.call<{ id: string }>('POST', '/members', sent, as?.headers ?? {})).body.id;
}

describe('a member without a seat', () => {
  it('is kept by whoever registered the member, and by the keepers of the whole register; to others there is none', async () => {
    const id = await newcomer('chua-co-ghe');
    const local = who('A');
    expect(told(await by(local, 'POST', `/members/${id}/password-reset`))).toBe('404 member.not-found');
    expect(told(await by(local, 'GET', `/members/${id}/data`))).toBe('404 member.not-found');
    expect(
      told(await by(local, 'POST', `/seats/${sides.own.seat}/holdings`, { memberId: id, from: '2027-01-01' })),
    ).toBe('422 member.unknown');
    expect((await by(who('A', true), 'POST', `/members/${id}/password-reset`)).status).toBe(201);
    const mine = await newcomer('cua-toi', local);
    expect((await by(local, 'POST', `/members/${mine}/password-reset`)).status).toBe(201);
  });

  it('stands in the list of those alone', async () => {
    const ids = async (caller: Caller) =>
      (
        await world.call<{ items: { login: string }[] }>('GET', '/members?limit=200', undefined, caller.headers)
      ).body.items.map(({ login }) => login);
    const [all, local] = [await ids(who('A', true)), await ids(who('A'))];
    expect(all).toEqual(expect.arrayContaining(['admin', 'chua-co-ghe', 'cua-toi', 'g-toan-so', 'g-co-quan']));
    expect(local).toEqual(expect.arrayContaining(['cua-toi', 'g-co-quan']));
    for (const login of ['admin', 'chua-co-ghe', 'g-toan-so', `m-${sides.foreign.body}`])
      expect(local).not.toContain(login);
  });
});

describe('who has left', () => {
  it('does not come back by lifting a suspension, by a link or by a link of old', async () => {
    const { body } = await world.call<{ id: string; invitation: { token: string } }>('POST', '/members', {
      login: 'da-nghi',
      fullName: 'Đã Nghỉ',
    });
    const seat = await world.call<{ id: string }>('POST', '/seats', {
      bodyId: sides.own.body,
      nameVi: 'Ghế',
      role: 'REVIEWER',
    });
    await world.call('POST', `/seats/${seat.body.id}/holdings`, { memberId: body.id, from: '2026-01-01' });
    const left = await world.call('POST', `/members/${body.id}/departure`, { on: '2020-01-01', reason: 'RETIRED' });
    expect(left.status).toBe(201);
    const { holdings } = (await world.call<{ holdings: object[] }>('GET', `/seats/${seat.body.id}`)).body;
    expect(holdings).toMatchObject([{ from: '2026-01-01', to: '2026-01-01' }]);
    expect(told(await world.call('DELETE', `/members/${body.id}/suspension`))).toBe('409 member.departed');
    expect(told(await world.call('POST', `/members/${body.id}/password-reset`))).toBe('409 member.departed');
    const choice = { token: body.invitation.token, password: PASSWORD };
    expect(told(await world.call('POST', '/password-choice', choice))).toMatch(/^4\d\d access\.link-spent$/);
  });
});

describe('keeping', () => {
  it('is never left to nobody', async () => {
    const [last] = await world.db.query<[{ seat: string; holding: string }]>(
      `select s.id as seat, h.id as holding from seat s join seat_holding h on h.seat_id = s.id
       join member m on m.id = h.member_id where m.login = 'admin' and s.role = 'ADMINISTRATOR'`,
    );
    await world.db.query(`update member set disabled_at = now() where login = 'a-toan-so'`);
    const end = () =>
      world.call<{ code: string }>('POST', `/seats/${last.seat}/holdings/${last.holding}/end`, { on: '2026-07-02' });
    expect(told(await end())).toBe('409 seat.last-keeper');
    await world.db.query(`update member set disabled_at = null where login = 'a-toan-so'`);
  });

  it('is nothing that a token may be given', async () => {
    const sent = { name: 'x', scopes: ['seats.keep'], expiresOn: '2026-12-31' };
    expect(told(await world.call('POST', '/me/tokens', sent))).toBe('422 token.scope-for-people');
  });

  it('shows people and addresses only where the right itself is held', async () => {
    const { id } = (await world.call<{ id: string }>('POST', '/seats', { nameVi: 'Báo cáo toàn sổ', role: 'REPORTER' }))
      .body;
    const [keeper] = await world.db.query<[{ id: string }]>(`select id from member where login = 'a-co-quan'`);
    await world.call('POST', `/seats/${id}/holdings`, { memberId: keeper.id, from: '2026-07-01' });
    const { body } = await world.call<{ items: { bodyId: string }[] }>('GET', '/webhooks', undefined, who('A').headers);
    expect(body.items.map(({ bodyId }) => bodyId)).toEqual([sides.own.body]);
    await world.db.query(`delete from seat_holding where seat_id = $1`, [id]);
  });
});

describe('what the partner may not', () => {
  it('is to accept one’s own report where no recipient is named', async () => {
    await world.db.query(`update commitment set recipient_id = null where id = any ($1::uuid[])`, [
      [sides.own.commitment, sides.partner.commitment],
    ]);
    const accept = (id: string) => by(who('V'), 'POST', `/submissions/${id}/acceptance`, { x: 1 });
    expect(told(await accept(sides.own.submission))).toBe('403 request.not-your-bodies');
    expect(told(await accept(sides.partner.submission))).toBe('422 request.invalid');
  });

  it('is to leave out a party that has signed', async () => {
    const sent = {
      ...{ kind: 'PLAN', title: 'Đã ký', signedOn: '2026-07-01', noSecretConfirmed: true },
      parties: [{ bodyId: sides.own.body }, { bodyId: sides.partner.body }],
    };
    const { body } = await world.call<{ id: string }>('POST', '/agreements', sent);
    const parties = [{ bodyId: sides.own.body }, { bodyId: sides.foreign.body }];
    const version = { 'if-match': '"1"' };
    const refused = await world.call<{ code: string }>('PATCH', `/agreements/${body.id}`, { parties }, version);
    expect(told(refused)).toBe('409 agreement.party-has-signed');
  });

  it('is to read in the history the title of an agreement out of sight, or anybody a contact', async () => {
    const sent = {
      ...{ kind: 'PLAN', title: 'Có liên kết', noSecretConfirmed: true },
      parties: [{ bodyId: sides.own.body, contact: 'Ông X 0909123456' }, { bodyId: sides.partner.body }],
      links: [{ kind: 'UNDER_FRAMEWORK', toAgreementId: sides.foreign.agreement }],
    };
    const { status, body } = await world.call<{ id: string }>('POST', '/agreements', sent);
    expect(status).toBe(201);
    const seen = await by(who('G'), 'GET', `/history?subjectId=${body.id}`);
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body)).not.toMatch(/VET-NGOAI-PHAM-VI|0909123456/);
  });
});
