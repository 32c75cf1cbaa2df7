import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { AmendedPromisesService } from '../commitments/amended-promises.service.js';
import { writeAmendedText } from '../commitments/amended-text.js';
import type { AmendmentAnswer, NewAmendment } from '../commitments/amendment.contract.js';
import { Amendment, type Deed, type Deeds } from '../commitments/amendment.entity.js';
import { checkAmendment } from '../commitments/amendment.rules.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { dropAfterAmendment, repointToVersions } from '../reports/amended-occurrences.js';
import { closeCyclesOf, moveCyclesTo } from '../reviews/amended-cycles.js';
import { AmendmentQueries } from './amendment.queries.js';
import { PlanningService } from './planning.service.js';

const NOTHING: Deeds = {
  clauses: [],
  commitments: [],
  schedules: [],
  occurrences: { dropped: 0, repointed: 0, planned: 0 },
};

/** An amending document ends, replaces and adds clauses, commitments and schedules from a day: all of it or nothing. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly promises: AmendedPromisesService,
    private readonly planning: PlanningService,
    private readonly queries: AmendmentQueries,
  ) {}

  amend(act: Act, agreementId: string, input: NewAmendment): Promise<AmendmentAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, agreementId);
      refuseStale(act, row.version);
      const fault = checkAmendment(row, input);
      if (fault) throw fault;
      if (input.documentAgreementId) await this.queries.checkDocument(tx, agreementId, input.documentAgreementId);
      const id = await this.insert(tx, act, agreementId, input);
      const deeds = await this.change(tx, act, { agreementId, amendmentId: id }, input);
      await tx.update(Amendment, { id }, { deeds });
      // Whoever has the agreement open sees that it is not what it was.
      await updateGuarded(tx, Agreement, row, {});
      const [answer] = await this.queries.one(tx, id);
      if (!answer) throw new Error(`amendment ${id} is gone`);
      await note(tx, act, 'agreement.amended', agreementId, { after: answer });
      return answer;
    });
  }

  private insert(tx: Tx, act: Act, agreementId: string, input: NewAmendment): Promise<string> {
    return insertOne(tx, Amendment, {
      agreementId,
      documentAgreementId: input.documentAgreementId ?? null,
      documentText: input.documentText ?? null,
      effectiveFrom: input.effectiveFrom,
      note: input.note ?? null,
      deeds: NOTHING,
      byId: act.actor.id,
      at: act.at,
    });
  }

  private async change(
    tx: Tx,
    act: Act,
    ids: { agreementId: string; amendmentId: string },
    input: NewAmendment,
  ): Promise<Deeds> {
    const { effectiveFrom, asksForPast = false } = input;
    const amending = { ...ids, effectiveFrom };
    const { byKey: clauseKeys, deeds: clauses } = await writeAmendedText(tx, amending, input.clauses ?? []);
    const asksFrom = asksForPast ? effectiveFrom : act.today;
    const promised = await this.promises.amend(tx, act, { ...amending, asksFrom, clauseKeys }, input);
    // What is dropped makes room before the new schedules ask for the same periods.
    const dropped = await dropAfterAmendment(tx, act, endedIds(promised.schedules), effectiveFrom);
    await moveCycles(tx, act, promised.commitments, effectiveFrom);
    const planned = await this.planning.planReports(tx, act, ids.agreementId);
    const repointed = await repointToVersions(tx, act, replacingIds(clauses));
    return { clauses, ...promised, occurrences: { dropped, repointed, planned } };
  }
}

async function moveCycles(tx: Tx, act: Act, deeds: readonly Deed[], effectiveFrom: CivilDate): Promise<void> {
  const { today } = act;
  for (const { endedId, startedId } of deeds) {
    if (endedId === null) continue;
    if (startedId === null) await closeCyclesOf(tx, endedId, { lastDay: addDays(effectiveFrom, -1), today });
    else await moveCyclesTo(tx, { from: endedId, to: startedId }, { effectiveFrom, today });
  }
}

function endedIds(deeds: readonly Deed[]): string[] {
  return deeds.flatMap(({ endedId }) => (endedId === null ? [] : [endedId]));
}

function replacingIds(deeds: readonly Deed[]): string[] {
  return deeds.flatMap(({ op, startedId }) => (op === 'REPLACE' && startedId !== null ? [startedId] : []));
}
