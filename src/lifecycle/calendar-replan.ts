import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import type { KnownDuty, WantedDuty } from '../core/duty.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { CalendarChange } from '../regime/calendar.contract.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import { CalendarService, type CalendarPicture } from '../regime/calendar.service.js';
import { OccurrenceReplanner } from '../reports/occurrence.replanner.js';
import { ReviewReplanner } from '../reviews/review.replanner.js';
import { onlyChanged } from './replanning.rules.js';
import type { Replan } from './replanning.service.js';

interface Changed {
  days: readonly CivilDate[];
  years: readonly number[];
  /** Due dates before this day are not looked at. */
  since: CivilDate;
}

/** The calendar is changed, and the duties that may rest on it are dated again from their own derivations. */
@Injectable()
export class CalendarReplan {
  constructor(
    private readonly calendars: CalendarService,
    private readonly queries: CalendarQueries,
    private readonly reports: OccurrenceReplanner,
    private readonly reviews: ReviewReplanner,
  ) {}

  async change(
    tx: Tx,
    act: Act,
    change: CalendarChange,
    { days, years, since }: Changed,
  ): Promise<{ before: CalendarPicture; reports: Replan; reviews: Replan }> {
    const before = await this.calendars.change(tx, act, change);
    const calendar = await this.queries.calendar(tx);
    const reports = await this.reports.redated(tx, { days, years }, since, calendar);
    const reviews = await this.reviews.redated(tx, { days, years }, since, calendar);
    return { before, reports: onlyTheirs(reports), reviews: onlyTheirs(reviews) };
  }
}

/** The sieve lets through duties that the change does not touch. */
function onlyTheirs({ known, wanted }: { known: readonly KnownDuty[]; wanted: readonly WantedDuty[] }): Replan {
  const theirs = onlyChanged(known, wanted);
  const ids = new Set(theirs.map(({ id }) => id));
  return { known: theirs, wanted: wanted.filter((_, i) => ids.has(known[i]?.id ?? '')), progress: [] };
}
