import { refuseClause } from './clause.refusals.js';
import type { ClauseKind } from './commitment.words.js';

/** More than any agreement seen: the longest in the corpus has 190 (domain §1.3). */
export const CLAUSES_AT_ONCE = 2_000;

interface Node {
  parent?: number | null;
  kind: ClauseKind;
  label?: string | null;
  heading?: string | null;
  text: string;
}

interface PlacedNode {
  id: string;
  parentId: string | null;
  ordinal: number;
  kind: ClauseKind;
  label: string | null;
  heading: string | null;
  text: string;
}

/**
 * The rows of a whole tree, in the order of the text from `start` on. A parent stands earlier and its children behind
 * it without another branch between them, as the text is read.
 */
export function placeTree(nodes: readonly Node[], ids: readonly string[], start: number): PlacedNode[] {
  const open: number[] = [];
  return nodes.map(({ parent = null, kind, label = null, heading = null, text }, index) => {
    const pointer = `/clauses/${index}/parent`;
    if (parent !== null && parent >= index) throw refuseClause('parent-not-before', { key: parent }, pointer);
    while (open.length > 0 && open.at(-1) !== parent) open.pop();
    if (parent !== null && open.length === 0) throw refuseClause('parent-closed', { parent }, pointer);
    open.push(index);
    const parentId = parent === null ? null : (ids[parent] ?? null);
    return { id: ids[index] ?? '', parentId, ordinal: start + index, kind, label, heading, text };
  });
}
