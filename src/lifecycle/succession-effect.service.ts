import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AgreementLink, type Agreement } from '../agreements/agreement.entity.js';
import { joinInPlaceOf, leave } from '../agreements/party.handover.js';
import { endCommitment, passOnRoles } from '../commitments/role.handover.js';
import { addDays } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { OccurrenceHandover } from '../reports/occurrence.handover.js';
import { ReviewHandover } from '../reviews/review.handover.js';
import { EndingService } from './ending.service.js';
import { refuseEnding } from './lifecycle.refusals.js';
import type { NewSuccession } from './succession.contract.js';
import { SuccessionDecision } from './succession.entity.js';
import { SuccessionQueries } from './succession.queries.js';

export interface Effect {
  released: number;
  occurrences: number;
  reviews: number;
}

const NOTHING: Effect = { released: 0, occurrences: 0, reviews: 0 };

/** What each decision about a successor sets in motion. */
@Injectable()
export class SuccessionEffect {
  constructor(
    private readonly queries: SuccessionQueries,
    private readonly reports: OccurrenceHandover,
    private readonly reviews: ReviewHandover,
    private readonly ending: EndingService,
  ) {}

  /** What the body would owe or host after its end waits, even if no night has passed since. */
  async suspend(tx: Tx, bodyIds: readonly string[], today: string): Promise<{ reports: number; reviews: number }> {
    return {
      reports: await this.reports.suspend(tx, bodyIds, today),
      reviews: await this.reviews.suspend(tx, bodyIds, today),
    };
  }

  /** `commitmentIds`: those that the decision is about. */
  async follow(
    tx: Tx,
    act: Act,
    row: Agreement,
    input: NewSuccession,
    commitmentIds: readonly string[],
  ): Promise<Effect> {
    if (input.decision === 'SUSPENDED') return NOTHING;
    const effect =
      input.decision === 'CONTINUED_BY'
        ? await this.passOn(tx, act, row, input, commitmentIds)
        : input.commitmentId
          ? await this.endOne(tx, act, row, input, input.commitmentId)
          : await this.endAll(tx, act, row, input);
    await this.leaveWhenDone(tx, row.id, input);
    return effect;
  }

  private async passOn(
    tx: Tx,
    act: Act,
    row: Agreement,
    { bodyId, from, commitmentId, successorIds = [] }: NewSuccession,
    commitmentIds: readonly string[],
  ): Promise<Effect> {
    const agreementId = row.id;
    await joinInPlaceOf(tx, { agreementId, bodyId, successorIds, from });
    await passOnRoles(tx, { commitmentIds, bodyId, successorIds, from });
    const scope = { agreementId, bodyId, commitmentIds, whole: !commitmentId };
    const { made, released } = await this.reports.passOn(tx, scope, { successorIds, from }, act.today);
    const [heir = bodyId] = successorIds;
    const reviews = await this.reviews.passOn(tx, scope, { heir, from }, act.today);
    return { released, occurrences: made, reviews };
  }

  /** The end sets aside what waited, too. */
  private async endAll(tx: Tx, act: Act, row: Agreement, input: NewSuccession): Promise<Effect> {
    const on = lastDay(act, input);
    const verb = input.decision === 'REPLACED_BY' ? 'replace' : 'terminate';
    const { occurrences, reviews } = await this.ending.end(tx, act, row, verb, { on, reason: reasonOf(input) });
    if (input.replacedByAgreementId) await this.link(tx, row.id, input.replacedByAgreementId);
    return { released: occurrences, occurrences: 0, reviews };
  }

  private async endOne(tx: Tx, act: Act, row: Agreement, input: NewSuccession, commitmentId: string): Promise<Effect> {
    const on = lastDay(act, input);
    await endCommitment(tx, commitmentId, on);
    const scope = { agreementId: row.id, bodyId: input.bodyId, commitmentIds: [commitmentId] };
    const waited = await this.reports.release(tx, scope, 'COMMITMENT_ENDED', act.today);
    const closed = await this.reports.closeCommitment(tx, commitmentId, on);
    return {
      released: waited + closed,
      occurrences: 0,
      reviews: await this.reviews.closeCommitment(tx, commitmentId, on),
    };
  }

  private async link(tx: Tx, old: string, agreementId: string): Promise<void> {
    const link = { agreementId, kind: 'REPLACES' as const, toAgreementId: old };
    if (!(await tx.existsBy(AgreementLink, link))) await tx.insert(AgreementLink, link);
  }

  /** The body is a party until every word about it is said: to the day before the last of its successors begins. */
  private async leaveWhenDone(tx: Tx, agreementId: string, { bodyId, commitmentId }: NewSuccession): Promise<void> {
    if (commitmentId) {
      const left = await this.queries.undecided(tx, agreementId, bodyId, false);
      if (left.length > 0 || (await this.queries.stillHosts(tx, agreementId, bodyId))) return;
    }
    const last = await tx.findOneOrFail(SuccessionDecision, {
      where: { agreementId, bodyId, decision: In(['CONTINUED_BY', 'REPLACED_BY', 'TERMINATED']) },
      order: { fromOn: 'DESC' },
    });
    await leave(tx, agreementId, bodyId, addDays(last.fromOn, -1));
  }
}

function lastDay(act: Act, { from }: NewSuccession): string {
  const on = addDays(from, -1);
  if (on > act.today) throw refuseEnding('in-future', { on, today: act.today }, '/from');
  return on;
}

function reasonOf({ note, basis }: NewSuccession): string | null {
  return note ?? basis ?? null;
}
