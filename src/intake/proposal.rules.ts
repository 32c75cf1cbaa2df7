import { splitClauseText, type Doubt } from '../commitments/clause-text.rules.js';
import type { ProposedNode } from '../commitments/clause-rows.rules.js';
import { basesOf } from './basis.rules.js';
import type { Confidence } from './cadence.shape.js';
import { headerOf, type Found } from './header.rules.js';
import { inForceOf, linksOf, standingBodiesOf, termIn } from './entry-into-force.rules.js';
import type { IntakeLine } from './lines.js';
import { bodiesBetween, signaturesOf, type ProposedParty } from './party.rules.js';
import { promisesOf } from './promise.rules.js';
import type { ProposalPart } from './proposal.words.js';
import { readable } from './readable.rules.js';

/** A value that the document seems to state, in the words of the register, beside the lines that say so. */
export interface Proposal {
  part: ProposalPart;
  fromLine: number;
  toLine: number;
  /** Place of the clause among the proposed clauses, for what a clause says. */
  clause: number | null;
  /** Verbatim. */
  sentence: string | null;
  value: Readonly<Record<string, unknown>>;
  confidence: Confidence;
  /** Codes of what is doubtful. */
  reasons: string[];
  /** What a person has to add. */
  missing: string[];
}

export interface ReadAgreement {
  proposals: Proposal[];
  doubts: Doubt[];
}

/** Everything that a document proposes, in the order of the register's forms. */
export function readAgreement(lines: readonly IntakeLine[]): ReadAgreement {
  const text = lines.map((line) => line.text).join('\n');
  const split = splitClauseText(text);
  const { clauses } = split;
  const first = clauses[0]?.fromLine ?? lines.length + 1;
  const last = split.after?.fromLine ?? (clauses.at(-1)?.toLine ?? lines.length) + 1;
  const head = lines.filter(({ no }) => no < first);
  const after = lines.filter(({ no }) => no >= last);
  const header = headerOf(head);
  const one = <T>(
    part: ProposalPart,
    found: Found<T> | null,
    value: (found: T) => Record<string, unknown>,
  ): Proposal[] => (found === null ? [] : [proposalOf(part, found, value(found.value), lines)]);
  const term = header.term ?? termIn(clauses, header.signedOn?.value ?? null);
  const proposals = [
    ...one('KIND', header.kind, (kind) => ({ kind })),
    ...one('TITLE', header.title, (title) => ({ title })),
    ...header.numbers.map((found) => proposalOf('NUMBER', found, found.value, lines)),
    ...one('SIGNED_ON', header.signedOn, (signedOn) => ({ signedOn })),
    ...one('PLACE', header.place, (signedAtPlace) => ({ signedAtPlace })),
    ...one('TERM', term, ({ termKind, termTo }) => ({ termKind, termTo })),
    ...one('IN_FORCE', inForceOf(clauses), (inForceFrom) => ({ inForceFrom })),
    ...linksOf(clauses).map((found) => proposalOf('LINK', found, found.value, lines)),
    ...partiesOf(head, after, header.title, text).map((found) =>
      proposalOf('PARTY', found, { role: 'PARTY', ...found.value }, lines),
    ),
    ...standingBodiesOf(clauses).map((found) => proposalOf('PARTY', found, found.value, lines)),
    ...basesOf(head).map((found) => proposalOf('LEGAL_BASIS', found, { ...found.value }, lines)),
    ...clauses.map((clause, at) => clauseProposal(clause, at, split.warnings, lines)),
    ...promisesOf(clauses, lines),
  ];
  return { proposals, doubts: split.warnings.filter((doubt) => !isCounted(doubt, lines)) };
}

function proposalOf<T>(
  part: ProposalPart,
  found: Found<T>,
  value: Readonly<Record<string, unknown>>,
  lines: readonly IntakeLine[],
): Proposal {
  const { fromLine, toLine, confidence, reasons, missing } = found;
  const sentence = lines
    .slice(fromLine - 1, toLine)
    .map((line) => line.text)
    .join('\n')
    .trim();
  return { part, fromLine, toLine, clause: null, sentence, value, confidence, reasons, missing };
}

/** Word's letters are a b c d e f; that đ is left out is not the author's slip. */
function isCounted({ line, code }: Doubt, lines: readonly IntakeLine[]): boolean {
  return (
    lines[line - 1]?.marker !== null &&
    lines[line - 1]?.marker !== undefined &&
    (code === 'number-missing' || code === 'number-again')
  );
}

function clauseProposal(
  clause: ProposedNode,
  at: number,
  doubts: readonly Doubt[],
  lines: readonly IntakeLine[],
): Proposal {
  const { parent, kind, label, heading, text, fromLine, toLine } = clause;
  const reasons = doubts.filter((doubt) => doubt.line === fromLine && !isCounted(doubt, lines)).map(({ code }) => code);
  return {
    part: 'CLAUSE',
    ...{ fromLine, toLine, clause: at, sentence: null },
    value: { parent, kind, label, heading, text },
    confidence: reasons.length > 0 ? 'MEDIUM' : 'HIGH',
    reasons,
    missing: [],
  };
}

/** The signatures say who the parties are; without them the title or the opening sentence does. */
function partiesOf(
  head: readonly IntakeLine[],
  after: readonly IntakeLine[],
  title: Found<string> | null,
  text: string,
): Found<ProposedParty>[] {
  const signed = signaturesOf(after, text);
  const opening = head
    .filter((line) => /(?<!\p{L})giữa(?!\p{L})/iu.test(line.text))
    .map((line) => ({ value: line.text, fromLine: line.no, toLine: line.no }));
  const named = [...(title ? [title] : []), ...opening].map(bodiesBetween).find((found) => found.length > 1) ?? [];
  const agreed = named.length > 1 ? named : agreeing(head);
  const others = agreed.filter(
    (one) => !signed.some((other) => isSame(one.value.nameAsSigned, other.value.nameAsSigned)),
  );
  return signed.length >= 2 ? signed : [...signed, ...others];
}

/** "Ban A và Ban B thống nhất ban hành …" */
function agreeing(head: readonly IntakeLine[]): Found<ProposedParty>[] {
  const line = head.findLast(({ text }) =>
    /(?:thống nhất|cùng nhau|ký kết|ban hành)[^.;]*(?:như sau|sau đây|với|quy chế|chương trình|kế hoạch)/iu.test(text),
  );
  if (!line) return [];
  const subject = line.text.split(/(?:cùng nhau |cùng )?(?:thống nhất|ký kết|ban hành)/u)[0] ?? '';
  return bodiesBetween({ value: `giữa ${subject}`, fromLine: line.no, toLine: line.no }).map((found) => ({
    ...found,
    reasons: ['from-opening'],
  }));
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [readable(a), readable(b)];
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}
