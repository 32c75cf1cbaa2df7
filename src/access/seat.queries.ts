import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import { refuseSeat } from './access.refusals.js';
import type { SeatAnswer, SeatsQuery } from './seat.contract.js';

const SEAT = `select s.id, s.body_id as "bodyId", b.name_vi as "bodyName", s.name_vi as "nameVi", s.name_en as "nameEn", s.role,
  s.valid_from as "validFrom", s.valid_to as "validTo", s.version,
  (select coalesce(json_agg(json_build_object('id', h.id, 'memberId', h.member_id, 'memberName', m.full_name,
      'from', h.from_on, 'to', h.to_on) order by h.from_on), '[]')
    from seat_holding h join member m on m.id = h.member_id where h.seat_id = s.id) as holdings
  from seat s left join body b on b.id = s.body_id`;

@Injectable()
export class SeatQueries {
  constructor(private readonly db: DataSource) {}

  async page(query: SeatsQuery): Promise<Page<SeatAnswer>> {
    const place = placeOf(query, 'text', 'text', 'id');
    const rows = await this.db.query<SeatAnswer[]>(
      `${SEAT} where ($1::uuid is null or s.body_id = $1)
         and ($2::date is null or (coalesce(s.valid_from, $2) <= $2 and coalesce(s.valid_to, $2) >= $2))
         and ($3::text is null or (coalesce(b.name_vi, ''), s.name_vi, s.id) > ($3, $4, $5::uuid))
       order by coalesce(b.name_vi, ''), s.name_vi, s.id limit $6`,
      [query.bodyId ?? null, query.on ?? null, ...(place ?? [null, null, null]), fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.bodyName ?? '', row.nameVi, row.id]);
  }

  async one(id: string, tx: Tx = this.db.manager): Promise<SeatAnswer> {
    const [row] = await tx.query<SeatAnswer[]>(`${SEAT} where s.id = $1`, [id]);
    if (!row) throw refuseSeat('unknown');
    return row;
  }
}
