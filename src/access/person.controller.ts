import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { OWN, Right } from '../platform/http/right.js';
import { Contact, MemberPage, NewDeparture, PersonAnswer, PersonData } from './person.contract.js';
import { PersonQueries } from './person.queries.js';
import { PersonService } from './person.service.js';
import { OF_MEMBER } from './seat.charge.js';
import { TotpService } from './totp.service.js';

@ApiTags('persons')
@Controller()
export class PersonController {
  constructor(
    private readonly persons: PersonService,
    private readonly queries: PersonQueries,
    private readonly totp: TotpService,
  ) {}

  @Get('members/:id')
  @About('One member, with the seats and how to reach the person.')
  @Right('members.keep', OF_MEMBER)
  @Answers(200, MemberPage)
  async member(@Param('id', IdPipe) id: string): Promise<MemberPage> {
    const person = await this.queries.one(id);
    return { ...person, totp: await this.totp.isOn(id), seats: await this.queries.seats(id) };
  }

  @Put('me/contact')
  @About('My e-mail address and telephone number at the office; what is left out is removed.')
  @Right('sessions.own', OWN)
  @Answers(200, PersonAnswer)
  setContact(@CurrentAct() act: Act, @Body() input: Contact): Promise<PersonAnswer> {
    return this.persons.setContact(act, input);
  }

  @Get('me/data')
  @About('All that the register knows of me.')
  @Right('sessions.own')
  @Answers(200, PersonData)
  mine(@CurrentAct() act: Act): Promise<PersonData> {
    return this.persons.export(act, act.actor.id);
  }

  @Get('members/:id/data')
  @About('All that the register knows of a person, to answer that person; noted.')
  @Right('persons.export', OF_MEMBER)
  @Answers(200, PersonData)
  data(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<PersonData> {
    return this.persons.export(act, id);
  }

  @Post('members/:id/departure')
  @About('Records that a member has left: no sign-in, no sessions, no seats from then on.')
  @Right('members.keep', OF_MEMBER)
  @Answers(201, PersonAnswer)
  depart(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewDeparture): Promise<PersonAnswer> {
    return this.persons.depart(act, id, input);
  }

  @Post('members/:id/anonymisation')
  @About('Takes name, login and contact off a former member; deeds and signed documents stay.')
  @Right('members.keep', OF_MEMBER)
  @Answers(201, PersonAnswer)
  anonymise(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<PersonAnswer> {
    return this.persons.anonymise(act, id);
  }
}
