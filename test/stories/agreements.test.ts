import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementAnswer, AgreementRow } from '../../src/agreements/agreement.answers.js';
import type { Page } from '../../src/platform/http/paging.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { aBody } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let board: string;
let military: string;

beforeAll(async () => {
  world = await openWorld();
  board = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
  military = await aBody(world.db, 'Ban Chỉ huy Quân sự quận');
}, 60_000);
afterAll(() => world.close());

const sent = (changes: object = {}): object => ({
  kind: 'REGULATION',
  title: 'Quy chế phối hợp công tác tuyên truyền',
  parties: [{ bodyId: board }, { bodyId: military }],
  signedOn: '2026-01-05',
  noSecretConfirmed: true,
  ...changes,
});
const register = <T = AgreementAnswer>(changes: object = {}): Promise<Reply<T>> =>
  world.call<T>('POST', '/agreements', sent(changes));
const registered = async (changes: object = {}): Promise<AgreementAnswer> => {
  const { status, body } = await register(changes);
  expect([status, 'code' in body ? body.code : null]).toEqual([201, null]);
  return body;
};
const change = ({ id, version }: AgreementAnswer, changes: object): Promise<Reply<AgreementAnswer & Problem>> =>
  world.call('PATCH', `/agreements/${id}`, changes, { 'if-match': `"${version}"` });

describe('numbers', () => {
  it('may be none, one joint number, or one of each party, each as printed', async () => {
    expect((await registered()).numbers).toEqual([]);
    const joint = await registered({ numbers: [{ printed: '69/QCPH-HĐND-UBND-MTTQ' }] });
    expect(joint.numbers).toMatchObject([
      { printed: '69/QCPH-HĐND-UBND-MTTQ', issuerId: null, seq: 69, type: 'QCPH', orgs: ['HĐND', 'UBND', 'MTTQ'] },
    ]);
    const each = [
      { printed: '01-QC/BTGQU', issuerId: board },
      { printed: '12/QCPH-BCHQS', issuerId: military },
    ];
    expect((await registered({ numbers: each })).numbers).toMatchObject(each);
  });

  it('that cannot be parsed are kept as printed', async () => {
    const printed = 'số 7 bis «liên tịch» (bản sao)';
    const { numbers } = await registered({ numbers: [{ printed }] });
    expect(numbers).toEqual([{ printed, issuerId: null, seq: null, year: null, type: null, orgs: null }]);
  });

  it('name a party as issuer', async () => {
    const stranger = await aBody(world.db, 'Cơ quan khác');
    const reply = await register<Problem>({ numbers: [{ printed: '1', issuerId: stranger }] });
    expect(reply.body).toMatchObject({ code: 'agreement.issuer-not-party', pointer: '/numbers/0/issuerId' });
  });
});

describe('what is refused', () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const cases: [string, () => object, string, string][] = [
    ['one party', () => ({ parties: [{ bodyId: board }] }), 'agreement.needs-two-parties', '/parties'],
    [
      'the same party twice',
      () => ({ parties: [{ bodyId: board }, { bodyId: board }] }),
      'agreement.needs-two-parties',
      '/parties',
    ],
    [
      'a third party that is one of the two',
      () => ({ parties: [{ bodyId: board }, { bodyId: military }, { bodyId: board }] }),
      'agreement.party-twice',
      '/parties/2/bodyId',
    ],
    [
      'a body that is not in the register',
      () => ({ parties: [{ bodyId: board }, { bodyId: none }] }),
      'body.not-in-register',
      '/parties/1/bodyId',
    ],
    [
      'a term that ends before it begins',
      () => ({ inForceFrom: '2026-05-01', termTo: '2026-04-30' }),
      'agreement.term-reversed',
      '/termTo',
    ],
    [
      'a last day without a term',
      () => ({ termKind: 'OPEN', termTo: '2030-01-01' }),
      'agreement.open-with-end',
      '/termTo',
    ],
    ['a signature of tomorrow', () => ({ signedOn: '2026-07-03' }), 'agreement.signed-in-future', '/signedOn'],
    [
      'no word about secrets',
      () => ({ noSecretConfirmed: false }),
      'agreement.secret-not-excluded',
      '/noSecretConfirmed',
    ],
    [
      'a link to nothing in the register',
      () => ({ links: [{ kind: 'REPLACES', toAgreementId: none }] }),
      'agreement.linked-unknown',
      '/links/0/toAgreementId',
    ],
    [
      'a link that names a document twice',
      () => ({ links: [{ kind: 'REPLACES', toAgreementId: none, toText: 'Quy chế cũ' }] }),
      'agreement.link-names-one',
      '/links/0',
    ],
    [
      'an unknown scheme after everything else was right',
      () => ({ numbers: [{ printed: '1' }], schemeId: none }),
      'agreement.scheme-unknown',
      '/schemeId',
    ],
  ];

  it.each(cases)('%s, and nothing is half-written', async (_, changes, code, pointer) => {
    const count = (): Promise<unknown> =>
      world.db.query(`select (select count(*) from agreement) as agreements, (select count(*) from party) as parties,
        (select count(*) from agreement_number) as numbers, (select count(*) from audit_entry) as entries`);
    const before = await count();
    const reply = await register<Problem>(changes());
    expect([reply.status, reply.body.code, reply.body.pointer]).toEqual([422, code, pointer]);
    expect(await count()).toEqual(before);
  });

  it.each(['2026-06-31', '2026-02-30', '2026-13-01', '31/06/2026', '0000-01-01'])('the date %s', async (signedOn) => {
    const { status, body } = await register<Problem>({ signedOn });
    expect([status, body.errors?.map(({ pointer, code }) => [pointer, code])]).toEqual([
      422,
      [['/signedOn', 'field.not-a-date']],
    ]);
  });

  it('a party that did not exist on the day of signing', async () => {
    const gone = await aBody(world.db, 'Ban đã giải thể', { valid_to: '2025-06-30' });
    const parties = [{ bodyId: board }, { bodyId: gone }];
    const reply = await register<Problem>({ parties });
    expect(reply.body).toMatchObject({ status: 422, code: 'body.not-on-day', pointer: '/parties/1/bodyId' });
    expect((await register({ parties, signedOn: '2025-06-30' })).status).toBe(201);
  });
});

