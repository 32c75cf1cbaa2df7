import { describe, expect, it } from '@jest/globals';
import { checkHappening, checkShape, type PartyFacts } from '../../src/bodies/body-event.rules.js';
import { handOver, type RoleRow } from '../../src/commitments/role-handover.rules.js';
import { checkNewHolding } from '../../src/access/seat.rules.js';

const body = (id: string, changes: Partial<PartyFacts> = {}): PartyFacts => ({
  id,
  nameVi: id.toUpperCase(),
  validFrom: null,
  validTo: null,
  events: [],
  ...changes,
});

const happening = (changes: Partial<Parameters<typeof checkHappening>[0]> = {}): string | undefined =>
  checkHappening({
    kind: 'MERGED',
    effectiveOn: '2025-03-01',
    predecessors: [body('a'), body('b')],
    successors: [body('c', { validFrom: '2025-03-01' })],
    descendants: new Set(),
    ...changes,
  })?.code;

describe('the shape of a body event', () => {
  it.each([
    ['MERGED', 2, 1, undefined],
    ['MERGED', 26, 5, undefined],
    ['MERGED', 1, 0, 'body-event.too-few-successors'],
    ['SPLIT', 1, 1, 'body-event.too-few-successors'],
    ['SPLIT', 1, 2, undefined],
    ['DISSOLVED', 1, 0, undefined],
    ['DISSOLVED', 1, 3, undefined],
    ['DISSOLVED', 0, 0, 'body-event.no-body'],
    ['RENAMED', 2, 0, 'body-event.one-body'],
    ['RENAMED', 1, 1, 'body-event.successor-unasked'],
    ['RENAMED', 1, 0, 'body-event.name-missing'],
    ['TRANSFERRED', 1, 0, 'body-event.parent-missing'],
  ] as const)('%s of %i into %i: %s', (kind, before, after, code) => {
    const ids = (n: number, letter: string): string[] => Array.from({ length: n }, (_, i) => `${letter}${i}`);
    expect(checkShape({ kind, predecessorIds: ids(before, 'p'), successorIds: ids(after, 's') })?.code).toBe(code);
  });

  it('takes a new name only with a renaming and a new parent only with a transfer', () => {
    const ids = { predecessorIds: ['a'], successorIds: [] };
    expect(checkShape({ kind: 'RENAMED', ...ids, newNameVi: 'Ban mới' })).toBeNull();
    expect(checkShape({ kind: 'TRANSFERRED', ...ids, newParentId: null })).toBeNull();
    expect(checkShape({ kind: 'DISSOLVED', ...ids, newNameVi: 'Ban mới' })?.code).toBe('body-event.name-unasked');
    expect(checkShape({ kind: 'DISSOLVED', ...ids, newParentId: 'x' })?.code).toBe('body-event.parent-unasked');
  });
});

describe('what may happen to a body', () => {
  it('merges two into one that begins on that day', () => {
    expect(happening()).toBeUndefined();
  });

  it('refuses a successor that does not exist on the day, on both sides of its validity', () => {
    const into = (changes: Partial<PartyFacts>): string | undefined => happening({ successors: [body('c', changes)] });
    expect(into({ validFrom: '2025-03-02' })).toBe('body-event.successor-not-there');
    expect(into({ validTo: '2025-02-28' })).toBe('body-event.successor-not-there');
    expect(into({ validTo: '2025-03-01' })).toBeUndefined();
    expect(into({})).toBeUndefined();
  });

  it('refuses a merge into itself, a body named twice and a circle', () => {
    expect(happening({ successors: [body('a')] })).toBe('body-event.into-itself');
    expect(happening({ predecessors: [body('a'), body('a')] })).toBe('body-event.twice');
    expect(happening({ descendants: new Set(['b']) })).toBe('body-event.cycle');
  });

  it('begins after the first day of the predecessor', () => {
    const of = (validFrom: string): string | undefined => happening({ predecessors: [body('a', { validFrom })] });
    expect(of('2025-02-28')).toBeUndefined();
    expect(of('2025-03-01')).toBe('body-event.before-start');
  });

  it('refuses to end a body twice, but explains a last day that was typed in', () => {
    const of = (changes: Partial<PartyFacts>): string | undefined => happening({ predecessors: [body('a', changes)] });
    expect(of({ validTo: '2025-02-28' })).toBeUndefined();
    expect(of({ validTo: '2025-02-27' })).toBe('body-event.already-ended');
    const merged = { kind: 'MERGED', effectiveOn: '2025-03-01', side: 'PREDECESSOR' } as const;
    expect(of({ validTo: '2025-02-28', events: [merged] })).toBe('body-event.already-ended');
  });

  it('lets what is known of later days stand', () => {
    const later = (side: 'PREDECESSOR' | 'SUCCESSOR', effectiveOn: string): string | undefined =>
      happening({ predecessors: [body('a', { events: [{ kind: 'RENAMED', effectiveOn, side }] })] });
    expect(later('PREDECESSOR', '2025-02-28')).toBeUndefined();
    expect(later('PREDECESSOR', '2025-03-01')).toBe('body-event.later-known');
    expect(later('SUCCESSOR', '2025-06-01')).toBe('body-event.succeeds-later');
  });
});

