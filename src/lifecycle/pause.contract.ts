import { AgreementAnswer } from '../agreements/agreement.answers.js';
import { Civil, Int, One, Text } from '../platform/http/fields.js';

export class NewPause {
  @Civil({ about: 'First day without duties; today or before' }) from: string;
  @Text({ max: 2000 }) reason: string;
  @Text({ optional: true, about: 'The paper by which it was decided' }) document?: string | null;
}

export class PausedAnswer {
  @One(() => AgreementAnswer) agreement: AgreementAnswer;
  @Int({ about: 'Due reports that wait' }) occurrences: number;
  @Int({ about: 'Reviews that wait' }) reviews: number;
  @Int() version: number;
}

export class NewResumption {
  @Civil({ about: 'First day with duties again; today or before' }) on: string;
}

export class ResumedAnswer {
  @One(() => AgreementAnswer) agreement: AgreementAnswer;
  @Int({ about: 'Due reports that waited and are due again' }) occurrences: number;
  @Int({ about: 'Reviews that waited and are due again' }) reviews: number;
  @Int({ about: 'Due reports not asked for: their date fell in the pause' }) waived: number;
  @Int({ about: 'Reviews not asked for: their date fell in the pause' }) cancelled: number;
  @Int({ about: 'Due reports and reviews newly planned' }) planned: number;
  @Int() version: number;
}
