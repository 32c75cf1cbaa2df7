import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import type { Page } from '../platform/http/paging.js';
import { OWN, Right } from '../platform/http/right.js';
import { MemberListed, MembersQuery, NewMember } from './access.contract.js';
import { MemberService } from './member.service.js';

@ApiTags('access')
@Controller('members')
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @Get()
  @About('Members by login.')
  @Right('members.read')
  @AnswersPage(MemberListed)
  page(@Query() query: MembersQuery): Promise<Page<MemberListed>> {
    return this.members.page(query);
  }

  @Post()
  @About('Registers a person who may sign in.')
  @Right('members.keep', OWN)
  @Answers(201, MemberListed)
  register(@CurrentAct() act: Act, @Body() input: NewMember): Promise<MemberListed> {
    return this.members.register(act, input);
  }
}
