import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { FOREIGN_KEY, given, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import type { ClauseAnswer, ClauseChange, ClausesAnswer, NewClause } from './clause.contract.js';
import { Clause } from './clause.entity.js';
import { ClauseQueries } from './clause.queries.js';
import { refuseClause } from './clause.refusals.js';
import { placeClauses } from './clause.rules.js';
import { refuseOver } from './commitment.service.js';

@Injectable()
export class ClauseService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly queries: ClauseQueries,
  ) {}

  /** Appends to the text, parents before children; all of the list or nothing. */
  append(act: Act, agreementId: string, clauses: readonly NewClause[]): Promise<ClausesAnswer> {
    return this.work.run(act, async (tx) => {
      refuseOver(await this.life.lock(tx, agreementId));
      const before = await tx.find(Clause, { select: { id: true, ordinal: true }, where: { agreementId } });
      const known = new Set(before.map(({ id }) => id));
      const stray = clauses.findIndex(({ parentId }) => parentId && !known.has(parentId));
      if (stray >= 0) throw refuseClause('not-in-agreement', {}, `/clauses/${stray}/parentId`);
      const ids = await newIds(tx, clauses.length);
      const start = Math.max(-1, ...before.map(({ ordinal }) => ordinal)) + 1;
      const rows = placeClauses(clauses, ids).map((row, index) => ({
        ...row,
        lineageId: row.id,
        agreementId,
        ordinal: start + index,
      }));
      await tx.insert(Clause, rows);
      await note(tx, act, 'clause.appended', agreementId, { after: { clauses: ids } });
      return this.queries.list(agreementId, act.today, tx);
    });
  }

  change(act: Act, id: string, input: ClauseChange): Promise<ClauseAnswer> {
    return this.work.run(act, async (tx) => {
      const before = await this.queries.one(tx, id);
      await updateGuarded(tx, Clause, { id, version: versionSeen(act) }, given(input));
      const after = await this.queries.one(tx, id);
      await note(tx, act, 'clause.changed', before.agreementId, { before, after });
      return after;
    });
  }

  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      await this.life.lock(tx, (await this.queries.one(tx, id)).agreementId);
      // Read again: of two removals the second finds nothing, and no promise is made on it meanwhile.
      const before = await this.queries.one(tx, id);
      refuseStale(act, before.version);
      if (await isAmended(tx, id)) throw refuseClause('amended');
      try {
        await tx.delete(Clause, { id });
      } catch (error) {
        throw violates(error, FOREIGN_KEY) ? refuseClause('in-use') : error;
      }
      await note(tx, act, 'clause.deleted', before.agreementId, { before });
      return {};
    });
  }
}

/** Children name their parents, so the ids are made before the rows. */
export async function newIds(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(`select uuid_v7() as id from generate_series(1, $1)`, [count]);
  return rows.map(({ id }) => id);
}

/** Whether an amendment touched the clause or one below it. */
async function isAmended(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `with recursive below as (
       select id, started_by, ended_by from clause where id = $1
       union all select c.id, c.started_by, c.ended_by from clause c join below b on c.parent_id = b.id)
     select from below where started_by is not null or ended_by is not null limit 1`,
    [id],
  );
  return rows.length > 0;
}
