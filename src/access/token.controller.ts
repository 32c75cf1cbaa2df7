import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { PageQuery, type Page } from '../platform/http/paging.js';
import { OWN, Right } from '../platform/http/right.js';
import { OF_MEMBER } from './seat.charge.js';
import { MadeToken, NewToken, TokenAnswer } from './token.contract.js';
import { TokenQueries } from './token.queries.js';
import { TokensService } from './tokens.service.js';

@ApiTags('access')
@Controller()
export class TokenController {
  constructor(
    private readonly tokens: TokensService,
    private readonly queries: TokenQueries,
  ) {}

  @Get('me/tokens')
  @About('My personal access tokens, never their secrets.')
  @Right('tokens.own')
  @AnswersPage(TokenAnswer)
  mine(@CurrentAct() act: Act, @Query() query: PageQuery): Promise<Page<TokenAnswer>> {
    return this.queries.page(act.actor.id, query);
  }

  @Post('me/tokens')
  @About('Makes a personal access token for a program; its secret is shown this once.')
  @Right('tokens.own', OWN)
  @Answers(201, MadeToken)
  make(@CurrentAct() act: Act, @Body() input: NewToken): Promise<MadeToken> {
    return this.tokens.make(act, input);
  }

  @Delete('me/tokens/:id')
  @About('Revokes one of my tokens at once.')
  @Right('tokens.own', OWN)
  @Answers(204, null)
  revokeMine(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.tokens.revoke(act, act.actor.id, id);
  }

  @Get('members/:id/tokens')
  @About("A member's personal access tokens, never their secrets.")
  @Right('members.keep', OF_MEMBER)
  @AnswersPage(TokenAnswer)
  ofMember(@Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<Page<TokenAnswer>> {
    return this.queries.page(id, query);
  }

  @Delete('members/:id/tokens/:tokenId')
  @About("Revokes a member's token at once.")
  @Right('members.keep', OF_MEMBER)
  @Answers(204, null)
  revokeOfMember(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Param('tokenId', IdPipe) tokenId: string,
  ): Promise<void> {
    return this.tokens.revoke(act, id, tokenId);
  }
}
