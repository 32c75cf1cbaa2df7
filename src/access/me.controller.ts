import { Body, Controller, Delete, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { EVERYBODY, OWN, Right } from '../platform/http/right.js';
import {
  Me,
  PasswordChange,
  PasswordChoice,
  RecoveryCodes,
  TotpConfirmation,
  TotpProposal,
  TotpRemoval,
  TotpRequest,
} from './access.contract.js';
import { callerOf } from './cookies.js';
import { SignedIn, type Identified } from './identity.js';
import { MemberService } from './member.service.js';
import { PasswordChoiceService } from './password-choice.service.js';
import { PersonQueries } from './person.queries.js';
import { SecretsService } from './secrets.service.js';

@ApiTags('access')
@Controller()
export class MeController {
  constructor(
    private readonly members: MemberService,
    private readonly secrets: SecretsService,
    private readonly choice: PasswordChoiceService,
    private readonly persons: PersonQueries,
  ) {}

  @Post('password-choice')
  @About('Sets the password with a one-time link; ends all sessions of the member.')
  @Right(EVERYBODY)
  @Answers(204, null)
  choose(@Body() body: PasswordChoice, @Req() request: ActingRequest): Promise<void> {
    return this.choice.choose(body, callerOf(request));
  }

  @Get('me')
  @About('The person who is signed in.')
  @Right('sessions.own')
  @Answers(200, Me)
  async me(@CurrentAct() act: Act): Promise<Me> {
    const { totp } = this.secrets;
    const { id } = act.actor;
    const { email, phone } = await this.persons.one(id);
    return {
      ...(await this.members.one(id)),
      email,
      phone,
      totp: await totp.isOn(id),
      recoveryCodesLeft: await totp.codesLeft(id),
    };
  }

  @Post('me/password')
  @About('Changes the own password; ends all other sessions.')
  @Right('sessions.own', OWN)
  @Answers(204, null)
  change(@CurrentAct() act: Act, @SignedIn() who: Identified, @Body() body: PasswordChange): Promise<void> {
    return this.choice.change(act, who, body);
  }

  @Post('me/totp')
  @About('Makes a secret for one-time codes; of no effect until confirmed.')
  @Right('sessions.own', OWN)
  @Answers(201, TotpProposal)
  async propose(@CurrentAct() act: Act, @SignedIn() who: Identified, @Body() body: TotpRequest): Promise<TotpProposal> {
    await this.secrets.prove(act, body.password, '/password');
    return this.secrets.totp.propose(act, who.login);
  }

  @Post('me/totp/confirmation')
  @About('Turns one-time codes on with a first code.')
  @Right('sessions.own', OWN)
  @Answers(201, RecoveryCodes)
  confirm(
    @CurrentAct() act: Act,
    @SignedIn() _who: Identified,
    @Body() { code }: TotpConfirmation,
  ): Promise<RecoveryCodes> {
    return this.secrets.totp.confirm(act, code);
  }

  @Delete('me/totp')
  @About('Turns one-time codes off.')
  @Right('sessions.own', OWN)
  @Answers(204, null)
  turnOff(@CurrentAct() act: Act, @SignedIn() _who: Identified, @Body() body: TotpRemoval): Promise<void> {
    return this.secrets.turnTotpOff(act, body);
  }
}
