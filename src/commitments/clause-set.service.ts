import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { note } from '../platform/audit/audit.js';
import { FOREIGN_KEY, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { ClausesAnswer } from './clause.contract.js';
import { Clause } from './clause.entity.js';
import { ClauseQueries } from './clause.queries.js';
import { refuseClause } from './clause.refusals.js';
import { newIds } from './clause.service.js';
import type { NewClauseSet } from './clause-set.contract.js';
import { placeTree } from './clause-set.rules.js';
import { refuseOver } from './commitment.service.js';

const INSERT = `insert into clause (id, lineage_id, agreement_id, parent_id, ordinal, kind, label, heading, text)
  select r.id, r.id, $2::uuid, r."parentId", r.ordinal, r.kind, r.label, r.heading, r.text
  from jsonb_to_recordset($1::jsonb)
    as r(id uuid, "parentId" uuid, ordinal integer, kind text, label text, heading text, text text)
  order by r.ordinal`;

@Injectable()
export class ClauseSetService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly queries: ClauseQueries,
  ) {}

  /** A whole tree at once, behind the clauses there are or in their place; all of it or nothing. */
  put(act: Act, agreementId: string, { clauses, replace = false }: NewClauseSet): Promise<ClausesAnswer> {
    return this.work.run(act, async (tx) => {
      refuseOver(await this.life.lock(tx, agreementId));
      const rows = placeTree(
        clauses,
        await newIds(tx, clauses.length),
        replace ? 0 : await nextOrdinal(tx, agreementId),
      );
      const removed = replace ? await removeAll(tx, agreementId) : [];
      await tx.query(INSERT, [JSON.stringify(rows), agreementId]);
      const after = { clauses: rows.map(({ id }) => id) };
      if (replace) await note(tx, act, 'clause.replaced', agreementId, { before: { clauses: removed }, after });
      else await note(tx, act, 'clause.appended', agreementId, { after });
      return this.queries.list(agreementId, act.today, tx);
    });
  }
}

async function nextOrdinal(tx: Tx, agreementId: string): Promise<number> {
  const [row] = await tx.query<{ next: number }[]>(
    `select coalesce(max(ordinal), -1) + 1 as next from clause where agreement_id = $1`,
    [agreementId],
  );
  return row?.next ?? 0;
}

/** Only what neither an amendment nor a promise or report refers to is taken away. */
async function removeAll(tx: Tx, agreementId: string): Promise<Clause[]> {
  const rows = await tx.find(Clause, { where: { agreementId }, order: { ordinal: 'ASC' } });
  if (rows.some(({ startedBy, endedBy }) => startedBy !== null || endedBy !== null)) throw refuseClause('amended');
  try {
    await tx.query(`delete from clause where agreement_id = $1`, [agreementId]);
  } catch (error) {
    throw violates(error, FOREIGN_KEY) ? refuseClause('in-use') : error;
  }
  return rows;
}
