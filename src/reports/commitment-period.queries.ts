import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { refuseCommitment } from '../commitments/commitment.refusals.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { periodName } from '../core/derivation-words.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { fetchSize, pageOf, placeOf, type Page, type PageQuery } from '../platform/http/paging.js';
import {
  TOLD,
  type AgreementStandings,
  type CommitmentPeriod,
  type CommitmentStandings,
  type StandingsQuery,
} from './commitment-period.contract.js';
import { standingSql } from './standing.js';

@Injectable()
export class CommitmentPeriodQueries {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly life: AgreementLife,
  ) {}

  /** A report of several bodies is whole only when all have reported; what is waived is owed by nobody. */
  async page(commitmentId: string, query: PageQuery, today: CivilDate): Promise<Page<CommitmentPeriod>> {
    const [known] = await this.db.query<unknown[]>(`select from commitment where id = $1`, [commitmentId]);
    if (!known) throw refuseCommitment('unknown');
    const place = placeOf(query, 'date', 'id', 'text');
    const rows = await this.db.query<Omit<CommitmentPeriod, 'periodVi' | 'periodEn'>[]>(
      `select o.schedule_id as "scheduleId", o.period_key as "periodKey", min(o.due_on) as "dueOn",
         json_agg(json_build_object('bodyId', o.body_id, 'bodyName', b.name_vi, 'occurrenceId', o.id, 'tier', o.tier,
           'dueOn', o.due_on, 'standing', ${standingSql('$2::date', '$3::date')}) order by o.tier, b.code) as bodies,
         coalesce(bool_and(o.state in ('filed', 'accepted')) filter (where o.state <> 'waived'), false) as complete
       from occurrence o join body b on b.id = o.body_id
       where o.commitment_id = $1 and o.agreement_id = (select agreement_id from commitment where id = $1)
       group by o.schedule_id, o.period_key
       having $4::date is null or (min(o.due_on), o.schedule_id, o.period_key) > ($4::date, $5::uuid, $6::text)
       order by 3, 1, 2 limit $7`,
      [
        commitmentId,
        today,
        addDays(today, this.config.dueSoonDays),
        place?.[0] ?? null,
        place?.[1] ?? null,
        place?.[2] ?? null,
        fetchSize(query),
      ],
    );
    const named = rows.map((row) => ({
      ...row,
      periodVi: periodName(row.periodKey, 'vi'),
      periodEn: periodName(row.periodKey, 'en'),
    }));
    return pageOf(named, query, (row) => [row.dueOn, row.scheduleId, row.periodKey]);
  }

  async standings(agreementId: string, { from, to }: StandingsQuery, today: CivilDate): Promise<AgreementStandings> {
    await this.life.mustExist(this.db.manager, agreementId);
    const items = await this.db.query<CommitmentStandings[]>(
      `with due as materialized (
         select o.id, o.commitment_id, o.due_on, o.state in ('filed', 'accepted') as is_filed,
           ${standingSql('$2::date', '$3::date')} as standing
         from occurrence o where o.agreement_id = $1 and o.due_on between $4 and $5)
       select s.commitment_id as "commitmentId",
         json_agg(json_build_object('standing', s.standing, 'count', s.count) order by s.standing) as standings,
         (select coalesce(json_agg(f.id order by f.due_on, f.id), '[]') from (
           select d.id, d.due_on from due d where d.commitment_id = s.commitment_id and d.is_filed
           order by d.due_on desc, d.id desc limit ${TOLD}) f) as filed
       from (select commitment_id, standing, count(*)::int as count from due group by 1, 2) s
       group by s.commitment_id order by s.commitment_id`,
      [agreementId, today, addDays(today, this.config.dueSoonDays), from, to],
    );
    return { items };
  }
}
