import type { Standing } from './report.words.js';

const OPEN = `o.state in ('due', 'returned')`;
const LAST = `coalesce(o.agreed_due_on, o.due_on)`;
const DONE = `o.state in ('filed', 'accepted')`;

/** Before its window begins (checkNotTooEarly). */
function isAhead(today: string): string {
  return `(o.window_start > ${today} and o.window_start <= o.due_on)`;
}

/** Whether a report `o` is owed and may be filed on a day, in SQL. */
export function mayBeFiled(today: string): string {
  return `${OPEN} and not ${isAhead(today)}`;
}

/** Whether a report `o` is owed and not late on a day, in SQL. */
export function inTerm(today: string): string {
  return `${OPEN} and o.overdue_from > ${today}`;
}

/**
 * Each condition excludes the others. The last day is the agreed one, else the original. Some name `due_on` though the rest implies it: that is what the indexes of open
 * reports are sorted by.
 */
function conditions(today: string, soonTo: string): Record<Standing, string> {
  const waiting = `o.state = 'due' and o.overdue_from > ${today}`;
  const ahead = isAhead(today);
  return {
    overdue: `${OPEN} and o.overdue_from <= ${today} and o.due_on < ${today}`,
    due_today: `${waiting} and o.due_on <= ${today} and ${LAST} = ${today}`,
    due_soon: `${waiting} and o.due_on <= ${soonTo} and ${LAST} > ${today} and ${LAST} <= ${soonTo} and not ${ahead}`,
    in_term: `${waiting} and ${LAST} > ${soonTo} and not ${ahead}`,
    not_started: `${waiting} and ${LAST} > ${today} and ${ahead}`,
    returned: `o.state = 'returned' and o.overdue_from > ${today}`,
    done_on_time: `${DONE} and o.first_filed_on <= ${LAST}`,
    done_late: `${DONE} and o.first_filed_on > ${LAST}`,
    suspended: `o.state = 'suspended'`,
    waived: `o.state = 'waived'`,
  };
}

/** How an occurrence `o` stands on a day, in SQL: true by comparing dates even if no night ever ran (design §4). */
export function standingSql(today: string, soonTo: string): string {
  const cases = Object.entries(conditions(today, soonTo)).map(([name, when]) => `when ${when} then '${name}'`);
  return `case ${cases.join(' ')} else 'in_term' end`;
}

/** Whether an occurrence `o` stands so, in SQL. */
export function standsAs(standing: Standing, today: string, soonTo: string): string {
  return `(${conditions(today, soonTo)[standing]})`;
}
