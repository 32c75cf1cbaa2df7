import { Injectable } from '@nestjs/common';
import type { KnownDuty, WantedDuty } from '../core/duty.js';
import type { MoveCause } from '../core/due-move.js';
import { noteEach } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { OccurrenceReplanner } from '../reports/occurrence.replanner.js';
import { ReviewReplanner } from '../reviews/review.replanner.js';
import { refusePreview } from './replanning.refusals.js';
import { countsOf, diffDuties, joined, tokenOf, type Counts, type Diff } from './replanning.rules.js';

interface Progress {
  id: string;
  plannedTo: string | null;
  nextPlanOn: string | null;
}

/** What is there and what is wanted, of reports or of reviews. */
export interface Replan {
  known: readonly KnownDuty[];
  wanted: readonly WantedDuty[];
  progress: readonly Progress[];
}

export const NOTHING: Replan = { known: [], wanted: [], progress: [] };

/** All that a change would do. */
export interface Outcome {
  reports: Diff;
  reviews: Diff;
  whole: Diff;
  counts: Counts;
  token: string;
  progress: { reports: readonly Progress[]; reviews: readonly Progress[] };
}

interface Record {
  cause: MoveCause;
  changeId: string;
  reason: string | null;
}

/** From what is there and what is wanted to what changes; then writes exactly that. */
@Injectable()
export class ReplanningService {
  constructor(
    private readonly reports: OccurrenceReplanner,
    private readonly reviews: ReviewReplanner,
  ) {}

  /** `change` is what was asked for, `seen` what it changes: both are part of the token. */
  outcome(act: Act, change: object, seen: object, replan: { reports: Replan; reviews: Replan }): Outcome {
    const reports = diffDuties(replan.reports.known, replan.reports.wanted, act.today);
    const reviews = diffDuties(replan.reviews.known, replan.reviews.wanted, act.today);
    const whole = joined(reports, reviews);
    return {
      reports,
      reviews,
      whole,
      counts: countsOf(whole),
      token: tokenOf(change, seen, whole),
      progress: { reports: replan.reports.progress, reviews: replan.reviews.progress },
    };
  }

  /** Refuses when the result is not the one that was previewed. */
  hold({ token }: Outcome, previewed: string): void {
    if (token !== previewed) throw refusePreview('world-moved');
  }

  async write(tx: Tx, act: Act, outcome: Outcome, record: Record): Promise<void> {
    const { reports, reviews, whole, progress } = outcome;
    await this.recordMoves(tx, act, whole, record);
    const written =
      (await this.reports.write(tx, reports, progress.reports)) &&
      (await this.reviews.write(tx, reviews, progress.reviews, act.today));
    if (!written) throw refusePreview('world-moved');
    await this.noteMoves(tx, act, reports, 'occurrence', record);
    await this.noteMoves(tx, act, reviews, 'review', record);
  }

  /** Before the duties themselves: a row that is dropped in the same change has no move. */
  private async recordMoves(tx: Tx, act: Act, { moved }: Diff, { cause, changeId, reason }: Record): Promise<void> {
    const rows = moved
      .filter(({ known, to }) => known.dueOn !== to.dueOn)
      .map(({ known, to }) => ({
        occurrence: known.duty === 'REPORT' ? known.id : null,
        review: known.duty === 'REVIEW' ? known.id : null,
        due: known.dueOn,
        toDue: to.dueOn,
        overdue: known.overdueFrom,
        toOverdue: to.overdueFrom,
      }));
    if (rows.length === 0) return;
    await tx.query(
      `insert into due_change (occurrence_id, review_id, from_due_on, to_due_on, from_overdue_from, to_overdue_from,
         because, change_id, reason, by_id, on_date, at)
       select m.occurrence, m.review, m.due, m."toDue", m.overdue, m."toOverdue", $2, $3, $4, $5, $6, $7
       from jsonb_to_recordset($1::jsonb) as m(occurrence uuid, review uuid, due date, "toDue" date, overdue date,
         "toOverdue" date)`,
      [JSON.stringify(rows), cause, changeId, reason, act.actor.id, act.today, act.at],
    );
  }

  private async noteMoves(tx: Tx, act: Act, diff: Diff, noun: string, { cause, changeId }: Record): Promise<void> {
    const dates = ({ windowStart, windowEnd, dueOn }: KnownDuty | WantedDuty): object => ({
      windowStart,
      windowEnd,
      dueOn,
    });
    const moves = diff.moved.map(({ known, to }) => ({
      id: known.id,
      before: dates(known),
      after: { ...dates(to), cause, changeId },
    }));
    const drops = diff.dropped.map((known) => ({
      id: known.id,
      before: { ...dates(known), ownerId: known.ownerId, bodyId: known.bodyId, periodKey: known.periodKey },
      after: null,
    }));
    await noteEach(tx, act, `${noun}.moved`, moves);
    await noteEach(tx, act, `${noun}.dropped`, drops);
  }
}
