import { Id, Instant, One, Text } from '../platform/http/fields.js';

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