describe('the roles of a body that is gone', () => {
  const row = (id: string, bodyId: string, changes: Partial<RoleRow> = {}): RoleRow => ({
    id,
    bodyId,
    role: 'LEAD',
    fromOn: null,
    toOn: null,
    ...changes,
  });
  const to = { bodyId: 'old', successorIds: ['w1', 'w2'], from: '2025-07-01' };

  it('go to each successor from the day, and end the day before', () => {
    expect(handOver([row('1', 'old')], to)).toEqual({
      ended: [{ id: '1', toOn: '2025-06-30' }],
      removed: [],
      added: [
        { bodyId: 'w1', role: 'LEAD', fromOn: '2025-07-01', toOn: null },
        { bodyId: 'w2', role: 'LEAD', fromOn: '2025-07-01', toOn: null },
      ],
    });
  });

  it('stay when they ended before the day, on both sides of it', () => {
    expect(handOver([row('1', 'old', { toOn: '2025-06-30' })], to).added).toEqual([]);
    expect(handOver([row('1', 'old', { toOn: '2025-07-01' })], to).added).toHaveLength(2);
  });

  it('that begin later begin then with the successors', () => {
    const { removed, ended, added } = handOver([row('1', 'old', { fromOn: '2025-09-01' })], to);
    expect([removed, ended, added[0]?.fromOn]).toEqual([['1'], [], '2025-09-01']);
  });

  it('of a successor give way to a stronger one only', () => {
    const weaker = handOver([row('1', 'old'), row('2', 'w1', { role: 'INFORM' })], to);
    expect(weaker.ended).toContainEqual({ id: '2', toOn: '2025-06-30' });
    expect(weaker.added.map(({ bodyId }) => bodyId)).toEqual(['w1', 'w2']);
    const stronger = handOver([row('1', 'old', { role: 'COORDINATE' }), row('2', 'w1')], to);
    expect(stronger.added.map(({ bodyId }) => bodyId)).toEqual(['w2']);
  });
});

describe('a seat', () => {
  const seat = { validFrom: '2025-01-01', validTo: null };
  const held = (to: string | null): { memberName: string; from: string; to: string | null }[] => [
    { memberName: 'A', from: '2025-01-01', to },
  ];

  it('has one holder at a time, on both sides of the last day', () => {
    expect(checkNewHolding(seat, held('2025-06-30'), '2025-07-01')).toBeNull();
    expect(checkNewHolding(seat, held('2025-07-01'), '2025-07-01')?.code).toBe('seat.held');
    expect(checkNewHolding(seat, held(null), '2025-07-01')?.code).toBe('seat.held');
  });

  it('is held only while it exists', () => {
    expect(checkNewHolding(seat, [], '2025-01-01')).toBeNull();
    expect(checkNewHolding(seat, [], '2024-12-31')?.code).toBe('seat.outside-validity');
  });
});
