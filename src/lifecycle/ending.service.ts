import { Injectable } from '@nestjs/common';
import { AgreementLife, type AgreementVerb } from '../agreements/agreement-life.service.js';
import type { Agreement } from '../agreements/agreement.entity.js';
import { AgreementQueries } from '../agreements/agreement.queries.js';
import { openPause } from '../agreements/pause.rows.js';
import { addDays, latest, type CivilDate } from '../core/civil-date.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { OccurrenceFlags } from '../reports/occurrence.flags.js';
import { ReviewFlags } from '../reviews/review.flags.js';
import type { NewTermination, TerminationAnswer } from './activation.contract.js';
import { refuseEnding } from './lifecycle.refusals.js';
import { resumeDuties } from './paused-duties.js';

interface Closed {
  occurrences: number;
  reviews: number;
}

interface LastDay {
  on: CivilDate;
  reason: string | null;
  document?: string | null;
  basis?: string | null;
}

/** The end of an agreement takes with it what was due only after it; what was started or is overdue stays. */
@Injectable()
export class EndingService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly agreements: AgreementQueries,
    private readonly occurrences: OccurrenceFlags,
    private readonly reviews: ReviewFlags,
  ) {}

  terminate(act: Act, id: string, { on, reason, document, basis }: NewTermination): Promise<TerminationAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      if (on > act.today) throw refuseEnding('in-future', { on, today: act.today }, '/on');
      if (row.signedOn !== null && on < row.signedOn)
        throw refuseEnding('before-signing', { on, signedOn: row.signedOn }, '/on');
      if (row.termTo !== null && on > row.termTo) throw refuseEnding('after-term', { on, termTo: row.termTo }, '/on');
      const closed = await this.end(tx, act, row, 'terminate', { on, reason, document, basis });
      const agreement = await this.agreements.one(id, tx);
      return { agreement, ...closed, version: agreement.version };
    });
  }

  /** `on` is the last day in force. */
  async end(tx: Tx, act: Act, row: Agreement, verb: AgreementVerb, { on, ...why }: LastDay): Promise<Closed> {
    const pause = row.state === 'paused' ? await openPause(tx, row.id) : null;
    await this.life.move(tx, act, row, verb, { on, ...why, changes: { endedOn: on } });
    // A pause ends with its agreement: what waited is set aside, or is due like everything else after the end.
    if (pause) {
      const after = latest(addDays(on, 1), act.today, pause.pausedFrom);
      await resumeDuties(tx, row.id, { from: pause.pausedFrom, on: after });
    }
    return {
      occurrences: await this.occurrences.closeAfterEnd(tx, row.id, on),
      reviews: await this.reviews.cancelAfterEnd(tx, row.id, on),
    };
  }
}
