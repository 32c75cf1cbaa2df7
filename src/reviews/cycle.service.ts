import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { Party, type Agreement } from '../agreements/agreement.entity.js';
import { BodyService } from '../bodies/body.service.js';
import { Clause } from '../commitments/clause.entity.js';
import { Commitment } from '../commitments/commitment.entity.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { dueRuleOf, windowOf } from '../regime/rule.contract.js';
import { dropPristine, resumeUnderNewHost } from './cycle-plan.rows.js';
import type { NewReviewCycle, ReviewCycleAnswer, ReviewCycleChange } from './cycle.contract.js';
import { CycleQueries } from './cycle.queries.js';
import { changedRule, checkCycle, isSameRule, newRule, type CycleRule } from './cycle.rules.js';
import { Review, ReviewCycle } from './review.entity.js';
import { lockCycle } from './review.locks.js';
import { ReviewPlanner } from './review.planner.js';
import { refuseCycle } from './review.refusals.js';

type Proposed = CycleRule &
  Pick<
    ReviewCycle,
    'agreementId' | 'kind' | 'hostId' | 'commitmentId' | 'clauseId' | 'textAsWritten' | 'confirmedBy' | 'confirmedAt'
  >;

const BEFORE_ACTIVATION: readonly string[] = ['draft', 'signed'];

@Injectable()
export class CycleService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly bodies: BodyService,
    private readonly planner: ReviewPlanner,
    private readonly queries: CycleQueries,
  ) {}

  /** On a running agreement its reviews are planned at once. */
  add(act: Act, agreementId: string, input: NewReviewCycle): Promise<ReviewCycleAnswer> {
    return this.work.run(act, async (tx) => {
      const agreement = await this.life.lock(tx, agreementId);
      const result = await tx.insert(ReviewCycle, await this.propose(tx, act, agreement, input));
      const { id } = result.identifiers[0] as { id: string };
      await this.plan(tx, act, id);
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'review-cycle.added', id, { after });
      return after;
    });
  }

  /** A cycle as it is saved, or only looked at. */
  async propose(tx: Tx, act: Act, agreement: Agreement, input: NewReviewCycle): Promise<Proposed> {
    refuseOver(agreement);
    const rule = newRule(input.kind, given(input));
    await this.check(tx, agreement, rule, input);
    return {
      ...rule,
      agreementId: agreement.id,
      kind: input.kind,
      hostId: input.hostId ?? (await usualHost(tx, agreement.id)),
      commitmentId: input.commitmentId ?? null,
      clauseId: input.clauseId ?? null,
      textAsWritten: input.textAsWritten ?? null,
      ...confirmation(act),
    };
  }

  /** A new interval only while nothing was held; reviews touched or past stay, pristine ones are planned anew (design §3.6). */
  change(act: Act, id: string, input: ReviewCycleChange): Promise<ReviewCycleAnswer> {
    return this.work.run(act, async (tx) => {
      const before = await this.queries.one(id, tx);
      const agreement = await this.life.lock(tx, before.agreementId);
      refuseOver(agreement);
      const cycle = await lockCycle(tx, id);
      if (cycle.closedOn !== null) throw refuseCycle('closed', { on: cycle.closedOn });
      const rule = changedRule(ruleOf(cycle), given(input));
      const another = !isSameRule(ruleOf(cycle), rule);
      if (another) await this.refuseHeld(tx, id);
      await this.check(tx, agreement, rule, input);
      const { hostId = cycle.hostId, commitmentId = cycle.commitmentId } = input;
      const { clauseId = cycle.clauseId, textAsWritten = cycle.textAsWritten } = input;
      const anew = another || hostId !== cycle.hostId || commitmentId !== cycle.commitmentId;
      const rest = { hostId, commitmentId, clauseId, textAsWritten, ...confirmation(act) };
      const progress = anew ? { plannedTo: null, nextPlanOn: null } : {};
      await updateGuarded(tx, ReviewCycle, { id, version: versionSeen(act) }, { ...rule, ...rest, ...progress });
      const dropped = anew ? await dropPristine(tx, id, act.today) : [];
      if (hostId !== cycle.hostId) await resumeUnderNewHost(tx, id, act.today);
      if (anew) await this.plan(tx, act, id);
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'review-cycle.changed', id, { before, after: { ...after, dropped } });
      return after;
    });
  }

  /** Only before the agreement is activated, and while there is no review of it. */
  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const { agreementId } = await this.queries.one(id, tx);
      const { state, activatedOn } = await this.life.lock(tx, agreementId);
      await lockCycle(tx, id);
      const before = await this.queries.one(id, tx);
      refuseStale(act, before.version);
      if (activatedOn !== null || !BEFORE_ACTIVATION.includes(state)) throw refuseCycle('in-force', { state });
      if (await tx.existsBy(Review, { cycleId: id })) throw refuseCycle('has-reviews');
      await tx.delete(ReviewCycle, { id });
      await note(tx, act, 'review-cycle.deleted', id, { before });
      return {};
    });
  }

  private async plan(tx: Tx, act: Act, id: string): Promise<void> {
    const { failures } = await this.planner.planFromNow(tx, id, act.today);
    const [fault] = failures;
    if (fault) throw refuseCycle('cannot-plan', { message: fault.message });
  }

  private async refuseHeld(tx: Tx, cycleId: string): Promise<void> {
    const held = await tx.findOneBy(Review, { cycleId, state: In(['held', 'concluded']) });
    if (held) throw refuseCycle('already-held', { heldOn: held.heldOn ?? '' });
  }

  private async check(tx: Tx, agreement: Agreement, rule: CycleRule, input: ReviewCycleChange): Promise<void> {
    const fault = checkCycle(rule, {
      scheme: await this.planner.schemeOf(tx, agreement.schemeId),
      termFrom: agreement.inForceFrom,
      termTo: agreement.termTo,
    });
    if (fault) throw fault;
    const { hostId, commitmentId, clauseId } = input;
    const agreementId = agreement.id;
    if (hostId) await this.bodies.mustExist(tx, [{ id: hostId, pointer: '/hostId' }]);
    if (commitmentId && !(await tx.existsBy(Commitment, { id: commitmentId, agreementId }))) {
      throw refuseCycle('commitment-elsewhere', {}, '/commitmentId');
    }
    if (clauseId && !(await tx.existsBy(Clause, { id: clauseId, agreementId }))) {
      throw refuseCycle('clause-elsewhere', {}, '/clauseId');
    }
  }
}

