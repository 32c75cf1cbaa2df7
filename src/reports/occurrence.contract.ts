import { OmitType } from '@nestjs/swagger';
import { COMMITMENT_KINDS, type CommitmentKind } from '../commitments/commitment.words.js';
import type { Derivation } from '../core/derivation.js';
import { Bool, Civil, Data, Id, Int, LongText, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { ExtensionAnswer } from './extension.contract.js';
import { DueMoveAnswer } from '../regime/due-move.contract.js';
import {
  OCCURRENCE_STATES,
  STANDINGS,
  SUSPENSION_REASONS,
  type OccurrenceState,
  type Standing,
  type SuspensionReason,
} from './report.words.js';
import { SubmissionAnswer } from './submission.contract.js';

export class OccurrencesQuery extends PageQuery {
  @Id({ optional: true, query: true, about: 'Owed by this body or one below it' }) bodyId?: string;
  @Id({ optional: true, query: true }) agreementId?: string;
  @Id({ optional: true, query: true }) commitmentId?: string;
  @OneOf(STANDINGS, 'Standing', { optional: true, query: true, many: true, about: 'One of these, as of today' })
  standing?: Standing[];
  @OneOf(OCCURRENCE_STATES, 'OccurrenceState', { optional: true, query: true, many: true }) state?: OccurrenceState[];
  @Civil({ optional: true, query: true, about: 'Due on this day or later' }) from?: string;
  @Civil({ optional: true, query: true, about: 'Due on this day or earlier' }) to?: string;
}

/** The same filters; the whole list instead of a page. */
export class OccurrencesExportQuery extends OmitType(OccurrencesQuery, ['limit', 'cursor'] as const) {}

/** A due report in a list. */
export class OccurrenceRow {
  @Id() id: string;
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Id() commitmentId: string;
  @Text() commitmentTitle: string;
  @OneOf(COMMITMENT_KINDS, 'CommitmentKind') commitmentKind: CommitmentKind;
  @Id() scheduleId: string;
  @Id() bodyId: string;
  @Text() bodyName: string;
  @Text({ example: '2026-Q3' }) periodKey: string;
  @Text({ example: 'Quý III/2026' }) periodVi: string;
  @Text({ example: 'Q3 2026' }) periodEn: string;
  @Int() reportYear: number;
  @Int() tier: number;
  @Civil() windowStart: string;
  @Civil() windowEnd: string;
  @Civil({ about: 'Last acceptable day as first set; no extension moves it' }) dueOn: string;
  @Civil({ nullable: true, about: 'Last acceptable day as extended' }) agreedDueOn: string | null;
  @Civil({ about: 'First day on which it is late' }) overdueFrom: string;
  @OneOf(OCCURRENCE_STATES, 'OccurrenceState') state: OccurrenceState;
  @OneOf(STANDINGS, 'Standing', { about: 'As of today' }) standing: Standing;
  @Civil({ nullable: true, about: 'Day of the first filing; decides whether it was on time' }) firstFiledOn:
    string | null;
  @Civil({ nullable: true, about: 'Day of the last filing' }) filedOn: string | null;
  @Bool({ nullable: true, about: 'First filed by the original day; null while not filed' }) onTimeOriginal:
    boolean | null;
  @Bool({ nullable: true, about: 'First filed by the agreed day, else the original; null while not filed' })
  onTimeAgreed: boolean | null;
  @Bool() nothingToReport: boolean;
  @Int() version: number;
}

export class ClauseText {
  @Id() id: string;
  @Text({ nullable: true, example: 'Điều 7' }) label: string | null;
  @Text({ nullable: true }) heading: string | null;
  @LongText({ about: 'Verbatim' }) text: string;
  @Id({ about: 'Shared by all versions of the clause' }) lineageId: string;
  @Civil({ nullable: true, about: 'First day of this version; null = from entry into force' }) effectiveFrom:
    string | null;
  @Civil({ nullable: true, about: 'Last day, inclusive' }) effectiveTo: string | null;
}

export class MissingReport {
  @Id() occurrenceId: string;
  @Id() bodyId: string;
  @Text() bodyName: string;
  @Int() tier: number;
  @Civil() dueOn: string;
}

/** Whose days they were: the split clock. */
export class ReportClock {
  @Int({ min: 0, about: 'From the day after the period, and from each return, to the filing' }) reporterDays: number;
  @Int({ min: 0, about: 'From each filing to its acceptance or return' }) reviewerDays: number;
  @Int({ min: 0, about: 'Filings' }) rounds: number;
  @Civil({ nullable: true }) firstFiledOn: string | null;
  @Civil({ nullable: true }) acceptedOn: string | null;
}

/** A due report with everything that belongs to it. */
export class OccurrenceAnswer extends OccurrenceRow {
  @Civil({ about: 'Last acceptable day before it moved to a working day' }) dueRaw: string;
  @Text({ nullable: true, about: 'The sentence of the agreement that the schedule came from' }) sentence: string | null;
  @Text({ about: 'Why this date?' }) whyVi: string;
  @Text({ about: 'Why this date?' }) whyEn: string;
  @Data({ about: 'The steps to the date' }) derivation: Derivation;
  @Many(() => DueMoveAnswer, { about: 'How it has moved since it was first planned' }) moves: DueMoveAnswer[];
  @One(() => ClauseText, { nullable: true }) clause: ClauseText | null;
  @Civil({ nullable: true }) acceptedOn: string | null;
  @One(() => ReportClock, { about: 'As of today' }) clock: ReportClock;
  @Civil({ nullable: true }) suspendedOn: string | null;
  @OneOf(SUSPENSION_REASONS, 'SuspensionReason', { nullable: true }) suspendedBecause: SuspensionReason | null;
  @Civil({ nullable: true }) waivedOn: string | null;
  @Text({ nullable: true }) waivedBecause: string | null;
  @Civil({ nullable: true, about: 'Night on which it was noticed to be late' }) overdueNoticedOn: string | null;
  @Many(() => ExtensionAnswer) extensions: ExtensionAnswer[];
  @Many(() => SubmissionAnswer) submissions: SubmissionAnswer[];
  @Many(() => MissingReport, { about: 'Reports of the tiers below for the same period that are not in' })
  missing: MissingReport[];
}

export class NewWaiver {
  @Text({ max: 2000 }) reason: string;
}

export class NewEvent {
  @Civil({ about: 'Day of the event, or of the request' }) on: string;
  @Id({ optional: true, about: 'Only this body reports; every reporting body when absent' }) bodyId?: string | null;
  @Civil({ optional: true, about: 'Day the report is due; for a request' }) dueOn?: string | null;
}

export class EventAnswer {
  @Many(() => OccurrenceRow, { about: 'The reports that the event has set off' }) occurrences: OccurrenceRow[];
}
