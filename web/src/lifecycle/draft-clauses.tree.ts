import type { Schemas } from '../api/client.js';

export type ClauseKind = Schemas['ClauseKind'];

/** A clause while it is being corrected; its place in the tree is its depth. */
export interface Node {
  depth: number;
  kind: ClauseKind;
  label: string;
  heading: string;
  text: string;
  /** Where it stands in the pasted text; null for one that was typed. */
  from: number | null;
  to: number | null;
}

export const CLAUSE_KINDS: readonly ClauseKind[] = [
  'PART',
  'CHAPTER',
  'SECTION',
  'ARTICLE',
  'CLAUSE',
  'POINT',
  'ITEM',
  'PARAGRAPH',
];

export function nodesOf(proposal: Schemas['ClauseProposalAnswer']): Node[] {
  return proposal.clauses.map(({ depth, kind, label, heading, text, from, to }) => ({
    ...{ depth, kind, text, from, to },
    label: label ?? '',
    heading: heading ?? '',
  }));
}

export function newNode(after: Node | undefined): Node {
  const { depth = 0, kind = 'ARTICLE' } = after ?? {};
  return { depth, kind, label: '', heading: '', text: '', from: null, to: null };
}

/** Index behind the last clause below the one at `index`. */
function endOf(nodes: readonly Node[], index: number): number {
  const depth = nodes[index]?.depth ?? 0;
  const end = nodes.findIndex((node, at) => at > index && node.depth <= depth);
  return end < 0 ? nodes.length : end;
}

/** Nobody hangs deeper than one below the clause before it. */
function settled(nodes: readonly Node[]): Node[] {
  const done: Node[] = [];
  for (const node of nodes) done.push({ ...node, depth: Math.min(node.depth, (done.at(-1)?.depth ?? -1) + 1) });
  return done;
}

export function changed(nodes: readonly Node[], index: number, change: Partial<Node>): Node[] {
  return nodes.map((node, at) => (at === index ? { ...node, ...change } : node));
}

export function shifted(nodes: readonly Node[], index: number, by: 1 | -1): Node[] {
  const end = endOf(nodes, index);
  return settled(
    nodes.map((node, at) => (at >= index && at < end ? { ...node, depth: Math.max(0, node.depth + by) } : node)),
  );
}

/** Its words go on in the clause above; those below it stay. */
export function merged(nodes: readonly Node[], index: number): Node[] {
  const above = nodes[index - 1];
  const node = nodes[index];
  if (above === undefined || node === undefined) return [...nodes];
  const words = [node.label, node.heading, node.text].filter((part) => part !== '').join(' ');
  const whole = {
    ...above,
    text: [above.text, words].filter((part) => part !== '').join('\n'),
    to: node.to ?? above.to,
  };
  return settled([...nodes.slice(0, index - 1), whole, ...nodes.slice(index + 1)]);
}

/** Taken out; those below it move up a level. */
export function removed(nodes: readonly Node[], index: number): Node[] {
  return settled(nodes.filter((_, at) => at !== index));
}

/** With all below it, before the clause before it or behind the one after it on the same level. */
export function moved(nodes: readonly Node[], index: number, by: 1 | -1): Node[] {
  const end = endOf(nodes, index);
  const block = nodes.slice(index, end);
  const rest = [...nodes.slice(0, index), ...nodes.slice(end)];
  const depth = nodes[index]?.depth ?? 0;
  if (by === 1) {
    if (index >= rest.length || (rest[index]?.depth ?? -1) !== depth) return [...nodes];
    const place = endOf(rest, index);
    return settled([...rest.slice(0, place), ...block, ...rest.slice(place)]);
  }
  const before = rest.slice(0, index).findLastIndex((node) => node.depth <= depth);
  if (before < 0 || rest[before]?.depth !== depth) return [...nodes];
  return settled([...rest.slice(0, before), ...block, ...rest.slice(before)]);
}

/** As the register takes it: each names the place of the clause above it. */
export function sentNodes(nodes: readonly Node[]): Schemas['ClauseOfSet'][] {
  return nodes.map(({ depth, kind, label, heading, text }, index) => {
    const parent = nodes.slice(0, index).findLastIndex((node) => node.depth < depth);
    return { parent: parent < 0 ? null : parent, kind, label: label || null, heading: heading || null, text };
  });
}

/** What to call a clause in a line. */
export function nameOf({
  label,
  heading,
  text,
}: {
  label: string | null;
  heading: string | null;
  text: string;
}): string {
  return [label, heading || text.slice(0, 80)].filter(Boolean).join(' ').trim() || '…';
}
