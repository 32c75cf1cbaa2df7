import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { rootsOf } from '../access/access.rules.js';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { kinSql } from '../bodies/body-event.queries.js';
import { nameOnSql } from '../bodies/body-history.sql.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type {
  AwaitingAnswer,
  SuccessionDecisionAnswer,
  SuccessionDecisionsAnswer,
  SuccessionsQuery,
} from './succession.contract.js';
import type { SuccessionFacts } from './succession.rules.js';

type Roots = ReturnType<typeof rootsOf>;

/** Neither before it began nor after its end; a paused agreement is under way. */
export const UNDER_WAY = `a.state not in ('draft', 'signed', 'ended', 'replaced', 'terminated')`;

/** Body `b` had a part in commitment `c` beyond its own last day. */
const HAS_PART = `(exists (select from commitment_body i where i.commitment_id = c.id and i.body_id = b.id
      and (i.to_on is null or i.to_on > b.valid_to))
    or exists (select from schedule s join schedule_reporter r on r.schedule_id = s.id where s.commitment_id = c.id
      and r.body_id = b.id and (r.to_on is null or r.to_on > b.valid_to))
    or exists (select from occurrence o where o.commitment_id = c.id and o.body_id = b.id and o.state = 'suspended'))`;

function decidedSql(condition: string): string {
  return `exists (select from succession_decision d where d.agreement_id = a.id and d.body_id = b.id and ${condition})`;
}

/** Commitments `c` of agreement `a` that wait for a word about body `b`; with `parked`, also those put off. */
function openCommitments(parked: boolean): string {
  const spoken = parked ? `d.decision <> 'SUSPENDED'` : 'true';
  return `commitment c where c.agreement_id = a.id and (c.active_to is null or c.active_to > b.valid_to) and ${HAS_PART}
    and not ${decidedSql(`(d.commitment_id is null or d.commitment_id = c.id) and ${spoken}`)}`;
}

const HOSTS = `exists (select from review_cycle y where y.agreement_id = a.id and y.host_id = b.id
  and y.commitment_id is null and y.closed_on is null)`;

const UNSPOKEN = `(not ${decidedSql('d.commitment_id is null')}
  and (not ${decidedSql('true')} or ${HOSTS} or exists (select from ${openCommitments(false)})))`;

function isGone(day: string): string {
  return `p.role = 'PARTY' and b.valid_to < ${day} and p.left_on is null and ${UNDER_WAY}`;
}

/** Whether party `p`, a body `b` that is gone, waits in agreement `a` for a decision on a day. */
export function isWaiting(day: string): string {
  return `${isGone(day)} and ${UNSPOKEN}`;
}

/** The same, put off: nothing is left that nobody spoke about, and the last word is still to come. */
function isPutOff(day: string): string {
  return `${isGone(day)} and not ${UNSPOKEN} and ${decidedSql(`d.decision = 'SUSPENDED'`)}`;
}

export const WAITING_FROM = `party p join agreement a on a.id = p.agreement_id join body b on b.id = p.body_id`;

/** `mayDecide`: whether the caller decides about body `b`, in SQL. */
export function waitingRow(day: string, mayDecide: string): string {
  return `p.id as "partyId", a.id as "agreementId", a.title as "agreementTitle", a.state as "agreementState",
    b.id as "bodyId", b.name_vi as "bodyName", p.name_as_signed as "nameAsSigned", b.valid_to as "endedOn",
    (select count(*) from occurrence o where o.agreement_id = a.id and o.body_id = b.id
      and o.state = 'suspended')::int as "suspendedReports",
    (select count(*) from review r where r.agreement_id = a.id and r.host_id = b.id
      and r.state = 'suspended')::int as "suspendedReviews",
    (select coalesce(json_agg(json_build_object('commitmentId', c.id, 'title', c.title, 'putOff',
        ${decidedSql(`(d.commitment_id is null or d.commitment_id = c.id)`)}) order by c.ordinal), '[]')
      from ${openCommitments(true)}) as commitments,
    (select max(d.decided_on) from succession_decision d where d.agreement_id = a.id and d.body_id = b.id
      and d.decision = 'SUSPENDED') as "putOffOn", ${mayDecide} as "mayDecide",
    (select coalesce(json_agg(json_build_object('bodyId', h.id, 'name', h.name_vi) order by k.distance, h.code), '[]')
      from (${kinSql('b.id', 'SUCCESSOR')}) k join body h on h.id = k.body_id
      where coalesce(h.valid_from, ${day}) <= ${day} and coalesce(h.valid_to, ${day}) >= ${day}) as proposed`;
}

