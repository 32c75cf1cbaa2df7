import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { refuseAgreement } from '../agreements/agreement.refusals.js';
import { refuseBody } from '../bodies/body.refusals.js';
import { BodyService } from '../bodies/body.service.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import type { NewSuccession, SuccessionAnswer } from './succession.contract.js';
import { SuccessionEffect } from './succession-effect.service.js';
import { SuccessionDecision, SuccessionSuccessor } from './succession.entity.js';
import { SuccessionQueries } from './succession.queries.js';
import { refuseSuccession } from './succession.refusals.js';
import { checkSuccession } from './succession.rules.js';

const NOT_UNDER_WAY: readonly string[] = ['draft', 'signed', 'ended', 'replaced', 'terminated'];

/** Who takes the place of a body that is gone, in one agreement or one commitment of it (domain §6.3). */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly bodies: BodyService,
    private readonly queries: SuccessionQueries,
    private readonly effect: SuccessionEffect,
  ) {}

  decide(act: Act, agreementId: string, input: NewSuccession): Promise<SuccessionAnswer> {
    return this.work.run(act, async (tx) => {
      // Of two decisions at once, the second finds the first.
      const row = await this.life.lock(tx, agreementId);
      refuseStale(act, row.version);
      if (NOT_UNDER_WAY.includes(row.state)) throw refuseAgreement('not-in-force', { state: row.state });
      await this.check(tx, act, row, input);
      const { bodyId, commitmentId } = input;
      const about = commitmentId ? [commitmentId] : await this.queries.undecided(tx, agreementId, bodyId, true);
      await this.effect.suspend(tx, [bodyId], act.today);
      const id = await this.insert(tx, act, agreementId, input);
      row.version = await updateGuarded(tx, Agreement, row, {});
      const effect = await this.effect.follow(tx, act, row, input, about);
      const decision = await this.queries.one(id, tx);
      const after = { ...decision, ...effect, agreementState: row.state, version: row.version };
      await note(tx, act, 'agreement.succession-decided', agreementId, { after: { ...after, commitmentIds: about } });
      return after;
    });
  }

  private async check(tx: Tx, act: Act, row: Agreement, input: NewSuccession): Promise<void> {
    const { bodyId, decision, from, successorIds = [], commitmentId = null, replacedByAgreementId = null } = input;
    const facts = await this.queries.facts(tx, row.id, bodyId, commitmentId);
    if (!facts) throw refuseBody('not-in-register', { id: bodyId }, '/bodyId');
    const asked = { bodyId, decision, successorIds, from, commitmentId, replacedByAgreementId };
    const fault = checkSuccession(asked, facts, act.today);
    if (fault) throw fault;
    await this.bodies.mustExist(
      tx,
      successorIds.map((id, index) => ({ id, pointer: `/successorIds/${index}` })),
      from,
    );
    if (replacedByAgreementId !== null) await this.checkReplacement(tx, row.id, replacedByAgreementId);
  }

  private async checkReplacement(tx: Tx, old: string, id: string): Promise<void> {
    const found = await tx.findOneBy(Agreement, { id });
    const over = found === null || ['draft', 'ended', 'replaced', 'terminated'].includes(found.state);
    if (over || id === old) throw refuseSuccession('replacement-missing', {}, '/replacedByAgreementId');
  }

  private async insert(tx: Tx, act: Act, agreementId: string, input: NewSuccession): Promise<string> {
    const decisionId = await insertOne(tx, SuccessionDecision, {
      agreementId,
      commitmentId: input.commitmentId ?? null,
      bodyId: input.bodyId,
      decision: input.decision,
      fromOn: input.from,
      replacedById: input.replacedByAgreementId ?? null,
      basis: input.basis ?? null,
      note: input.note ?? null,
      decidedOn: act.today,
      decidedBy: act.actor.id,
      at: act.at,
    });
    const successors = (input.successorIds ?? []).map((bodyId, ordinal) => ({ decisionId, bodyId, ordinal }));
    if (successors.length > 0) await tx.insert(SuccessionSuccessor, successors);
    return decisionId;
  }
}
