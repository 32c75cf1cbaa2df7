import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgreementAnswer } from '../../src/agreements/agreement.answers.js';
import type { ClausesAnswer } from '../../src/commitments/clause.contract.js';
import type { ClauseProposalAnswer } from '../../src/commitments/clause-set.contract.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { asking } from '../support/asking.js';
import { aBody } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

const TEXT = `\r
QUY CHẾ PHỐI HỢP\r
- Căn cứ Điều lệ Đảng;\r
Chương I\r
CHẾ ĐỘ BÁO CÁO\r
Điều 1. Báo cáo\r
1. Hằng quý, hai bên báo cáo.\r
3. Hằng năm sơ kết.\r
TM. BAN THƯỜNG VỤ\r
`.normalize('NFD');

let world: World;
let boards: string[];
let agreement: AgreementAnswer;

const { get, post } = asking(() => world);
const list = (): Promise<ClausesAnswer> => get<ClausesAnswer>(`/agreements/${agreement.id}/clauses`);
const propose = (text: string): Promise<Reply<ClauseProposalAnswer & Problem>> =>
  world.call('POST', `/agreements/${agreement.id}/clause-proposals`, { text });
const put = (clauses: object[], rest: object = {}): Promise<Reply<ClausesAnswer & Problem>> =>
  world.call('POST', `/agreements/${agreement.id}/clause-sets`, { clauses, ...rest });

beforeAll(async () => {
  world = await openWorld();
  boards = [await aBody(world.db, 'Ban Tuyên giáo Quận ủy'), await aBody(world.db, 'Đảng ủy Quân sự quận')];
}, 60_000);
afterAll(() => world.close());

beforeEach(async () => {
  agreement = await post<AgreementAnswer>('/agreements', {
    kind: 'REGULATION',
    title: 'Quy chế phối hợp',
    parties: boards.map((bodyId) => ({ bodyId })),
    noSecretConfirmed: true,
  });
});

describe('a pasted text', () => {
  it('is split into clauses with their places, and nothing is saved', async () => {
    const { status, body } = await propose(TEXT);
    expect(status).toBe(200);
    expect(body.style).toBe('A');
    expect(body.clauses.map(({ parent, label, heading, text }) => [parent, label, heading, text])).toEqual([
      [null, 'Chương I', 'CHẾ ĐỘ BÁO CÁO', ''],
      [0, 'Điều 1', 'Báo cáo', ''],
      [1, '1.', null, 'Hằng quý, hai bên báo cáo.'],
      [1, '3.', null, 'Hằng năm sơ kết.'],
    ]);
    const [, , first] = body.clauses;
    expect(TEXT.slice(first?.from, first?.to).normalize('NFC')).toBe('1. Hằng quý, hai bên báo cáo.');
    expect(first).toMatchObject({ fromLine: 7, toLine: 7, kind: 'CLAUSE', depth: 2 });
    expect(body.before).toMatchObject({ fromLine: 2, toLine: 3, legalBases: ['Căn cứ Điều lệ Đảng;'] });
    expect(body.after).toMatchObject({ fromLine: 9, text: 'TM. BAN THƯỜNG VỤ' });
    expect(body.warnings).toMatchObject([
      {
        code: 'number-missing',
        line: 8,
        label: '3.',
        expected: '2.',
        messageVi: expect.stringContaining('thiếu «2.»'),
      },
    ]);
    expect((await list()).items).toEqual([]);
  });

  it('is refused with a secrecy mark, and of an agreement that is not there', async () => {
    const marked = await propose(`TỐI MẬT\n${TEXT}`);
    expect([marked.status, marked.body.code]).toEqual([422, 'request.invalid']);
    const nowhere = await world.call<Problem>('POST', `/agreements/${boards[0] ?? ''}/clause-proposals`, {
      text: TEXT,
    });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'agreement.unknown']);
  });
});

