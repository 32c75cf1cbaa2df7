import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { OWN, Right } from '../platform/http/right.js';
import { MemberAnswer, MembersQuery, NewMember, PasswordReset, RegisteredMember } from './access.contract.js';
import { MemberService } from './member.service.js';
import { OF_MEMBER } from './seat.charge.js';

@ApiTags('access')
@Controller('members')
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @Get()
  @About('Members by login.')
  @Right('members.read')
  @AnswersPage(MemberAnswer)
  page(@Query() query: MembersQuery): Promise<Page<MemberAnswer>> {
    return this.members.page(query);
  }

  @Post()
  @About('Registers a person who may sign in.')
  @Right('members.keep', OWN)
  @Answers(201, RegisteredMember)
  register(@CurrentAct() act: Act, @Body() input: NewMember): Promise<RegisteredMember> {
    return this.members.register(act, input);
  }

  @Post(':id/password-reset')
  @About('Makes a link, good for 24 hours, by which the member chooses a new password.')
  @Right('members.keep', OF_MEMBER)
  @Answers(201, PasswordReset)
  async reset(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<PasswordReset> {
    return { reset: await this.members.beginReset(act, id) };
  }

  @Post(':id/suspension')
  @About('Keeps a member from signing in, from now on.')
  @Right('members.keep', OF_MEMBER)
  @Answers(201, MemberAnswer)
  suspend(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<MemberAnswer> {
    return this.members.suspend(act, id);
  }

  @Delete(':id/suspension')
  @About('Lets a suspended member sign in again.')
  @Right('members.keep', OF_MEMBER)
  @Answers(200, MemberAnswer)
  resume(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<MemberAnswer> {
    return this.members.resume(act, id);
  }

  @Delete(':id/totp')
  @About('Turns off the one-time codes of a member who has lost the device and the recovery codes.')
  @Right('members.keep', OF_MEMBER)
  @Answers(204, null)
  removeTotp(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.members.removeTotp(act, id);
  }
}
