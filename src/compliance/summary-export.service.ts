import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { note } from '../platform/audit/audit.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { SummaryQuery } from './summary.contract.js';
import type { SummaryLine } from './summary.columns.js';
import { SummaryService } from './summary.service.js';

@Injectable()
export class SummaryExport {
  constructor(
    private readonly work: Work,
    private readonly summaries: SummaryService,
  ) {}

  async rows(act: Act, query: SummaryQuery): Promise<AsyncIterable<SummaryLine>> {
    const { rows, totals } = await this.summaries.summary(query, act.today);
    await this.work.run(act, async (tx) => {
      await note(tx, act, 'summary.exported', query.agreementId ?? query.bodyId ?? act.actor.id, { after: query });
      return {};
    });
    return Readable.from([...rows, { ...totals, key: null, label: 'Tổng số', labelEn: 'Total' }]);
  }
}
