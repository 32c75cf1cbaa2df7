import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { PageQuery, type Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { MemberIdentityQueries } from './member-identity.queries.js';
import { MemberIdentityService } from './member-identity.service.js';
import { IdentityAnswer, NewIdentity } from './oidc.contract.js';
import { OF_MEMBER } from './seat.charge.js';

@ApiTags('access')
@Controller('members/:id/identities')
export class MemberIdentityController {
  constructor(
    private readonly identities: MemberIdentityService,
    private readonly queries: MemberIdentityQueries,
  ) {}

  @Get()
  @About('By which accounts of the identity provider a member signs in.')
  @Right('members.keep', OF_MEMBER)
  @AnswersPage(IdentityAnswer)
  page(@Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<Page<IdentityAnswer>> {
    return this.queries.page(id, query);
  }

  @Post()
  @About('Links an account of the identity provider to a member.')
  @Right('members.keep', OF_MEMBER)
  @Answers(201, IdentityAnswer)
  add(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewIdentity): Promise<IdentityAnswer> {
    return this.identities.add(act, id, input.subject);
  }

  @Delete(':identityId')
  @About('Unlinks an account of the identity provider.')
  @Right('members.keep', OF_MEMBER)
  @Answers(204, null)
  remove(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Param('identityId', IdPipe) identityId: string,
  ): Promise<void> {
    return this.identities.remove(act, id, identityId);
  }
}
