import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { AgreementQueries } from '../agreements/agreement.queries.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { checkFollowed } from '../reports/history.rules.js';
import { HistoryService } from '../reports/history.service.js';
import type { HistoryAnswer, NewHistory } from './past.contract.js';
import { PlanningService } from './planning.service.js';

/** An old agreement brings its past along: the periods are planned, then what was filed is recorded (design §3.7). */
@Injectable()
export class PastService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly agreements: AgreementQueries,
    private readonly planning: PlanningService,
    private readonly history: HistoryService,
  ) {}

  bring(act: Act, id: string, { followedSince, filings }: NewHistory): Promise<HistoryAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lockRunning(tx, id);
      refuseStale(act, row.version);
      const fault = checkFollowed(followedSince, row);
      if (fault) throw fault;
      await updateGuarded(tx, Agreement, row, { followedSince });
      const planned = await this.planning.planAnew(tx, act, id);
      const recorded = await this.history.record(tx, act, id, filings);
      await note(tx, act, 'agreement.history-imported', id, {
        before: { followedSince: row.followedSince },
        after: { followedSince, ...planned, filings: recorded },
      });
      const agreement = await this.agreements.one(id, tx);
      return { agreement, ...planned, filings: recorded, version: agreement.version };
    });
  }
}
