import type { ClauseAnswer } from './clause.contract.js';
import type { ClauseDifference } from './clause-version.contract.js';

const PRINTED = ['kind', 'label', 'heading', 'text'] as const;

/** What changed between two days' texts, lineage by lineage, in the order of the text; a version that says the same is no change. */
export function differences(before: readonly ClauseAnswer[], after: readonly ClauseAnswer[]): ClauseDifference[] {
  const old = new Map(before.map((clause) => [clause.lineageId, clause]));
  const now = new Map(after.map((clause) => [clause.lineageId, clause]));
  const all = [...after, ...before.filter(({ lineageId }) => !now.has(lineageId))];
  return all
    .sort((a, b) => a.ordinal - b.ordinal)
    .flatMap(({ lineageId }): ClauseDifference[] => {
      const was = old.get(lineageId) ?? null;
      const is = now.get(lineageId) ?? null;
      if (was === null) return [{ lineageId, change: 'ADDED', before: null, after: is }];
      if (is === null) return [{ lineageId, change: 'ENDED', before: was, after: null }];
      const same = PRINTED.every((field) => was[field] === is[field]);
      return same ? [] : [{ lineageId, change: 'CHANGED' as const, before: was, after: is }];
    });
}
