import { describe, expect, it } from '@jest/globals';
import { amendText, type ClauseVersion, type TextChange } from '../../src/commitments/amended-text.rules.js';
import { checkAmendment, checkEnding } from '../../src/commitments/amendment.rules.js';
import type { NewAmendment } from '../../src/commitments/amendment.contract.js';
import { Refusal } from '../../src/core/refusal.js';

const FROM = '2026-07-01';

function version(id: string, ordinal: number, changes: Partial<ClauseVersion> = {}): ClauseVersion {
  const dates = { effectiveFrom: null, effectiveTo: null };
  return {
    id,
    lineageId: id,
    parentId: null,
    ordinal,
    kind: 'ARTICLE',
    label: id,
    heading: null,
    text: id,
    ...dates,
    ...changes,
  };
}

/** Điều 1; Điều 2 with two khoản; Điều 3. */
const TEXT = [
  version('d1', 0),
  version('d2', 1),
  version('k1', 2, { parentId: 'd2', kind: 'CLAUSE' }),
  version('k2', 3, { parentId: 'd2', kind: 'CLAUSE' }),
  version('d3', 4),
];

function amended(changes: TextChange[], text = TEXT, from = FROM): ReturnType<typeof amendText> {
  return amendText(text, changes, ['n1', 'n2', 'n3'], from);
}

