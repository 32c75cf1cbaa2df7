import { Inject, Injectable } from '@nestjs/common';
import { addDays, type CivilDate } from '../core/civil-date.js';
import type { KnownDuty, WantedDuty } from '../core/duty.js';
import { redate } from '../core/redating.js';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import { checkRule } from '../core/schedule-rule.js';
import type { WorkingCalendar } from '../core/working-calendar.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import { insertReviews, loadCycles, saveProgress, type Progress } from './cycle-plan.rows.js';
import type { NewReview } from './cycle-plan.rules.js';
import { replanCycle } from './cycle-replan.rules.js';
import { scheduleRuleOf } from './cycle.rules.js';
import {
  dropPristineReviews,
  moveReviews,
  refreshReviews,
  RESTING_ON,
  reviewsWhere,
  type WantedReview,
} from './review-replan.rows.js';

type Schemes = ReadonlyMap<string, ReportingScheme>;

interface Replanned {
  known: KnownDuty[];
  wanted: WantedReview[];
  progress: Progress[];
  /** A cycle that could not be planned under the new scheme. */
  unfit: string | null;
}

interface Changes {
  refreshed: readonly { known: KnownDuty; to: WantedDuty }[];
  moved: readonly { known: KnownDuty; to: WantedDuty }[];
  added: readonly WantedDuty[];
  dropped: readonly KnownDuty[];
}

const CYCLES_AT_ONCE = 1_000;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** What stands between the reviews that exist and those the facts now ask for; deciding and writing it are others' part. */
@Injectable()
export class ReviewReplanner {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly calendars: CalendarQueries,
  ) {}

  /** Running cycles whose agreement follows the scheme, planned once already. */
  async cyclesUnder(tx: Tx, schemeId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select c.id from review_cycle c join agreement a on a.id = c.agreement_id
       where a.scheme_id = $1 and c.closed_on is null and c.planned_to is not null order by c.id`,
      [schemeId],
    );
    return rows.map(({ id }) => id);
  }

  async replan(
    tx: Tx,
    cycleIds: readonly string[],
    today: CivilDate,
    schemes: { before: Schemes; after: Schemes },
  ): Promise<Replanned> {
    const desk = { calendar: await this.calendars.calendar(tx), today, horizonDays: this.config.planHorizonDays };
    const result: Replanned = { known: [], wanted: [], progress: [], unfit: null };
    const accounted = new Set<string>();
    for (let afterId: string | undefined = BEFORE_ALL_IDS; afterId !== undefined;) {
      const cycles = await loadCycles(tx, { cycleIds }, today, { afterId, limit: CYCLES_AT_ONCE });
      for (const cycle of cycles) {
        const fault = checkRule(scheduleRuleOf(cycle), schemes.after.get(cycle.schemeId ?? '') ?? null);
        if (fault) return { ...result, unfit: cycle.id };
        const before = { ...desk, schemes: schemes.before };
        const { reviews, plannedTo, nextPlanOn, ...rest } = replanCycle(cycle, before, {
          ...desk,
          schemes: schemes.after,
        });
        for (const id of rest.accounted) accounted.add(id);
        result.wanted.push(...reviews.map(wantedOf));
        result.progress.push({ id: cycle.id, plannedTo, nextPlanOn });
      }
      afterId = cycles.length < CYCLES_AT_ONCE ? undefined : cycles.at(-1)?.id;
    }
    const known = await reviewsWhere(tx, 'r.cycle_id = any ($1::uuid[])', [cycleIds]);
    return { ...result, known: known.filter(({ id }) => accounted.has(id)) };
  }

  /** Reviews that may rest on the days or years, and the same under the new calendar. */
  async redated(
    tx: Tx,
    changed: { days: readonly CivilDate[]; years: readonly number[] },
    since: CivilDate,
    calendar: WorkingCalendar,
  ): Promise<{ known: KnownDuty[]; wanted: WantedDuty[] }> {
    const known = await reviewsWhere(tx, RESTING_ON, [changed.days, changed.years, since]);
    const wanted = known.map((review) => {
      const derivation = redate(review.derivation, calendar);
      const { raw: dueRaw, on: dueOn } = derivation;
      return { ...review, derivation, dueRaw, dueOn, overdueFrom: addDays(dueOn, 1), state: 'due' };
    });
    return { known, wanted };
  }

  /** Writes exactly this; false when a row of it had been changed by somebody else. */
  async write(
    tx: Tx,
    { refreshed, moved, added, dropped }: Changes,
    progress: readonly Progress[],
    today: CivilDate,
  ): Promise<boolean> {
    const rows = (added as WantedReview[]).map(({ row, periodKey }) => ({ ...row, periodKey }));
    await refreshReviews(tx, refreshed);
    const written = {
      moved: await moveReviews(tx, moved),
      dropped: await dropPristineReviews(tx, dropped, today),
      added: await insertReviews(tx, rows),
    };
    await saveProgress(tx, progress);
    return written.moved === moved.length && written.dropped === dropped.length && written.added === added.length;
  }
}

function wantedOf(row: NewReview): WantedReview {
  const { cycleId: ownerId, hostId: bodyId, periodKey, reportYear, state, derivation } = row;
  const { windowStart, windowEnd, dueRaw, dueOn, overdueFrom } = row;
  const dates = { windowStart, windowEnd, dueRaw, dueOn, overdueFrom, derivation };
  return { duty: 'REVIEW', ownerId, bodyId, periodKey, reportYear, tier: 1, state, ...dates, row };
}
