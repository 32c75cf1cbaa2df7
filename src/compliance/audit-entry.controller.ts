import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import type { Page } from '../platform/http/paging.js';
import { Right, WHOLE } from '../platform/http/right.js';
import {
  AuditDeedsAnswer,
  AuditEntriesQuery,
  AuditEntryAnswer,
  AuditVerificationAnswer,
  NewAuditVerification,
} from './audit-entry.contract.js';
import { AuditEntryQueries } from './audit-entry.queries.js';
import { allDeeds } from './deed.words.js';
import { AuditVerificationService } from './audit-verification.service.js';

@ApiTags('audit')
@Controller()
export class AuditEntryController {
  constructor(
    private readonly queries: AuditEntryQueries,
    private readonly verifications: AuditVerificationService,
  ) {}

  @Get('audit-entries')
  @About('The audit trail: who did what when and from where, before and after; the latest first.')
  @Right('audit.read', WHOLE)
  @AnswersPage(AuditEntryAnswer)
  page(@Query() query: AuditEntriesQuery): Promise<Page<AuditEntryAnswer>> {
    return this.queries.page(query);
  }

  @Get('audit-deeds')
  @About('The kinds of deed that the audit trail knows, in words: to filter by.')
  @Right('audit.read', WHOLE)
  @Answers(200, AuditDeedsAnswer)
  deeds(): AuditDeedsAnswer {
    return { items: allDeeds() };
  }

  @Post('audit-verifications')
  @About('Walks the hash chain of the audit trail and names the first broken link.')
  @Right('audit.verify', WHOLE)
  @Answers(201, AuditVerificationAnswer)
  verify(@CurrentAct() act: Act, @Body() input: NewAuditVerification): Promise<AuditVerificationAnswer> {
    return this.verifications.verify(act, input);
  }
}
