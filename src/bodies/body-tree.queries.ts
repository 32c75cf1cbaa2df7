import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { fold } from '../core/vietnamese.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { BodyAnswer, BodyNode, BodyTreeQuery } from './body.contract.js';
import { historySql } from './body-history.sql.js';
import { refuseBody } from './body.refusals.js';
import { BODY_FIELDS, likeText } from './body.queries.js';

const exists = (body: string): string =>
  `coalesce(${body}.valid_from, $1::date) <= $1::date and coalesce(${body}.valid_to, $1::date) >= $1::date`;

/** Every body that exists on day $1, called and placed as on that day; one whose parent is gone stands at the top. */
const ON_DAY = `select b.id, b.code, coalesce(past_name.name_vi, b.name_vi) as name_vi,
    case when past_name.known then past_name.name_en else b.name_en end as name_en, b.abbreviation, b.system, b.level,
    case when past_place.known then past_place.parent_id else b.parent_id end as parent_id,
    b.valid_from, b.valid_to, b.version, b.search
  from body b ${historySql('$1::date')} where ${exists('b')}`;

const CHILDREN = `with there as materialized (${ON_DAY}), placed as (
    select t.*, p.id as above_id, p.name_vi as above_vi, p.name_en as above_en
    from there t left join there p on p.id = t.parent_id
  )`;

const NODE = `${BODY_FIELDS}, b.above_vi as "parentNameVi", b.above_en as "parentNameEn",
  (select count(*)::int from there c where c.parent_id = b.id) as children`;

/** The tree of bodies, a level at a time. */
@Injectable()
export class BodyTreeQueries {
  constructor(private readonly db: DataSource) {}

  async level(query: BodyTreeQuery, today: CivilDate): Promise<Page<BodyNode>> {
    const place = placeOf(query, 'text', 'id');
    const rows = await this.db.query<BodyNode[]>(
      `${CHILDREN} select ${NODE} from placed b
       where (case when $2::text is not null then b.search like '%' || $2 || '%'
                   else b.above_id is not distinct from $3::uuid end)
         and ($4::text is null or (b.code, b.id) > ($4, $5::uuid))
       order by b.code, b.id limit $6`,
      [
        query.on ?? today,
        query.q === undefined ? null : likeText(fold(query.q)),
        query.under ?? null,
        place?.[0] ?? null,
        place?.[1] ?? null,
        fetchSize(query),
      ],
    );
    return pageOf(rows, query, (row) => [row.code, row.id]);
  }

  /** The body and everything above it, the top first. */
  async path(id: string): Promise<BodyAnswer[]> {
    const rows = await this.db.query<BodyAnswer[]>(
      `with recursive above as (
         select id, parent_id, 0 as height from body where id = $1
         union all select b.id, b.parent_id, a.height + 1 from body b join above a on b.id = a.parent_id
       ) select ${BODY_FIELDS} from above a join body b on b.id = a.id order by a.height desc`,
      [id],
    );
    if (rows.length === 0) throw refuseBody('unknown');
    return rows;
  }
}
