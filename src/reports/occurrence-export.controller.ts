import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { sendCsv } from '../platform/export/csv.js';
import { About } from '../platform/http/about.js';
import { AskedLanguage, CurrentAct, type Act, type Language } from '../platform/http/act.js';
import { AnswersCsv } from '../platform/http/answers.js';
import { Costs } from '../platform/http/rate.js';
import { Right } from '../platform/http/right.js';
import { OccurrencesExportQuery } from './occurrence.contract.js';
import { OCCURRENCE_COLUMNS } from './occurrence.columns.js';
import { OccurrenceExport } from './occurrence-export.service.js';

@ApiTags('reports')
@Controller('occurrences/export')
export class OccurrenceExportController {
  constructor(private readonly exports: OccurrenceExport) {}

  @Get()
  @About('The due reports as CSV: the filters and the order of the list, all pages.')
  @Right('reports.read')
  @Costs('export')
  @AnswersCsv()
  async csv(
    @CurrentAct() act: Act,
    @AskedLanguage() language: Language,
    @Query() query: OccurrencesExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = await this.exports.rows(act, query);
    await sendCsv(reply, language, { name: `ky-bao-cao-${act.today}`, columns: OCCURRENCE_COLUMNS, rows });
  }
}
