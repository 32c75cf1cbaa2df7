import type { FollowUpStanding, ReviewStanding } from './review.words.js';

type Conditions<S extends string> = Record<S, string>;

/** Each condition excludes the others, so that a filter by one of them can use the partial indexes. */
function ofReview(today: string, soonTo: string): Conditions<ReviewStanding> {
  const waiting = `r.state = 'due' and r.overdue_from > ${today}`;
  return {
    overdue: `r.state in ('due', 'planned') and r.overdue_from <= ${today}`,
    due_today: `${waiting} and r.due_on = ${today}`,
    due_soon: `${waiting} and r.due_on <> ${today} and r.due_on <= ${soonTo}`,
    upcoming: `${waiting} and r.due_on <> ${today} and r.due_on > ${soonTo}`,
    planned: `r.state = 'planned' and r.overdue_from > ${today}`,
    held: `r.state = 'held'`,
    concluded: `r.state = 'concluded'`,
    suspended: `r.state = 'suspended'`,
    cancelled: `r.state = 'cancelled'`,
  };
}

function ofFollowUp(today: string, soonTo: string): Conditions<FollowUpStanding> {
  const waiting = `f.state = 'open' and f.overdue_from > ${today}`;
  return {
    overdue: `f.state = 'open' and f.overdue_from <= ${today}`,
    due_today: `${waiting} and f.due_on = ${today}`,
    due_soon: `${waiting} and f.due_on <> ${today} and f.due_on <= ${soonTo}`,
    upcoming: `${waiting} and f.due_on <> ${today} and f.due_on > ${soonTo}`,
    done_on_time: `f.state = 'done' and f.done_on <= f.due_on`,
    done_late: `f.state = 'done' and f.done_on > f.due_on`,
    cancelled: `f.state = 'cancelled'`,
  };
}

function caseOf(conditions: Conditions<string>): string {
  const cases = Object.entries(conditions).map(([name, when]) => `when ${when} then '${name}'`);
  return `case ${cases.join(' ')} end`;
}

/** How a review `r` stands on a day, in SQL: true by comparing dates even if no night ever ran (design §4). */
export function reviewStandingSql(today: string, soonTo: string): string {
  return caseOf(ofReview(today, soonTo));
}

/** Whether a review `r` stands so, in SQL. */
export function reviewStandsAs(standing: ReviewStanding, today: string, soonTo: string): string {
  return `(${ofReview(today, soonTo)[standing]})`;
}

/** How a follow-up `f` stands on a day, in SQL. */
export function followUpStandingSql(today: string, soonTo: string): string {
  return caseOf(ofFollowUp(today, soonTo));
}

/** Whether a follow-up `f` stands so, in SQL. */
export function followUpStandsAs(standing: FollowUpStanding, today: string, soonTo: string): string {
  return `(${ofFollowUp(today, soonTo)[standing]})`;
}
