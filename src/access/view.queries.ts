import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import type { SavedViewAnswer, SavedViews } from './view.contract.js';
import type { ViewPage } from './view.entity.js';
import { refuseView } from './view.refusals.js';

const VIEW = `select id, page, name, query, columns, version from saved_view`;

@Injectable()
export class ViewQueries {
  constructor(private readonly db: DataSource) {}

  async of(memberId: string, page: ViewPage | null, tx: Tx = this.db.manager): Promise<SavedViews> {
    const items = await tx.query<SavedViewAnswer[]>(
      `${VIEW} where member_id = $1 and ($2::text is null or page = $2) order by page, name, id`,
      [memberId, page],
    );
    return { items };
  }

  async one(tx: Tx, memberId: string, id: string): Promise<SavedViewAnswer> {
    const [row] = await tx.query<SavedViewAnswer[]>(`${VIEW} where member_id = $1 and id = $2`, [memberId, id]);
    if (!row) throw refuseView('unknown');
    return row;
  }
}
