import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { differences } from './clause-difference.rules.js';
import type { ClauseAnswer, ClausesAnswer } from './clause.contract.js';
import { refuseClause } from './clause.refusals.js';
import type { DifferencesAnswer, DifferencesQuery } from './clause-version.contract.js';

/** Whether a clause version is in force on a day; before entry into force it is the first text. */
function onDaySql(clause: string, day: string): string {
  return `(${clause}.effective_from is null or ${clause}.effective_from <= ${day})
    and (${clause}.effective_to is null or ${clause}.effective_to >= ${day})`;
}

function fieldsSql(parent: string): string {
  return `c.id, c.agreement_id as "agreementId", ${parent} as "parentId", c.ordinal, c.kind, c.label, c.heading, c.text,
    c.lineage_id as "lineageId", c.effective_from as "effectiveFrom", c.effective_to as "effectiveTo",
    c.started_by as "startedBy", c.ended_by as "endedBy", c.version`;
}

/** The parent's version of that day, whichever version the clause was written under. */
const ON_DAY = `select ${fieldsSql('v.id')} from clause c
  left join clause p on p.id = c.parent_id
  left join clause v on v.lineage_id = p.lineage_id and ${onDaySql('v', '$2::date')}
  where c.agreement_id = $1 and ${onDaySql('c', '$2::date')} order by c.ordinal, c.id`;

const VERSIONS = `select ${fieldsSql('c.parent_id')} from clause c
  where c.lineage_id = $1 order by c.effective_from nulls first`;

@Injectable()
export class ClauseQueries {
  constructor(
    private readonly db: DataSource,
    private readonly life: AgreementLife,
  ) {}

  /** The text as of a day. */
  async list(agreementId: string, on: CivilDate, tx: Tx = this.db.manager): Promise<ClausesAnswer> {
    await this.life.mustExist(tx, agreementId);
    return { items: await tx.query<ClauseAnswer[]>(ON_DAY, [agreementId, on]) };
  }

  async differences(agreementId: string, { from, to }: DifferencesQuery): Promise<DifferencesAnswer> {
    if (to < from) throw refuseClause('days-reversed', { from, to }, '/to');
    const [before, after] = [await this.list(agreementId, from), await this.list(agreementId, to)];
    return { from, to, items: differences(before.items, after.items) };
  }

  async versions(id: string): Promise<ClausesAnswer> {
    const { lineageId } = await this.one(this.db.manager, id);
    return { items: await this.db.query<ClauseAnswer[]>(VERSIONS, [lineageId]) };
  }

  async one(tx: Tx, id: string): Promise<ClauseAnswer> {
    const [row] = await tx.query<ClauseAnswer[]>(`select ${fieldsSql('c.parent_id')} from clause c where c.id = $1`, [
      id,
    ]);
    if (!row) throw refuseClause('unknown');
    return row;
  }

  /** Clause ids as they stand in the text of a day; one without a version that day stays as it is. */
  async onDay(agreementId: string, on: CivilDate): Promise<(id: string) => string> {
    const rows = await this.db.query<{ id: string; now: string }[]>(
      `select c.id, v.id as now from clause c join clause v on v.lineage_id = c.lineage_id and ${onDaySql('v', '$2::date')}
       where c.agreement_id = $1`,
      [agreementId, on],
    );
    const now = new Map(rows.map((row) => [row.id, row.now]));
    return (id) => now.get(id) ?? id;
  }
}
