import { Id, Instant, One, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { Contact } from './person.contract.js';

export class SignIn {
  @Text({ max: 100, example: 'admin' }) login: string;
  @Text({ max: 200 }) password: string;
}

export class MemberAnswer {
  @Id() id: string;
  @Text() login: string;
  @Text() fullName: string;
  @Text({ example: 'administrator' }) role: string;
}

export class SessionAnswer {
  @Text({ about: 'Send it as `Authorization: Bearer <token>`; shown this once' }) token: string;
  @Instant() expiresAt: string;
  @One(() => MemberAnswer) member: MemberAnswer;
}

export class NewMember extends Contact {
  @Text({ max: 100, example: 'nguyen.van.a' }) login: string;
  @Text({ max: 200 }) fullName: string;
  @Text({ min: 10, max: 200, about: 'At least ten characters' }) password: string;
}

export class MembersQuery extends PageQuery {
  @Text({ max: 200, optional: true, query: true, about: 'Part of the login or the name' }) q?: string;
}
