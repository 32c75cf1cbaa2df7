import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { IntakeController } from './intake.controller.js';
import { IntakeDesk } from './intake-desk.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';

@Module({
  imports: [AgreementModule],
  controllers: [IntakeController],
  providers: [IntakeDesk, IntakeQueries, IntakeService],
})
export class IntakeModule {}
