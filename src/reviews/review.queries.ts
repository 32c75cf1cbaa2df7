import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subtreeSql } from '../bodies/body.queries.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { derivationWords, periodName } from '../core/derivation-words.js';
import { movesWords } from '../core/due-move.js';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, type Page } from '../platform/http/paging.js';
import { movesSql } from '../regime/due-move.contract.js';
import { CycleQueries } from './cycle.queries.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { afterPlace, oneOf, Values, whereAll } from './query-values.js';
import type { ReviewAnswer, ReviewRow, ReviewsQuery } from './review.contract.js';
import { refuseReview } from './review.refusals.js';
import { reviewStandingSql, reviewStandsAs } from './standing.js';

/** Before its period has words. */
export type Unnamed<T extends ReviewRow> = Omit<T, 'periodVi' | 'periodEn'> & { period: string };
type Alone = Omit<Unnamed<ReviewAnswer>, 'whyVi' | 'whyEn' | 'followUps' | 'cycle'>;

/** A review in a list, with the period of its words, from `REVIEW_FROM`. */
export const REVIEW_ROW = `r.id, r.cycle_id as "cycleId", r.agreement_id as "agreementId", a.title as "agreementTitle",
  r.commitment_id as "commitmentId", r.kind, r.host_id as "hostId", h.name_vi as "hostName",
  r.period_key as "periodKey", r.report_year as "reportYear", r.window_start as "windowStart",
  r.window_end as "windowEnd", r.due_on as "dueOn", r.overdue_from as "overdueFrom", r.state,
  r.planned_on as "plannedOn", coalesce(r.planned_on > r.due_on, false) as "plannedLate", r.held_on as "heldOn",
  o.decision, r.version, r.derivation -> 'period' ->> 'key' as period`;

export const REVIEW_FROM = `review r join agreement a on a.id = r.agreement_id join body h on h.id = r.host_id
  left join review_outcome o on o.review_id = r.id`;

/** A party under the name it signed with, the host under its own. */
const SIDES = `select coalesce(json_agg(json_build_object('bodyId', s.id, 'name', coalesce(
      (select p.name_as_signed from party p where p.agreement_id = r.agreement_id and p.body_id = s.id
        order by p.ordinal limit 1), b.name_vi)) order by s.place), '[]')
  from unnest(r.sides_present) with ordinality s (id, place) join body b on b.id = s.id`;

const FINDINGS = `select coalesce(json_agg(json_build_object('clauseId', f.value ->> 'clauseId', 'clauseLabel', k.label,
      'finding', f.value ->> 'finding', 'assessment', f.value ->> 'assessment') order by f.place), '[]')
  from jsonb_array_elements(r.findings) with ordinality f (value, place)
  left join clause k on k.id = (f.value ->> 'clauseId')::uuid`;

const WHOLE = `${REVIEW_ROW}, r.due_raw as "dueRaw", r.derivation, ${movesSql('review_id', 'r.id')} as moves,
  r.planned_place as "plannedPlace",
  r.held_at_place as "heldAtPlace", r.chair, (${SIDES}) as "sidesPresent", (${FINDINGS}) as findings, r.conclusion,
  (select json_build_object('name', r.minutes_name, 'sha256', m.sha256, 'size', m.size, 'mediaType', m.media_type)
    from stored_file m where m.sha256 = r.minutes_sha256) as minutes,
  r.overdue_noticed_on as "overdueNoticedOn",
  case when o.review_id is not null then json_build_object('decision', o.decision, 'decidedOn', o.decided_on,
    'decidedBy', (select m.full_name from member m where m.id = o.decided_by), 'note', o.note,
    'newTermTo', o.new_term_to, 'openedAgreementId', o.opened_agreement_id) end as outcome`;

@Injectable()
export class ReviewQueries {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly cycles: CycleQueries,
    private readonly followUps: FollowUpQueries,
  ) {}

  /** The most urgent first. */
  async page(query: ReviewsQuery, today: CivilDate): Promise<Page<ReviewRow>> {
    const values = new Values();
    const [now, soonTo] = this.days(values, today);
    const { agreementId, bodyId, kind, standing, state, from, to } = query;
    const conditions = [
      ...(agreementId === undefined ? [] : [`r.agreement_id = ${values.at(agreementId, 'uuid')}`]),
      ...(bodyId === undefined ? [] : [`r.host_id in (${subtreeSql(values.at(bodyId, 'uuid'))})`]),
      ...(kind === undefined ? [] : [`r.kind = ${values.at(kind, 'text')}`]),
      ...(standing === undefined ? [] : [oneOf(standing.map((one) => reviewStandsAs(one, now, soonTo)))]),
      ...(state === undefined ? [] : [oneOf(state.map((one) => `r.state = ${values.at(one, 'text')}`))]),
      ...(from === undefined ? [] : [`r.due_on >= ${values.at(from, 'date')}`]),
      ...(to === undefined ? [] : [`r.due_on <= ${values.at(to, 'date')}`]),
      ...afterPlace(query, 'r', values),
    ];
    const rows = await this.db.query<Unnamed<ReviewRow>[]>(
      `select ${REVIEW_ROW}, ${reviewStandingSql(now, soonTo)} as standing
       from ${REVIEW_FROM} ${whereAll(conditions)} order by r.due_on, r.id limit ${fetchSize(query)}`,
      values.list,
    );
    return pageOf(rows.map(named), query, (row) => [row.dueOn, row.id]);
  }

  async one(id: string, tx: Tx = this.db.manager, today = this.clock.today()): Promise<ReviewAnswer> {
    const values = new Values();
    const [now, soonTo] = this.days(values, today);
    const [row] = await tx.query<Alone[]>(
      `select ${WHOLE}, ${reviewStandingSql(now, soonTo)} as standing from ${REVIEW_FROM}
       where r.id = ${values.at(id, 'uuid')}`,
      values.list,
    );
    if (!row) throw refuseReview('unknown');
    return named({
      ...row,
      ...whyOf(row),
      followUps: await this.followUps.ofReview(id, tx, today),
      cycle: await this.cycles.one(row.cycleId, tx),
    });
  }

  /** Where the minutes lie; null while there are none. */
  async minutes(id: string, tx: Tx): Promise<{ name: string; sha256: string; mediaType: string } | null> {
    const [row] = await tx.query<{ name: string; sha256: string; mediaType: string }[]>(
      `select r.minutes_name as name, m.sha256, m.media_type as "mediaType"
       from review r join stored_file m on m.sha256 = r.minutes_sha256 where r.id = $1`,
      [id],
    );
    return row ?? null;
  }

  private days(values: Values, today: CivilDate): [string, string] {
    return [values.at(today, 'date'), values.at(addDays(today, this.config.dueSoonDays), 'date')];
  }
}

function whyOf({
  derivation,
  moves,
}: Pick<ReviewAnswer, 'derivation' | 'moves'>): Pick<ReviewAnswer, 'whyVi' | 'whyEn'> {
  const why = (language: 'vi' | 'en'): string =>
    [derivationWords(derivation, language), movesWords(moves, language)].join(' ').trimEnd();
  return { whyVi: why('vi'), whyEn: why('en') };
}

export function named<T extends { period: string }>({
  period,
  ...row
}: T): Omit<T, 'period'> & { periodVi: string; periodEn: string } {
  return { ...row, periodVi: periodName(period, 'vi'), periodEn: periodName(period, 'en') };
}
