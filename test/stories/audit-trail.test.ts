import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { AgreementAnswer } from '../../src/agreements/agreement.answers.js';
import type { AuditEntryAnswer, AuditVerificationAnswer } from '../../src/compliance/audit-entry.contract.js';
import type { HistoryEntry } from '../../src/compliance/history.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import type { SweepAnswer } from '../../src/sweep/sweep.contract.js';
import { asking } from '../support/asking.js';
import { auditor, secretsOf } from '../support/audited.js';
import { aBody, anAgreement, memberId } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';
import { aPdf } from '../support/files.js';

let world: World;
let agreement: string;
let document: string;
const { get, post } = asking(() => world);
const entries = (query: string): Promise<Page<AuditEntryAnswer>> => get(`/audit-entries?${query}`);
const PDF = aPdf([['Phụ lục']]);

beforeAll(async () => {
  world = await openWorld();
  await aBody(world.db, 'Ban Dân vận');
  agreement = await anAgreement(world.db);
  const fields = { kind: 'ANNEX', noSecretConfirmed: 'true' };
  const file = { name: 'phu-luc.pdf', bytes: PDF };
  const reply = await world.upload<AgreementAnswer>(`/agreements/${agreement}/documents`, fields, file);
  document = reply.body.documents[0]!.id;
}, 60_000);
afterAll(() => world.close());

function cli(...args: string[]): Promise<{ code: number | null; answer: AuditVerificationAnswer }> {
  const child = spawn(
    process.execPath,
    [resolve(import.meta.dirname, '../../dist/src/cli.js'), 'audit-verify', ...args],
    {
      env: { ...process.env, DATABASE_URL: world.appUrl, DATABASE_OWNER_URL: world.url, SCHEDULER: 'off' },
    },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      if (out === '') failed(new Error(err));
      else done({ code, answer: JSON.parse(out) as AuditVerificationAnswer });
    });
  });
}

