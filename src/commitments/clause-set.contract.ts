import { Bool, Int, LongText, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { TEXT_STYLES, type TextStyle } from './clause-parts.rules.js';
import { CLAUSES_AT_ONCE } from './clause-set.rules.js';
import { CLAUSE_KINDS, CLAUSE_TEXT_WARNINGS, type ClauseKind, type ClauseTextWarning } from './commitment.words.js';

export class NewClauseProposal {
  @Text({ max: 300_000, verbatim: true, about: 'The agreement as pasted; places in the answer are places in it' })
  text: string;
}

class PlaceInText {
  @Int({ min: 1 }) fromLine: number;
  @Int({ min: 1, about: 'Last line, inclusive' }) toLine: number;
  @Int({ min: 0, about: 'Offset in UTF-16 units' }) from: number;
  @Int({ min: 0, about: 'Offset behind the last unit' }) to: number;
}

export class ProposedClause extends PlaceInText {
  @Int({ nullable: true, min: 0, about: 'Place in the list of the clause above it; null at the top' }) parent:
    number | null;
  @Int({ min: 0 }) depth: number;
  @OneOf(CLAUSE_KINDS, 'ClauseKind') kind: ClauseKind;
  @Text({ nullable: true, about: 'As printed', example: 'Điều 7' }) label: string | null;
  @Text({ nullable: true }) heading: string | null;
  @LongText({ about: 'Verbatim' }) text: string;
}

export class TextBefore extends PlaceInText {
  @LongText() text: string;
  @LongText({ many: true, about: 'The căn cứ among it' }) legalBases: string[];
}

export class TextAfter extends PlaceInText {
  @LongText() text: string;
}

export class ClauseTextDoubt {
  @OneOf(CLAUSE_TEXT_WARNINGS, 'ClauseTextWarning') code: ClauseTextWarning;
  @Int({ min: 1 }) line: number;
  @Text({ nullable: true, about: 'The marker as printed' }) label: string | null;
  @Text({ nullable: true, about: 'The marker that was to be expected' }) expected: string | null;
  @Text() messageVi: string;
  @Text() messageEn: string;
}

export class ClauseProposalAnswer {
  @OneOf(TEXT_STYLES, 'ClauseTextStyle', { nullable: true, about: 'null when nothing looks like a clause' })
  style: TextStyle | null;
  @Many(() => ProposedClause, { about: 'In the order of the text, parents before children' }) clauses: ProposedClause[];
  @One(() => TextBefore, { nullable: true, about: 'What stands before the first clause' }) before: TextBefore | null;
  @One(() => TextAfter, { nullable: true, about: 'Signatures, recipients, annexes' }) after: TextAfter | null;
  @Many(() => ClauseTextDoubt, { about: 'What to look at; nothing is refused' }) warnings: ClauseTextDoubt[];
}

export class ClauseOfSet {
  @Int({ min: 0, optional: true, about: 'Place of a clause earlier in this list; null at the top' }) parent?:
    number | null;
  @OneOf(CLAUSE_KINDS, 'ClauseKind') kind: ClauseKind;
  @Text({ max: 100, optional: true, about: 'As printed', example: 'Điều 7' }) label?: string | null;
  @Text({ max: 1000, optional: true }) heading?: string | null;
  @LongText({ min: 0, about: 'Verbatim; empty where there is only a heading' }) text: string;
}

export class NewClauseSet {
  @Many(() => ClauseOfSet, { min: 1, max: CLAUSES_AT_ONCE, about: 'In the order of the text' }) clauses: ClauseOfSet[];
  @Bool({ kept: true, about: 'In place of every clause there is; default: behind them' }) replace?: boolean;
}
