import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page, type PageQuery } from '../platform/http/paging.js';
import type { TokenAnswer } from './token.contract.js';

const TOKEN = `select id, name, scopes, made_at as "madeAt", expires_on as "expiresOn", last_used_at as "lastUsedAt",
  last_used_from as "lastUsedFrom", revoked_at as "revokedAt" from access_token`;

@Injectable()
export class TokenQueries {
  constructor(private readonly db: DataSource) {}

  /** Those of one member, revoked and expired ones too. */
  async page(memberId: string, query: PageQuery): Promise<Page<TokenAnswer>> {
    const place = placeOf(query, 'id');
    const rows = await this.db.query<TokenAnswer[]>(
      `${TOKEN} where member_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [memberId, place?.[0] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.id]);
  }

  /** Null when the member has no such token. */
  async one(tx: Tx, memberId: string, id: string): Promise<TokenAnswer | null> {
    const [row] = await tx.query<TokenAnswer[]>(`${TOKEN} where member_id = $1 and id = $2`, [memberId, id]);
    return row ?? null;
  }
}
