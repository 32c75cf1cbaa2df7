import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { AgreementLife, isActive } from '../agreements/agreement-life.service.js';
import { Party, type Agreement } from '../agreements/agreement.entity.js';
import { Refusal } from '../core/refusal.js';
import type { ScheduleRule } from '../core/schedule-rule.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { FOREIGN_KEY, given, insertOne, violates } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { dueRuleOf, windowOf } from '../regime/rule.contract.js';
import { SchemeQueries } from '../regime/scheme.queries.js';
import { Clause } from './clause.entity.js';
import { refuseClause } from './clause.refusals.js';
import { CommitmentBody } from './commitment.entity.js';
import { CommitmentQueries } from './commitment.queries.js';
import { refuseSchedule } from './commitment.refusals.js';
import type { NewSchedule, ScheduleAnswer, ScheduleChange } from './schedule.contract.js';
import { Schedule, ScheduleReporter } from './schedule.entity.js';
import { checkSchedule, type ScheduleFacts } from './schedule.rules.js';

/** Verbs inside somebody's transaction: planning what follows is a story of a higher floor. */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly life: AgreementLife,
    private readonly schemes: SchemeQueries,
    private readonly queries: CommitmentQueries,
  ) {}

  /** `parent` leads the pointers of refusals when the schedule comes inside a commitment. */
  async add(tx: Tx, act: Act, commitmentId: string, input: NewSchedule, parent = ''): Promise<ScheduleAnswer> {
    const { agreementId } = await this.queries.one(commitmentId, tx);
    const agreement = await this.life.lock(tx, agreementId);
    const facts = factsOf(input, startOf(agreement, act, input));
    await this.check(tx, agreement, commitmentId, input, facts).catch((fault: unknown) => {
      throw below(parent, fault);
    });
    const id = await insertOne(tx, Schedule, { commitmentId, ...columnsOf(input, facts), ...confirmation(act) });
    await this.writeReporters(tx, id, facts);
    const after = await this.queries.schedule(id, tx);
    await note(tx, act, 'schedule.added', id, { after });
    return after;
  }

  /** A schedule as it would be saved, checked alike; without a commitment who reports may be left open. */
  async propose(
    tx: Tx,
    act: Act,
    agreement: Agreement,
    commitmentId: string | null,
    input: NewSchedule,
  ): Promise<Pick<ScheduleFacts, 'reporters'> & { columns: Partial<Schedule> }> {
    const facts = factsOf(input, startOf(agreement, act, input));
    await this.check(tx, agreement, commitmentId, input, facts);
    return { columns: columnsOf(input, facts), reporters: facts.reporters };
  }

  /** Gives an interval to what had none; a schedule that has planned reports is not changed here. */
  async change(tx: Tx, act: Act, id: string, input: ScheduleChange): Promise<ScheduleAnswer> {
    const before = await this.queries.schedule(id, tx);
    const { agreementId } = await this.queries.one(before.commitmentId, tx);
    const agreement = await this.life.lock(tx, agreementId);
    if (before.plannedTo !== null) throw refuseSchedule('already-planned');
    const whole = { ...before, ...given(input) } as NewSchedule;
    const facts = factsOf(whole, startOf(agreement, act, whole));
    await this.check(tx, agreement, before.commitmentId, whole, facts);
    await updateGuarded(
      tx,
      Schedule,
      { id, version: versionSeen(act) },
      { ...columnsOf(whole, facts), ...confirmation(act) },
    );
    await this.writeReporters(tx, id, facts);
    const after = await this.queries.schedule(id, tx);
    await note(tx, act, 'schedule.changed', id, { before, after });
    return after;
  }

  /** Changes a schedule that has planned reports; what becomes of those is the caller's story. */
  async revise(
    tx: Tx,
    act: Act,
    id: string,
    input: ScheduleChange,
  ): Promise<{ before: ScheduleAnswer; after: ScheduleAnswer }> {
    const { commitmentId } = await this.queries.schedule(id, tx);
    const { agreementId } = await this.queries.one(commitmentId, tx);
    const agreement = await this.life.lockRunning(tx, agreementId);
    const before = await this.queries.schedule(id, tx);
    refuseStale(act, before.version);
    const whole = { ...before, ...given(input) } as NewSchedule;
    const startsOn = before.plannedTo === null ? startOf(agreement, act, whole) : (whole.startsOn ?? null);
    const facts = factsOf(whole, startsOn);
    await this.check(tx, agreement, commitmentId, whole, facts);
    await updateGuarded(tx, Schedule, before, { ...columnsOf(whole, facts), ...confirmation(act) });
    await this.writeReporters(tx, id, facts);
    return { before, after: await this.queries.schedule(id, tx) };
  }

  /** Only while nothing is planned from it. */
  async remove(tx: Tx, act: Act, id: string): Promise<void> {
    const { commitmentId } = await this.queries.schedule(id, tx);
    await this.life.lock(tx, (await this.queries.one(commitmentId, tx)).agreementId);
    const before = await this.queries.schedule(id, tx);
    refuseStale(act, before.version);
    if (before.plannedTo !== null) throw refuseSchedule('already-planned');
    try {
      await tx.delete(Schedule, { id });
    } catch (error) {
      throw violates(error, FOREIGN_KEY) ? refuseSchedule('already-planned') : error;
    }
    await note(tx, act, 'schedule.deleted', id, { before });
  }

  private async check(
    tx: Tx,
    agreement: Agreement,
    commitmentId: string | null,
    input: NewSchedule,
    facts: ScheduleFacts,
  ): Promise<void> {
    const schemes = await this.schemes.byId(tx);
    if (input.schemeId && !schemes.has(input.schemeId)) throw refuseSchedule('scheme-unknown', {}, '/schemeId');
    const parties = await tx.findBy(Party, { agreementId: agreement.id });
    const fault = checkSchedule(facts, {
      scheme: schemes.get(input.schemeId ?? agreement.schemeId ?? '') ?? null,
      termFrom: agreement.inForceFrom,
      termTo: agreement.termTo,
      parties: new Set(parties.map(({ bodyId }) => bodyId)),
      hasLead: commitmentId !== null && (await tx.existsBy(CommitmentBody, { commitmentId, role: 'LEAD' })),
      nobodyYet: commitmentId === null && facts.reporters.length === 0,
    });
    if (fault) throw fault;
    if (!input.clauseId) return;
    const known = await tx.existsBy(Clause, { id: input.clauseId, agreementId: agreement.id });
    if (!known) throw refuseClause('not-in-agreement', {}, '/clauseId');
  }

  private async writeReporters(tx: Tx, scheduleId: string, { reporters }: ScheduleFacts): Promise<void> {
    // Who stays keeps the days that a succession gave.
    const bodyIds = reporters.map(({ bodyId }) => bodyId);
    await tx.delete(ScheduleReporter, { scheduleId, bodyId: Not(In(bodyIds)) });
    if (reporters.length > 0)
      await tx.upsert(
        ScheduleReporter,
        reporters.map((reporter) => ({ scheduleId, ...reporter })),
        ['scheduleId', 'bodyId'],
      );
  }
}

