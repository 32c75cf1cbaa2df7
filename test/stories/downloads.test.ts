import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'content-disposition';
import { readdir } from 'node:fs/promises';
import type { Config } from '../../src/platform/config/config.js';
import { CONFIG } from '../../src/platform/config/config.js';
import { anAgreement } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';
import { aPdf } from '../support/files.js';

const PDF = aPdf([['Phụ lục']]);
let world: World;
let agreement: string;

beforeAll(async () => {
  world = await openWorld();
  agreement = await anAgreement(world.db, { state: 'draft' });
}, 60_000);
afterAll(() => world.close());

async function keep(name: string, bytes = PDF, fields: Record<string, string> = {}): Promise<string> {
  const reply = await world.upload(
    `/agreements/${agreement}/documents`,
    { kind: 'OTHER', noSecretConfirmed: 'true', ...fields },
    { name, bytes },
  );
  expect([name, reply.status, reply.status < 300 ? '' : JSON.stringify(reply.body)]).toEqual([name, 201, '']);
  const [row] = await world.db.query<{ id: string }[]>(`select id from agreement_document order by id desc limit 1`);
  return row!.id;
}

describe('a file that is fetched', () => {
  it('is an attachment that no browser runs, with its length, of the kind found in its bytes', async () => {
    const id = await keep('quy-che.pdf');
    const { status, headers, body } = await world.call<Buffer>('GET', `/documents/${id}/content`, undefined, {
      range: 'bytes=0-3',
    });
    expect([status, body.equals(PDF)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': 'attachment; filename=quy-che.pdf',
      'content-security-policy':
        "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'accept-ranges': 'none',
    });
  });

  it.each([
    ['Quy chế phối hợp.pdf', 'Quy chế phối hợp.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\boot.pdf', 'boot.pdf'],
    ['a\u202efdp.exe.pdf', 'afdp.exe.pdf'],
    ["O'Brien (1)*.pdf", "O'Brien (1).pdf"],
    ['a;b=c.pdf', 'a;b=c.pdf'],
    ['%0d%0aset-cookie: a=b.pdf', '%0d%0aset-cookie a=b.pdf'],
  ])('called %s is offered under a name that is only a name', async (sent, offered) => {
    const id = await keep(sent);
    const { headers } = await world.call('GET', `/documents/${id}/content`);
    const header = String(headers['content-disposition']);
    expect(header).toMatch(/^attachment; [\x20-\x7e]+$/);
    expect(parse(header)).toMatchObject({ type: 'attachment', parameters: { filename: offered } });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('lies under its hash, not under a name that somebody gave', async () => {
    const { filesDir } = world.app.get<Config>(CONFIG);
    const names = await readdir(filesDir, { recursive: true, withFileTypes: true });
    expect(names.filter((entry) => entry.isFile()).every(({ name }) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  it.each([
    ['a page', 'x.txt', '<html><script>alert(1)</script>'],
    ['a picture that is a script', 'x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', 'x.pdf', '#!/bin/sh\nid'],
    ['a page called a document', 'x.pdf', '<!doctype html><title>x</title>'],
  ])('is never %s', async (_, name, text) => {
    const reply = await world.upload(
      `/agreements/${agreement}/documents`,
      { kind: 'OTHER', noSecretConfirmed: 'true' },
      { name, bytes: Buffer.from(text) },
    );
    expect(reply.status).toBe(415);
  });
});
