import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page, type PageQuery } from '../platform/http/paging.js';
import type { IdentityAnswer } from './oidc.contract.js';

const IDENTITY = `select id, issuer, subject, linked_at as "linkedAt", linked_by as "linkedBy" from member_identity`;

@Injectable()
export class MemberIdentityQueries {
  constructor(private readonly db: DataSource) {}

  async page(memberId: string, query: PageQuery): Promise<Page<IdentityAnswer>> {
    const place = placeOf(query, 'id');
    const rows = await this.db.query<IdentityAnswer[]>(
      `${IDENTITY} where member_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [memberId, place?.[0] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.id]);
  }

  /** Null when the member has no such link. */
  async one(tx: Tx, memberId: string, id: string): Promise<IdentityAnswer | null> {
    const [row] = await tx.query<IdentityAnswer[]>(`${IDENTITY} where member_id = $1 and id = $2`, [memberId, id]);
    return row ?? null;
  }
}