/** On a running agreement a new interval asks for nothing due before today (lesson 6); an office may say otherwise. */
function startOf(agreement: Agreement, act: Act, { startsOn }: Pick<NewSchedule, 'startsOn'>): string | null {
  return startsOn ?? (isActive(agreement) ? act.today : null);
}

function factsOf(input: NewSchedule, startsOn: string | null): ScheduleFacts {
  const rule: ScheduleRule = {
    frequency: input.frequency,
    n: input.n ?? null,
    included: input.included ?? null,
    milestones: input.milestones ?? null,
    anchor: input.anchorOn ?? null,
    window: input.window ? windowOf(input.window) : { kind: 'SCHEME' },
    dues: (input.dues ?? []).map(({ tier, rule: due }) => ({ tier, rule: due ? dueRuleOf(due) : null })),
    roll: input.roll ?? null,
  };
  const reporters = (input.reporters ?? []).map(({ bodyId, tier = 1 }) => ({ bodyId, tier }));
  return { rule, startsOn, endsOn: input.endsOn ?? null, reporters };
}

function columnsOf(input: NewSchedule, { rule, startsOn, endsOn }: ScheduleFacts): Partial<Schedule> {
  const { frequency, n, included, milestones, anchor, window, dues, roll } = rule;
  return {
    frequency,
    n,
    included: included === null ? null : [...included],
    milestones: milestones === null ? null : [...milestones],
    anchorOn: anchor,
    windowRule: window,
    dues,
    roll,
    schemeId: input.schemeId ?? null,
    startsOn,
    endsOn,
    textAsWritten: input.textAsWritten ?? null,
    clauseId: input.clauseId ?? null,
  };
}

function confirmation(act: Act): Pick<Schedule, 'confirmedBy' | 'confirmedAt'> {
  return { confirmedBy: act.actor.id, confirmedAt: act.at };
}

/** The fault as it is; a refusal with its pointer under `parent`. */
export function below(parent: string, fault: unknown): unknown {
  if (!(fault instanceof Refusal)) return fault;
  return new Refusal(fault.code, fault.status, fault.facts, `${parent}${fault.pointer ?? ''}`);
}
