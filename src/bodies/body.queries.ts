import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fold } from '../core/vietnamese.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { BodiesQuery, BodyAnswer } from './body.contract.js';
import { refuseBody } from './body.refusals.js';

const FIELDS = `b.id, b.code, b.name_vi as "nameVi", b.name_en as "nameEn", b.abbreviation, b.system, b.level,
  b.parent_id as "parentId", b.valid_from as "validFrom", b.valid_to as "validTo", b.version`;

/** Ids of the body in `parameter` and of all bodies below it, as a SQL query. */
export function subtreeSql(parameter: string): string {
  return `with recursive below as (
    select id from body where id = ${parameter}
    union select b.id from body b join below on b.parent_id = below.id
  ) select id from below`;
}

@Injectable()
export class BodyQueries {
  constructor(private readonly db: DataSource) {}

  async page(query: BodiesQuery): Promise<Page<BodyAnswer>> {
    const place = placeOf(query, 'text', 'id');
    const rows = await this.db.query<BodyAnswer[]>(
      `select ${FIELDS} from body b
       where ($1::text is null or b.search like '%' || $1 || '%')
         and ($2::uuid is null or b.id in (${subtreeSql('$2')}))
         and ($3::date is null or (coalesce(b.valid_from, $3) <= $3 and coalesce(b.valid_to, $3) >= $3))
         and ($4::text is null or (b.code, b.id) > ($4, $5::uuid))
       order by b.code, b.id limit $6`,
      [
        query.q === undefined ? null : likeText(fold(query.q)),
        query.under ?? null,
        query.on ?? null,
        place?.[0] ?? null,
        place?.[1] ?? null,
        fetchSize(query),
      ],
    );
    return pageOf(rows, query, (row) => [row.code, row.id]);
  }

  async one(id: string, tx: Tx = this.db.manager): Promise<BodyAnswer> {
    const [row] = await tx.query<BodyAnswer[]>(`select ${FIELDS} from body b where b.id = $1`, [id]);
    if (!row) throw refuseBody('unknown');
    return row;
  }

  /** The body and everything above it. */
  async ancestors(id: string, tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `with recursive above as (
         select id, parent_id from body where id = $1
         union select b.id, b.parent_id from body b join above on b.id = above.parent_id
       ) select id from above`,
      [id],
    );
    return rows.map((row) => row.id);
  }
}

/** Escapes what LIKE would read as a pattern. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
