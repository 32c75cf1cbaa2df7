import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { FOREIGN_KEY, given, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import type { ClauseAnswer, ClauseChange, ClausesAnswer, NewClause } from './clause.contract.js';
import { Clause } from './clause.entity.js';
import { refuseClause } from './clause.refusals.js';
import { placeClauses } from './clause.rules.js';
import { refuseOver } from './commitment.service.js';

const FIELDS = `c.id, c.agreement_id as "agreementId", c.parent_id as "parentId", c.ordinal, c.kind, c.label, c.heading,
  c.text, c.version`;

@Injectable()
export class ClauseService {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
    private readonly life: AgreementLife,
  ) {}

  async list(agreementId: string, tx: Tx = this.db.manager): Promise<ClausesAnswer> {
    await this.life.mustExist(tx, agreementId);
    const items = await tx.query<ClauseAnswer[]>(
      `select ${FIELDS} from clause c where c.agreement_id = $1 order by c.ordinal, c.id`,
      [agreementId],
    );
    return { items };
  }

  /** Appends to the text, parents before children; all of the list or nothing. */
  append(act: Act, agreementId: string, clauses: readonly NewClause[]): Promise<ClausesAnswer> {
    return this.work.run(act, async (tx) => {
      refuseOver(await this.life.lock(tx, agreementId));
      const before = await this.list(agreementId, tx);
      const known = new Set(before.items.map(({ id }) => id));
      const stray = clauses.findIndex(({ parentId }) => parentId && !known.has(parentId));
      if (stray >= 0) throw refuseClause('not-in-agreement', {}, `/clauses/${stray}/parentId`);
      const ids = await this.newIds(tx, clauses.length);
      const start = (before.items.at(-1)?.ordinal ?? -1) + 1;
      const rows = placeClauses(clauses, ids).map((row, index) => ({ ...row, agreementId, ordinal: start + index }));
      await tx.insert(Clause, rows);
      await note(tx, act, 'clause.appended', agreementId, { after: { clauses: ids } });
      return this.list(agreementId, tx);
    });
  }

  change(act: Act, id: string, input: ClauseChange): Promise<ClauseAnswer> {
    return this.work.run(act, async (tx) => {
      const before = await this.one(tx, id);
      await updateGuarded(tx, Clause, { id, version: versionSeen(act) }, given(input));
      const after = await this.one(tx, id);
      await note(tx, act, 'clause.changed', before.agreementId, { before, after });
      return after;
    });
  }

  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const before = await this.one(tx, id);
      refuseStale(act, before.version);
      try {
        await tx.delete(Clause, { id });
      } catch (error) {
        throw violates(error, FOREIGN_KEY) ? refuseClause('in-use') : error;
      }
      await note(tx, act, 'clause.deleted', before.agreementId, { before });
      return {};
    });
  }

  private async one(tx: Tx, id: string): Promise<ClauseAnswer> {
    const [row] = await tx.query<ClauseAnswer[]>(`select ${FIELDS} from clause c where c.id = $1`, [id]);
    if (!row) throw refuseClause('unknown');
    return row;
  }

  /** Children name their parents, so the ids are made before the rows. */
  private async newIds(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select uuid_v7() as id from generate_series(1, $1)`, [count]);
    return rows.map(({ id }) => id);
  }
}
