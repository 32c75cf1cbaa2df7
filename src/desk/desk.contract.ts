import { AgreementRow } from '../agreements/agreement.answers.js';
import { RENEWALS, type Renewal } from '../agreements/agreement.words.js';
import { NeedsIntervalAnswer } from '../compliance/needs-interval.contract.js';
import { AwaitingAnswer } from '../lifecycle/succession.contract.js';
import { Bool, Civil, Id, Int, Many, One, OneOf } from '../platform/http/fields.js';
import { ExtensionRow } from '../reports/extension.contract.js';
import { OccurrenceRow } from '../reports/occurrence.contract.js';
import { FollowUpAnswer } from '../reviews/follow-up.contract.js';
import { ReviewRow } from '../reviews/review.contract.js';

/** Items that are counted; beyond them `capped` says that there are more. */
export const COUNTED = 1_000;
/** Items that are shown. */
export const SHOWN = 20;
/** Reports and reviews whose last acceptable day is so many days ahead, or nearer, or past. */
export const HORIZON_DAYS = 60;

const LEFT = 'From today to the last acceptable day: 0 on that day, 1 the day before, -1 on the first late day';

class DeskList {
  @Int({ min: 0, max: COUNTED, about: `Exact up to ${COUNTED}` }) count: number;
  @Bool({ about: `There are more than ${COUNTED}` }) capped: boolean;
}

/** A report that one of my bodies owes and may file today. */
export class DeskReport extends OccurrenceRow {
  @Civil({ about: 'Last acceptable day as it stands: agreed, or named at a return, else the original' })
  lastDay: string;
  @Int({ about: LEFT }) daysLeft: number;
  @Id({ nullable: true, about: 'The draft that is begun' }) draftId: string | null;
}

export class DeskReports extends DeskList {
  @Many(() => DeskReport, { about: `The first ${SHOWN}, the nearest last day first` }) items: DeskReport[];
}

export class DeskFollowUp extends FollowUpAnswer {
  @Int({ about: LEFT }) daysLeft: number;
}

export class DeskFollowUps extends DeskList {
  @Many(() => DeskFollowUp, { about: `The first ${SHOWN}, the nearest due day first` }) items: DeskFollowUp[];
}

/** A report that waits for me to accept or return it. */
export class DeskFiling extends OccurrenceRow {
  @Id() submissionId: string;
  @Int({ min: 1, about: 'Of this report' }) round: number;
  @Int({ min: 0, about: 'Days since it was filed' }) waitingDays: number;
}

export class DeskFilings extends DeskList {
  @Many(() => DeskFiling, { about: `The first ${SHOWN}, the longest waiting first` }) items: DeskFiling[];
}

export class DeskExtensions extends DeskList {
  @Many(() => ExtensionRow, { about: `The first ${SHOWN}, the earliest asked first` }) items: ExtensionRow[];
}

export class DeskSuccessions extends DeskList {
  @Many(() => AwaitingAnswer, { about: `The first ${SHOWN}, the body gone longest first` }) items: AwaitingAnswer[];
}

export class DeskReview extends ReviewRow {
  @Int({ about: LEFT }) daysLeft: number;
}

export class DeskReviews extends DeskList {
  @Many(() => DeskReview, { about: `The first ${SHOWN}, the most urgent first` }) items: DeskReview[];
}

export class DeskIntervals extends DeskList {
  @Many(() => NeedsIntervalAnswer, { about: `The first ${SHOWN}, by agreement` }) items: NeedsIntervalAnswer[];
}

export class DeskDrafts extends DeskList {
  @Many(() => AgreementRow, { about: `The first ${SHOWN}, the latest begun first` }) items: AgreementRow[];
}

export class DeskTerm extends AgreementRow {
  @OneOf(RENEWALS, 'Renewal') renewal: Renewal;
  @Int({ min: 0, about: 'From today to the last day of the term: 0 on that day' }) daysLeft: number;
}

export class DeskTerms extends DeskList {
  @Many(() => DeskTerm, { about: `The first ${SHOWN}, the term that ends first on top` }) items: DeskTerm[];
}

/** What waits for the caller; a list is null where no seat gives the right to act on it. */
export class DeskAnswer {
  @Civil() today: string;
  @One(() => DeskReports, {
    nullable: true,
    about: `reports.file: owed and open for filing, last day within ${HORIZON_DAYS} days or past; returned ones too`,
  })
  owes: DeskReports | null;
  @One(() => DeskFollowUps, { nullable: true, about: 'follow-ups.complete: open follow-ups of my bodies' })
  followUps: DeskFollowUps | null;
  @One(() => DeskFilings, { nullable: true, about: 'reports.review: filed, neither accepted nor returned' })
  toAccept: DeskFilings | null;
  @One(() => DeskExtensions, { nullable: true, about: 'extensions.decide: asked, neither granted nor refused' })
  extensions: DeskExtensions | null;
  @One(() => DeskSuccessions, { nullable: true, about: 'successions.decide: bodies gone, with nothing decided yet' })
  successions: DeskSuccessions | null;
  @One(() => DeskReviews, { nullable: true, about: 'reviews.decide: held, without an outcome; the longest first' })
  reviewsWithoutOutcome: DeskReviews | null;
  @One(() => DeskReviews, {
    nullable: true,
    about: `reviews.plan: to be planned or held, last day within ${HORIZON_DAYS} days or past`,
  })
  reviewsDue: DeskReviews | null;
  @One(() => DeskIntervals, { nullable: true, about: 'agreements.register: promised at an interval nobody wrote down' })
  needsInterval: DeskIntervals | null;
  @One(() => DeskDrafts, { nullable: true, about: 'agreements.register: agreements not signed yet' })
  drafts: DeskDrafts | null;
  @One(() => DeskTerms, { nullable: true, about: 'agreements.renew: in force, the term ends soon' })
  expiring: DeskTerms | null;
}
