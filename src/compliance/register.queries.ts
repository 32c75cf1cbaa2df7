import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementListQueries } from '../agreements/agreement-list.queries.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Page } from '../platform/http/paging.js';
import { inTerm, standsAs } from '../reports/standing.js';
import type { RegisterQuery, RegisterRow } from './register.contract.js';

type Duties = Pick<Required<RegisterRow>, 'nextDueOn' | 'overdueCount'>;

/** The list of the register: agreements, and on request what is due in each. */
@Injectable()
export class RegisterQueries {
  constructor(
    private readonly db: DataSource,
    private readonly agreements: AgreementListQueries,
  ) {}

  async page(query: RegisterQuery, today: CivilDate): Promise<Page<RegisterRow>> {
    const page = await this.agreements.page(query);
    if (!query.with?.includes('duties') || page.items.length === 0) return page;
    const ids = page.items.map(({ id }) => id);
    const duties = new Map((await this.duties(ids, today)).map(({ id, ...row }) => [id, row]));
    return { ...page, items: page.items.map((row) => ({ ...row, ...duties.get(row.id) })) };
  }

  /** By the open reports of each agreement. */
  private duties(ids: readonly string[], today: CivilDate): Promise<(Duties & { id: string })[]> {
    return this.db.query(
      `select t.id, o.* from unnest($1::uuid[]) t (id) cross join lateral (
         select min(o.overdue_from - 1) filter (where ${inTerm('$2::date')}) as "nextDueOn",
           count(*) filter (where ${standsAs('overdue', '$2::date', '$2::date')})::int as "overdueCount"
         from occurrence o where o.agreement_id = t.id and o.state in ('due', 'returned')) o`,
      [ids, today],
    );
  }
}
