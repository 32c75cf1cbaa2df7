import { Injectable } from '@nestjs/common';
import { AgreementLife, isRunning } from '../agreements/agreement-life.service.js';
import { AgreementQueries } from '../agreements/agreement.queries.js';
import { refuseAgreement } from '../agreements/agreement.refusals.js';
import { AgreementPause } from '../agreements/pause.entity.js';
import { refusePause } from '../agreements/pause.refusals.js';
import { lastResumption, openPause } from '../agreements/pause.rows.js';
import { checkPause, checkResumption } from '../agreements/pause.rules.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import type { NewPause, NewResumption, PausedAnswer, ResumedAnswer } from './pause.contract.js';
import { resumeDuties, suspendDuties } from './paused-duties.js';
import { PlanningService } from './planning.service.js';

/** A pause has two ends (lesson 11); it stops the duties of an agreement and leaves its term as it is. */
@Injectable()
export class PauseService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly agreements: AgreementQueries,
    private readonly planning: PlanningService,
  ) {}

  pause(act: Act, id: string, { from, reason, document = null }: NewPause): Promise<PausedAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      const before = await openPause(tx, id);
      if (row.state === 'paused' && before) throw refusePause('already-paused', { from: before.pausedFrom });
      if (!isRunning(row)) throw refuseAgreement('not-in-force', { state: row.state });
      const { inForceFrom } = row;
      const fault = checkPause(from, { inForceFrom, lastResumedOn: await lastResumption(tx, id) }, act.today);
      if (fault) throw fault;
      await this.life.move(tx, act, row, 'pause', { on: from, reason });
      await tx.insert(AgreementPause, {
        agreementId: id,
        pausedFrom: from,
        reason,
        document,
        pausedBy: act.actor.id,
        pausedAt: act.at,
      });
      const suspended = await suspendDuties(tx, id, from);
      const agreement = await this.agreements.one(id, tx);
      return { agreement, ...suspended, version: agreement.version };
    });
  }

  resume(act: Act, id: string, { on }: NewResumption): Promise<ResumedAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      const pause = await openPause(tx, id);
      if (row.state !== 'paused' || !pause) throw refusePause('not-paused', { state: row.state });
      const fault = checkResumption(on, pause.pausedFrom, act.today);
      if (fault) throw fault;
      await this.life.move(tx, act, row, 'resume', { on });
      await tx.update(AgreementPause, { id: pause.id }, { resumedOn: on, resumedBy: act.actor.id, resumedAt: act.at });
      const resumed = await resumeDuties(tx, id, { from: pause.pausedFrom, on });
      // Periods entered the horizon while nobody planned.
      const { occurrences, reviews } = await this.planning.planAll(tx, act, id);
      const agreement = await this.agreements.one(id, tx);
      return { agreement, ...resumed, planned: occurrences + reviews, version: agreement.version };
    });
  }
}