function refuseOver({ state }: Pick<Agreement, 'state'>): void {
  if (['ended', 'replaced', 'terminated'].includes(state)) throw refuseCycle('agreement-over', { state });
}

/** The standing body hosts, else the party named first (domain §1.2). */
async function usualHost(tx: Tx, agreementId: string): Promise<string> {
  const parties = await tx.find(Party, { where: { agreementId }, order: { ordinal: 'ASC' } });
  const present = parties.filter(({ leftOn }) => leftOn === null);
  const host = present.find(({ role }) => role === 'STANDING_BODY') ?? present[0];
  if (!host) throw refuseCycle('no-host', {}, '/hostId');
  return host.bodyId;
}

/** The parts of the rule that are said. */
function given(input: ReviewCycleChange): Partial<CycleRule> {
  const { frequency, n, included, milestones, countedFrom, anchorOn, window, due, roll } = input;
  const parts = {
    frequency,
    n,
    included,
    milestones,
    countedFrom,
    anchorOn,
    windowRule: window && windowOf(window),
    due: due && dueRuleOf(due),
    roll,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function ruleOf(cycle: ReviewCycle): CycleRule {
  const { frequency, n, included, milestones, countedFrom, anchorOn, windowRule, due, roll } = cycle;
  return { frequency, n, included, milestones, countedFrom, anchorOn, windowRule, due, roll };
}

function confirmation(act: Act): Pick<ReviewCycle, 'confirmedBy' | 'confirmedAt'> {
  return { confirmedBy: act.actor.id, confirmedAt: act.at };
}
