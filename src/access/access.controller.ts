import { Body, Controller, Delete, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { EVERYBODY, OWN, Right } from '../platform/http/right.js';
import { MemberAnswer, SessionAnswer, SignIn } from './access.contract.js';
import { bearer } from './door.guard.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('access')
@Controller('sessions')
export class AccessController {
  constructor(private readonly sessions: SessionsService) {}

  @Post()
  @About('Signs in.')
  @Right(EVERYBODY)
  @Answers(201, SessionAnswer)
  open(@Body() body: SignIn): Promise<SessionAnswer> {
    return this.sessions.open(body.login, body.password);
  }

  @Get('current')
  @About('Who is signed in.')
  @Right('sessions.own')
  @Answers(200, MemberAnswer)
  current(@CurrentAct() act: Act): Promise<MemberAnswer> {
    return this.sessions.member(act.actor.id);
  }

  @Delete('current')
  @About('Signs out.')
  @Right('sessions.own', OWN)
  @Answers(204, null)
  async close(@Req() request: ActingRequest): Promise<void> {
    const token = bearer(request);
    if (token !== undefined) await this.sessions.close(token);
  }
}
