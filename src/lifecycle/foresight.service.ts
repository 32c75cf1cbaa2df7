import { Injectable } from '@nestjs/common';
import { Agreement } from '../agreements/agreement.entity.js';
import { refuseAgreement } from '../agreements/agreement.refusals.js';
import type { AsActivated } from '../agreements/as-activated.rows.js';
import { refuseCommitment } from '../commitments/commitment.refusals.js';
import { Commitment } from '../commitments/commitment.entity.js';
import { ScheduleService } from '../commitments/schedule.service.js';
import { addDays, daysBetween, type CivilDate } from '../core/civil-date.js';
import { derivationWords, periodName } from '../core/derivation-words.js';
import type { Derivation } from '../core/derivation.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { OccurrencePlanner } from '../reports/occurrence.planner.js';
import type { Reporter } from '../reports/planning.rules.js';
import { CycleService } from '../reviews/cycle.service.js';
import { ReviewPlanner } from '../reviews/review.planner.js';
import { startOf } from './activation.rules.js';
import type { ForeseenDuty, ForesightAnswer, NewReviewCyclePreview, NewSchedulePreview } from './foresight.contract.js';
import { refuseForesight } from './lifecycle.refusals.js';

const FARTHEST_DAYS = 3_660;
const SHOWN = 1_000;

interface Span {
  from?: string | null;
  to?: string | null;
}

interface Dated extends Pick<ForeseenDuty, 'periodKey' | 'reportYear' | 'windowStart' | 'windowEnd' | 'dueRaw'> {
  dueOn: CivilDate;
  overdueFrom: CivilDate;
  tier: number;
  bodyIds: string[];
  derivation: Derivation;
}

/** The dates of what is being typed, told by the checks that save it and the planners of activation; nothing is saved. */
@Injectable()
export class ForesightService {
  constructor(
    private readonly work: Work,
    private readonly schedules: ScheduleService,
    private readonly reports: OccurrencePlanner,
    private readonly cycles: CycleService,
    private readonly reviews: ReviewPlanner,
  ) {}

  ofSchedule(act: Act, agreementId: string, input: NewSchedulePreview): Promise<ForesightAnswer> {
    const { from, to, commitmentId = null, ...schedule } = input;
    const horizon = horizonOf(act.today, { from, to });
    return this.work.rehearse(async (tx) => {
      const agreement = await agreementOf(tx, agreementId);
      if (commitmentId !== null && !(await tx.existsBy(Commitment, { id: commitmentId, agreementId })))
        throw refuseCommitment('unknown', {}, '/commitmentId');
      const { columns, reporters } = await this.schedules.propose(tx, act, agreement, commitmentId, schedule);
      const named = reporters.map(({ bodyId, tier }) => reporterOf(bodyId, tier));
      const open = commitmentId === null && named.length === 0;
      const tiers = (columns.dues ?? []).map(({ tier }) => tier);
      const nobody = (tiers.length > 0 ? tiers : [1]).map((tier) => reporterOf('', tier));
      const proposal = { commitmentId, columns, reporters: open ? nobody : named };
      const plan = await this.reports.foresee(tx, asActivated(agreement, act.today), proposal, horizon);
      const dated = together((plan?.occurrences ?? []).map((row) => ({ ...row, bodyIds: open ? [] : [row.bodyId] })));
      return answerOf(agreement, act.today, { from, to }, dated, plan?.nextPlanOn ?? null);
    });
  }

  ofCycle(act: Act, agreementId: string, input: NewReviewCyclePreview): Promise<ForesightAnswer> {
    const { from, to, ...cycle } = input;
    const horizon = horizonOf(act.today, { from, to });
    return this.work.rehearse(async (tx) => {
      const agreement = await agreementOf(tx, agreementId);
      const columns = await this.cycles.propose(tx, act, agreement, cycle);
      const plan = await this.reviews.foresee(tx, asActivated(agreement, act.today), { ...columns }, horizon);
      const dated = (plan?.reviews ?? []).map((row) => ({ ...row, tier: 1, bodyIds: [row.hostId] }));
      return answerOf(agreement, act.today, { from, to }, dated, plan?.nextPlanOn ?? null);
    });
  }
}

function horizonOf(today: CivilDate, { from, to }: Span): { today: CivilDate; horizonDays?: number } {
  if (from && to && to < from) throw refuseForesight('span-reversed', { from, to }, '/to');
  if (!to) return { today };
  const farthest = addDays(today, FARTHEST_DAYS);
  if (to > farthest) throw refuseForesight('too-far', { to: farthest }, '/to');
  return { today, horizonDays: daysBetween(today, to) };
}

async function agreementOf(tx: Tx, id: string): Promise<Agreement> {
  const row = await tx.findOneBy(Agreement, { id });
  if (!row) throw refuseAgreement('unknown');
  return row;
}

/** Days that are not stated are those that activation today would write. */
export function asActivated(row: Agreement, today: CivilDate): AsActivated {
  return { agreementId: row.id, ...startOf(row, today) };
}

function reporterOf(bodyId: string, tier: number): Reporter {
  return { bodyId, tier, fromOn: null, toOn: null, validTo: null };
}

/** One line for all the bodies that owe the same. */
function together(rows: readonly Dated[]): Dated[] {
  const found = new Map<string, Dated>();
  for (const row of rows) {
    const key = `${row.periodKey} ${row.tier}`;
    const there = found.get(key);
    if (there) there.bodyIds.push(...row.bodyIds);
    else found.set(key, row);
  }
  return [...found.values()];
}

function answerOf(
  agreement: Agreement,
  today: CivilDate,
  { from, to }: Span,
  dated: readonly Dated[],
  nextPlanOn: CivilDate | null,
): ForesightAnswer {
  const asked = dated
    .filter(({ dueOn }) => (!from || dueOn >= from) && (!to || dueOn <= to))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.tier - b.tier);
  const { inForceFrom, followedSince } = startOf(agreement, today);
  return {
    items: asked.slice(0, SHOWN).map(foreseen),
    count: asked.length,
    inForceFrom,
    inForceAssumed: agreement.inForceFrom === null,
    followedSince,
    followedAssumed: agreement.followedSince === null,
    termTo: agreement.termTo,
    nextPlanOn,
  };
}

function foreseen(row: Dated): ForeseenDuty {
  const { periodKey, reportYear, tier, bodyIds, windowStart, windowEnd, dueRaw, dueOn, overdueFrom, derivation } = row;
  return {
    ...{ periodKey, periodVi: periodName(periodKey, 'vi'), periodEn: periodName(periodKey, 'en') },
    ...{ reportYear, tier, bodyIds, windowStart, windowEnd, dueRaw, dueOn, overdueFrom },
    ...{ whyVi: derivationWords(derivation, 'vi'), whyEn: derivationWords(derivation, 'en'), derivation },
    provisionalYears: [...derivation.unconfirmedYears],
  };
}
