import type { ProposedNode } from '../commitments/clause-rows.rules.js';
import type { CommitmentKind } from '../commitments/commitment.words.js';
import { REVIEW_KINDS } from '../reviews/review.words.js';
import { actsIn, isStrong } from './act.rules.js';
import { cadencesIn } from './cadence.rules.js';
import type { Cadence } from './cadence.shape.js';
import type { IntakeLine } from './lines.js';
import { reviewOf, scheduleOf, titleOf } from './promise-value.rules.js';
import type { Proposal } from './proposal.rules.js';
import { readable } from './readable.rules.js';
import { leadsByHeading, recipientIn, rolesIn, type ProposedRole } from './role.rules.js';

/** What the clauses oblige: reviews, and commitments with their schedules and the bodies named; in the text's order. */
export function promisesOf(clauses: readonly ProposedNode[], lines: readonly IntakeLine[]): Proposal[] {
  if (clauses.length === 0) return lines.flatMap((line) => promisesIn(loose(line), null, [], lines));
  return clauses.flatMap((clause, at) => promisesIn(clause, at, clauses, lines));
}

/** A text without clauses is read line by line. */
function loose({ no, text }: IntakeLine): ProposedNode {
  return {
    parent: null,
    depth: 0,
    kind: 'PARAGRAPH',
    label: null,
    heading: null,
    text,
    fromLine: no,
    toLine: no,
    from: 0,
    to: 0,
  };
}

