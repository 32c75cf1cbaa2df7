import { DOCUMENT_KINDS, type DocumentKind } from '../agreements/agreement.words.js';
import { ClauseTextDoubt } from '../commitments/clause-set.contract.js';
import { Bool, Data, Id, Instant, Int, LongText, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { UploadFields } from '../platform/storage/upload.js';
import { INTAKE_SOURCES, LONGEST_TEXT, UNREAD, type IntakeSource, type Unread } from './lines.js';
import {
  CONFIDENCES,
  PROPOSAL_PARTS,
  PROPOSAL_STATES,
  type ProposalPart,
  type ProposalState,
} from './proposal.words.js';

/** Documents taken in and not yet joined to an agreement that one member keeps at most. */
export const INTAKES_AT_MOST = 30;
/** Proposals of one document at most: a regulation of 38 articles has some 300. */
export const PROPOSALS_AT_MOST = 3000;

export class NewIntake extends UploadFields {}

export class PastedText {
  @Text({ max: LONGEST_TEXT, verbatim: true, about: 'The agreement as pasted' }) text: string;
  @Bool({ about: 'The office confirms that nothing here is a state secret' }) noSecretConfirmed: boolean;
}

export class Decision {
  @Id() proposalId: string;
  @OneOf(PROPOSAL_STATES, 'ProposalState', { about: 'EDITED: entered in another form; PROPOSED: undecided again' })
  state: ProposalState;
}

export class NewDecisions {
  @Many(() => Decision, { min: 1, max: PROPOSALS_AT_MOST }) decisions: Decision[];
}

export class SettledIntake {
  @Id({ about: 'A document that I took in' }) intakeId: string;
  @OneOf(DOCUMENT_KINDS, 'DocumentKind', { kept: true, about: 'As what its file is kept; default SIGNED_TEXT' })
  documentKind?: DocumentKind;
}

export class CellField {
  @Int({ min: 1 }) table: number;
  @Int({ min: 0 }) row: number;
  @Int({ min: 0 }) column: number;
}

export class IntakeLineAnswer {
  @Int({ min: 1 }) no: number;
  @LongText({ about: 'As a reader sees it, the number that Word counted included' }) text: string;
  @Text({ nullable: true, about: 'The part of it that automatic numbering made' }) marker: string | null;
  @Bool() bold: boolean;
  @Bool() italic: boolean;
  @Bool() centred: boolean;
  @One(() => CellField, { nullable: true, about: 'Place in columns without lines: head, signatures' })
  cell: CellField | null;
  @Int({ nullable: true, about: 'PDF' }) page: number | null;
}

export class ProposalAnswer {
  @Id() id: string;
  @OneOf(PROPOSAL_PARTS, 'ProposalPart') part: ProposalPart;
  @Int({ min: 1 }) fromLine: number;
  @Int({ min: 1, about: 'Last line, inclusive' }) toLine: number;
  @Int({ nullable: true, about: 'Place among the CLAUSE proposals, from 0; of a CLAUSE its own' }) clause:
    number | null;
  @LongText({ nullable: true, about: 'Verbatim' }) sentence: string | null;
  @Data({
    about:
      'In the words of the routes that create it: fields of NewAgreement (KIND to LEGAL_BASIS), ClauseOfSet, NewCommitment, NewReviewCycle. Where those want the id of a body, the name as printed stands (`name`, `issuerName`, `nameAsSigned`): see `bodies`',
  })
  value: object;
  @OneOf(CONFIDENCES, 'Confidence') confidence: string;
  @Text({ many: true, about: 'Why it is doubtful, as codes', example: ['interval-from-date'] }) reasons: string[];
  @Text({ many: true, about: 'What a person has to add', example: ['interval'] }) missing: string[];
  @OneOf(PROPOSAL_STATES, 'ProposalState') state: ProposalState;
}

export class BodyCandidate {
  @Id() id: string;
  @Text() nameVi: string;
  @Bool({ about: 'The very name, accents and case aside' }) exact: boolean;
}

export class PrintedBody {
  @Text({ about: 'As printed' }) name: string;
  @Many(() => BodyCandidate, { max: 5, about: 'Bodies of the register that it may be, the likeliest first' })
  candidates: BodyCandidate[];
}

export class IntakeSummary {
  @Id() id: string;
  @Text({ nullable: true, about: 'Name of the file; null for a pasted text' }) name: string | null;
  @OneOf(INTAKE_SOURCES, 'IntakeSource', { nullable: true, about: 'null: kept, not read' }) source: IntakeSource | null;
  @OneOf(UNREAD, 'IntakeUnread', { nullable: true }) unread: Unread | null;
  @Instant() takenAt: string;
  @Id({ nullable: true, about: 'The agreement that came of it' }) agreementId: string | null;
  @Int({ about: 'Proposals not yet decided' }) undecided: number;
  @Int() version: number;
}

export class IntakeAnswer extends IntakeSummary {
  @Text({ nullable: true, max: 500 }) unreadVi: string | null;
  @Text({ nullable: true, max: 500 }) unreadEn: string | null;
  @Many(() => IntakeLineAnswer, { max: 100_000 }) lines: IntakeLineAnswer[];
  @Many(() => ProposalAnswer, { max: PROPOSALS_AT_MOST }) proposals: ProposalAnswer[];
  @Many(() => ClauseTextDoubt, { about: 'About the row of clause numbers' }) doubts: ClauseTextDoubt[];
  @Many(() => PrintedBody, { about: 'Every body that a proposal names' }) bodies: PrintedBody[];
}

export class IntakesAnswer {
  @Many(() => IntakeSummary, { about: 'The last first' }) items: IntakeSummary[];
}
