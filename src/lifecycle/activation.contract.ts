import { Civil, Id, Int, One, OneOf, Text } from '../platform/http/fields.js';
import { AgreementAnswer } from '../agreements/agreement.answers.js';
import { AGREEMENT_STATES, type AgreementState } from '../agreements/agreement.words.js';
import { ReviewAnswer } from '../reviews/review.contract.js';
import { DECISIONS, type Decision } from '../reviews/review.words.js';

export class NewActivation {
  @Civil({ optional: true, about: 'First day whose due dates count; default: today, or entry into force if later' })
  followedSince?: string | null;
}

export class ActivationAnswer {
  @One(() => AgreementAnswer) agreement: AgreementAnswer;
  @Int({ about: 'Due reports planned' }) occurrences: number;
  @Int({ about: 'Reviews planned' }) reviews: number;
  @Int({ about: 'Schedules and review cycles still without an interval' }) needsInterval: number;
  @Int() version: number;
}

export class NewTermination {
  @Civil({ about: 'Last day in force' }) on: string;
  @Text({ max: 2000 }) reason: string;
  @Text({ max: 1000, optional: true, about: 'The terminating document' }) document?: string | null;
  @Text({ max: 1000, optional: true, about: 'Legal basis' }) basis?: string | null;
}

export class TerminationAnswer {
  @One(() => AgreementAnswer) agreement: AgreementAnswer;
  @Int({ about: 'Due reports set aside' }) occurrences: number;
  @Int({ about: 'Reviews cancelled' }) reviews: number;
  @Int() version: number;
}

export class NewOutcome {
  @OneOf(DECISIONS, 'Decision') decision: Decision;
  @Civil({ optional: true, about: 'Default: today' }) decidedOn?: string | null;
  @Text({ max: 5000, optional: true }) note?: string | null;
  @Civil({ optional: true, about: 'EXTEND: the new last day of the term' }) newTermTo?: string | null;
}

export class OutcomeAnswer {
  @One(() => ReviewAnswer) review: ReviewAnswer;
  @OneOf(AGREEMENT_STATES, 'AgreementState') agreementState: AgreementState;
  @Id({ nullable: true, about: 'AMEND, REPLACE: the draft that was opened' }) openedAgreementId: string | null;
  @Civil({ nullable: true, about: 'Last day of the term as it is now' }) termTo: string | null;
  @Int() version: number;
}
