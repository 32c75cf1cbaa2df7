import type { Clause, Commitment } from './review.queries.js';

const GROUPS: ReadonlySet<string> = new Set(['PART', 'CHAPTER', 'SECTION']);

/** 'Điều 7, khoản 2' of each clause, by its id. */
export function clauseNames(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const names = new Map<string, string>();
  for (const clause of clauses) {
    const path: string[] = [];
    let at: Clause | undefined = clause;
    // Chapters and parts group only; the article is where a reader looks.
    while (at !== undefined && (at === clause || !GROUPS.has(at.kind))) {
      if (at.label !== null) path.unshift(at.label);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    const heading = clause.heading === null ? '' : ` ${clause.heading}`;
    names.set(clause.id, path.length === 0 ? (clause.heading ?? clause.text.slice(0, 60)) : path.join(', ') + heading);
  }
  return names;
}

export interface Promised {
  /** null: of the whole agreement. */
  clauseId: string | null;
  commitments: readonly Commitment[];
}

/** The whole agreement, then each clause that obliges something, in the order of the text; a commitment stands at its first clause. */
export function promisedBy(clauses: readonly Clause[], commitments: readonly Commitment[]): Promised[] {
  const placed = new Map<string | null, Commitment[]>([[null, []]]);
  for (const { id } of clauses) placed.set(id, []);
  for (const commitment of commitments) {
    const first = clauses.find(({ id }) => commitment.clauseIds.includes(id));
    placed.get(first?.id ?? null)?.push(commitment);
  }
  return [...placed]
    .filter(([clauseId, own]) => clauseId === null || own.length > 0)
    .map(([clauseId, own]) => ({ clauseId, commitments: own }));
}
