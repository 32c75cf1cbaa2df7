import { Injectable } from '@nestjs/common';
import { Agreement } from '../agreements/agreement.entity.js';
import { refuseAgreement } from '../agreements/agreement.refusals.js';
import { CommitmentQueries } from '../commitments/commitment.queries.js';
import type { CivilDate } from '../core/civil-date.js';
import { Refusal, refusalText } from '../core/refusal.js';
import { Work, type Tx } from '../platform/database/work.js';
import { OccurrencePlanner } from '../reports/occurrence.planner.js';
import { ReviewPlanner } from '../reviews/review.planner.js';
import { activationFault, promiseFaults } from './activation.checks.js';
import { startOf } from './activation.rules.js';
import type { ActivationChecksAnswer, ReadinessFinding, ReadinessWarning } from './foresight.contract.js';
import { refuseActivation } from './lifecycle.refusals.js';
import { PlanningService } from './planning.service.js';
import { readinessWords, type ReadinessCode } from './readiness.words.js';

interface Ahead {
  occurrences: number;
  reviews: number;
  unconfirmed: number;
  failures: { id: string; message: string }[];
}

type Facts = Readonly<Record<string, string | number>>;

@Injectable()
export class ReadinessQueries {
  constructor(
    private readonly work: Work,
    private readonly commitments: CommitmentQueries,
    private readonly planning: PlanningService,
    private readonly reports: OccurrencePlanner,
    private readonly reviews: ReviewPlanner,
  ) {}

  /** What would refuse activation today and what is odd, by the checks and planners of activation itself. */
  async of(id: string, today: CivilDate): Promise<ActivationChecksAnswer> {
    const leads = await this.leads(id);
    return this.work.rehearse(async (tx) => {
      const row = await tx.findOneBy(Agreement, { id });
      if (!row) throw refuseAgreement('unknown');
      const faults = [activationFault(row)].filter((fault) => fault !== null);
      const start = started(row, today);
      if (start instanceof Refusal) faults.push(start);
      else Object.assign(row, start);
      faults.push(...(await promiseFaults(tx, row)));
      const ahead = start instanceof Refusal ? NOTHING_AHEAD : await this.ahead(tx, row, today, start);
      const later = (row.inForceFrom ?? today) > today;
      if (!later) faults.push(...ahead.failures.map((fault) => refuseActivation('cannot-plan', { ...fault })));
      const needsInterval = await this.planning.countUnspecified(tx, id);
      const warnings = [
        ...(await missing(tx, row)),
        ...leads,
        ...(await assumed(tx, row)),
        ...(needsInterval > 0 ? [odd('readiness.needs-interval', { count: needsInterval })] : []),
        ...(ahead.occurrences + ahead.reviews === 0 ? [odd('readiness.nothing-due')] : []),
        ...(ahead.unconfirmed > 0 ? [odd('readiness.provisional-dates', { count: ahead.unconfirmed })] : []),
        ...(later ? ahead.failures.map(({ message }) => odd('readiness.cannot-plan-later', { message })) : []),
      ];
      const { inForceFrom, followedSince } = row;
      const { occurrences, reviews } = ahead;
      const said = { refusals: faults.map(told), warnings, inForceFrom, followedSince };
      return { ready: faults.length === 0, ...said, occurrences, reviews, needsInterval };
    });
  }

  private async ahead(tx: Tx, row: Agreement, today: CivilDate, start: ReturnType<typeof startOf>): Promise<Ahead> {
    const as = { agreementId: row.id, ...start };
    const reports = await this.reports.foreseeAll(tx, as, today);
    const reviews = await this.reviews.foreseeAll(tx, as, today);
    return {
      occurrences: reports.planned,
      reviews: reviews.planned,
      unconfirmed: reports.unconfirmed + reviews.unconfirmed,
      failures: [
        ...reports.failures.map(({ scheduleId, message }) => ({ id: scheduleId, message })),
        ...reviews.failures.map(({ cycleId, message }) => ({ id: cycleId, message })),
      ],
    };
  }

  private async leads(id: string): Promise<ReadinessWarning[]> {
    const { items } = await this.commitments.list(id);
    return items.flatMap(({ title, warnings }) =>
      warnings.map((name) => odd(name === 'no-lead' ? 'readiness.no-lead' : 'readiness.several-leads', { title })),
    );
  }
}

const NOTHING_AHEAD: Ahead = { occurrences: 0, reviews: 0, unconfirmed: 0, failures: [] };

function started(row: Agreement, today: CivilDate): ReturnType<typeof startOf> | Refusal {
  try {
    return startOf(row, today);
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
}

async function missing(tx: Tx, { id, termKind }: Agreement): Promise<ReadinessWarning[]> {
  const [there] = await tx.query<{ number: boolean; text: boolean; clause: boolean; commitment: boolean }[]>(
    `select exists (select from agreement_number where agreement_id = $1) as number,
       exists (select from agreement_document where agreement_id = $1 and kind = 'SIGNED_TEXT') as text,
       exists (select from clause where agreement_id = $1) as clause,
       exists (select from commitment where agreement_id = $1) as commitment`,
    [id],
  );
  return [
    ...(there?.number ? [] : [odd('readiness.no-number')]),
    ...(there?.text ? [] : [odd('readiness.no-signed-text')]),
    ...(there?.clause ? [] : [odd('readiness.no-clause')]),
    ...(there?.commitment ? [] : [odd('readiness.no-commitment')]),
    ...(termKind === 'UNKNOWN' ? [odd('readiness.no-term')] : []),
  ];
}

/** The days that were taken because none is stated; `row` carries those that activation would write. */
async function assumed(tx: Tx, { id, inForceFrom, followedSince }: Agreement): Promise<ReadinessWarning[]> {
  const stated = await tx.findOneBy(Agreement, { id });
  const from = inForceFrom ?? '';
  const on = followedSince ?? '';
  return [
    ...(stated?.inForceFrom === null ? [odd('readiness.in-force-assumed', { on: from })] : []),
    ...(from < on ? [odd('readiness.past-not-followed', { from, on })] : []),
  ];
}

function odd(code: ReadinessCode, facts: Facts = {}): ReadinessWarning {
  return { code, messageVi: readinessWords(code, facts, 'vi'), messageEn: readinessWords(code, facts, 'en') };
}

function told({ code, facts }: Refusal): ReadinessFinding {
  return { code, messageVi: refusalText(code, facts, 'vi'), messageEn: refusalText(code, facts, 'en') };
}
