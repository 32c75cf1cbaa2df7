import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { OWN, Right } from '../platform/http/right.js';
import { NewView, SavedViewAnswer, SavedViews, ViewChange, ViewsQuery } from './view.contract.js';
import { ViewQueries } from './view.queries.js';
import { ViewService } from './view.service.js';

@ApiTags('access')
@Controller('me/views')
export class ViewController {
  constructor(
    private readonly views: ViewService,
    private readonly queries: ViewQueries,
  ) {}

  @Get()
  @About('My saved views of the pages.')
  @Right('views.own')
  @Answers(200, SavedViews)
  mine(@CurrentAct() act: Act, @Query() { page }: ViewsQuery): Promise<SavedViews> {
    return this.queries.of(act.actor.id, page ?? null);
  }

  @Post()
  @About('Saves how I see a page, under a name.')
  @Right('views.own', OWN)
  @Answers(201, SavedViewAnswer)
  save(@CurrentAct() act: Act, @Body() input: NewView): Promise<SavedViewAnswer> {
    return this.views.save(act, input);
  }

  @Patch(':id')
  @About('Changes one of my views; needs If-Match.')
  @Right('views.own', OWN)
  @Answers(200, SavedViewAnswer)
  change(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: ViewChange): Promise<SavedViewAnswer> {
    return this.views.change(act, id, input);
  }

  @Delete(':id')
  @About('Deletes one of my views.')
  @Right('views.own', OWN)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.views.remove(act, id);
  }
}
