import { Injectable } from '@nestjs/common';
import { AgreementLife, isActive } from '../agreements/agreement-life.service.js';
import { Party, type Agreement } from '../agreements/agreement.entity.js';
import { BodyService } from '../bodies/body.service.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { FOREIGN_KEY, given, insertOne, violates } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { Clause } from './clause.entity.js';
import { refuseClause } from './clause.refusals.js';
import type { CommitmentAnswer, CommitmentChange, NewCommitment, TargetField } from './commitment.contract.js';
import { Commitment, CommitmentBody, CommitmentClause } from './commitment.entity.js';
import { CommitmentQueries } from './commitment.queries.js';
import { refuseCommitment } from './commitment.refusals.js';
import { checkInvolved } from './commitment.rules.js';
import { ScheduleService } from './schedule.service.js';

type Lists = Pick<CommitmentChange, 'bodies' | 'clauseIds' | 'recipientId'>;

/** Verbs inside somebody's transaction: planning what follows is a story of a higher floor. */
@Injectable()
export class CommitmentService {
  constructor(
    private readonly life: AgreementLife,
    private readonly bodies: BodyService,
    private readonly queries: CommitmentQueries,
    private readonly schedules: ScheduleService,
  ) {}

  async add(tx: Tx, act: Act, agreementId: string, input: NewCommitment): Promise<CommitmentAnswer> {
    const agreement = await this.life.lock(tx, agreementId);
    refuseOver(agreement);
    if (input.activeFrom && input.activeTo && input.activeTo < input.activeFrom) {
      throw refuseCommitment('dates-reversed', {}, '/activeTo');
    }
    await this.checkLists(tx, agreementId, input);
    const id = await this.insert(tx, agreementId, input);
    await this.writeLists(tx, id, input);
    for (const [index, schedule] of (input.schedules ?? []).entries()) {
      await this.schedules.add(tx, act, id, schedule, `/schedules/${index}`);
    }
    const after = await this.queries.one(id, tx);
    await note(tx, act, 'commitment.added', id, { after });
    return after;
  }

  async change(tx: Tx, act: Act, id: string, input: CommitmentChange): Promise<CommitmentAnswer> {
    const before = await this.queries.one(id, tx);
    const agreement = await this.life.lock(tx, before.agreementId);
    refuseOver(agreement);
    await this.checkLists(tx, agreement.id, input);
    const { title, kind, expectedResult, recipientId, target } = input;
    const sent = { title, kind, expectedResult, recipientId, ...(target === undefined ? {} : targetColumns(target)) };
    await updateGuarded(tx, Commitment, { id, version: versionSeen(act) }, given(sent));
    await this.writeLists(tx, id, input);
    const after = await this.queries.one(id, tx);
    await note(tx, act, 'commitment.changed', id, { before, after });
    return after;
  }

  /** Only while nothing is due from it. */
  async remove(tx: Tx, act: Act, id: string): Promise<void> {
    const agreement = await this.life.lock(tx, (await this.queries.one(id, tx)).agreementId);
    const before = await this.queries.one(id, tx);
    refuseStale(act, before.version);
    if (isActive(agreement) && before.schedules.some(({ plannedTo }) => plannedTo !== null))
      throw refuseCommitment('has-duties');
    refuseOver(agreement);
    try {
      await tx.delete(Commitment, { id });
    } catch (error) {
      // Reports or reviews of the past hang on it.
      throw violates(error, FOREIGN_KEY) ? refuseCommitment('has-duties') : error;
    }
    await note(tx, act, 'commitment.deleted', id, { before });
  }

  private async insert(tx: Tx, agreementId: string, input: NewCommitment): Promise<string> {
    return insertOne(tx, Commitment, {
      agreementId,
      ordinal: await tx.countBy(Commitment, { agreementId }),
      title: input.title,
      kind: input.kind,
      expectedResult: input.expectedResult ?? null,
      ...targetColumns(input.target ?? null),
      recipientId: input.recipientId ?? null,
      activeFrom: input.activeFrom ?? null,
      activeTo: input.activeTo ?? null,
    });
  }

  private async checkLists(
    tx: Tx,
    agreementId: string,
    { bodies = [], clauseIds = [], recipientId }: Lists,
  ): Promise<void> {
    const asked = bodies.map(({ bodyId }, index) => ({ id: bodyId, pointer: `/bodies/${index}/bodyId` }));
    if (recipientId) asked.push({ id: recipientId, pointer: '/recipientId' });
    await this.bodies.mustExist(tx, asked);
    const fault = checkInvolved(bodies, await partiesOf(tx, agreementId));
    if (fault) throw fault;
    const known = new Set(
      (await tx.find(Clause, { select: { id: true }, where: { agreementId } })).map(({ id }) => id),
    );
    const stray = clauseIds.findIndex((clauseId) => !known.has(clauseId));
    if (stray >= 0) throw refuseClause('not-in-agreement', {}, `/clauseIds/${stray}`);
  }

  private async writeLists(tx: Tx, commitmentId: string, { bodies, clauseIds }: Lists): Promise<void> {
    if (bodies) {
      await tx.delete(CommitmentBody, { commitmentId });
      const rows = bodies.map(({ bodyId, role, fromOn = null, toOn = null }) => ({
        commitmentId,
        bodyId,
        role,
        fromOn,
        toOn,
      }));
      if (rows.length > 0) await tx.insert(CommitmentBody, rows);
    }
    if (clauseIds) {
      await tx.delete(CommitmentClause, { commitmentId });
      const rows = [...new Set(clauseIds)].map((clauseId) => ({ commitmentId, clauseId }));
      if (rows.length > 0) await tx.insert(CommitmentClause, rows);
    }
  }
}

/** Bodies that signed and have not left. */
export async function partiesOf(tx: Tx, agreementId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.findBy(Party, { agreementId });
  return new Set(rows.filter(({ leftOn }) => leftOn === null).map(({ bodyId }) => bodyId));
}

export function refuseOver({ state }: Pick<Agreement, 'state'>): void {
  if (['ended', 'replaced', 'terminated'].includes(state)) throw refuseCommitment('agreement-over', { state });
}

function targetColumns(target: TargetField | null): Pick<Commitment, 'targetQuantity' | 'targetUnit' | 'targetPer'> {
  return {
    targetQuantity: target === null ? null : String(target.quantity),
    targetUnit: target?.unit ?? null,
    targetPer: target?.per ?? null,
  };
}