function promisesIn(
  clause: ProposedNode,
  at: number | null,
  clauses: readonly ProposedNode[],
  lines: readonly IntakeLine[],
): Proposal[] {
  const own = ownText(clause, at, clauses);
  if (own === '') return [];
  const above = aboveOf(clause, clauses);
  const cadences = cadencesBelow(own, above);
  const inherited = above
    .flatMap(({ heading, text }) => leadsByHeading(heading ?? text.split('\n')[0] ?? ''))
    .slice(0, 4);
  const bySentence = new Map<string, Cadence[]>();
  for (const cadence of cadences) {
    const key = `${cadence.from} ${isReviewKind(cadence.kind) ? `${cadence.kind} ${cadence.frequency} ${cadence.n ?? ''}` : cadence.kind}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), cadence]);
  }
  const proposals = [...bySentence.values()].map((found) => promise(found, clause, at, inherited, lines));
  if (proposals.length > 0) return proposals;
  return ledOnly(own, clause, at, inherited);
}

/** The heading counts where the clause is nothing else ("Điều 3. Hằng năm …" on one line). */
function ownText({ heading, text }: ProposedNode, at: number | null, clauses: readonly ProposedNode[]): string {
  if (text !== '') return text;
  return clauses.some(({ parent }) => parent === at) ? '' : (heading ?? '');
}

/** The clauses above, the nearest first. */
function aboveOf({ parent }: ProposedNode, clauses: readonly ProposedNode[]): ProposedNode[] {
  const above: ProposedNode[] = [];
  for (let at = parent; at !== null; at = clauses[at]?.parent ?? null) {
    const node = clauses[at];
    if (node) above.push(node);
  }
  return above;
}

/** "Chế độ báo cáo:" above "a) 6 tháng: trước ngày 15/6" tells what is to be done; used where the clause itself does not. */
function cadencesBelow(own: string, above: readonly ProposedNode[]): Cadence[] {
  const cadences = cadencesIn(own);
  if (cadences.length > 0 || actsIn(readable(own)).some(isStrong)) return cadences;
  for (const { heading, text } of above.slice(0, 2)) {
    const lead = (text.split('\n').at(-1) ?? '').trim() || (heading ?? '');
    if (!actsIn(readable(lead)).some(isStrong)) continue;
    const words = `${lead.replace(/[:.;,\s]+$/u, '')}: `;
    const shift = words.length;
    const told = cadencesIn(`${words}${own}`).filter(
      ({ toldAt, frequency }) => toldAt >= shift && frequency !== 'UNSPECIFIED',
    );
    return told.map((cadence) => {
      const from = Math.max(0, cadence.from - shift);
      return {
        ...cadence,
        from,
        to: cadence.to - shift,
        sentence: own.normalize('NFC').slice(from, cadence.to - shift),
      };
    });
  }
  return [];
}

function isReviewKind(kind: CommitmentKind): boolean {
  return (REVIEW_KINDS as readonly string[]).includes(kind);
}

function promise(
  found: readonly Cadence[],
  clause: ProposedNode,
  at: number | null,
  inherited: readonly ProposedRole[],
  lines: readonly IntakeLine[],
): Proposal {
  const [first] = found as [Cadence];
  const { sentence, kind } = first;
  const named = rolesIn(sentence);
  const bodies = named.some(({ role }) => role === 'LEAD') ? named : [...inherited, ...named];
  const hasLead = bodies.some(({ role }) => role === 'LEAD');
  const place = placeOf(sentence, clause, lines);
  const missing = [
    ...new Set(found.flatMap((cadence) => cadence.missing as string[])),
    ...(hasLead ? [] : ['lead']),
    ...found.flatMap(({ fault }) => (fault === null ? [] : ['due'])),
  ];
  const common = {
    ...place,
    clause: at,
    sentence,
    confidence: found.some(({ confidence }) => confidence === 'LOW')
      ? ('LOW' as const)
      : found.some(({ confidence }) => confidence === 'MEDIUM')
        ? ('MEDIUM' as const)
        : ('HIGH' as const),
    reasons: [
      ...new Set<string>(found.flatMap(({ reasons, fault }) => [...reasons, ...(fault === null ? [] : [fault])])),
    ],
    missing: [...new Set(missing)],
  };
  if (isReviewKind(kind)) return { part: 'REVIEW', ...common, value: reviewOf(first, bodies) };
  const schedules = found.filter(({ frequency }) => frequency !== 'CONTINUOUS').map(scheduleOf);
  const recipient = recipientIn(sentence);
  const target = found.find((cadence) => cadence.target)?.target ?? null;
  return {
    part: 'COMMITMENT',
    ...common,
    value: { title: titleOf(sentence), kind, target, bodies, recipient, schedules },
  };
}

/** The lines on which the sentence begins and ends. */
function placeOf(
  sentence: string,
  { fromLine, toLine }: ProposedNode,
  lines: readonly IntakeLine[],
): { fromLine: number; toLine: number } {
  const pieces = sentence.split('\n').map((piece) => piece.trim());
  const holds =
    (piece: string) =>
    ({ no, text }: IntakeLine): boolean =>
      no >= fromLine && no <= toLine && text.includes(piece.slice(0, 60));
  const first = lines.find(holds(pieces[0] ?? ''))?.no ?? fromLine;
  const last = pieces.length > 1 ? (lines.find(holds(pieces.at(-1) ?? ''))?.no ?? toLine) : first;
  return { fromLine: first, toLine: Math.max(first, last) };
}

const LEADS = /(?<!\p{L})chủ trì,? (?:và )?phối hợp/iu;

/** "X chủ trì, phối hợp với Y …" with no time in it: a commitment that lasts. */
function ledOnly(own: string, clause: ProposedNode, at: number | null, inherited: readonly ProposedRole[]): Proposal[] {
  const sentence = own
    .normalize('NFC')
    .split(/(?<=[.;])\s/u)
    .find((one) => LEADS.test(one))
    ?.trim();
  if (sentence === undefined) return [];
  const named = rolesIn(sentence);
  const bodies = named.some(({ role }) => role === 'LEAD') ? named : [...inherited, ...named];
  if (bodies.length === 0) return [];
  const act = actsIn(readable(sentence)).find(isStrong);
  const kind =
    act && !isReviewKind(act.kind) && act.kind !== 'REPORT'
      ? act.kind
      : /thường xuyên/iu.test(sentence)
        ? 'CONTINUOUS'
        : 'ACTIVITY';
  const hasLead = bodies.some(({ role }) => role === 'LEAD');
  return [
    {
      part: 'COMMITMENT',
      ...{
        fromLine: clause.fromLine,
        toLine: clause.toLine,
        clause: at,
        sentence,
        confidence: 'MEDIUM',
        reasons: ['no-time'],
        missing: hasLead ? [] : ['lead'],
      },
      value: { title: titleOf(sentence), kind, target: null, bodies, recipient: null, schedules: [] },
    },
  ];
}
