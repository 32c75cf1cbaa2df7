import { Injectable } from '@nestjs/common';
import { AgreementLife, isActive } from '../agreements/agreement-life.service.js';
import { Agreement, AgreementLink } from '../agreements/agreement.entity.js';
import { AgreementQueries } from '../agreements/agreement.queries.js';
import { addDays } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import type { ActivationAnswer, NewActivation } from './activation.contract.js';
import { activationFault, promiseFaults } from './activation.checks.js';
import { startOf } from './activation.rules.js';
import { EndingService } from './ending.service.js';
import { PlanningService, type Planned } from './planning.service.js';

@Injectable()
export class ActivationService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly agreements: AgreementQueries,
    private readonly planning: PlanningService,
    private readonly ending: EndingService,
  ) {}

  /** From here on the agreement makes duties: its due reports and reviews are planned, all in one transaction. */
  activate(act: Act, id: string, input: NewActivation): Promise<ActivationAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      const early = activationFault(row);
      if (early) throw early;
      const { signedOn, inForceFrom, followedSince } = row;
      const start = startOf({ signedOn, inForceFrom, followedSince: input.followedSince ?? followedSince }, act.today);
      const changes = { ...start, activatedOn: act.today };
      const before = { signedOn, inForceFrom, followedSince, activatedOn: null };
      row.version = await updateGuarded(tx, Agreement, row, changes);
      Object.assign(row, changes);
      const [fault] = await promiseFaults(tx, row);
      if (fault) throw fault;
      await note(tx, act, 'agreement.activated', id, { before, after: changes });
      // An agreement that is not in force yet waits for the night of its first day.
      const planned = start.inForceFrom <= act.today ? await this.begin(tx, act, row) : { occurrences: 0, reviews: 0 };
      const agreement = await this.agreements.one(id, tx);
      const needsInterval = await this.planning.countUnspecified(tx, id);
      return { agreement, ...planned, needsInterval, version: agreement.version };
    });
  }

  /** Entry into force: what it replaces ends the day before, and its own duties are planned. */
  async begin(tx: Tx, act: Act, row: Agreement): Promise<Planned> {
    const first = row.inForceFrom ?? act.today;
    await this.life.move(tx, act, row, 'begin', { on: first });
    const links = await tx.findBy(AgreementLink, { agreementId: row.id, kind: 'REPLACES' });
    for (const { toAgreementId } of links) {
      if (toAgreementId === null) continue;
      const old = await this.life.lock(tx, toAgreementId);
      if (!isActive(old)) continue;
      await this.ending.end(tx, act, old, 'replace', { on: addDays(first, -1), reason: row.title });
    }
    return this.planning.planAll(tx, act, row.id);
  }
}