describe('the audit trail', () => {
  it('says who did what when and from where, before and after, and its place in the chain', async () => {
    const { items } = await entries(`agreementId=${agreement}`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actor: { id: await memberId(world.db), name: 'Quản trị hệ thống' },
      from: '127.0.0.1',
      by: 'session',
      what: 'document.added',
      whatVi: 'Thêm tài liệu',
      whatEn: 'Document added',
      subjectId: agreement,
      agreementId: agreement,
      before: null,
      after: { name: 'phu-luc.pdf' },
    });
    expect(items[0]?.at.slice(0, 10)).toBe('2026-07-02');
    expect(items[0]?.seq).toBeGreaterThan(0);
    expect(items[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows a download, which the history of the agreement does not', async () => {
    await world.call('GET', `/documents/${document}/content`);
    const { items } = await entries(`agreementId=${agreement}&what=document.downloaded`);
    expect(items.map(({ whatVi, after }) => [whatVi, after])).toEqual([
      ['Tải tài liệu về', { name: 'phu-luc.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    ]);
    const { items: told } = await get<Page<HistoryEntry>>(`/history?subjectId=${agreement}`);
    expect(told.map(({ what }) => what)).toEqual(['document.added']);
  });

  it('notes no download that was refused', async () => {
    const unknown = '00000000-0000-7000-8000-000000000000';
    expect((await world.call('GET', `/documents/${unknown}/content`)).status).toBe(404);
    expect((await entries('what=document.downloaded')).items).toHaveLength(1);
  });

  it('is narrowed by subject, actor, deed, noun and days, and walked page by page, the latest first', async () => {
    world.clock.set('2026-07-03');
    const seat = { bodyId: await aBody(world.db, 'Mặt trận'), nameVi: 'Trưởng Ban', role: 'REPORTER' };
    const { id } = await post<{ id: string }>('/seats', seat);
    expect((await entries(`subjectId=${id}`)).items.map(({ what }) => what)).toEqual(['seat.created']);
    const admin = await memberId(world.db);
    expect((await entries(`actorId=${admin}&what=seat`)).items).toHaveLength(1);
    expect((await entries(`actorId=${id}`)).items).toHaveLength(0);
    expect((await entries('what=sea')).items).toHaveLength(0);
    expect((await entries('from=2026-07-03&to=2026-07-03')).items.map(({ what }) => what)).toEqual(['seat.created']);
    expect((await entries('from=2026-07-04')).items).toHaveLength(0);
    expect((await entries(`to=2026-07-02&actorId=${admin}`)).items.map(({ what }) => what)).toEqual([
      'document.downloaded',
      'document.added',
      'session.opened',
    ]);
    const first = await entries(`actorId=${admin}&limit=2`);
    const second = await entries(`actorId=${admin}&limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ what, by }) => [what, by])).toEqual([
      ['seat.created', 'session'],
      ['document.downloaded', 'session'],
      ['document.added', 'session'],
      ['session.opened', 'sign-in'],
    ]);
    const reversed = await world.call('GET', '/audit-entries?from=2026-07-03&to=2026-07-02');
    expect([reversed.status, reversed.body['code']]).toEqual([422, 'audit.dates-reversed']);
  });

  it('counts a day by the clock of the office, not by that of Greenwich', async () => {
    const entry = (at: string): Promise<unknown> =>
      world.db.query(
        `insert into audit_entry (at, actor_id, actor_name, request_id, what, subject_id)
         values ($1, uuid_v7(), 'x', 'r', 'body.changed', uuid_v7())`,
        [at],
      );
    await entry('2020-01-01T16:59:59.999Z');
    await entry('2020-01-01T17:00:00Z');
    expect((await entries('from=2020-01-01&to=2020-01-01')).items).toHaveLength(1);
    expect((await entries('from=2020-01-02&to=2020-01-02')).items).toHaveLength(1);
  });
});

describe('the verification', () => {
  it('over HTTP says that the chain is sound, and is itself an entry', async () => {
    const { items } = await entries('limit=1');
    const answer = await post<AuditVerificationAnswer>('/audit-verifications', { head: items[0]?.hash });
    expect(answer).toMatchObject({
      sound: true,
      complete: true,
      faults: 0,
      first: null,
      from: 1,
      links: items[0]?.seq,
      to: items[0]?.seq,
      head: items[0]?.hash,
      askedHeadSeq: items[0]?.seq,
    });
    const [last] = (await entries('limit=1')).items;
    expect([last?.what, last?.subjectId, last?.seq]).toEqual(['audit.verified', answer.id, answer.to + 1]);
    const strange = await post<AuditVerificationAnswer>('/audit-verifications', { head: 'ab'.repeat(32) });
    expect([strange.sound, strange.faults, strange.askedHeadSeq]).toEqual([false, 0, null]);
    const refused = await world.call('POST', '/audit-verifications', { head: 'xy'.repeat(32) });
    expect([refused.status, refused.body['code']]).toEqual([422, 'audit.not-a-hash']);
  });

  it('runs once at a time', async () => {
    await world.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7402029)');
      const { status, body } = await world.call('POST', '/audit-verifications', {});
      expect([status, body['code']]).toEqual([409, 'audit.busy']);
    });
  });

  it('finds the head that the night has noted', async () => {
    const { id, auditHead } = await post<SweepAnswer>('/sweeps', {});
    const [started] = (await entries(`subjectId=${id}`)).items;
    expect([started?.what, started?.by]).toEqual(['sweep.started', 'session']);
    const { code, answer } = await cli('--head', auditHead ?? '');
    expect([code, answer.sound, answer.askedHeadSeq]).toEqual([0, true, started?.seq]);
    expect((await cli('--head', 'ab'.repeat(32))).code).toBe(1);
  }, 60_000);

  it('at the command line names the first broken link, fails, and says it in words', async () => {
    const [row] = await world.db.query<[{ id: number; seq: number }]>(
      `select e.id, l.seq from audit_entry e join audit_link l on l.entry_id = e.id where e.what = 'seat.created'`,
    );
    await world.db.transaction(async (tx) => {
      await tx.query(`set local session_replication_role = replica`);
      await tx.query(`update audit_entry set actor_name = 'Người khác' where id = $1`, [row.id]);
    });
    const { code, answer } = await cli();
    expect([code, answer.sound, answer.faults]).toEqual([1, false, 1]);
    expect(answer.first).toMatchObject({
      kind: 'ENTRY_CHANGED',
      kindVi: 'Mục nhật ký đã bị sửa',
      seq: row.seq,
      entryId: String(row.id),
      what: 'seat.created',
    });
    const overHttp = await post<AuditVerificationAnswer>('/audit-verifications', {});
    expect(overHttp.first).toEqual(answer.first);
  }, 60_000);
});

describe('the check that every story makes', () => {
  const asked = { method: 'POST', path: '/bodies', headers: {} };
  const answered = (headers: object): { statusCode: number; headers: Record<string, unknown> } => ({
    statusCode: 201,
    headers: { 'x-request-id': 'nobody', ...headers },
  });

  it('notices a write and a download without an entry', async () => {
    const audited = auditor();
    await expect(audited(world.db, asked, answered({}))).rejects.toThrow('left no audit entry');
    const file = { 'content-disposition': 'attachment; filename=x' };
    await expect(audited(world.db, { ...asked, method: 'GET' }, answered(file))).rejects.toThrow('no audit entry');
    await audited(world.db, { ...asked, method: 'GET' }, answered({}));
    await audited(world.db, asked, { ...answered({}), statusCode: 422 });
  });

  it('notices a secret, however deep', () => {
    const secret = { before: null, after: { member: [{ passwordHash: 'x' }], noSecretConfirmed: true } };
    expect(secretsOf([secret])).toEqual(['passwordHash']);
    expect(secretsOf([{ before: { apiToken: 'x' }, after: { totpSecret: 'x' } }])).toEqual(['apiToken', 'totpSecret']);
  });
});
