import { Injectable } from '@nestjs/common';
import type { WantedDuty } from '../core/duty.js';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { SchemeQueries } from '../regime/scheme.queries.js';
import { OccurrenceReplanner } from '../reports/occurrence.replanner.js';
import { ReviewReplanner } from '../reviews/review.replanner.js';
import { refusePreview } from './replanning.refusals.js';
import { causedBy } from './replanning.rules.js';
import type { Replan } from './replanning.service.js';
import { schedulesUnder } from './scheme-users.rows.js';

/** How everything would be planned under the scheme as it was. */
interface Old {
  scheduleIds: readonly string[];
  schemes: ReadonlyMap<string, ReportingScheme>;
  reports: readonly WantedDuty[];
}

/** What a changed scheme asks for, told apart from what had changed before it. */
@Injectable()
export class SchemeReplan {
  constructor(
    private readonly schemes: SchemeQueries,
    private readonly reports: OccurrenceReplanner,
    private readonly reviews: ReviewReplanner,
  ) {}

  async before(tx: Tx, act: Act, schemeId: string): Promise<Old> {
    const scheduleIds = await schedulesUnder(tx, schemeId);
    const { wanted } = await this.reports.replan(tx, scheduleIds, act.today, () => true);
    return { scheduleIds, schemes: await this.schemes.byId(tx), reports: wanted };
  }

  async after(tx: Tx, act: Act, schemeId: string, old: Old): Promise<{ reports: Replan; reviews: Replan }> {
    const unfit = await this.reports.unfit(tx, old.scheduleIds, await this.schemes.schemeOf(schemeId, tx));
    if (unfit !== null) throw refusePreview('schedule-unfit', { id: unfit });
    const { known, wanted, progress } = await this.reports.replan(tx, old.scheduleIds, act.today, () => true);
    const schemes = { before: old.schemes, after: await this.schemes.byId(tx) };
    const cycles = await this.reviews.cyclesUnder(tx, schemeId);
    const reviews = await this.reviews.replan(tx, cycles, act.today, schemes);
    if (reviews.unfit !== null) throw refusePreview('schedule-unfit', { id: reviews.unfit });
    return { reports: { ...causedBy(known, old.reports, wanted), progress }, reviews };
  }
}
