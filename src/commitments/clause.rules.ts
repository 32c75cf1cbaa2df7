import { refuseClause } from './clause.refusals.js';
import type { ClauseKind } from './commitment.words.js';

interface Named {
  key?: string;
  parentKey?: string;
  parentId?: string | null;
  kind: ClauseKind;
  label?: string | null;
  heading?: string | null;
  text: string;
}

interface Placed {
  id: string;
  parentId: string | null;
  kind: ClauseKind;
  label: string | null;
  heading: string | null;
  text: string;
}

/** Gives each clause its id and its parent's; a parent stands before its children, so there are no loops. */
export function placeClauses(clauses: readonly Named[], ids: readonly string[]): Placed[] {
  const byKey = new Map<string, string>();
  return clauses.map((clause, index) => {
    const { key, parentKey, kind, label = null, heading = null, text } = clause;
    if (parentKey !== undefined && clause.parentId)
      throw refuseClause('two-parents', {}, `/clauses/${index}/parentKey`);
    const parentId = parentKey === undefined ? (clause.parentId ?? null) : byKey.get(parentKey);
    if (parentId === undefined)
      throw refuseClause('parent-not-before', { key: parentKey ?? '' }, `/clauses/${index}/parentKey`);
    const id = ids[index] ?? '';
    if (key !== undefined) {
      if (byKey.has(key)) throw refuseClause('key-twice', { key }, `/clauses/${index}/key`);
      byKey.set(key, id);
    }
    return { id, parentId, kind, label, heading, text };
  });
}
