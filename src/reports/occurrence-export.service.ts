import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { everyRow } from '../platform/http/paging.js';
import type { OccurrenceRow, OccurrencesExportQuery } from './occurrence.contract.js';
import { OccurrenceQueries } from './occurrence.queries.js';

const PAGE = 200;

@Injectable()
export class OccurrenceExport {
  constructor(
    private readonly work: Work,
    private readonly queries: OccurrenceQueries,
  ) {}

  /** Noted before the first row leaves: what is broken off half-way has left too. */
  async rows(act: Act, query: OccurrencesExportQuery): Promise<AsyncIterable<OccurrenceRow>> {
    await this.work.run(act, async (tx) => {
      await note(tx, act, 'reports.exported', query.agreementId ?? query.bodyId ?? act.actor.id, { after: query });
      return {};
    });
    return everyRow((place) => this.queries.page({ ...query, ...place, limit: PAGE }, act.today));
  }
}
