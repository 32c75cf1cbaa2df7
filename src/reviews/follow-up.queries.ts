import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subtreeSql } from '../bodies/body.queries.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, type Page } from '../platform/http/paging.js';
import type { FollowUpAnswer, FollowUpsQuery } from './follow-up.contract.js';
import { afterPlace, oneOf, Values, whereAll } from './query-values.js';
import { refuseFollowUp } from './review.refusals.js';
import { followUpStandingSql, followUpStandsAs } from './standing.js';

/** A follow-up as it is answered, from `FOLLOW_UP_FROM`. */
export const FOLLOW_UP_ROW = `f.id, f.review_id as "reviewId", r.kind as "reviewKind", r.held_on as "heldOn",
  f.agreement_id as "agreementId", a.title as "agreementTitle", f.title, f.owner_id as "ownerId",
  b.name_vi as "ownerName", f.due_on as "dueOn", f.overdue_from as "overdueFrom", f.state, f.done_on as "doneOn",
  f.done_note as note, f.overdue_noticed_on as "overdueNoticedOn", f.version`;

export const FOLLOW_UP_FROM = `follow_up f join review r on r.id = f.review_id join agreement a on a.id = f.agreement_id
  join body b on b.id = f.owner_id`;

@Injectable()
export class FollowUpQueries {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The most urgent first. */
  async page(query: FollowUpsQuery, today: CivilDate): Promise<Page<FollowUpAnswer>> {
    const values = new Values();
    const [now, soonTo] = this.days(values, today);
    const { ownerId, agreementId, standing, from, to } = query;
    const conditions = [
      ...(ownerId === undefined ? [] : [`f.owner_id in (${subtreeSql(values.at(ownerId, 'uuid'))})`]),
      ...(agreementId === undefined ? [] : [`f.agreement_id = ${values.at(agreementId, 'uuid')}`]),
      ...(standing === undefined ? [] : [oneOf(standing.map((one) => followUpStandsAs(one, now, soonTo)))]),
      ...(from === undefined ? [] : [`f.due_on >= ${values.at(from, 'date')}`]),
      ...(to === undefined ? [] : [`f.due_on <= ${values.at(to, 'date')}`]),
      ...afterPlace(query, 'f', values),
    ];
    const rows = await this.db.query<FollowUpAnswer[]>(
      `select ${FOLLOW_UP_ROW}, ${followUpStandingSql(now, soonTo)} as standing from ${FOLLOW_UP_FROM} ${whereAll(conditions)}
       order by f.due_on, f.id limit ${fetchSize(query)}`,
      values.list,
    );
    return pageOf(rows, query, (row) => [row.dueOn, row.id]);
  }

  async one(id: string, tx: Tx = this.db.manager, today = this.clock.today()): Promise<FollowUpAnswer> {
    const [row] = await this.rows(tx, today, ['f.id', id]);
    if (!row) throw refuseFollowUp('unknown');
    return row;
  }

  ofReview(reviewId: string, tx: Tx, today: CivilDate): Promise<FollowUpAnswer[]> {
    return this.rows(tx, today, ['f.review_id', reviewId]);
  }

  private rows(tx: Tx, today: CivilDate, [column, id]: ['f.id' | 'f.review_id', string]): Promise<FollowUpAnswer[]> {
    const values = new Values();
    const [now, soonTo] = this.days(values, today);
    return tx.query<FollowUpAnswer[]>(
      `select ${FOLLOW_UP_ROW}, ${followUpStandingSql(now, soonTo)} as standing from ${FOLLOW_UP_FROM}
       where ${column} = ${values.at(id, 'uuid')} order by f.due_on, f.id`,
      values.list,
    );
  }

  private days(values: Values, today: CivilDate): [string, string] {
    return [values.at(today, 'date'), values.at(addDays(today, this.config.dueSoonDays), 'date')];
  }
}
