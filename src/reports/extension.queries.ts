import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subtreeSql } from '../bodies/body.queries.js';
import { periodName } from '../core/derivation-words.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import type { ExtensionAnswer, ExtensionRow, ExtensionsQuery } from './extension.contract.js';
import { refuseExtension } from './extension.refusals.js';
import { warningsOf } from './extension.rules.js';

/** Before the period has its words and the day its warnings. */
export type Bare<T extends ExtensionAnswer> = Omit<T, 'warnings' | 'periodVi' | 'periodEn'>;

/** Requests `e` as they are answered; a condition may follow. */
export const EXTENSION = `select e.id, e.occurrence_id as "occurrenceId", e.state, e.asked_to as "askedTo", e.reason,
    am.full_name as "askedBy", e.asked_on as "askedOn", e.asked_at as "askedAt", dm.full_name as "decidedBy",
    e.decided_on as "decidedOn", e.decided_at as "decidedAt", e.decision_note as "decisionNote",
    e.granted_to as "grantedTo", e.document, e.version
  from extension e join member am on am.id = e.asked_by left join member dm on dm.id = e.decided_by`;

/** Requests `x` in a list. */
export const EXTENSION_ROWS = `select x.*, o.agreement_id as "agreementId", a.title as "agreementTitle", c.title as "commitmentTitle",
    o.body_id as "bodyId", b.name_vi as "bodyName", o.period_key as "periodKey", o.due_on as "dueOn",
    o.agreed_due_on as "agreedDueOn", o.state as "occurrenceState"
  from (${EXTENSION}) x join occurrence o on o.id = x."occurrenceId" join agreement a on a.id = o.agreement_id
    join commitment c on c.id = o.commitment_id join body b on b.id = o.body_id`;

/** The earliest asked first. */
const PAGE = `${EXTENSION_ROWS}
  where ($1::text is null or x.state = $1)
    and ($2::uuid is null or o.body_id in (${subtreeSql('$2')}))
    and ($3::date is null or (x."askedOn", x.id) > ($3, $4::uuid))
  order by x."askedOn", x.id limit $5`;

@Injectable()
export class ExtensionQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendars: CalendarQueries,
  ) {}

  async page(query: ExtensionsQuery): Promise<Page<ExtensionRow>> {
    const place = placeOf(query, 'date', 'id');
    const rows = await this.db.query<Bare<ExtensionRow>[]>(PAGE, [
      query.state ?? null,
      query.bodyId ?? null,
      place?.[0] ?? null,
      place?.[1] ?? null,
      fetchSize(query),
    ]);
    return pageOf(await this.named(rows), query, (row) => [row.askedOn, row.id]);
  }

  async named(rows: readonly Bare<ExtensionRow>[]): Promise<ExtensionRow[]> {
    return (await this.warned(rows)).map((row) => ({
      ...row,
      periodVi: periodName(row.periodKey, 'vi'),
      periodEn: periodName(row.periodKey, 'en'),
    }));
  }

  async one(id: string, tx: Tx = this.db.manager): Promise<ExtensionAnswer> {
    const rows = await tx.query<Bare<ExtensionAnswer>[]>(`${EXTENSION} where e.id = $1`, [id]);
    const [row] = await this.warned(rows, tx);
    if (!row) throw refuseExtension('unknown');
    return row;
  }

  /** With what is to be said about the day granted, else asked for. */
  async warned<T extends Bare<ExtensionAnswer>>(
    rows: readonly T[],
    tx: Tx = this.db.manager,
  ): Promise<(T & { warnings: string[] })[]> {
    if (rows.length === 0) return [];
    const calendar = await this.calendars.calendar(tx);
    return rows.map((row) => ({
      ...row,
      warnings: row.state === 'refused' ? [] : warningsOf(row.grantedTo ?? row.askedTo, calendar),
    }));
  }
}
