import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers, AnswersFile } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { FileStore } from '../platform/storage/file-store.js';
import { readUpload, sendFile, TakesUpload } from '../platform/storage/upload.js';
import { EvidenceService } from './evidence.service.js';
import { NewEvidence, SubmissionAnswer } from './submission.contract.js';
import { EVIDENCE_FOR, FILED_FOR } from './report.charge.js';

@ApiTags('reports')
@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly files: FileStore,
  ) {}

  @Post('submissions/:id/evidence')
  @About('Adds a file to a draft: fields first, then `file`. PDF, Word, Excel, OpenDocument, image or plain text.')
  @Right('reports.file', FILED_FOR)
  @TakesUpload(NewEvidence)
  @Answers(201, SubmissionAnswer)
  async add(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Req() request: ActingRequest,
  ): Promise<SubmissionAnswer> {
    return this.evidence.add(act, id, await readUpload(request, this.files, NewEvidence));
  }

  @Get('evidence/:id/content')
  @About('The file, as an attachment.')
  @Right('reports.read')
  @AnswersFile()
  async content(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, mediaType, bytes } = await this.evidence.content(id);
    await sendFile(reply, name, mediaType, bytes);
  }

  @Delete('evidence/:id')
  @About('Takes a file off a draft.')
  @Right('reports.file', EVIDENCE_FOR)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.evidence.remove(act, id);
  }
}
