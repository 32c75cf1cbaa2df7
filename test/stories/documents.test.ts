import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { AgreementAnswer, DocumentAnswer } from '../../src/agreements/agreement.answers.js';
import { CONFIG, type Config } from '../../src/platform/config/config.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { aPdf } from '../support/files.js';
import { anAgreement } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let agreement: string;

beforeAll(async () => {
  world = await openWorld();
  agreement = await anAgreement(world.db);
}, 60_000);
afterAll(() => world.close());

const PDF = aPdf([['Quy chế phối hợp']]);
const FIELDS = { kind: 'ANNEX', noSecretConfirmed: 'true' };

const add = (
  bytes: Buffer | string,
  name = 'phu-luc.pdf',
  fields: Record<string, string> = FIELDS,
): Promise<Reply<AgreementAnswer & Problem>> =>
  world.upload(`/agreements/${agreement}/documents`, fields, { name, bytes: Buffer.from(bytes) });
const added = async (
  bytes: Buffer | string,
  name?: string,
  fields?: Record<string, string>,
): Promise<DocumentAnswer> => {
  const { status, body } = await add(bytes, name, fields);
  expect([status, body.code]).toEqual([201, undefined]);
  const last = body.documents.at(-1);
  if (!last) throw new Error('no document');
  return last;
};
const stored = async (): Promise<string[]> => {
  const { filesDir } = world.app.get<Config>(CONFIG);
  const files = await readdir(filesDir, { recursive: true, withFileTypes: true });
  return files.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

describe('a document', () => {
  it('is stored once by its SHA-256, however often it is added and whatever it is called', async () => {
    const first = await added(PDF, 'quy-che.pdf');
    const second = await added(PDF, 'ban-sao.pdf');
    expect(first).toMatchObject({
      sha256: createHash('sha256').update(PDF).digest('hex'),
      size: PDF.length,
      mediaType: 'application/pdf',
      name: 'quy-che.pdf',
    });
    expect([second.sha256, second.name]).toEqual([first.sha256, 'ban-sao.pdf']);
    expect((await stored()).filter((name) => name === first.sha256)).toHaveLength(1);
  });

  it('added many times at once is still stored once and whole', async () => {
    const bytes = aPdf([['cùng một nội dung']]);
    const replies = await Promise.all(Array.from({ length: 10 }, () => add(bytes)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await stored()).filter((name) => name === sha256 || name.startsWith('.'))).toEqual([sha256]);
  });

  it('is served as an attachment that no browser runs or guesses at', async () => {
    const { id } = await added(PDF, 'Quy chế đã ký.pdf');
    const { status, body, headers } = await world.call<Buffer>('GET', `/documents/${id}/content`);
    expect([status, body]).toEqual([200, PDF]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Quy ch? ?? k?.pdf"; filename*=UTF-8''${encodeURIComponent('Quy chế đã ký.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
      'cache-control': 'no-store',
    });
  });

  it('is served to nobody who has not signed in', async () => {
    const { id } = await added(PDF);
    const reply = await world.call<Problem>('GET', `/documents/${id}/content`, undefined, { authorization: '' });
    expect([reply.status, reply.body.code]).toEqual([401, 'request.not-signed-in']);
  });

  it('loses the folders and the control characters of its name', async () => {
    const document = await added(PDF, '../../etc/mat\u202Efdp.pdf');
    expect(document.name).toBe('matfdp.pdf');
  });

  it('may be taken off, but not the signed text of a signed agreement', async () => {
    const annex = await added(PDF);
    const text = await added(PDF, 'ban-ky.pdf', { ...FIELDS, kind: 'SIGNED_TEXT' });
    const remove = (id: string): Promise<Reply<Problem>> => world.call('DELETE', `/documents/${id}`);
    expect((await remove(annex.id)).status).toBe(204);
    expect((await remove(annex.id)).body.code).toBe('document.unknown');
    expect((await remove(text.id)).body).toMatchObject({ status: 409, code: 'document.signed-text-stays' });
  });
});

describe('the kind of a file is read from its content', () => {
  it.each([
    ['PDF', PDF, 'application/pdf', 'tep.PDF'],
    [
      'PNG',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'image/png',
      'tep.png',
    ],
    ['plain text in Vietnamese', Buffer.from('Xin chào các đồng chí'), 'text/plain', 'tep.txt'],
  ])('%s is taken', async (_, bytes, mediaType, name) => {
    expect((await added(bytes, name)).mediaType).toBe(mediaType);
  });

  it.each([
    ['HTML', '<!DOCTYPE html><html><script>alert(1)</script></html>'],
    ['HTML after blanks', '  \n<HTML>'],
    ['HTML in UTF-16', Buffer.from('\ufeff<html></html>', 'utf16le')],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['XML', '<?xml version="1.0"?><a/>'],
    ['a Windows program', Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(128)])],
    ['a Linux program', Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex')],
    ['an archive', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')],
    ['bytes that are no text', Buffer.from([1, 0, 2, 0, 255, 254])],
  ])('%s named .pdf is refused, and nothing is kept of it', async (_, bytes) => {
    const before = await stored();
    const reply = await add(bytes);
    expect([reply.status, reply.body.code, reply.body.pointer]).toEqual([415, 'file.wrong-kind', '/file']);
    expect(await stored()).toEqual(before);
  });
});

describe('what is refused of a form', () => {
  it('a file larger than the limit, and an empty one', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(26 * 1024 * 1024, 0x20)]);
    expect((await add(large)).body).toMatchObject({ status: 413, code: 'file.too-large', pointer: '/file' });
    expect((await add('')).body).toMatchObject({ status: 422, code: 'file.empty', pointer: '/file' });
  });

  it('no file, and no form at all', async () => {
    const path = `/agreements/${agreement}/documents`;
    expect((await world.upload(path, FIELDS)).body).toMatchObject({ status: 422, code: 'file.missing' });
    expect((await world.call('POST', path, FIELDS)).body).toMatchObject({ status: 422, code: 'file.missing' });
  });

  it.each([
    ['no word about secrets', { kind: 'ANNEX' }, '/noSecretConfirmed', 'field.required'],
    ['no kind', { noSecretConfirmed: 'true' }, '/kind', 'field.required'],
    ['a kind that is none', { ...FIELDS, kind: 'X' }, '/kind', 'field.not-one-of'],
    ['a day that does not exist', { ...FIELDS, datedOn: '2026-06-31' }, '/datedOn', 'field.not-a-date'],
    ['a field that is not known', { ...FIELDS, secrecy: 'MẬT' }, '/secrecy', 'field.unknown'],
  ])('%s', async (_, fields, pointer, code) => {
    const { status, body } = await add(PDF, 'a.pdf', fields);
    expect([status, body.errors?.map((error) => [error.pointer, error.code])]).toEqual([422, [[pointer, code]]]);
  });

  it('a file that is said to hold a secret, and an agreement that is not there', async () => {
    const secret = await add(PDF, 'a.pdf', { ...FIELDS, noSecretConfirmed: 'false' });
    expect(secret.body).toMatchObject({ status: 422, code: 'file.secret-not-excluded' });
    const nowhere = '/agreements/00000000-0000-4000-8000-000000000000/documents';
    const reply = await world.upload(nowhere, FIELDS, { name: 'a.pdf', bytes: PDF });
    expect(reply).toMatchObject({ status: 404, body: { code: 'agreement.unknown' } });
  });
});
