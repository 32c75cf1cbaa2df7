import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Page } from '../platform/http/paging.js';
import { checkTable, rate, ratesOf, type Counts } from './boxes.rules.js';
import { refuseCompliance } from './compliance.refusals.js';
import { kindLabel, periodLabel, type DutyKind } from './compliance.words.js';
import type { Moment } from './duty-as-of.sql.js';
import { previousSpan, type Span } from './previous-span.rules.js';
import type {
  Asked,
  DutyAnswer,
  SummaryAnswer,
  SummaryQuery,
  SummaryRow,
  SummaryRowsQuery,
} from './summary.contract.js';
import { SummaryQueries, type CountedRow } from './summary.queries.js';

type Figures = Omit<SummaryRow, 'key' | 'label' | 'labelEn'>;

/** The four boxes as of any day, and the rows behind each figure. Reads only. */
@Injectable()
export class SummaryService {
  constructor(
    private readonly queries: SummaryQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async summary(query: SummaryQuery, today: CivilDate): Promise<SummaryAnswer> {
    const previous = spanToCompare(query);
    const moment = await this.check(query, today);
    const counted = await this.table(query, moment, query.clock === 'true');
    const before = previous === null ? [] : await this.table({ ...query, ...previous }, moment, false);
    const rateBefore = new Map(before.map((row) => [row.key, ratesOf(row).completionRate]));
    const shown = (row: CountedRow): Figures => figures(row, rateBefore.get(row.key) ?? null);
    const { by = 'body', from = null, to = null } = query;
    const rows = counted.filter((row) => row.key !== null);
    const totals = counted.find((row) => row.key === null) ?? NOTHING;
    return {
      asOf: moment.day,
      sense: moment.sense,
      from,
      to,
      previous,
      by,
      rows: rows.map((row) => ({ ...named(row, by), ...shown(row) })),
      totals: shown(totals),
    };
  }

  async rows(query: SummaryRowsQuery, today: CivilDate): Promise<Page<DutyAnswer>> {
    return this.queries.rows(query, await this.check(query, today));
  }

  /** Refused when it does not add up. */
  private async table(asked: Asked, moment: Moment, clock: boolean): Promise<CountedRow[]> {
    const counted = await this.queries.counts(asked, moment, clock);
    const fault = checkTable(
      counted.filter(({ key }) => key !== null),
      counted.find(({ key }) => key === null) ?? NOTHING,
    );
    if (fault) throw fault;
    return counted;
  }

  private async check(asked: Asked, today: CivilDate): Promise<Moment> {
    const { from, to, bodyId, agreementId, asOf = today, sense = 'NOW' } = asked;
    if (asOf > today) throw refuseCompliance('as-of-in-future', { asOf, today }, '/asOf');
    if (from !== undefined && to !== undefined && from > to)
      throw refuseCompliance('dates-reversed', { from, to }, '/to');
    if (bodyId !== undefined || agreementId !== undefined) {
      const missing = await this.queries.missing({ bodyId: bodyId ?? null, agreementId: agreementId ?? null });
      if (missing.body) throw refuseCompliance('unknown-body', { id: bodyId ?? '' }, '/bodyId');
      if (missing.agreement) throw refuseCompliance('unknown-agreement', { id: agreementId ?? '' }, '/agreementId');
    }
    return { day: asOf, sense, isToday: asOf === today, zone: this.config.timeZone };
  }
}

const NOTHING: CountedRow = {
  key: null,
  label: null,
  labelEn: null,
  doneOnTime: 0,
  doneLate: 0,
  inTerm: 0,
  overdue: 0,
  total: 0,
  suspended: 0,
  waived: 0,
  dueToday: 0,
  doneOnTimeOriginal: 0,
  avgReporterDays: null,
  avgReviewerDays: null,
};

function spanToCompare({ compare, from, to }: SummaryQuery): Span | null {
  if (compare !== 'true') return null;
  if (from === undefined || to === undefined)
    throw refuseCompliance('compare-needs-span', {}, from === undefined ? '/from' : '/to');
  return previousSpan({ from, to });
}

function figures(counted: CountedRow, previousCompletionRate: number | null): Figures {
  const { doneOnTime, doneLate, inTerm, overdue, total, suspended, waived, dueToday }: Counts = counted;
  const { doneOnTimeOriginal, avgReporterDays, avgReviewerDays } = counted;
  return {
    doneOnTime,
    doneLate,
    inTerm,
    overdue,
    total,
    ...ratesOf(counted),
    doneOnTimeOriginal,
    onTimeRateOriginal: rate(doneOnTimeOriginal, doneOnTime + doneLate),
    suspended,
    waived,
    dueToday,
    avgReporterDays,
    avgReviewerDays,
    previousCompletionRate,
  };
}

function named(row: CountedRow, by: SummaryAnswer['by']): Pick<SummaryRow, 'key' | 'label' | 'labelEn'> {
  const key = row.key ?? '';
  const words = wordsOf(key, by) ?? { vi: row.label ?? key, en: row.labelEn ?? key };
  return { key, label: words.vi, labelEn: words.en };
}

function wordsOf(key: string, by: SummaryAnswer['by']): { vi: string; en: string } | null {
  if (by === 'kind') return kindLabel(key as DutyKind);
  if (by !== 'period') return null;
  const colon = key.indexOf(':');
  return periodLabel(key.slice(colon + 1), Number(key.slice(0, colon)));
}
