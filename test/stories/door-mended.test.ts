import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPdf } from '../support/files.js';
import { aBody, aCommitment, aSchedule, anAgreement, putRow } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

const PDF = aPdf([['Quy chế phối hợp']]);
const CONFIRMED = { kind: 'OTHER', noSecretConfirmed: 'true' };

interface Problem extends Record<string, unknown> {
  code: string;
}

/** Faults that a tester found, each kept from coming back. */
describe('what was found and mended', () => {
  let world: World;
  let agreement: string;
  beforeAll(async () => {
    world = await openWorld();
    agreement = await anAgreement(world.db);
  });
  afterAll(() => world.close());

  it('twelve sweeps at once leave the server answering; whoever comes second is told', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => world.call<Problem>('POST', '/sweeps', {})));
    const statuses = replies.map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect((await world.call('GET', '/health/ready')).status).toBe(200);
  });

  it('a key used for another file is refused, and a repeat with the same file answers as the first time', async () => {
    const key = { 'idempotency-key': 'tep-thu-nhat' };
    const path = `/agreements/${agreement}/documents`;
    const file = (text: string): { name: string; bytes: Buffer } => ({ name: 'mot.txt', bytes: Buffer.from(text) });
    const first = await world.upload<{ documents: unknown[] }>(path, CONFIRMED, file('một'), key);
    const again = await world.upload<{ documents: unknown[] }>(path, CONFIRMED, file('một'), key);
    const other = await world.upload<Problem>(path, CONFIRMED, file('hai'), key);
    expect([first.status, again.status, again.body.documents.length]).toEqual([201, 201, 1]);
    expect([other.status, other.body.code]).toEqual([409, 'request.key-reused']);
  });

  it.each([33, 10_000, 100_000])('data nested %i deep is refused, signed in or not', async (depth) => {
    const payload = `{"login":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    for (const url of ['/api/v1/sessions', '/api/v1/bodies']) {
      const reply = await world.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        payload,
      });
      expect([url, reply.statusCode, reply.json<Problem>().code]).toEqual([url, 400, 'request.malformed']);
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'a body of type %s is refused',
    async (type) => {
      const reply = await world.call<Problem>('POST', '/bodies', { code: 'X' }, { 'content-type': type });
      expect([reply.status, reply.body.code]).toEqual([415, 'request.unsupported-media']);
    },
  );

  it('a write without a body is an empty group of fields', async () => {
    const reply = await world.call<Problem>('POST', '/bodies');
    expect([reply.status, reply.body.code]).toEqual([422, 'request.invalid']);
  });

  it('term and parties are fixed from activation on, also while the first day is still to come', async () => {
    const one = await aBody(world.db, 'Bên một');
    const two = await aBody(world.db, 'Bên hai');
    const made = await world.call<{ id: string }>('POST', '/agreements', {
      kind: 'PLAN',
      title: 'Kế hoạch năm sau',
      signedOn: '2026-07-01',
      inForceFrom: '2027-03-01',
      parties: [{ bodyId: one.toUpperCase() }, { bodyId: two }],
      noSecretConfirmed: true,
    });
    expect(made.status).toBe(201);
    const activated = await world.call<{ version: number }>('POST', `/agreements/${made.body.id}/activation`, {});
    const reply = await world.call<Problem>(
      'PATCH',
      `/agreements/${made.body.id}`,
      { inForceFrom: null },
      { 'if-match': `"${activated.body.version}"` },
    );
    expect([reply.status, reply.body.code]).toEqual([409, 'agreement.fixed-after-activation']);
  });

  it('an agreement is not activated while a body that is no party has a part in it', async () => {
    const [one, two, three] = await Promise.all(['Một', 'Hai', 'Ba'].map((name) => aBody(world.db, name)));
    const made = await world.call<{ id: string; version: number }>('POST', '/agreements', {
      kind: 'PLAN',
      title: 'Kế hoạch đổi bên',
      parties: [{ bodyId: one }, { bodyId: two }],
      noSecretConfirmed: true,
    });
    await world.call('POST', `/agreements/${made.body.id}/commitments`, {
      title: 'Báo cáo',
      kind: 'REPORT',
      bodies: [{ bodyId: one, role: 'LEAD' }],
    });
    const changed = await world.call(
      'PATCH',
      `/agreements/${made.body.id}`,
      { parties: [{ bodyId: two }, { bodyId: three }] },
      { 'if-match': `"${made.body.version}"` },
    );
    expect(changed.status).toBe(200);
    await world.call('POST', `/agreements/${made.body.id}/signature`, { signedOn: '2026-07-01' });
    const reply = await world.call<Problem>('POST', `/agreements/${made.body.id}/activation`, {});
    expect([reply.status, reply.body.code]).toEqual([422, 'activation.stranger']);
    expect((await world.call<{ state: string }>('GET', `/agreements/${made.body.id}`)).body.state).toBe('signed');
  });

  it('a schedule with reports behind an event is neither deleted nor changed in place', async () => {
    const body = await aBody(world.db, 'Đơn vị');
    const commitment = await aCommitment(world.db, agreement, [body]);
    const schedule = await aSchedule(world.db, commitment, {
      frequency: 'ON_EVENT',
      dues: [{ tier: 1, rule: { qualifier: 'WITHIN', anchor: 'EVENT', nDays: 5, dayKind: 'CALENDAR' } }],
    });
    expect((await world.call('POST', `/schedules/${schedule}/events`, { on: '2026-07-01' })).status).toBe(201);
    const gone = await world.call<Problem>('DELETE', `/schedules/${schedule}`);
    const { version } = (await world.call<{ version: number }>('GET', `/schedules/${schedule}`)).body;
    const changed = await world.call<Problem>(
      'PATCH',
      `/schedules/${schedule}`,
      { frequency: 'YEARLY' },
      { 'if-match': `"${version}"` },
    );
    expect([gone.status, gone.body.code]).toEqual([409, 'commitment-schedule.already-planned']);
    expect([changed.status, changed.body.code]).toEqual([409, 'commitment-schedule.already-planned']);
  });

  it('an end does not take away what was overdue on its day', async () => {
    const body = await aBody(world.db, 'Đơn vị chậm');
    const running = await anAgreement(world.db);
    const commitment = await aCommitment(world.db, running, [body]);
    const due = {
      schedule_id: await aSchedule(world.db, commitment),
      commitment_id: commitment,
      agreement_id: running,
      body_id: body,
      report_year: 2026,
      tier: 1,
      window_start: '2026-01-01',
      window_end: '2026-12-31',
      derivation: {},
    };
    const late = {
      ...due,
      period_key: 'late',
      due_raw: '2026-06-30',
      due_on: '2026-06-30',
      overdue_from: '2026-07-01',
    };
    const open = {
      ...due,
      period_key: 'open',
      due_raw: '2026-07-01',
      due_on: '2026-07-01',
      overdue_from: '2026-07-02',
    };
    const [lateId, openId] = [await putRow(world.db, 'occurrence', late), await putRow(world.db, 'occurrence', open)];
    expect(
      (await world.call('POST', `/agreements/${running}/termination`, { on: '2026-07-01', reason: 'Chấm dứt' })).body,
    ).toMatchObject({ occurrences: 1 });
    const rows = await world.db.query<{ id: string; state: string }[]>(
      `select id, state from occurrence where id in ($1, $2) order by due_on`,
      [lateId, openId],
    );
    expect(rows.map(({ state }) => state)).toEqual(['due', 'waived']);
  });

  it.each([
    ['a script named as a PDF', 'a.pdf', Buffer.from('#!/bin/sh\necho'), 'file.wrong-kind'],
    ['text that would open as a program', 'chay.bat', Buffer.from('echo xin chao'), 'file.name-does-not-fit'],
    ['text that would open as a page', 'a.html', Buffer.from('xin chào'), 'file.name-does-not-fit'],
    ['markup with a prefix', 'a.txt', Buffer.from('<s:svg xmlns:s="x">'), 'file.wrong-kind'],
    ['a PDF named as a picture', 'a.png', PDF, 'file.name-does-not-fit'],
  ])('%s is refused', async (_, name, bytes, code) => {
    const reply = await world.upload<Problem>(`/agreements/${agreement}/documents`, CONFIRMED, { name, bytes });
    expect([reply.status, reply.body.code]).toEqual([415, code]);
  });

  it('a name is cut by whole characters', async () => {
    const name = `${'a😀'.repeat(120)}.pdf`;
    const reply = await world.upload(`/agreements/${agreement}/documents`, CONFIRMED, { name, bytes: PDF });
    expect(reply.status).toBe(201);
  });

  it('a form that breaks off is malformed, not a fault of ours', async () => {
    const reply = await world.call<Problem>('POST', `/agreements/${agreement}/documents`, 'đứt', {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect([reply.status, reply.body.code]).toEqual([400, 'request.malformed']);
  });

  it('an empty filter is no filter', async () => {
    const [all, empty] = await Promise.all(
      ['/agreements', '/agreements?state='].map((path) => world.call<{ items: unknown[] }>('GET', path)),
    );
    expect(empty?.body.items.length).toBe(all?.body.items.length);
  });

  it('an address that cannot be read is a problem like any other', async () => {
    const reply = await world.call<Problem>('GET', '/agreements/%zz');
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.status).toBe(400);
  });
});
