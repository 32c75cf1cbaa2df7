import { Departure } from './access/departure.entity.js';
import { Member } from './access/member.entity.js';
import { MemberIdentity } from './access/member-identity.entity.js';
import { Seat, SeatHolding } from './access/seat.entity.js';
import { SavedView } from './access/view.entity.js';
import { AccessToken } from './access/token.entity.js';
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
import { AgreementPause } from './agreements/pause.entity.js';
import { Body } from './bodies/body.entity.js';
import { BodyEvent, BodyEventParty, BodyName, BodyParent } from './bodies/body-event.entity.js';
import { Amendment } from './commitments/amendment.entity.js';
import { Clause } from './commitments/clause.entity.js';
import { Commitment, CommitmentBody, CommitmentClause } from './commitments/commitment.entity.js';
import { Schedule, ScheduleReporter } from './commitments/schedule.entity.js';
import { Intake, IntakeProposal } from './intake/intake.entity.js';
import { DueChange, RegimeChange, ScheduleRevision } from './lifecycle/replanning.entity.js';
import { SuccessionDecision, SuccessionSuccessor } from './lifecycle/succession.entity.js';
import { Webhook, WebhookDelivery } from './notices/webhook.entity.js';
import { CalendarDay, CalendarYear } from './regime/calendar.entity.js';
import { ReportingSchemeRow } from './regime/scheme.entity.js';
import { Extension } from './reports/extension.entity.js';
import { Evidence, Occurrence, Submission } from './reports/occurrence.entity.js';
import { FollowUp, Review, ReviewCycle, ReviewOutcome } from './reviews/review.entity.js';

/** Every mapped table; no globs, since source and build differ in extension. */
export const ENTITIES = [
  Member,
  Departure,
  Body,
  BodyEvent,
  BodyEventParty,
  BodyName,
  BodyParent,
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
  AgreementPause,
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
  Extension,
  ReviewCycle,
  Review,
  ReviewOutcome,
  FollowUp,
  ScheduleRevision,
  RegimeChange,
  DueChange,
  SuccessionDecision,
  SuccessionSuccessor,
  Seat,
  SeatHolding,
  MemberIdentity,
  AccessToken,
  SavedView,
  Intake,
  IntakeProposal,
  Webhook,
  WebhookDelivery,
];