function codeOf(deed: () => unknown): string | undefined {
  try {
    deed();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.pointer ?? ''}`.trim();
    throw error;
  }
  return undefined;
}

const order = (result: ReturnType<typeof amendText>): string[] => result.order.map(({ lineageId }) => lineageId);

describe('an amended text', () => {
  it('ends a clause with all that stands below it, on the day before', () => {
    const { ended, lastDay, deeds } = amended([{ op: 'END', clauseId: 'd2' }]);
    expect([ended, lastDay, deeds.map(({ op }) => op)]).toEqual([
      ['d2', 'k1', 'k2'],
      '2026-06-30',
      ['END', 'END', 'END'],
    ]);
  });

  it('replaces a clause alone, in its place and lineage, keeping what is not said anew', () => {
    const { ended, started, order: places } = amended([{ op: 'REPLACE', clauseId: 'd2', text: 'mới' }]);
    expect(ended).toEqual(['d2']);
    expect(started).toMatchObject([
      { id: 'n1', lineageId: 'd2', label: 'd2', text: 'mới', ordinal: 1, effectiveFrom: FROM, effectiveTo: null },
    ]);
    expect(places).toHaveLength(5);
  });

  it('adds after a clause and what stands below it, else last under the parent, else at the end', () => {
    const article = { op: 'ADD', kind: 'ARTICLE', text: '' } as const;
    expect(order(amended([{ ...article, afterId: 'd2' }]))).toEqual(['d1', 'd2', 'k1', 'k2', 'n1', 'd3']);
    expect(order(amended([{ ...article, afterId: 'k1' }]))).toEqual(['d1', 'd2', 'k1', 'n1', 'k2', 'd3']);
    expect(order(amended([{ ...article, parentId: 'd2' }]))).toEqual(['d1', 'd2', 'k1', 'k2', 'n1', 'd3']);
    expect(order(amended([article]))).toEqual(['d1', 'd2', 'k1', 'k2', 'd3', 'n1']);
    expect(amended([{ ...article, afterId: 'k1' }]).started).toMatchObject([{ parentId: 'd2' }]);
    const nested = amended([
      { ...article, key: 'a', afterId: 'd1' },
      { ...article, parentKey: 'a' },
    ]);
    expect([order(nested).slice(0, 3), nested.started[1]?.parentId]).toEqual([['d1', 'n1', 'n2'], 'n1']);
  });

  it('takes a version only after the one before has begun: a day short, the day, a day past', () => {
    const second = [
      version('d1', 0, { effectiveTo: '2026-06-30' }),
      version('v2', 0, { lineageId: 'd1', effectiveFrom: FROM }),
    ];
    const replace = (from: string): string | undefined =>
      codeOf(() => amended([{ op: 'REPLACE', clauseId: 'v2', text: 'x' }], second, from));
    expect(replace('2026-06-30')).toBe('amendment.versions-overlap /clauses/0/clauseId');
    expect(replace('2026-07-01')).toBe('amendment.versions-overlap /clauses/0/clauseId');
    expect(replace('2026-07-02')).toBeUndefined();
    expect(codeOf(() => amended([{ op: 'END', clauseId: 'd1' }], second))).toBe(
      'amendment.already-ended /clauses/0/clauseId',
    );
  });

  it('refuses what contradicts itself', () => {
    const end = (clauseId: string): TextChange => ({ op: 'END', clauseId });
    const add = { op: 'ADD', kind: 'CLAUSE', text: '' } as const;
    const cases: [TextChange[], string][] = [
      [[end('k1'), end('k1')], 'amendment.named-twice /clauses/1/clauseId'],
      [[end('d2'), { op: 'REPLACE', clauseId: 'k1', text: 'x' }], 'amendment.named-twice /clauses/1/clauseId'],
      [[{ ...add, parentId: 'd2' }, end('d2')], 'amendment.named-twice /clauses/1/clauseId'],
      [[end('d2'), { ...add, parentId: 'd2' }], 'amendment.parent-ended /clauses/1/parentId'],
      [[end('other')], 'clause.not-in-agreement /clauses/0/clauseId'],
      [[{ op: 'END' }], 'amendment.field-missing /clauses/0/clauseId'],
      [[{ op: 'REPLACE', clauseId: 'd1' }], 'amendment.field-missing /clauses/0/text'],
      [[{ op: 'ADD', text: '' }], 'amendment.field-missing /clauses/0/kind'],
      [[{ ...add, parentKey: 'nowhere' }], 'clause.parent-not-before /clauses/0/parentKey'],
      [
        [
          { ...add, key: 'a' },
          { ...add, key: 'a' },
        ],
        'amendment.key-twice /clauses/1/key',
      ],
    ];
    for (const [changes, code] of cases) expect(codeOf(() => amended(changes))).toBe(code);
  });
});

describe('an amendment', () => {
  const agreement = { state: 'in_force', inForceFrom: '2026-01-01', termTo: '2026-12-31', renewal: 'NONE' } as const;
  const input: NewAmendment = { effectiveFrom: FROM, documentText: 'x', clauses: [{ op: 'END' }] };
  const code = (changes: Partial<NewAmendment>, facts: object = {}): string | undefined =>
    checkAmendment({ ...agreement, ...facts }, { ...input, ...changes })?.code;

  it('takes effect within the time of the agreement, both ends included', () => {
    expect(code({ effectiveFrom: '2025-12-31' })).toBe('amendment.before-agreement');
    expect(code({ effectiveFrom: '2026-01-01' })).toBeUndefined();
    expect(code({ effectiveFrom: '2026-12-31' })).toBeUndefined();
    expect(code({ effectiveFrom: '2027-01-01' })).toBe('amendment.after-term');
    expect(code({ effectiveFrom: '2027-01-01' }, { renewal: 'TACIT' })).toBeUndefined();
  });

  it('names one document, changes something, and only what is in force', () => {
    expect(code({ documentText: null })).toBe('amendment.names-one-document');
    expect(code({ documentAgreementId: 'd' })).toBe('amendment.names-one-document');
    expect(code({ clauses: [] })).toBe('amendment.empty');
    for (const state of ['draft', 'signed', 'ended', 'replaced', 'terminated'])
      expect(code({}, { state })).toBe('amendment.not-in-force');
    expect(code({}, { state: 'expiring' })).toBeUndefined();
  });

  it('ends a thing while it lasts, and not before it has begun', () => {
    const ending = (from: string | null, to: string | null): string | undefined =>
      checkEnding({ from, to }, FROM, '/x')?.code;
    expect(ending(null, null)).toBeUndefined();
    expect(ending(null, '2026-07-01')).toBeUndefined();
    expect(ending(null, '2026-06-30')).toBe('amendment.already-ended');
    expect(ending('2026-06-30', null)).toBeUndefined();
    expect(ending('2026-07-01', null)).toBe('amendment.versions-overlap');
  });
});
