import { Bool, Civil, Decimal, Id, Instant, Int, LongText, Many, OneOf, Text } from '../platform/http/fields.js';
import { UploadFields } from '../platform/storage/upload.js';
import { CHANNELS, SUBMISSION_STATES, type Channel, type SubmissionState } from './report.words.js';

export class FigureInput {
  @Text({ example: 'Số buổi tuyên truyền' }) label: string;
  @Text({ max: 50, optional: true, example: 'buổi' }) unit?: string | null;
  @Decimal({ optional: true }) target?: number | null;
  @Decimal({ optional: true }) actual?: number | null;
}

export class NewSubmission {
  @Id({ optional: true, about: 'The body that owes the report; that of the occurrence when absent' })
  onBehalfOf?: string | null;
  @Bool({ optional: true, about: 'Nothing happened in the period: counts as a filing' }) nothingToReport?:
    boolean | null;
  @LongText({ optional: true }) done?: string | null;
  @LongText({ optional: true }) difficulties?: string | null;
  @LongText({ optional: true }) proposals?: string | null;
  @LongText({ optional: true }) assessment?: string | null;
  @Many(() => FigureInput, { optional: true, max: 200 }) figures?: FigureInput[] | null;
  @OneOf(CHANNELS, 'Channel', { optional: true }) channel?: Channel | null;
  @Civil({ optional: true, about: 'Day a paper report was received' }) receivedOn?: string | null;
}

export class SubmissionChange {
  @Bool({ kept: true }) nothingToReport?: boolean;
  @LongText({ optional: true }) done?: string | null;
  @LongText({ optional: true }) difficulties?: string | null;
  @LongText({ optional: true }) proposals?: string | null;
  @LongText({ optional: true }) assessment?: string | null;
  @Many(() => FigureInput, { kept: true, max: 200 }) figures?: FigureInput[];
  @OneOf(CHANNELS, 'Channel', { kept: true }) channel?: Channel;
  @Civil({ optional: true, about: 'Day a paper report was received' }) receivedOn?: string | null;
}

export class NewFiling {
  @Civil({ optional: true, about: 'Postmark of a paper report: it counts before the day of receipt' })
  sentOn?: string | null;
  @Civil({ optional: true, about: 'Day a paper report was received' }) receivedOn?: string | null;
}

export class NewAcceptance {
  @LongText({ optional: true }) comment?: string | null;
}

export class NewReturn {
  @LongText({ about: 'What is missing' }) comment: string;
  @Civil({ optional: true, about: 'Day to send it again; 5 working days from today when absent' })
  resubmitBy?: string | null;
}

export class NewEvidence extends UploadFields {
  @Civil({ optional: true, about: 'Date of what the file shows' }) datedOn?: string | null;
  @Text({ optional: true }) note?: string | null;
}

export class FigureAnswer {
  @Text() label: string;
  @Text({ nullable: true }) unit: string | null;
  @Decimal({ nullable: true }) target: number | null;
  @Decimal({ nullable: true }) actual: number | null;
}

export class EvidenceAnswer {
  @Id() id: string;
  @Text() name: string;
  @Text({ about: 'SHA-256 of the content' }) sha256: string;
  @Int() size: number;
  @Text() mediaType: string;
  @Civil({ nullable: true }) datedOn: string | null;
  @Text({ nullable: true }) note: string | null;
  @Instant() addedAt: string;
}

export class SubmissionAnswer {
  @Id() id: string;
  @Id() occurrenceId: string;
  @Int({ about: '1 for the first filing' }) round: number;
  @OneOf(SUBMISSION_STATES, 'SubmissionState') state: SubmissionState;
  @Id() onBehalfOf: string;
  @Bool() nothingToReport: boolean;
  @LongText({ nullable: true }) done: string | null;
  @LongText({ nullable: true }) difficulties: string | null;
  @LongText({ nullable: true }) proposals: string | null;
  @LongText({ nullable: true }) assessment: string | null;
  @Many(() => FigureAnswer) figures: FigureAnswer[];
  @OneOf(CHANNELS, 'Channel') channel: Channel;
  @Civil({ nullable: true }) receivedOn: string | null;
  @Civil({ nullable: true, about: 'The day that counts' }) filedOn: string | null;
  @Text({ about: 'Name of the member' }) draftedBy: string;
  @Instant() draftedAt: string;
  @Text({ nullable: true, about: 'Name of the member' }) submittedBy: string | null;
  @Instant({ nullable: true, about: 'When it was typed in, whatever day counts' }) enteredAt: string | null;
  @Text({ nullable: true, about: 'Name of the member' }) reviewedBy: string | null;
  @Instant({ nullable: true }) reviewedAt: string | null;
  @LongText({ nullable: true }) reviewComment: string | null;
  @Civil({ nullable: true, about: 'Day to send a returned report again' }) resubmitBy: string | null;
  @Bool({ about: 'Entered from the time before the register followed the agreement' }) imported: boolean;
  @Many(() => EvidenceAnswer) evidence: EvidenceAnswer[];
  @Int() version: number;
}