describe('drafts', () => {
  it('are signed on a day that is not tomorrow, once', async () => {
    const draft = await registered({ signedOn: null });
    expect(draft.state).toBe('draft');
    const sign = (signedOn: string): Promise<Reply<AgreementAnswer & Problem>> =>
      world.call('POST', `/agreements/${draft.id}/signature`, { signedOn });
    expect((await sign('2026-07-03')).body.code).toBe('agreement.signed-in-future');
    expect((await sign('2026-07-01')).body).toMatchObject({ state: 'signed', signedOn: '2026-07-01' });
    expect((await sign('2026-07-01')).status).toBe(409);
  });

  it('can be deleted unless another agreement points to them; what is signed stays', async () => {
    const draft = await registered({ signedOn: null });
    const next = await registered({ links: [{ kind: 'REPLACES', toAgreementId: draft.id }] });
    const remove = (id: string): Promise<Reply<Problem>> => world.call('DELETE', `/agreements/${id}`);
    expect((await remove(draft.id)).body.code).toBe('agreement.linked-from-others');
    expect((await remove(next.id)).body.code).toBe('agreement.only-drafts-are-deleted');
    expect((await change(next, { links: [] })).status).toBe(200);
    expect((await remove(draft.id)).status).toBe(204);
    expect((await remove(draft.id)).body.code).toBe('agreement.unknown');
  });

  it('go with their clauses and with all that refers to them', async () => {
    const { id } = await registered({ signedOn: null });
    const clauses = { clauses: [{ kind: 'ARTICLE', label: 'Điều 1', text: 'Hằng quý, hai bên báo cáo.' }] };
    const put = await world.call<{ items: { id: string }[] }>('POST', `/agreements/${id}/clause-sets`, clauses);
    const clauseId = put.body.items[0]!.id;
    const commitment = {
      ...{ title: 'Báo cáo hằng quý', kind: 'REPORT', clauseIds: [clauseId] },
      bodies: [{ bodyId: board, role: 'LEAD' }],
      schedules: [{ frequency: 'QUARTERLY', clauseId }],
    };
    expect((await world.call('POST', `/agreements/${id}/commitments`, commitment)).status).toBe(201);
    const cycle = { kind: 'INTERIM_REVIEW', frequency: 'YEARLY', clauseId };
    expect((await world.call('POST', `/agreements/${id}/review-cycles`, cycle)).status).toBe(201);
    expect((await world.call<Problem>('DELETE', `/clauses/${clauseId}`)).body.code).toBe('clause.in-use');
    expect((await world.call('DELETE', `/agreements/${id}`)).status).toBe(204);
    expect((await world.call('GET', `/agreements/${id}`)).status).toBe(404);
  });
});

describe('the list', () => {
  const list = async (query: string): Promise<Page<AgreementRow>> =>
    (await world.call<Page<AgreementRow>>('GET', `/agreements?${query}`)).body;

  it('finds without accents, whatever the tone placement or the form of the letters', async () => {
    const { id } = await registered({ title: 'Chương trình phối hợp tỉnh Hoà Bình'.normalize('NFD') });
    for (const q of ['hoa binh', 'Hòa Bình', 'HOÀ BÌNH', 'hoà bình'.normalize('NFD')]) {
      expect((await list(`q=${encodeURIComponent(q)}`)).items.map((row) => row.id)).toEqual([id]);
    }
  });

  it('reads % and _ as letters', async () => {
    const { id } = await registered({ title: `'; drop table agreement; -- 100%_\\` });
    expect((await list(`q=${encodeURIComponent('100%_\\')}`)).items.map((row) => row.id)).toEqual([id]);
    expect((await list(`q=${encodeURIComponent('1%0')}`)).items).toEqual([]);
  });

  it('pages over everything once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<AgreementRow> = await list(`limit=3${next === '' ? '' : `&cursor=${next}`}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const [all] = await world.db.query<{ count: number }[]>('select count(*) as count from agreement');
    expect([seen.length, new Set(seen).size]).toEqual([all?.count, all?.count]);
  });
});
