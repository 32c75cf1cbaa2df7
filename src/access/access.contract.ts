import { Bool, Id, Instant, Int, Many, One, OneOf, Secret, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { Contact } from './person.contract.js';
import { SEAT_ROLES, type SeatRole } from './seat.entity.js';
import { CARRIERS, type Carrier } from './sessions.service.js';

const LINK = 'Where the person chooses a password, once; shown this once, null on a repeat';

export class SignIn {
  @Text({ max: 100, example: 'admin' }) login: string;
  @Secret() password: string;
  @Text({ max: 40, optional: true, about: 'Of the device, or a recovery code, when one-time codes are on' })
  code?: string | null;
  @OneOf(CARRIERS, 'SessionCarrier', {
    optional: true,
    about:
      '`bearer` (default): the answer holds the token. `cookie`: for browsers; the token is in an httpOnly cookie only',
  })
  as?: Carrier | null;
}

export class HeldSeat {
  @OneOf(SEAT_ROLES, 'SeatRole') role: SeatRole;
  @Id({ nullable: true, about: 'The seat covers this body and all below it; null: the whole register' })
  bodyId: string | null;
}

export class MemberAnswer {
  @Id() id: string;
  @Text() login: string;
  @Text() fullName: string;
  @Instant({ nullable: true, about: 'Since when the member may not sign in' }) suspendedAt: string | null;
}

export class SessionAnswer {
  @Text({ kept: true, about: 'Send it as `Authorization: Bearer <token>`; shown this once' }) token?: string;
  @Text({ kept: true, about: 'Send it as `X-CSRF-Token` with every write by cookie' }) csrfToken?: string;
  @Instant() expiresAt: string;
  @One(() => MemberAnswer) member: MemberAnswer;
}

export class CurrentSession extends MemberAnswer {
  @Many(() => HeldSeat, { about: 'Held today' }) seats: HeldSeat[];
  @Text({ many: true, about: 'What may be done, somewhere' }) rights: string[];
  @Text({ nullable: true, about: 'Of a session in a cookie: send it as `X-CSRF-Token` with every write' })
  csrfToken: string | null;
}

export class SessionListed {
  @Id() id: string;
  @OneOf(CARRIERS, 'SessionCarrier') carriedBy: Carrier;
  @Instant() openedAt: string;
  @Instant({ about: 'To the minute' }) lastSeenAt: string;
  @Instant() expiresAt: string;
  @Text({ example: '10.0.0.7' }) address: string;
  @Text({ about: 'What the browser or program calls itself, shortened' }) agent: string;
  @Bool({ about: 'The one this request came by' }) current: boolean;
}

export class Sessions {
  @Many(() => SessionListed, { about: 'The latest used first' }) items: SessionListed[];
}

export class OneTimeLink {
  @Text() token: string;
  @Text({ about: 'Path below the address of the register' }) link: string;
  @Instant() expiresAt: string;
}

export class NewMember extends Contact {
  @Text({ max: 100, example: 'nguyen.van.a' }) login: string;
  @Text({ max: 200 }) fullName: string;
  @Secret({ optional: true, about: 'At least 15 characters; left out: the person chooses one by the invitation' })
  password?: string | null;
}

export class RegisteredMember extends MemberAnswer {
  @One(() => OneTimeLink, { nullable: true, about: LINK }) invitation: OneTimeLink | null;
}

export class PasswordReset {
  @One(() => OneTimeLink, { nullable: true, about: LINK }) reset: OneTimeLink | null;
}

export class MembersQuery extends PageQuery {
  @Text({ max: 200, optional: true, query: true, about: 'Part of the login or the name' }) q?: string;
}

export class PasswordChoice {
  @Text({ max: 100, about: 'The token of the one-time link' }) token: string;
  @Secret({ about: 'At least 15 characters of any kind; a sentence is best' }) password: string;
}

export class PasswordChange {
  @Secret({ about: 'The password of today' }) present: string;
  @Secret({ about: 'At least 15 characters of any kind; a sentence is best' }) password: string;
}

export class Me extends MemberAnswer {
  @Text({ nullable: true }) email: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Bool({ about: 'Whether signing in asks for a one-time code' }) totp: boolean;
  @Int({ min: 0, about: 'Recovery codes not used yet' }) recoveryCodesLeft: number;
}

export class TotpRequest {
  @Secret({ about: 'The password of today' }) password: string;
}

export class TotpProposal {
  @Text({ about: 'Base32; shown this once' }) secret: string;
  @Text({ about: 'For the QR code that the device reads', example: 'otpauth://totp/…' }) uri: string;
}

export class TotpConfirmation {
  @Text({ max: 10, example: '123456' }) code: string;
}

export class RecoveryCodes {
  @Text({ many: true, about: 'Each signs in once without the device; shown this once' }) recoveryCodes: string[];
}

export class TotpRemoval {
  @Secret({ about: 'The password of today' }) password: string;
  @Text({ max: 40, about: 'Of the device, or a recovery code' }) code: string;
}
