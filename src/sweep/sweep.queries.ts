import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { SweepAnswer, SweepFailure, SweepsQuery, SweepTrigger } from './sweep.contract.js';
import { refuseSweep } from './sweep.refusals.js';

const FIELDS = `id, as_of as "asOf", trigger, state, started_by as "startedBy", started_at as "startedAt",
  finished_at as "finishedAt", counts, failures,
  (select encode(h.hash, 'hex') from audit_head h where h.request_id = sweep_run.id::text) as "auditHead"`;

interface RunRecord {
  counts: Record<string, number>;
  failures: SweepFailure[];
  at: string;
}

@Injectable()
export class SweepQueries {
  constructor(private readonly db: DataSource) {}

  async page(query: SweepsQuery): Promise<Page<SweepAnswer>> {
    const place = placeOf(query, 'id');
    const rows = await this.db.query<SweepAnswer[]>(
      `select ${FIELDS} from sweep_run where ($1::uuid is null or id < $1) order by id desc limit $2`,
      [place?.[0] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.id]);
  }

  async one(id: string): Promise<SweepAnswer> {
    const [row] = await this.db.query<SweepAnswer[]>(`select ${FIELDS} from sweep_run where id = $1`, [id]);
    if (!row) throw refuseSweep('unknown');
    return row;
  }

  /** The record is written before the deeds, so that a run that dies is seen. */
  async open(asOf: CivilDate, trigger: SweepTrigger, startedBy: string, at: string): Promise<string> {
    const [row] = await this.db.query<[{ id: string }]>(
      `insert into sweep_run (as_of, trigger, state, started_by, started_at) values ($1, $2, 'running', $3, $4) returning id`,
      [asOf, trigger, startedBy, at],
    );
    return row.id;
  }

  async close(id: string, { counts, failures, at }: RunRecord): Promise<SweepAnswer> {
    await this.db.query(`update sweep_run set state = $2, finished_at = $3, counts = $4, failures = $5 where id = $1`, [
      id,
      failures.length > 0 ? 'failed' : 'done',
      at,
      JSON.stringify(counts),
      JSON.stringify(failures),
    ]);
    return this.one(id);
  }
}
