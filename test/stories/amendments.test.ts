import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';
import { anAgreement, deskOf, type Cast, type ClauseSeen, type Named } from './amendments-cast.js';

describe('amendments', () => {
  let world: World;
  let cast: Cast;
  let count = 0;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ask = asking(() => world);
  beforeEach(async () => {
    world.clock.set('2026-02-02');
    count += 1;
    cast = await anAgreement(ask, `A${count}`);
  });
  const { amend, refused, owed } = deskOf(
    () => world,
    () => cast,
  );
  const textOn = async (on: string): Promise<ClauseSeen[]> =>
    (await ask.get<{ items: ClauseSeen[] }>(`/agreements/${cast.agreement}/clauses?on=${on}`)).items;
  const labelsOn = async (on: string): Promise<string[]> =>
    (await textOn(on)).map(({ label, text }) => `${label ?? ''} ${text}`.trim());
  const clauseOf = async (period: string): Promise<string | undefined> => {
    const row = (await owed()).find(({ periodKey }) => periodKey === period);
    return (await ask.get<{ clause: { id: string } }>(`/occurrences/${row?.id ?? ''}`)).clause.id;
  };

  const OLD = ['Điều 1 Mục đích.', 'Điều 2', '1. Báo cáo hằng quý.', '2. Trao đổi thông tin.', 'Điều 3 Kinh phí.'];
  const NEW = [
    'Điều 1 Mục đích.',
    'Điều 2',
    '1. Báo cáo hằng quý, kèm số liệu.',
    '2. Trao đổi thông tin.',
    'Điều 2a Thi đua.',
  ];

  it('show the text of any day: the first before entry into force, the old the day before, the new from the day on', async () => {
    await amend({
      effectiveFrom: '2026-04-01',
      clauses: [
        { op: 'REPLACE', clauseId: cast.clauses.k1, text: 'Báo cáo hằng quý, kèm số liệu.' },
        { op: 'END', clauseId: cast.clauses.d3 },
        { op: 'ADD', afterId: cast.clauses.d2, kind: 'ARTICLE', label: 'Điều 2a', text: 'Thi đua.' },
      ],
    });
    for (const day of ['2025-06-30', '2026-01-01', '2026-03-31']) expect(await labelsOn(day)).toEqual(OLD);
    for (const day of ['2026-04-01', '2026-04-02', '2030-01-01']) expect(await labelsOn(day)).toEqual(NEW);
    const { items } = await ask.get<{ items: ClauseSeen[] }>(`/agreements/${cast.agreement}/clauses`);
    expect(items.map(({ text }) => text)).toContain('Kinh phí.');
  });

  it('tell what changed between two days, in the order of the text, with both texts', async () => {
    await amend({
      effectiveFrom: '2026-04-01',
      clauses: [
        { op: 'END', clauseId: cast.clauses.d3 },
        { op: 'ADD', afterId: cast.clauses.d2, kind: 'ARTICLE', label: 'Điều 2a', text: 'Thi đua.' },
        { op: 'REPLACE', clauseId: cast.clauses.k1, text: 'Báo cáo hằng quý, kèm số liệu.' },
      ],
    });
    const between = async (from: string, to: string): Promise<unknown[]> => {
      const { items } = await ask.get<{
        items: { change: string; before: ClauseSeen | null; after: ClauseSeen | null }[];
      }>(`/agreements/${cast.agreement}/clauses/differences?from=${from}&to=${to}`);
      return items.map(({ change, before, after }) => [change, before?.text, after?.text]);
    };
    expect(await between('2026-03-31', '2026-04-01')).toEqual([
      ['CHANGED', 'Báo cáo hằng quý.', 'Báo cáo hằng quý, kèm số liệu.'],
      ['ADDED', undefined, 'Thi đua.'],
      ['ENDED', 'Kinh phí.', undefined],
    ]);
    expect(await between('2026-01-01', '2026-03-31')).toEqual([]);
    expect(await between('2026-04-01', '2026-12-31')).toEqual([]);
    const reversed = await world.call(
      'GET',
      `/agreements/${cast.agreement}/clauses/differences?from=2026-04-01&to=2026-03-31`,
    );
    expect([reversed.status, reversed.body.code]).toEqual([422, 'clause.days-reversed']);
  });

  it('keep every version of a clause, and its children find the parent of the day', async () => {
    const first = await amend({
      effectiveFrom: '2026-04-01',
      clauses: [{ op: 'REPLACE', clauseId: cast.clauses.d2, text: 'Nội dung.' }],
    });
    const second = first.clauses[0]?.startedId ?? '';
    await amend({ effectiveFrom: '2026-07-01', clauses: [{ op: 'REPLACE', clauseId: second, text: 'Nội dung mới.' }] });
    const { items } = await ask.get<{ items: ClauseSeen[] }>(`/clauses/${second}/versions`);
    expect(items.map(({ effectiveFrom, effectiveTo, text }) => [effectiveFrom, effectiveTo, text])).toEqual([
      [null, '2026-03-31', ''],
      ['2026-04-01', '2026-06-30', 'Nội dung.'],
      ['2026-07-01', null, 'Nội dung mới.'],
    ]);
    const parentOn = async (day: string): Promise<string | null | undefined> =>
      (await textOn(day)).find(({ id }) => id === cast.clauses.k1)?.parentId;
    expect([await parentOn('2026-03-31'), await parentOn('2026-06-30')]).toEqual([cast.clauses.d2, second]);
    const gone = await world.call('DELETE', `/clauses/${cast.clauses.d2}`);
    expect([gone.status, gone.body.code]).toEqual([409, 'clause.amended']);
  });

  it('let each report name the version in force on the last day of its window', async () => {
    const amendment = await amend({
      effectiveFrom: '2026-06-30',
      clauses: [{ op: 'REPLACE', clauseId: cast.clauses.k1, text: 'Báo cáo hằng quý, kèm số liệu.' }],
    });
    const version = amendment.clauses[0]?.startedId;
    expect(amendment.occurrences).toMatchObject({ dropped: 0, planned: 0 });
    expect(await clauseOf('2026-Q1')).toBe(cast.clauses.k1);
    expect(await clauseOf('2026-Q2')).toBe(version);
    const next = await amend({
      effectiveFrom: '2026-07-01',
      clauses: [{ op: 'REPLACE', clauseId: version, text: 'Báo cáo hằng quý, kèm phụ lục.' }],
    });
    expect(await clauseOf('2026-Q2')).toBe(version);
    expect(await clauseOf('2026-Q3')).toBe(next.clauses[0]?.startedId);
    // What the night plans later names its version too.
    world.clock.set('2027-06-01');
    await ask.post('/sweeps', {});
    expect(await clauseOf('2027-Q4')).toBe(next.clauses[0]?.startedId);
  });

  it('leave a started report with the version it was started under', async () => {
    const [, second] = await owed();
    world.clock.set('2026-05-04');
    await ask.post(`/occurrences/${second?.id ?? ''}/submissions`, { done: 'Đã làm.' });
    const { occurrences } = await amend({
      effectiveFrom: '2026-06-01',
      clauses: [{ op: 'REPLACE', clauseId: cast.clauses.k1, text: 'Báo cáo mới.' }],
    });
    expect(occurrences.repointed).toBeGreaterThan(0);
    expect(await clauseOf('2026-Q2')).toBe(cast.clauses.k1);
  });

  it('come from a document that is linked and signed, such as the draft that a review opened', async () => {
    const draft = await ask.post<Named>('/agreements', {
      kind: 'PROGRAMME',
      title: 'Sửa đổi',
      parties: [{ bodyId: cast.ward }, { bodyId: cast.front }],
      links: [{ kind: 'AMENDS', toAgreementId: cast.agreement }],
      noSecretConfirmed: true,
    });
    const body = {
      effectiveFrom: '2026-04-01',
      documentText: null,
      clauses: [{ op: 'END', clauseId: cast.clauses.d3 }],
    };
    const at = '/documentAgreementId';
    expect(await refused({ ...body, documentAgreementId: draft.id })).toEqual([
      409,
      'amendment.document-not-signed',
      at,
    ]);
    expect(await refused({ ...body, documentAgreementId: cast.agreement })).toEqual([
      422,
      'amendment.document-not-linked',
      at,
    ]);
    expect(await refused({ ...body, documentAgreementId: cast.ward })).toEqual([422, 'amendment.document-unknown', at]);
    await ask.post(`/agreements/${draft.id}/signature`, { signedOn: '2026-02-01' });
    await amend({ ...body, documentAgreementId: draft.id });
    expect(await ask.get(`/agreements/${cast.agreement}/amendments`)).toMatchObject({
      items: [{ documentAgreementId: draft.id, documentText: 'Sửa đổi', clauses: [{ op: 'END' }] }],
    });
  });

  it('are refused with the reason where they cannot be', async () => {
    const end = [{ op: 'END', clauseId: cast.clauses.d3 }];
    expect(await refused({ effectiveFrom: '2025-12-31', clauses: end })).toEqual([
      422,
      'amendment.before-agreement',
      '/effectiveFrom',
    ]);
    await amend({ effectiveFrom: '2026-04-01', clauses: end });
    expect(await refused({ effectiveFrom: '2026-05-01', clauses: end })).toEqual([
      422,
      'amendment.already-ended',
      '/clauses/0/clauseId',
    ]);
    const other = await anAgreement(ask, 'OTHER');
    expect(
      await refused({ effectiveFrom: '2026-05-01', clauses: [{ op: 'END', clauseId: other.clauses.d1 }] }),
    ).toEqual([422, 'clause.not-in-agreement', '/clauses/0/clauseId']);
    expect(
      await refused({ effectiveFrom: '2026-05-01', schedules: [{ op: 'END', scheduleId: other.schedule }] }),
    ).toEqual([422, 'commitment-schedule.not-in-agreement', '/schedules/0/scheduleId']);
    const bad = { op: 'REPLACE', scheduleId: cast.schedule, schedule: { frequency: 'EVERY_N_MONTHS' } };
    const [status, , pointer] = await refused({ effectiveFrom: '2026-05-01', schedules: [bad] });
    expect([status, pointer]).toEqual([422, '/schedules/0/schedule/n']);
    await ask.post(`/agreements/${cast.agreement}/termination`, { on: '2026-02-01', reason: 'x' });
    expect(await refused({ effectiveFrom: '2026-05-01', clauses: end })).toEqual([
      409,
      'amendment.not-in-force',
      undefined,
    ]);
  });
});
