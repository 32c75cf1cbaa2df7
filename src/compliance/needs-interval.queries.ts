import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CommitmentKind } from '../commitments/commitment.words.js';
import type { CivilDate } from '../core/civil-date.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { NeedsIntervalAnswer, NeedsIntervalQuery } from './needs-interval.contract.js';

/** Kinds of commitment that come round: without schedule and review cycle nobody would ever ask for them. */
const PERIODIC: readonly CommitmentKind[] = [
  'INTERIM_REVIEW',
  'FINAL_REVIEW',
  'INSPECTION',
  'REPORT',
  'MEETING',
  'INFO_EXCHANGE',
];

const KINDS = PERIODIC.map((kind) => `'${kind}'`).join(', ');

/** What lacks an interval on a day, of agreements `a` that bind: `l` with its commitment `c`, if it is of one. */
export function lackingSql(day: string): string {
  return `(select c.agreement_id, c.id as commitment_id, c.kind::text as kind, s.id as schedule_id,
        null::uuid as cycle_id, s.text_as_written, s.id
      from schedule s join commitment c on c.id = s.commitment_id
      where s.frequency = 'UNSPECIFIED' and coalesce(s.ends_on, ${day}) >= ${day}
      union all
      select r.agreement_id, r.commitment_id, r.kind::text, null, r.id, r.text_as_written, r.id
      from review_cycle r where r.frequency = 'UNSPECIFIED' and r.closed_on is null
      union all
      select c.agreement_id, c.id, c.kind::text, null, null, null, c.id
      from commitment c
      where c.kind in (${KINDS})
        and not exists (select from schedule s where s.commitment_id = c.id)
        and not exists (select from review_cycle r where r.commitment_id = c.id
          or (r.commitment_id is null and r.agreement_id = c.agreement_id and r.kind::text = c.kind::text))
    ) l
    join agreement a on a.id = l.agreement_id and a.state in ('signed', 'in_force', 'expiring', 'paused')
    left join commitment c on c.id = l.commitment_id`;
}

/** A commitment that is over asks for nothing. */
export function isLacking(day: string): string {
  return `coalesce(c.active_to, ${day}) >= ${day}`;
}

export const LACKING_ROW = `l.agreement_id as "agreementId", a.title as "agreementTitle",
  l.commitment_id as "commitmentId", c.title as "commitmentTitle", l.kind, l.schedule_id as "scheduleId",
  l.cycle_id as "cycleId", coalesce(l.text_as_written, (
    select string_agg(k.text, E'\\n' order by k.ordinal)
    from commitment_clause cc join clause k on k.id = cc.clause_id where cc.commitment_id = l.commitment_id
  )) as "textAsWritten"`;

@Injectable()
export class NeedsIntervalQueries {
  constructor(private readonly db: DataSource) {}

  /** Of agreements that bind; what has ended before today asks for nothing. */
  async page(query: NeedsIntervalQuery, today: CivilDate): Promise<Page<NeedsIntervalAnswer>> {
    const place = placeOf(query, 'id', 'id');
    const rows = await this.db.query<NeedsIntervalAnswer[]>(
      `select ${LACKING_ROW} from ${lackingSql('$1::date')}
       where ${isLacking('$1::date')}
         and ($2::uuid is null or l.agreement_id = $2)
         and ($3::uuid is null or (l.agreement_id, l.id) > ($3, $4::uuid))
       order by l.agreement_id, l.id limit $5`,
      [today, query.agreementId ?? null, place?.[0] ?? null, place?.[1] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [
      row.agreementId,
      row.scheduleId ?? row.cycleId ?? row.commitmentId ?? row.agreementId,
    ]);
  }
}
