import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import { daysLate, type Counts } from './boxes.rules.js';
import { periodLabel } from './compliance.words.js';
import type { Moment } from './duty-as-of.sql.js';
import { dutiesSql } from './duty.sql.js';
import type { Asked, DutyAnswer, Figure, Grouping, SummaryRowsQuery } from './summary.contract.js';

const COUNTS = `
  (count(*) filter (where box = 'doneOnTime')) as "doneOnTime",
  (count(*) filter (where box = 'doneLate')) as "doneLate",
  (count(*) filter (where box = 'inTerm')) as "inTerm",
  (count(*) filter (where box = 'overdue')) as overdue,
  (count(*) filter (where counted)) as total,
  (count(*) filter (where box = 'suspended')) as suspended,
  (count(*) filter (where box = 'waived')) as waived,
  (count(*) filter (where due_today)) as "dueToday",
  (count(*) filter (where on_time_original)) as "doneOnTimeOriginal"`;

const DAYS = `round(avg(reporter_days), 2)::float8 as "avgReporterDays", round(avg(reviewer_days), 2)::float8 as "avgReviewerDays"`;
const NO_DAYS = `null::float8 as "avgReporterDays", null::float8 as "avgReviewerDays"`;

/** Names from the register, and the order of the rows; kinds and periods are named in words. */
const LABELS: Record<Grouping, { join: string; label: string; labelEn: string; order: string }> = {
  body: {
    join: 'left join body b on b.id = c.key::uuid',
    label: 'b.name_vi',
    labelEn: 'coalesce(b.name_en, b.name_vi)',
    order: 'b.code',
  },
  agreement: {
    join: `left join agreement a on a.id = c.key::uuid
      left join lateral (select string_agg(n.printed, '; ' order by n.ordinal) as printed
        from agreement_number n where n.agreement_id = a.id) n on true`,
    label: 'coalesce(n.printed, a.title)',
    labelEn: 'coalesce(n.printed, a.title)',
    order: 'a.signed_on, a.id',
  },
  kind: { join: '', label: 'null', labelEn: 'null', order: 'c.key' },
  period: { join: '', label: 'null', labelEn: 'null', order: 'c.report_year, c.first_due, c.key' },
};

export interface CountedRow extends Counts {
  /** null = the totals. */
  key: string | null;
  label: string | null;
  labelEn: string | null;
  avgReporterDays: number | null;
  avgReviewerDays: number | null;
}

const FIGURE_SQL: Partial<Record<Figure, string>> = {
  total: 'd.counted',
  dueToday: 'd.due_today',
  doneOnTimeOriginal: 'd.on_time_original',
};

@Injectable()
export class SummaryQueries {
  constructor(private readonly db: DataSource) {}

  /** The rows in their order, the totals last; the totals are counted beside the rows and not from them. */
  async counts(asked: Asked, moment: Moment, clock: boolean): Promise<CountedRow[]> {
    const { sql, values } = dutiesSql(asked, moment, clock);
    const { join, label, labelEn, order } = LABELS[asked.by ?? 'body'];
    return this.db.query<CountedRow[]>(
      `with counted as (
         select key, ${COUNTS}, ${clock ? DAYS : NO_DAYS}, min(report_year) as report_year, min(due_on) as first_due
         from (${sql}) d group by grouping sets ((key), ())
       )
       select c.key, ${label} as label, ${labelEn} as "labelEn", c."doneOnTime", c."doneLate", c."inTerm", c.overdue,
         c.total, c.suspended, c.waived, c."dueToday", c."doneOnTimeOriginal", c."avgReporterDays", c."avgReviewerDays"
       from counted c ${join} order by c.key is null, ${order}`,
      values,
    );
  }

  async rows(query: SummaryRowsQuery, moment: Moment): Promise<Page<DutyAnswer>> {
    const { sql, values } = dutiesSql(query, moment);
    const given = (value: unknown): string => `$${values.push(value)}`;
    const { box = 'total', key } = query;
    const place = placeOf(query, 'date', 'id');
    const conditions = [
      FIGURE_SQL[box] ?? `d.box = ${given(box)}`,
      ...(key === undefined ? [] : [`d.key = ${given(key)}`]),
      ...(place === null ? [] : [`(d.due_on, d.id) > (${given(place[0])}::date, ${given(place[1])}::uuid)`]),
    ];
    const rows = await this.db.query<(DutyAnswer & { reportYear: number })[]>(
      `select d.duty, d.id, d.agreement_id as "agreementId", a.title as "agreementTitle", c.title as "commitmentTitle",
         coalesce(o.clause_id, (select k.clause_id from commitment_clause k join clause l on l.id = k.clause_id
           where k.commitment_id = d.commitment_id order by l.ordinal limit 1)) as "clauseId",
         f.review_id as "reviewId",
         f.title as "followUpTitle", d.body_id as "bodyId", b.name_vi as "bodyName", d.period_key as "periodKey",
         d.report_year as "reportYear", d.due_on as "dueOn", d.agreed_due_on as "agreedDueOn", d.overdue_from as "overdueFrom", d.done_on as "doneOn", d.box
       from (${sql}) d
       join agreement a on a.id = d.agreement_id
       join body b on b.id = d.body_id
       left join commitment c on c.id = d.commitment_id
       left join occurrence o on o.id = d.id and d.duty = 'REPORT'
       left join follow_up f on f.id = d.id and d.duty = 'FOLLOW_UP'
       where ${conditions.join(' and ')}
       order by d.due_on, d.id limit ${given(fetchSize(query))}`,
      values,
    );
    const named = rows.map(({ reportYear, ...row }): DutyAnswer => {
      const { vi: periodName, en: periodNameEn } = periodLabel(row.periodKey, reportYear);
      return { ...row, periodName, periodNameEn, daysLate: daysLate(row, moment.day) };
    });
    return pageOf(named, query, (row) => [row.dueOn, row.id]);
  }

  /** Which of the ids asked for name nothing. */
  async missing(ids: {
    bodyId: string | null;
    agreementId: string | null;
  }): Promise<{ body: boolean; agreement: boolean }> {
    const [row] = await this.db.query<[{ body: boolean; agreement: boolean }]>(
      `select $1::uuid is not null and not exists (select from body where id = $1) as body,
         $2::uuid is not null and not exists (select from agreement where id = $2) as agreement`,
      [ids.bodyId, ids.agreementId],
    );
    return row;
  }
}
