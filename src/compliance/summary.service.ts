import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import type { Page } from '../platform/http/paging.js';
import { checkTable, ratesOf, type Counts } from './boxes.rules.js';
import { refuseCompliance } from './compliance.refusals.js';
import { kindLabel, periodLabel, type DutyKind } from './compliance.words.js';
import type { Asked, DutyAnswer, SummaryAnswer, SummaryRow, SummaryRowsQuery } from './summary.contract.js';
import { SummaryQueries, type CountedRow } from './summary.queries.js';

/** The four boxes, and the rows behind each figure. Reads only. */
@Injectable()
export class SummaryService {
  constructor(private readonly queries: SummaryQueries) {}

  async summary(asked: Asked, today: CivilDate): Promise<SummaryAnswer> {
    await this.check(asked);
    const counted = await this.queries.counts(asked, today);
    const rows = counted.filter((row) => row.key !== null);
    const totals = counted.find((row) => row.key === null) ?? NOTHING;
    const fault = checkTable(rows, totals);
    if (fault) throw fault;
    const { by = 'body', from = null, to = null } = asked;
    return { asOf: today, from, to, by, rows: rows.map((row) => named(row, by)), totals: figures(totals) };
  }

  async rows(query: SummaryRowsQuery, today: CivilDate): Promise<Page<DutyAnswer>> {
    await this.check(query);
    return this.queries.rows(query, today);
  }

  private async check({ from, to, bodyId, agreementId }: Asked): Promise<void> {
    if (from !== undefined && to !== undefined && from > to)
      throw refuseCompliance('dates-reversed', { from, to }, '/to');
    if (bodyId === undefined && agreementId === undefined) return;
    const missing = await this.queries.missing({ bodyId: bodyId ?? null, agreementId: agreementId ?? null });
    if (missing.body) throw refuseCompliance('unknown-body', { id: bodyId ?? '' }, '/bodyId');
    if (missing.agreement) throw refuseCompliance('unknown-agreement', { id: agreementId ?? '' }, '/agreementId');
  }
}

const NOTHING: Counts = {
  doneOnTime: 0,
  doneLate: 0,
  inTerm: 0,
  overdue: 0,
  total: 0,
  suspended: 0,
  waived: 0,
  dueToday: 0,
};

function figures(counts: Counts): Omit<SummaryRow, 'key' | 'label' | 'labelEn'> {
  const { doneOnTime, doneLate, inTerm, overdue, total, suspended, waived, dueToday } = counts;
  return { doneOnTime, doneLate, inTerm, overdue, total, ...ratesOf(counts), suspended, waived, dueToday };
}

function named(row: CountedRow, by: SummaryAnswer['by']): SummaryRow {
  const key = row.key ?? '';
  const words = wordsOf(key, by) ?? { vi: row.label ?? key, en: row.labelEn ?? key };
  return { key, label: words.vi, labelEn: words.en, ...figures(row) };
}

function wordsOf(key: string, by: SummaryAnswer['by']): { vi: string; en: string } | null {
  if (by === 'kind') return kindLabel(key as DutyKind);
  if (by !== 'period') return null;
  const colon = key.indexOf(':');
  return periodLabel(key.slice(colon + 1), Number(key.slice(0, colon)));
}
