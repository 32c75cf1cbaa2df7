import { AGREEMENT_ROW } from '../agreements/agreement-list.queries.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { OF_COMMITMENT, OF_SCHEDULE } from '../commitments/commitment.charge.js';
import { isLacking, LACKING_ROW, lackingSql } from '../compliance/needs-interval.queries.js';
import { isWaiting, WAITING_FROM, waitingRow } from '../lifecycle/succession.queries.js';
import { EXTENSION_ROWS } from '../reports/extension.queries.js';
import { OCCURRENCE_JOINS, OCCURRENCE_ROW } from '../reports/occurrence.queries.js';
import { ASKED_OF, FILED_TO, OWED_BY } from '../reports/report.charge.js';
import { mayBeFiled, standingSql } from '../reports/standing.js';
import { FOLLOW_UP_FROM, FOLLOW_UP_ROW } from '../reviews/follow-up.queries.js';
import { OF_CYCLE, OF_REVIEW, OWNED_BY } from '../reviews/review.charge.js';
import { REVIEW_FROM, REVIEW_ROW } from '../reviews/review.queries.js';
import { followUpStandingSql, reviewStandingSql } from '../reviews/standing.js';
import type { DeskAnswer } from './desk.contract.js';
import type { Reach } from './desk.reach.js';

/** Days as the statement has them. */
export const DAYS = { now: '$1::date', soonTo: '$2::date', horizon: '$3::date', expiringTo: '$4::date' } as const;

const { now, soonTo, horizon, expiringTo } = DAYS;

/** `found`: rows of (id, place) that may be acted on, in order of `place`; `rows`: those of them that are `shown`. */
export interface List {
  right: string;
  found: (reach: Reach) => string;
  rows: string;
  /** Order of the rows found; place first unless told otherwise. */
  order?: string;
}

const OWES: List = {
  right: 'reports.file',
  found: (reach) =>
    reach.fromBodies(
      'select o.id, o.overdue_from as place, o.due_on as sorted from occurrence o',
      'o.body_id',
      [mayBeFiled(now), `o.due_on <= ${horizon} and o.overdue_from <= ${horizon} + 1`, reach.covers(OWED_BY, 'o.id')],
      // The index of open reports is by due day. What an extension moved stands later, so its place is looked at after.
      { by: 'o.due_on, o.id', again: 'x.sorted, x.id' },
    ),
  rows: `select ${OCCURRENCE_ROW}, ${standingSql(now, soonTo)} as standing, o.overdue_from - 1 as "lastDay",
      o.overdue_from - 1 - ${now} as "daysLeft",
      (select d.id from submission d where d.occurrence_id = o.id and d.state = 'draft') as "draftId"
    from shown join occurrence o on o.id = shown.id ${OCCURRENCE_JOINS}`,
};

const FOLLOW_UPS: List = {
  right: 'follow-ups.complete',
  found: (reach) =>
    reach.fromBodies(
      'select f.id, f.due_on as place from follow_up f',
      'f.owner_id',
      [`f.state = 'open'`, reach.covers(OWNED_BY, 'f.id')],
      { by: 'f.due_on, f.id' },
    ),
  rows: `select ${FOLLOW_UP_ROW}, ${followUpStandingSql(now, soonTo)} as standing, f.due_on - ${now} as "daysLeft"
    from shown join (${FOLLOW_UP_FROM}) on f.id = shown.id`,
};

const TO_ACCEPT: List = {
  right: 'reports.review',
  found: (reach) =>
    reach.fromAgreements(
      `select s.id, o.filed_on as place from occurrence o
         join submission s on s.occurrence_id = o.id and s.state = 'submitted'`,
      'o.agreement_id',
      [`o.state = 'filed'`, reach.covers(FILED_TO, 's.id')],
      { by: 'o.filed_on, s.id' },
    ),
  rows: `select ${OCCURRENCE_ROW}, ${standingSql(now, soonTo)} as standing, s.id as "submissionId", s.round,
      greatest(0, ${now} - s.filed_on) as "waitingDays"
    from shown join submission s on s.id = shown.id join occurrence o on o.id = s.occurrence_id ${OCCURRENCE_JOINS}`,
};

