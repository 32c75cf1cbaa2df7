import { Injectable } from '@nestjs/common';
import { addDays, earliest, type CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { Amending } from './amended-text.js';
import type { AmendedCommitment, AmendedSchedule } from './amendment.contract.js';
import type { Deed } from './amendment.entity.js';
import { refuseAmendment } from './amendment.refusals.js';
import { checkEnding } from './amendment.rules.js';
import type { NewCommitment } from './commitment.contract.js';
import { Commitment } from './commitment.entity.js';
import { refuseCommitment, refuseSchedule } from './commitment.refusals.js';
import { CommitmentService } from './commitment.service.js';
import { Schedule } from './schedule.entity.js';
import { below, ScheduleService } from './schedule.service.js';

export interface AmendingPromises extends Amending {
  /** First day whose due dates new schedules ask for. */
  asksFrom: CivilDate;
  clauseKeys: ReadonlyMap<string, string>;
}

interface AmendedPromises {
  commitments: Deed[];
  schedules: Deed[];
}

/** One amendment on its way: what it is told, and what it has done so far. */
interface Run extends AmendingPromises {
  act: Act;
  done: AmendedPromises;
  commitmentKeys: Map<string, string>;
}

/** Ends, replaces and adds commitments and schedules from a day, inside somebody's transaction. */
@Injectable()
export class AmendedPromisesService {
  constructor(
    private readonly commitments: CommitmentService,
    private readonly schedules: ScheduleService,
  ) {}

  async amend(
    tx: Tx,
    act: Act,
    amending: AmendingPromises,
    { commitments = [], schedules = [] }: { commitments?: AmendedCommitment[]; schedules?: AmendedSchedule[] },
  ): Promise<AmendedPromises> {
    const run = {
      ...amending,
      act,
      done: { commitments: [], schedules: [] },
      commitmentKeys: new Map<string, string>(),
    };
    for (const [index, change] of commitments.entries())
      await this.amendCommitment(tx, run, change, `/commitments/${index}`);
    for (const [index, change] of schedules.entries()) await this.amendSchedule(tx, run, change, `/schedules/${index}`);
    return run.done;
  }

  private async amendCommitment(tx: Tx, run: Run, change: AmendedCommitment, at: string): Promise<void> {
    const { op, key } = change;
    const endedId = op === 'ADD' ? null : await endCommitment(tx, run, change, `${at}/commitmentId`);
    const startedId = op === 'END' ? null : await this.startCommitment(tx, run, change, at);
    run.done.commitments.push({ op, endedId, startedId });
    if (startedId === null) return;
    if (endedId !== null) await tx.update(Commitment, { id: startedId }, { replacesId: endedId });
    if (key === undefined) return;
    if (run.commitmentKeys.has(key)) throw refuseAmendment('key-twice', { key }, `${at}/key`);
    run.commitmentKeys.set(key, startedId);
  }

  private async startCommitment(tx: Tx, run: Run, change: AmendedCommitment, at: string): Promise<string> {
    const { op, commitment, clauseKeys = [] } = change;
    const pointer = `${at}/commitment`;
    if (!commitment) throw refuseAmendment('field-missing', { op, field: 'commitment' }, pointer);
    const { agreementId, effectiveFrom, asksFrom } = run;
    const activeFrom = commitment.activeFrom ?? effectiveFrom;
    if (activeFrom < effectiveFrom)
      throw refuseAmendment('before-effective', { date: activeFrom, effectiveFrom }, `${pointer}/activeFrom`);
    const own = clauseKeys.map((key, index) => known(run.clauseKeys, key, `${at}/clauseKeys/${index}`));
    const schedules = (commitment.schedules ?? []).map((one) => ({ ...one, startsOn: one.startsOn ?? asksFrom }));
    const clauseIds = [...(commitment.clauseIds ?? []), ...own];
    const input: NewCommitment = { ...commitment, activeFrom, clauseIds, schedules };
    const { id } = await placed(pointer, this.commitments.add(tx, run.act, agreementId, input));
    return id;
  }

  private async amendSchedule(tx: Tx, run: Run, change: AmendedSchedule, at: string): Promise<void> {
    const { op, schedule, clauseKey } = change;
    const ended = op === 'ADD' ? null : await endNamed(tx, run, change, `${at}/scheduleId`);
    const endedId = ended?.id ?? null;
    if (op === 'END') {
      run.done.schedules.push({ op, endedId, startedId: null });
      return;
    }
    const pointer = `${at}/schedule`;
    if (!schedule) throw refuseAmendment('field-missing', { op, field: 'schedule' }, pointer);
    const commitmentId = ended?.commitmentId ?? (await commitmentOf(tx, run, change, at));
    const clauseId = clauseKey === undefined ? schedule.clauseId : known(run.clauseKeys, clauseKey, `${at}/clauseKey`);
    const input = { ...schedule, clauseId, startsOn: schedule.startsOn ?? run.asksFrom };
    const { id } = await this.schedules.add(tx, run.act, commitmentId, input, pointer);
    await tx.update(Schedule, { id }, { effectiveFrom: run.effectiveFrom, replacesId: endedId });
    run.done.schedules.push({ op, endedId, startedId: id });
  }
}

async function endCommitment(
  tx: Tx,
  { act, agreementId, effectiveFrom, done }: Run,
  { op, commitmentId }: AmendedCommitment,
  pointer: string,
): Promise<string> {
  if (!commitmentId) throw refuseAmendment('field-missing', { op, field: 'commitmentId' }, pointer);
  const row = await tx.findOneBy(Commitment, { id: commitmentId, agreementId });
  if (!row) throw refuseCommitment('not-in-agreement', {}, pointer);
  const fault = checkEnding({ from: row.activeFrom, to: row.activeTo }, effectiveFrom, pointer);
  if (fault) throw fault;
  const activeTo = addDays(effectiveFrom, -1);
  await updateGuarded(tx, Commitment, row, { activeTo });
  await note(tx, act, 'commitment.ended', row.id, { before: { activeTo: row.activeTo }, after: { activeTo } });
  for (const schedule of await tx.findBy(Schedule, { commitmentId: row.id })) {
    if (schedule.endsOn !== null && schedule.endsOn < effectiveFrom) continue;
    await endSchedule(tx, act, schedule, effectiveFrom, pointer);
    done.schedules.push({ op: 'END', endedId: schedule.id, startedId: null });
  }
  return row.id;
}

async function endNamed(
  tx: Tx,
  { act, agreementId, effectiveFrom }: Run,
  { op, scheduleId }: AmendedSchedule,
  pointer: string,
): Promise<Schedule> {
  if (!scheduleId) throw refuseAmendment('field-missing', { op, field: 'scheduleId' }, pointer);
  const row = await tx.findOneBy(Schedule, { id: scheduleId });
  if (!row || !(await tx.existsBy(Commitment, { id: row.commitmentId, agreementId })))
    throw refuseSchedule('not-in-agreement', {}, pointer);
  await endSchedule(tx, act, row, effectiveFrom, pointer);
  return row;
}

async function endSchedule(tx: Tx, act: Act, row: Schedule, effectiveFrom: CivilDate, at: string): Promise<void> {
  const fault = checkEnding({ from: row.effectiveFrom, to: row.endsOn }, effectiveFrom, at);
  if (fault) throw fault;
  const endsOn = addDays(effectiveFrom, -1);
  // A schedule entered after that day asks for nothing at all: its span stays in order, and its windows are too late.
  const startsOn = row.startsOn === null ? null : earliest(row.startsOn, endsOn);
  // An end by amendment is not the end of the term, so no report on the whole term falls due.
  const plannedTo = row.frequency === 'END_OF_TERM' ? (row.plannedTo ?? endsOn) : row.plannedTo;
  await updateGuarded(tx, Schedule, row, { endsOn, startsOn, plannedTo });
  await note(tx, act, 'schedule.ended', row.id, { before: { endsOn: row.endsOn }, after: { endsOn } });
}

async function commitmentOf(
  tx: Tx,
  { agreementId, effectiveFrom, commitmentKeys }: Run,
  { op, commitmentId, commitmentKey }: AmendedSchedule,
  at: string,
): Promise<string> {
  if (commitmentKey !== undefined) return known(commitmentKeys, commitmentKey, `${at}/commitmentKey`);
  const pointer = `${at}/commitmentId`;
  if (!commitmentId) throw refuseAmendment('field-missing', { op, field: 'commitmentId' }, pointer);
  const row = await tx.findOneBy(Commitment, { id: commitmentId, agreementId });
  if (!row) throw refuseCommitment('not-in-agreement', {}, pointer);
  if (row.activeTo !== null && row.activeTo < effectiveFrom)
    throw refuseAmendment('already-ended', { on: row.activeTo }, pointer);
  return row.id;
}

function known(keys: ReadonlyMap<string, string>, key: string, pointer: string): string {
  const id = keys.get(key);
  if (id === undefined) throw refuseAmendment('key-unknown', { key }, pointer);
  return id;
}

/** Refusals of the deed point into the part of the request that it came from. */
async function placed<T>(pointer: string, deed: Promise<T>): Promise<T> {
  try {
    return await deed;
  } catch (fault) {
    throw below(pointer, fault);
  }
}
