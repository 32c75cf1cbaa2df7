import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rightsOf, rootsOf, type Held } from '../access/access.rules.js';
import { coversSql } from '../access/charge.sql.js';
import { prepared } from '../platform/database/prepared.js';
import type { Charge } from '../platform/http/right.js';
import { OWED_BY, OWED_TO } from './report.charge.js';
import { refuseReport } from './report.refusals.js';

/** The charges that the writes name. */
const CHARGES: Readonly<Record<string, Charge>> = {
  'reports.file': OWED_BY,
  'extensions.ask': OWED_BY,
  'reports.review': OWED_TO,
  'reports.waive': OWED_TO,
  'extensions.decide': OWED_TO,
};

/** What a caller may do about one due report. */
@Injectable()
export class OccurrenceRightsQueries {
  constructor(private readonly db: DataSource) {}

  async of(id: string, held: readonly Held[]): Promise<string[]> {
    const known = await prepared(this.db, 'select from occurrence where id = $1', [id]);
    if (known.length === 0) throw refuseReport('unknown');
    const covered = await Promise.all(
      Object.entries(CHARGES).map(async ([right, charge]) =>
        (await this.covers(id, held, right, charge)) ? right : null,
      ),
    );
    const found = covered.filter((right) => right !== null);
    const takesPaper = found.includes('reports.file') && rightsOf(held).includes('reports.file-paper');
    return takesPaper ? [...found, 'reports.file-paper'] : found;
  }

  private async covers(id: string, held: readonly Held[], right: string, charge: Charge): Promise<boolean> {
    const roots = rootsOf(held, right);
    if (roots === null || roots === 'everything') return roots !== null;
    const [row] = await prepared<{ covered: boolean }>(
      this.db,
      `select ${coversSql(charge, '$1::uuid', 'select unnest(bodies_under($2::uuid[]))')} as covered`,
      [id, roots],
    );
    return row?.covered ?? false;
  }
}
