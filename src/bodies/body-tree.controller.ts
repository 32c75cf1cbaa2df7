import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { BodyNode, BodyPath, BodyTreeQuery } from './body.contract.js';
import { BodyTreeQueries } from './body-tree.queries.js';

@ApiTags('bodies')
@Controller()
export class BodyTreeController {
  constructor(private readonly queries: BodyTreeQueries) {}

  @Get('body-tree')
  @About('One level of the tree of a day, or what is found in it, by code.')
  @Right('bodies.read')
  @AnswersPage(BodyNode)
  level(@CurrentAct() act: Act, @Query() query: BodyTreeQuery): Promise<Page<BodyNode>> {
    return this.queries.level(query, act.today);
  }

  @Get('bodies/:id/path')
  @About('Under whom a body stands today.')
  @Right('bodies.read')
  @Answers(200, BodyPath)
  async path(@Param('id', IdPipe) id: string): Promise<BodyPath> {
    return { items: await this.queries.path(id) };
  }
}
