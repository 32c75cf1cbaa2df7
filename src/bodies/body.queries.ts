import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { fold } from '../core/vietnamese.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { BodiesQuery, BodyAnswer } from './body.contract.js';
import { historySql } from './body-history.sql.js';
import { refuseBody } from './body.refusals.js';

/** Of body `b`, as it is answered. */
export const BODY_FIELDS = `b.id, b.code, b.name_vi as "nameVi", b.name_en as "nameEn", b.abbreviation, b.system, b.level,
  b.parent_id as "parentId", b.valid_from as "validFrom", b.valid_to as "validTo", b.version`;

const ONE_ON_DAY = `select b.id, b.code, coalesce(past_name.name_vi, b.name_vi) as "nameVi",
  case when past_name.known then past_name.name_en else b.name_en end as "nameEn", b.abbreviation, b.system, b.level,
  case when past_place.known then past_place.parent_id else b.parent_id end as "parentId",
  b.valid_from as "validFrom", b.valid_to as "validTo", b.version
  from body b ${historySql('$2::date')} where b.id = $1`;

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
      `select ${BODY_FIELDS} from body b
       where ($1::text is null or b.search like '%' || $1 || '%')
         and ($2::uuid is null or b.id in (${subtreeSql('$2')}))
         and ($3::date is null or (coalesce(b.valid_from, $3) <= $3 and coalesce(b.valid_to, $3) >= $3))
         and ($4::text is null or (b.code, b.id) > ($4, $5::uuid))
       order by b.code, b.id limit $6`,
      [
        query.q === undefined ? null : likeText(fold(query.q).trim()).replace(/\s+/g, '%'),
        query.under ?? null,
        query.on ?? null,
        place?.[0] ?? null,
        place?.[1] ?? null,
        fetchSize(query),
      ],
    );
    return pageOf(rows, query, (row) => [row.code, row.id]);
  }

  /** `on`: with the name and the parent of that day. */
  async one(id: string, tx: Tx = this.db.manager, on: CivilDate | null = null): Promise<BodyAnswer> {
    const [row] = await tx.query<BodyAnswer[]>(
      on === null ? `select ${BODY_FIELDS} from body b where b.id = $1` : ONE_ON_DAY,
      on === null ? [id] : [id, on],
    );
    if (!row) throw refuseBody('unknown');
    return row;
  }

  /** Names that it no longer bears. */
  async formerNames(id: string, tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ name: string }[]>(
      `select concat_ws(' | ', name_vi, name_en) as name from body_name where body_id = $1 order by to_on`,
      [id],
    );
    return rows.map(({ name }) => name);
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
