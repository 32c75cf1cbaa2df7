import type { Clause, Commitment } from './agreement-record.js';

export interface ClauseNode {
  clause: Clause;
  children: ClauseNode[];
  /** Commitments that this clause obliges. */
  commitments: Commitment[];
}

/** The tree of a flat list that stands in the order of the text; commitments under each clause they rest on. */
export function treeOf(clauses: readonly Clause[], commitments: readonly Commitment[]): ClauseNode[] {
  const nodes = new Map<string, ClauseNode>();
  const roots: ClauseNode[] = [];
  for (const clause of clauses)
    nodes.set(clause.id, {
      clause,
      children: [],
      commitments: commitments.filter(({ clauseIds }) => clauseIds.includes(clause.id)),
    });
  for (const node of nodes.values()) {
    const parent = node.clause.parentId === null ? undefined : nodes.get(node.clause.parentId);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** Commitments whose clause is not in this text. */
export function unbound(clauses: readonly Clause[], commitments: readonly Commitment[]): Commitment[] {
  const shown = new Set(clauses.map(({ id }) => id));
  return commitments.filter(({ clauseIds }) => !clauseIds.some((id) => shown.has(id)));
}

export function promisesWithin({ commitments, children }: ClauseNode): number {
  return commitments.length + children.reduce((sum, child) => sum + promisesWithin(child), 0);
}

/** The clauses above a clause, from the top. */
export function above(clauses: readonly Clause[], id: string): string[] {
  const parents = new Map(clauses.map((clause) => [clause.id, clause.parentId]));
  const found: string[] = [];
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) found.unshift(at);
  return found;
}

/** Letters without accents, lower case: "Hoà Bình" and "hoa binh" are the same. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