describe('a whole tree of clauses', () => {
  it('goes in as proposed, at once, with one audit entry; a second goes behind it or in its place', async () => {
    const { body } = await propose(TEXT);
    const first = await put(
      body.clauses.map(({ parent, kind, label, heading, text }) => ({ parent, kind, label, heading, text })),
    );
    expect(first.status).toBe(201);
    const [chapter, article, one, three] = first.body.items;
    expect([article?.parentId, one?.parentId, three?.parentId]).toEqual([chapter?.id, article?.id, article?.id]);
    expect(first.body.items.map(({ ordinal, id, lineageId }) => [ordinal, id === lineageId])).toEqual(
      [0, 1, 2, 3].map((ordinal) => [ordinal, true]),
    );
    const second = await put([{ kind: 'ARTICLE', label: 'Điều 2', text: 'Kinh phí.' }]);
    expect(second.body.items.map(({ label }) => label)).toEqual(['Chương I', 'Điều 1', '1.', '3.', 'Điều 2']);
    const third = await put([{ kind: 'ARTICLE', label: 'Điều 1', text: 'Thay.' }], { replace: true });
    expect(third.body.items).toMatchObject([{ label: 'Điều 1', text: 'Thay.', ordinal: 0 }]);
    const noted = await world.db.query<{ what: string }[]>(
      `select what from audit_entry where subject_id = $1 and what like 'clause.%' order by id`,
      [agreement.id],
    );
    expect(noted.map(({ what }) => what)).toEqual(['clause.appended', 'clause.appended', 'clause.replaced']);
  });

  it.each([
    [[{ kind: 'ARTICLE', text: 'a', parent: 0 }], 'clause.parent-not-before', '/clauses/0/parent'],
    [
      [
        { kind: 'ARTICLE', text: 'a' },
        { kind: 'ARTICLE', text: 'b' },
        { kind: 'CLAUSE', text: 'c', parent: 0 },
      ],
      'clause.parent-closed',
      '/clauses/2/parent',
    ],
  ])('is refused with a pointer to the clause, and all of it', async (clauses, code, pointer) => {
    const { status, body } = await put(clauses);
    expect([status, body.code, body.pointer]).toEqual([422, code, pointer]);
    expect((await list()).items).toEqual([]);
  });

  it('points at a bad field, and takes 2,000 clauses but not one more', async () => {
    const bad = await put([
      { kind: 'ARTICLE', text: 'a' },
      { kind: 'CHƯƠNG', text: 'b' },
    ]);
    expect([bad.status, bad.body.errors?.[0]?.pointer]).toEqual([422, '/clauses/1/kind']);
    const many = Array.from({ length: 2000 }, (_, at) => ({
      kind: 'CLAUSE',
      text: 'x',
      ...(at > 0 ? { parent: 0 } : {}),
    }));
    expect((await put([...many, { kind: 'CLAUSE', text: 'x' }])).status).toBe(422);
    expect((await put(many)).body.items).toHaveLength(2000);
  });

  it('does not replace what a commitment names, nor the text of an agreement that is over', async () => {
    const { body } = await put([{ kind: 'ARTICLE', label: 'Điều 1', text: 'Báo cáo.' }]);
    await post(`/agreements/${agreement.id}/commitments`, {
      ...{ title: 'Báo cáo', kind: 'REPORT', clauseIds: [body.items[0]?.id] },
      bodies: [{ bodyId: boards[0], role: 'LEAD' }],
    });
    const used = await put([{ kind: 'ARTICLE', text: 'Khác.' }], { replace: true });
    expect([used.status, used.body.code]).toEqual([409, 'clause.in-use']);
    expect((await list()).items).toMatchObject([{ text: 'Báo cáo.' }]);
    await world.db.query(
      `update agreement set state = 'ended', signed_on = '2025-01-01', in_force_from = '2025-01-01' where id = $1`,
      [agreement.id],
    );
    const over = await put([{ kind: 'ARTICLE', text: 'Khác.' }]);
    expect([over.status, over.body.code]).toEqual([409, 'commitment.agreement-over']);
  });

  it('takes 500 clauses quickly', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      kind: 'CLAUSE',
      label: `${at}.`,
      text: 'Hai bên phối hợp. '.repeat(10),
    }));
    const started = performance.now();
    expect((await put(many)).status).toBe(201);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
