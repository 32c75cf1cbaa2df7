import { AgreementAnswer } from '../agreements/agreement.answers.js';
import { Bool, Civil, Id, Int, LongText, Many, One, Text } from '../platform/http/fields.js';

export class PastFilingInput {
  @Id() commitmentId: string;
  @Id({ optional: true, about: 'The body that reported; may be absent when only one owed it' }) bodyId?: string | null;
  @Id({ optional: true, about: 'May be absent when only one schedule has the period' }) scheduleId?: string | null;
  @Text({ max: 50, example: '2024-H1' }) periodKey: string;
  @Civil({ about: 'Day on which it was filed, by the papers' }) filedOn: string;
  @Bool({ optional: true }) nothingToReport?: boolean | null;
  @LongText({ optional: true, about: 'What the papers say' }) note?: string | null;
}

export class NewHistory {
  @Civil({ about: 'First day whose due dates count; moves back only' }) followedSince: string;
  @Many(() => PastFilingInput, { about: 'All of them are taken or none' }) filings: PastFilingInput[];
}

export class HistoryAnswer {
  @One(() => AgreementAnswer) agreement: AgreementAnswer;
  @Int({ about: 'Due reports of the past that were planned; those without a filing are overdue' }) occurrences: number;
  @Int({ about: 'Reviews of the past that were planned' }) reviews: number;
  @Int({ about: 'Filings recorded, labelled as imported' }) filings: number;
  @Int() version: number;
}
