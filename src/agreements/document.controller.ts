import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers, AnswersFile } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { FileStore } from '../platform/storage/file-store.js';
import { TakesUpload, readUpload, sendFile } from '../platform/storage/upload.js';
import { AgreementAnswer } from './agreement.answers.js';
import { NewDocument } from './document.contract.js';
import { DocumentService } from './document.service.js';
import { OF_AGREEMENT, OF_DOCUMENT } from './agreement.charge.js';

@ApiTags('agreements')
@Controller()
export class DocumentController {
  constructor(
    private readonly documents: DocumentService,
    private readonly files: FileStore,
  ) {}

  @Post('agreements/:id/documents')
  @About('Adds a file: fields first, then `file`. PDF, Word, Excel, OpenDocument, image or plain text.')
  @Right('agreements.register', OF_AGREEMENT)
  @TakesUpload(NewDocument)
  @Answers(201, AgreementAnswer)
  async add(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Req() request: ActingRequest,
  ): Promise<AgreementAnswer> {
    return this.documents.add(act, id, await readUpload(request, this.files, NewDocument));
  }

  @Get('documents/:id/content')
  @About('The file, as an attachment.')
  @Right('agreements.read')
  @AnswersFile()
  async content(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, mediaType, bytes } = await this.documents.content(id);
    await sendFile(reply, name, mediaType, bytes);
  }

  @Delete('documents/:id')
  @About('Takes a document off the agreement.')
  @Right('agreements.register', OF_DOCUMENT)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.documents.remove(act, id);
  }
}
