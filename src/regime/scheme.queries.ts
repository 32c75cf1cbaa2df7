import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import { CalendarQueries } from './calendar.queries.js';
import type { SchemeDates } from './scheme-dates.contract.js';
import { datesOfYear, rulesInWords } from './scheme-dates.rules.js';
import type { SchemeAnswer, SchemesQuery } from './scheme.contract.js';
import { refuseScheme } from './scheme.refusals.js';

const SCHEME = `s.code, s.name_vi as "nameVi", s.name_en as "nameEn", s.basis, s.roll,
  s.before_counts_day as "beforeCountsDay", s.windows, s.dues`;
const FIELDS = `s.id, ${SCHEME}, s.preset, s.version`;

@Injectable()
export class SchemeQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendars: CalendarQueries,
  ) {}

  async page(query: SchemesQuery): Promise<Page<SchemeAnswer>> {
    const place = placeOf(query, 'text');
    const rows = await this.db.query<SchemeAnswer[]>(
      `select ${FIELDS} from reporting_scheme s
       where $1::text is null or s.code > $1 order by s.code limit $2`,
      [place?.[0] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.code]);
  }

  async one(id: string, tx: Tx = this.db.manager): Promise<SchemeAnswer> {
    const [row] = await tx.query<SchemeAnswer[]>(`select ${FIELDS} from reporting_scheme s where s.id = $1`, [id]);
    if (!row) throw refuseScheme('unknown');
    return row;
  }

  /** What it comes to in a report year, by the working calendar of today. */
  async dates(id: string, year: number): Promise<SchemeDates> {
    const scheme = await this.schemeOf(id);
    return { year, rules: rulesInWords(scheme), items: datesOfYear(scheme, year, await this.calendars.calendar()) };
  }

  /** Every scheme as the planner takes it, by id. */
  async byId(tx: Tx = this.db.manager): Promise<Map<string, ReportingScheme>> {
    const rows = await tx.query<{ id: string; scheme: ReportingScheme }[]>(
      `select s.id, to_jsonb(x) as scheme from reporting_scheme s, lateral (select ${SCHEME}) x`,
    );
    return new Map(rows.map(({ id, scheme }) => [id, scheme]));
  }

  /** One scheme as the planner takes it. */
  async schemeOf(id: string, tx: Tx = this.db.manager): Promise<ReportingScheme> {
    const [row] = await tx.query<ReportingScheme[]>(`select ${SCHEME} from reporting_scheme s where s.id = $1`, [id]);
    if (!row) throw refuseScheme('unknown');
    return row;
  }
}
