import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../src/platform/config/config.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { aDocx, anOle, aPdf, paragraph } from '../support/files.js';
import { anAgreement } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let agreement: string;

beforeAll(async () => {
  world = await openWorld();
  agreement = await anAgreement(world.db);
}, 60_000);
afterAll(() => world.close());

const CONFIRMED = { kind: 'ANNEX', noSecretConfirmed: 'true' };
const MARKED = aDocx(paragraph('MẬT') + paragraph('Kế hoạch phòng thủ khu vực số 7'));

const send = (
  name: string,
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<Reply<Problem & { documents: { name: string }[] }>> =>
  world.upload(`/agreements/${agreement}/documents`, CONFIRMED, { name, bytes }, headers);

/** Every file and folder of the store, and every row of every table but the audit trail and the sessions. */
async function kept(): Promise<unknown> {
  const files = await readdir(world.app.get<Config>(CONFIG).filesDir, { recursive: true });
  const tables = await world.db.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name not like 'audit_%' and table_name <> 'session' order by table_name`,
  );
  const rows: [string, number][] = [];
  for (const { name } of tables) {
    const [{ count } = { count: 0 }] = await world.db.query<{ count: number }[]>(
      `select count(*)::int as count from "${name}"`,
    );
    rows.push([name, count]);
  }
  return { files: files.sort(), rows };
}

const refusals = (): Promise<Record<string, unknown>[]> =>
  world.db.query(`select * from audit_entry where what = 'intake.refused' order by id`);

describe('a file that carries a secrecy mark', () => {
  it('is refused, no byte of it is kept, and only the fact is noted', async () => {
    const before = await kept();
    const reply = await send('Kế hoạch phòng thủ.docx', MARKED);
    expect(reply.body).toMatchObject({ status: 422, code: 'file.secrecy-mark', pointer: '/file' });
    expect(reply.body.detail).toContain('giao cho bộ phận có thẩm quyền');
    expect(await kept()).toEqual(before);
    const [entry, ...more] = await refusals();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      subject_id: entry!['actor_id'],
      before: null,
      after: {
        route: 'POST /api/v1/agreements/:id/documents',
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      },
    });
    expect(JSON.stringify(entry)).not.toMatch(/phòng thủ|Kế hoạch|\.docx/);
  });

  it('is noted again at each try, also with the key of a repeat, and the key stays free', async () => {
    const count = (await refusals()).length;
    const key = { 'idempotency-key': 'van-ban-mat-1' };
    expect((await send('a.docx', MARKED, key)).body.code).toBe('file.secrecy-mark');
    expect((await send('a.docx', MARKED, key)).body.code).toBe('file.secrecy-mark');
    expect(await refusals()).toHaveLength(count + 2);
    expect((await send('a.docx', aDocx(paragraph('Phụ lục')), key)).status).toBe(201);
  });

  it('is told of in the history in words, without its name', async () => {
    const { body } = await world.call<{ items: { whatVi: string }[] }>('GET', '/history?what=intake');
    expect(body.items[0]?.whatVi).toBe('Từ chối tệp có dấu chỉ độ mật');
  });

  it.each<[string, string, Buffer]>([
    ['a PDF', 'a.pdf', aPdf([['TUYỆT MẬT']])],
    ['an old Word file', 'a.doc', anOle(Buffer.from('\rMẬT\r', 'utf16le'))],
    ['a text', 'a.txt', Buffer.from('MẬT')],
    ['a name', 'Tối mật.pdf', aPdf([['Kế hoạch']])],
  ])('is refused as %s', async (_, name, bytes) => {
    const before = await kept();
    expect((await send(name, bytes)).body.code).toBe('file.secrecy-mark');
    expect(await kept()).toEqual(before);
  });

  it('is refused on every way in', async () => {
    const document = await world.call<{ paths: Record<string, Record<string, { requestBody?: { content: object } }>> }>(
      'GET',
      '/api/openapi.json',
    );
    const ways = Object.entries(document.body.paths).filter(
      ([, { post }]) => post?.requestBody && 'multipart/form-data' in post.requestBody.content,
    );
    expect(ways.length).toBeGreaterThanOrEqual(3);
    for (const [path, { post }] of ways) {
      expect([path, JSON.stringify(post)]).toEqual([path, expect.stringContaining('bí mật nhà nước')]);
      const way = path.replace('/api/v1', '').replace(/\{[^}]+\}/g, agreement);
      const fields = path.includes('documents') ? CONFIRMED : { noSecretConfirmed: 'true' };
      const reply = await world.upload<Problem>(way, fields, { name: 'a.docx', bytes: MARKED });
      expect([path, reply.body.code]).toEqual([path, 'file.secrecy-mark']);
    }
  });
});

describe('a file without a mark', () => {
  it('is taken with the words in a sentence, as inter-ministerial circular 02/2016 has them', async () => {
    const text = 'thuộc danh mục bí mật nhà nước độ Mật theo quy định của pháp luật';
    expect((await send('thong-tu.docx', aDocx(paragraph(text)))).status).toBe(201);
  });

  it('is not kept when it cannot be read, and then it is no refusal for secrecy', async () => {
    const [before, count] = [await kept(), (await refusals()).length];
    for (const [name, bytes] of [
      ['hong.docx', aDocx('<w:p>')],
      ['khoa.doc', anOle(Buffer.from('EncryptedPackage', 'utf16le'))],
      ['khoa.docx', anOle(Buffer.from('EncryptedPackage', 'utf16le'))],
      ['hong.pdf', Buffer.from('%PDF-1.4\nhỏng')],
    ] as const) {
      expect([name, (await send(name, bytes)).body.code]).toEqual([name, 'file.unreadable']);
    }
    expect(await kept()).toEqual(before);
    expect(await refusals()).toHaveLength(count);
  });

  it('needs the word that it holds no secret before it is looked at', async () => {
    const count = (await refusals()).length;
    const reply = await world.upload<Problem>(
      `/agreements/${agreement}/documents`,
      { ...CONFIRMED, noSecretConfirmed: 'false' },
      { name: 'a.docx', bytes: MARKED },
    );
    expect(reply.body).toMatchObject({ code: 'file.secret-not-excluded', pointer: '/noSecretConfirmed' });
    expect(await refusals()).toHaveLength(count);
  });
});

describe('a text that carries a secrecy mark', () => {
  const SECRET = 'Kế hoạch tác chiến\nĐộ mật: Tối mật';

  it.each([
    ['a title', 'title', SECRET],
    ['a title of one word', 'title', 'TUYỆT MẬT'],
  ])('is refused as %s and not said back', async (_, field, value) => {
    const before = await kept();
    const reply = await world.call<Problem>('POST', '/agreements', { kind: 'REGULATION', [field]: value });
    expect(reply.body.errors).toContainEqual(
      expect.objectContaining({ pointer: `/${field}`, code: 'field.secrecy-mark' }),
    );
    expect(JSON.stringify(reply.body)).not.toMatch(/tác chiến|Tối mật|TUYỆT/);
    expect(await kept()).toEqual(before);
  });

  it('is refused as the text of a clause, but a sentence about secrets is not, nor a search', async () => {
    const clause = (text: string): Promise<Reply<Problem>> =>
      world.call('POST', `/agreements/${agreement}/clauses`, { clauses: [{ kind: 'ARTICLE', label: 'Điều 1', text }] });
    expect(JSON.stringify((await clause(SECRET)).body)).toContain('field.secrecy-mark');
    expect(JSON.stringify((await clause('Không phổ biến bí mật nhà nước độ Mật.')).body)).not.toContain('secrecy');
    expect((await world.call('GET', `/agreements?q=${encodeURIComponent('mật')}`)).status).toBe(200);
  });
});

describe('a store', () => {
  it('holds whole files only', async () => {
    const { filesDir } = world.app.get<Config>(CONFIG);
    const files = (await readdir(filesDir, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    for (const { parentPath, name } of files) {
      expect([name, (await readFile(join(parentPath, name))).includes(Buffer.from('phòng thủ'))]).toEqual([
        name,
        false,
      ]);
    }
  });
});