const ONE = `select d.id, d.agreement_id as "agreementId", d.commitment_id as "commitmentId", d.body_id as "bodyId",
    b.name_vi as "bodyName", d.decision, d.from_on as "from", d.replaced_by_id as "replacedByAgreementId", d.basis, d.note,
    d.decided_on as "decidedOn", m.full_name as "decidedBy",
    (select coalesce(json_agg(json_build_object('bodyId', x.id, 'name', x.name) order by x.ordinal), '[]') from (
      select b.id, ${nameOnSql('d.from_on')} as name, s.ordinal from succession_successor s join body b on b.id = s.body_id
      where s.decision_id = d.id) x) as successors
  from succession_decision d join body b on b.id = d.body_id join member m on m.id = d.decided_by`;

@Injectable()
export class SuccessionQueries {
  constructor(
    private readonly db: DataSource,
    private readonly life: AgreementLife,
  ) {}

  /** The worklist, those gone longest first. `roots`: tops of the subtrees in which the caller decides. */
  async waiting(query: SuccessionsQuery, today: CivilDate, roots: Roots): Promise<Page<AwaitingAnswer>> {
    const place = placeOf(query, 'date', 'id');
    const mayDecide = '($7::uuid[] is null or b.id in (select unnest(bodies_under($7::uuid[]))))';
    const rows = await this.db.query<AwaitingAnswer[]>(
      `select ${waitingRow('$1::date', mayDecide)} from ${WAITING_FROM}
       where ${query.putOff === true ? isPutOff('$1::date') : isWaiting('$1::date')}
         and ($2::uuid is null or b.id = $2) and ($3::uuid is null or a.id = $3)
         and ($4::date is null or (b.valid_to, p.id) > ($4, $5::uuid))
       order by b.valid_to, p.id limit $6`,
      [
        today,
        query.bodyId ?? null,
        query.agreementId ?? null,
        place?.[0] ?? null,
        place?.[1] ?? null,
        fetchSize(query),
        roots === 'everything' ? null : (roots ?? []),
      ],
    );
    return pageOf(rows, query, (row) => [row.endedOn, row.partyId]);
  }

  async list(agreementId: string): Promise<SuccessionDecisionsAnswer> {
    await this.life.mustExist(this.db.manager, agreementId);
    const items = await this.db.query<SuccessionDecisionAnswer[]>(`${ONE} where d.agreement_id = $1 order by d.id`, [
      agreementId,
    ]);
    return { items };
  }

  async one(id: string, tx: Tx): Promise<SuccessionDecisionAnswer> {
    const [row] = await tx.query<[SuccessionDecisionAnswer]>(`${ONE} where d.id = $1`, [id]);
    return row;
  }

  /** What a decision about a body rests on; undefined when there is no such body. */
  async facts(
    tx: Tx,
    agreementId: string,
    bodyId: string,
    commitmentId: string | null,
  ): Promise<SuccessionFacts | undefined> {
    const [row] = await tx.query<SuccessionFacts[]>(
      `select b.name_vi as name, b.valid_from as "validFrom", b.valid_to as "validTo",
         array(select distinct p.body_id from party p where p.agreement_id = a.id and p.left_on is null) as parties,
         exists (select from party p where p.agreement_id = a.id and p.body_id = b.id) as "wasParty",
         (select json_build_object('decision', d.decision, 'decidedOn', d.decided_on) from succession_decision d
           where d.agreement_id = a.id and d.body_id = b.id and d.decision <> 'SUSPENDED'
             and (d.commitment_id is null or d.commitment_id = $3
               or not exists (select from party p where p.agreement_id = a.id and p.body_id = b.id and p.left_on is null))
           order by d.id desc limit 1) as decided,
         (select ${HAS_PART} from commitment c where c.id = $3 and c.agreement_id = a.id) as "hasPart"
       from agreement a, body b where a.id = $1 and b.id = $2`,
      [agreementId, bodyId, commitmentId],
    );
    return row;
  }

  /** Commitments about which nothing final is said; `all`: of the agreement, else those in which the body had a part. */
  async undecided(tx: Tx, agreementId: string, bodyId: string, all: boolean): Promise<string[]> {
    const whole = `commitment c where c.agreement_id = a.id
      and not ${decidedSql(`d.commitment_id = c.id and d.decision <> 'SUSPENDED'`)}`;
    const rows = await tx.query<{ id: string }[]>(
      `select c.id from agreement a, body b, lateral (select c.id, c.ordinal from ${all ? whole : openCommitments(true)}) c
       where a.id = $1 and b.id = $2 order by c.ordinal, c.id`,
      [agreementId, bodyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the body still hosts reviews of the whole agreement. */
  async stillHosts(tx: Tx, agreementId: string, bodyId: string): Promise<boolean> {
    const [row] = await tx.query<[{ hosts: boolean }]>(
      `select ${HOSTS} as hosts from agreement a, body b where a.id = $1 and b.id = $2`,
      [agreementId, bodyId],
    );
    return row.hosts;
  }
}
