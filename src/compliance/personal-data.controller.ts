import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { Right } from '../platform/http/right.js';
import { PersonalDataAnswer, PersonalDataQuery } from './personal-data.contract.js';
import { PersonalDataService } from './personal-data.service.js';

@ApiTags('persons')
@Controller('personal-data')
export class PersonalDataController {
  constructor(private readonly names: PersonalDataService) {}

  @Get()
  @About('Where the name of a signatory, witness or contact person stands; noted.')
  @Right('persons.export')
  @Answers(200, PersonalDataAnswer)
  find(@CurrentAct() act: Act, @Query() query: PersonalDataQuery): Promise<PersonalDataAnswer> {
    return this.names.find(act, query.name);
  }
}
