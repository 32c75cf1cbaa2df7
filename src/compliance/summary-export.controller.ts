import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { sendCsv } from '../platform/export/csv.js';
import { About } from '../platform/http/about.js';
import { AskedLanguage, CurrentAct, type Act, type Language } from '../platform/http/act.js';
import { AnswersCsv } from '../platform/http/answers.js';
import { Costs } from '../platform/http/rate.js';
import { Right } from '../platform/http/right.js';
import { SummaryQuery } from './summary.contract.js';
import { SUMMARY_COLUMNS } from './summary.columns.js';
import { SummaryExport } from './summary-export.service.js';

@ApiTags('summary')
@Controller('summary/export')
export class SummaryExportController {
  constructor(private readonly exports: SummaryExport) {}

  @Get()
  @About('The summary as CSV, the totals last; asked for as the summary itself.')
  @Right('summary.read')
  @Costs('export')
  @AnswersCsv()
  async csv(
    @CurrentAct() act: Act,
    @AskedLanguage() language: Language,
    @Query() query: SummaryQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = await this.exports.rows(act, query);
    await sendCsv(reply, language, { name: `tong-hop-${act.today}`, columns: SUMMARY_COLUMNS, rows });
  }
}
