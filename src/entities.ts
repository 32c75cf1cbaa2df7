import { Member } from './access/member.entity.js';
import {
  Agreement,
  AgreementLink,
  AgreementNumber,
  AgreementStep,
  LegalBasis,
  Party,
  Witness,
} from './agreements/agreement.entity.js';
import { RenewalNotice } from './agreements/renewal-notice.entity.js';
import { AgreementDocument } from './agreements/document.entity.js';
import { Body } from './bodies/body.entity.js';
import { Amendment } from './commitments/amendment.entity.js';
import { Clause } from './commitments/clause.entity.js';
import { Commitment, CommitmentBody, CommitmentClause } from './commitments/commitment.entity.js';
import { Schedule, ScheduleReporter } from './commitments/schedule.entity.js';
import { CalendarDay, CalendarYear } from './regime/calendar.entity.js';
import { ReportingSchemeRow } from './regime/scheme.entity.js';
import { Evidence, Occurrence, Submission } from './reports/occurrence.entity.js';
import { FollowUp, Review, ReviewCycle, ReviewOutcome } from './reviews/review.entity.js';

/** Every mapped table; no globs, since source and build differ in extension. */
export const ENTITIES = [
  Member,
  Body,
  CalendarDay,
  CalendarYear,
  ReportingSchemeRow,
  Agreement,
  AgreementNumber,
  Party,
  Witness,
  LegalBasis,
  AgreementLink,
  AgreementStep,
  AgreementDocument,
  RenewalNotice,
  Amendment,
  Clause,
  Commitment,
  CommitmentClause,
  CommitmentBody,
  Schedule,
  ScheduleReporter,
  Occurrence,
  Submission,
  Evidence,
  ReviewCycle,
  Review,
  ReviewOutcome,
  FollowUp,
];