const EXTENSIONS: List = {
  right: 'extensions.decide',
  found: (reach) =>
    reach.anywhere(
      'select e.id, e.asked_on as place from extension e',
      [`e.state = 'asked'`, reach.covers(ASKED_OF, 'e.id')],
      { by: 'e.asked_on, e.id' },
    ),
  rows: `${EXTENSION_ROWS} join shown on shown.id = x.id`,
};

const SUCCESSIONS: List = {
  right: 'successions.decide',
  found: (reach) =>
    reach.anywhere(`select p.id, b.valid_to as place from ${WAITING_FROM}`, [isWaiting(now), reach.holds('b.id')], {
      by: 'b.valid_to, p.id',
    }),
  rows: `select ${waitingRow(now, 'true')} from shown join (${WAITING_FROM}) on p.id = shown.id`,
};

const REVIEW = `select ${REVIEW_ROW}, ${reviewStandingSql(now, soonTo)} as standing,
    r.overdue_from - 1 - ${now} as "daysLeft"
  from shown join (${REVIEW_FROM}) on r.id = shown.id`;

const WITHOUT_OUTCOME: List = {
  right: 'reviews.decide',
  found: (reach) =>
    reach.fromAgreements(
      'select r.id, r.held_on as place from review r',
      'r.agreement_id',
      [`r.state = 'held'`, reach.covers(OF_REVIEW, 'r.id')],
      { by: 'r.held_on, r.id' },
    ),
  rows: REVIEW,
};

const REVIEWS_DUE: List = {
  right: 'reviews.plan',
  found: (reach) =>
    reach.fromAgreements(
      'select r.id, r.overdue_from as place, r.due_on as sorted from review r',
      'r.agreement_id',
      [
        `r.state in ('due', 'planned') and r.due_on <= ${horizon} and r.overdue_from <= ${horizon} + 1`,
        reach.covers(OF_REVIEW, 'r.id'),
      ],
      { by: 'r.due_on, r.id', again: 'x.sorted, x.id' },
    ),
  rows: REVIEW,
};

/** The write that would set the interval: of the schedule, of the cycle, or a first one of the commitment. */
const NEEDS_INTERVAL: List = {
  right: 'agreements.register',
  found: (reach) =>
    reach.fromAgreements(
      `select l.id, l.agreement_id as place from ${lackingSql(now)}`,
      'l.agreement_id',
      [
        isLacking(now),
        `case when l.schedule_id is not null then ${reach.covers(OF_SCHEDULE, 'l.schedule_id')}
          when l.cycle_id is not null then ${reach.covers(OF_CYCLE, 'l.cycle_id')}
          else ${reach.covers(OF_COMMITMENT, 'l.commitment_id')} end`,
      ],
      { by: 'l.agreement_id, l.id' },
    ),
  rows: `select ${LACKING_ROW} from shown join (${lackingSql(now)}) on l.id = shown.id`,
};

const DRAFTS: List = {
  right: 'agreements.register',
  found: (reach) =>
    reach.anywhere(
      'select a.id, a.id as place from agreement a',
      [`a.state = 'draft'`, reach.covers(OF_AGREEMENT, 'a.id')],
      { by: 'a.id desc' },
    ),
  order: 'id desc',
  rows: `select ${AGREEMENT_ROW} from shown join agreement a on a.id = shown.id`,
};

const EXPIRING: List = {
  right: 'agreements.renew',
  found: (reach) =>
    reach.anywhere(
      'select a.id, a.term_to as place from agreement a',
      [
        `a.state in ('in_force', 'expiring') and a.term_to between ${now} and ${expiringTo}`,
        reach.covers(OF_AGREEMENT, 'a.id'),
      ],
      { by: 'a.term_to, a.id' },
    ),
  rows: `select ${AGREEMENT_ROW}, a.renewal, a.term_to - ${now} as "daysLeft" from shown join agreement a on a.id = shown.id`,
};

export const LISTS: Readonly<Record<Exclude<keyof DeskAnswer, 'today'>, List>> = {
  owes: OWES,
  followUps: FOLLOW_UPS,
  toAccept: TO_ACCEPT,
  extensions: EXTENSIONS,
  successions: SUCCESSIONS,
  reviewsWithoutOutcome: WITHOUT_OUTCOME,
  reviewsDue: REVIEWS_DUE,
  needsInterval: NEEDS_INTERVAL,
  drafts: DRAFTS,
  expiring: EXPIRING,
};
