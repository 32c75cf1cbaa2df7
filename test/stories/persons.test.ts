import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonAnswer, PersonData } from '../../src/access/person.contract.js';
import type { SweepAnswer } from '../../src/sweep/sweep.contract.js';
import { asking } from '../support/asking.js';
import { aBody, anAgreement, putRow } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

interface Refused {
  code: string;
  pointer?: string;
}

const PASSWORD = 'mot-cau-mat-khau-that-dai';

describe('persons', () => {
  let world: World;
  let body: string;
  const { get, post } = asking(() => world);
  beforeAll(async () => {
    world = await openWorld();
    body = await aBody(world.db, 'Ban Dân vận');
  });
  afterAll(() => world.close());

  const member = async (login: string, extra: object = {}): Promise<string> =>
    (await post<{ id: string }>('/members', { login, fullName: `Nguyễn Thị ${login}`, password: PASSWORD, ...extra }))
      .id;
  const signIn = (login: string): Promise<Reply<{ token: string }>> =>
    world.call('POST', '/sessions', { login, password: PASSWORD });
  const as = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const depart = (id: string, on: string, reason = 'RETIRED'): Promise<Reply<PersonAnswer & Refused>> =>
    world.call('POST', `/members/${id}/departure`, { on, reason });
  const anonymise = (id: string): Promise<Reply<PersonAnswer & Refused>> =>
    world.call('POST', `/members/${id}/anonymisation`, {});
  const sweep = async (asOf: string): Promise<SweepAnswer> => post<SweepAnswer>('/sweeps', { asOf });
  const seatOf = async (id: string, from: string): Promise<string> => {
    const seat = await post<{ id: string }>('/seats', { bodyId: body, nameVi: `Ghế ${from}`, role: 'REPORTER' });
    await post(`/seats/${seat.id}/holdings`, { memberId: id, from });
    return seat.id;
  };
  const holdings = async (seat: string): Promise<(string | null)[][]> =>
    (await get<{ holdings: { from: string; to: string | null }[] }>(`/seats/${seat}`)).holdings.map(({ from, to }) => [
      from,
      to,
    ]);

  describe('contact at the office', () => {
    it('is given at registration and changed by the member alone; the trail does not repeat it', async () => {
      await member('lan', { email: 'lan@danang.gov.vn', phone: '0236 3821 234' });
      const { token } = (await signIn('lan')).body;
      expect((await world.call<PersonData>('GET', '/me/data', undefined, as(token))).body.member).toMatchObject({
        email: 'lan@danang.gov.vn',
        phone: '0236 3821 234',
      });
      const changed = await world.call('PUT', '/me/contact', { email: 'lan.nt@danang.gov.vn' }, as(token));
      expect(changed).toMatchObject({ status: 200, body: { email: 'lan.nt@danang.gov.vn', phone: null } });
      const trail = await world.db.query<unknown[]>(`select before, after from audit_entry`);
      expect(JSON.stringify(trail)).not.toMatch(/@danang|3821/);
    });

    it.each([
      ['email', 'lan', 'person.bad-email'],
      ['email', 'lan@a b.vn', 'person.bad-email'],
      ['phone', 'gọi sau giờ làm', 'person.bad-phone'],
    ])('%s «%s» is refused', async (field, value, code) => {
      const reply = await world.call<Refused>('PUT', '/me/contact', { [field]: value });
      expect([reply.status, reply.body.code, reply.body.pointer]).toEqual([422, code, `/${field}`]);
    });
  });

  describe('who leaves', () => {
    it('signs in no more, keeps no session, and no seat beyond the last day', async () => {
      const id = await member('minh');
      const { token } = (await signIn('minh')).body;
      const [held, coming] = [await seatOf(id, '2026-01-01'), await seatOf(id, '2026-08-01')];
      const reply = await depart(id, '2026-06-30');
      expect(reply.body).toMatchObject({ departure: { on: '2026-06-30', reason: 'RETIRED', anonymisedAt: null } });
      expect((await world.call('GET', '/me/data', undefined, as(token))).status).toBe(401);
      expect((await signIn('minh')).status).toBe(401);
      expect(await world.db.query(`select from session where member_id = $1`, [id])).toEqual([]);
      expect([await holdings(held), await holdings(coming)]).toEqual([[['2026-01-01', '2026-06-30']], []]);
      expect((await depart(id, '2026-06-30')).body.code).toBe('person.already-left');
    });

    it('leaves today at the latest; a seat that ended before is not touched', async () => {
      const id = await member('hoa');
      const seat = await seatOf(id, '2026-01-01');
      const [{ id: holding } = { id: '' }] = (await get<{ holdings: { id: string }[] }>(`/seats/${seat}`)).holdings;
      await post(`/seats/${seat}/holdings/${holding}/end`, { on: '2026-03-31' });
      expect((await depart(id, '2026-07-03')).body).toMatchObject({ code: 'person.in-future', pointer: '/on' });
      expect((await depart(id, '2026-07-02')).status).toBe(201);
      expect(await holdings(seat)).toEqual([['2026-01-01', '2026-03-31']]);
    });

    it('is not oneself, nor nobody', async () => {
      const me = await get<PersonData>('/me/data');
      expect((await depart(me.member.id, '2026-07-01')).body.code).toBe('person.oneself');
      expect((await depart(body, '2026-07-01')).body.code).toBe('person.unknown');
    });
  });

  describe('who has left', () => {
    it('loses name, login and contact, and nothing else', async () => {
      const id = await member('tuan', { email: 'tuan@danang.gov.vn' });
      expect((await anonymise(id)).body.code).toBe('person.not-left');
      const { token } = (await signIn('tuan')).body;
      await world.call('PUT', '/me/contact', { email: 'tuan.n@danang.gov.vn' }, as(token));
      await depart(id, '2026-07-01');
      const { body: person } = await anonymise(id);
      expect(person.fullName).toMatch(/^Thành viên đã rời \d+$/);
      expect(person).toMatchObject({ email: null, phone: null, departure: { on: '2026-07-01' } });
      const left = await world.db.query<unknown[]>(`select to_jsonb(m) from member m where id = $1`, [id]);
      expect(JSON.stringify(left)).not.toMatch(/tuan|@danang/i);
      const [{ count } = { count: 0 }] = await world.db.query<{ count: number }[]>(
        `select count(*)::int as count from audit_entry where actor_id = $1`,
        [id],
      );
      expect(count).toBeGreaterThan(0);
      expect((await anonymise(id)).body.code).toBe('person.already-anonymous');
    });

    it('loses them by itself 24 months later, and not a day before', async () => {
      const [one, two] = [await member('nam'), await member('sau')];
      await depart(one, '2024-07-02');
      await depart(two, '2024-07-03');
      expect((await sweep('2026-07-01')).counts['membersAnonymised']).toBe(0);
      const night = await sweep('2026-07-02');
      expect([night.counts['membersAnonymised'], night.failures]).toEqual([1, []]);
      const names = await Promise.all([one, two].map((id) => get<PersonData>(`/members/${id}/data`)));
      expect(names.map(({ member: { login } }) => login.startsWith('da-roi-'))).toEqual([true, false]);
      expect((await sweep('2026-07-02')).counts['membersAnonymised']).toBe(0);
    });
  });

  it('the contact of a party goes 24 months after the end of the agreement; the signature stays', async () => {
    const party = {
      ordinal: 1,
      role: 'PARTY',
      name_as_signed: 'Ban Dân vận',
      signatory_name: 'Trần Văn Ký',
      contact: 'Chị Lan, 0236',
    };
    const ended = async (on: string): Promise<string> => {
      const id = await anAgreement(world.db, { state: 'ended' });
      const step = {
        verb: 'end',
        from_state: 'in_force',
        to_state: 'ended',
        on_date: on,
        at: `${on}T05:00:00Z`,
        by_id: body,
      };
      await putRow(world.db, 'agreement_step', { agreement_id: id, ...step });
      return putRow(world.db, 'party', { agreement_id: id, body_id: body, ...party });
    };
    const [old, young] = [await ended('2024-07-02'), await ended('2024-07-03')];
    const open = await putRow(world.db, 'party', {
      agreement_id: await anAgreement(world.db),
      body_id: body,
      ...party,
    });
    expect((await sweep('2026-07-02')).counts['contactsRemoved']).toBe(1);
    const rows = await world.db.query<{ id: string; contact: string | null; signatory_name: string }[]>(
      `select id, contact, signatory_name from party where id = any($1)`,
      [[old, young, open]],
    );
    expect(rows.filter(({ contact }) => contact === null).map(({ id }) => id)).toEqual([old]);
    expect(rows.every(({ signatory_name: name }) => name === 'Trần Văn Ký')).toBe(true);
    expect((await sweep('2026-07-02')).counts['contactsRemoved']).toBe(0);
  });

  describe('all that is known of a person', () => {
    it('is one document: seats, sign-ins without secrets, deeds, records; and that it was handed out is noted', async () => {
      const id = await member('binh');
      await signIn('binh');
      await seatOf(id, '2026-05-01');
      const doc = await anAgreement(world.db, { no_secret_confirmed_by: id });
      const data = await get<PersonData>(`/members/${id}/data`);
      expect(data.member.login).toBe('binh');
      expect(data.seats).toMatchObject([{ bodyName: 'Ban Dân vận', from: '2026-05-01', to: null }]);
      expect(data.credentials['session']).toHaveLength(1);
      expect(data.records).toContainEqual({ where: 'agreement.no_secret_confirmed_by', count: 1, ids: [doc] });
      expect(JSON.stringify(data)).not.toMatch(/hash|argon|secret_key/i);
      const [noted] = await world.db.query<{ what: string }[]>(
        `select what from audit_entry where subject_id = $1 order by id desc limit 1`,
        [id],
      );
      expect(noted?.what).toBe('person.data-exported');
      const mine = await get<PersonData>('/me/data');
      expect(mine.deeds.map(({ what }) => what)).toContain('person.data-exported');
      expect(mine.deedsTotal).toBeGreaterThanOrEqual(mine.deeds.length);
    });

    it('is for the person and for who may export it', async () => {
      await member('ngoai');
      const { token } = (await signIn('ngoai')).body;
      const other = await member('kia');
      expect((await world.call('GET', '/me/data', undefined, as(token))).status).toBe(200);
      expect((await world.call('GET', `/members/${other}/data`, undefined, as(token))).status).toBe(403);
      expect((await world.call('GET', '/personal-data?name=Lan', undefined, as(token))).status).toBe(403);
      expect((await world.call<Refused>('GET', `/members/${body}/data`)).body.code).toBe('person.unknown');
    });

    it('is found by name for who has no account, however it is written; the trail does not keep the name', async () => {
      const agreement = await anAgreement(world.db);
      const [row] = [
        await putRow(world.db, 'witness', { agreement_id: agreement, ordinal: 1, name: 'Lê Thị Hoà Bình' }),
      ];
      const found = (name: string): Promise<{ places: object[] }> =>
        get(`/personal-data?name=${encodeURIComponent(name)}`);
      for (const name of ['Hòa Bình', 'hoa binh', 'Lê Thị Hoà Bình'.normalize('NFD')]) {
        expect((await found(name)).places).toMatchObject([{ where: 'witness.name', id: row, agreementId: agreement }]);
      }
      expect((await found('Trần Không Ai')).places).toEqual([]);
      const trail = await world.db.query<unknown[]>(`select * from audit_entry where what = 'person.name-searched'`);
      expect([trail.length, JSON.stringify(trail).includes('Bình')]).toEqual([4, false]);
    });
  });

  it('the notices say what must not be entered, and what is not checked', async () => {
    expect(await get('/notices-of-use')).toMatchObject({
      noSecretsVi: 'Không nhập, không tải lên tài liệu có nội dung bí mật nhà nước.',
      scanVi: expect.stringContaining('không đọc được ảnh'),
    });
  });
});
