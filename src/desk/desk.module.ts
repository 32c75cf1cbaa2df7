import { Module } from '@nestjs/common';
import { ReportModule } from '../reports/report.module.js';
import { DeskController } from './desk.controller.js';
import { DeskQueries } from './desk.queries.js';

@Module({ imports: [ReportModule], controllers: [DeskController], providers: [DeskQueries] })
export class DeskModule {}
