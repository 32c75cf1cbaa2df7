import { Civil, Id, Instant, Text } from '../platform/http/fields.js';

export class NewToken {
  @Text({ max: 100, example: 'Báo cáo hằng tháng sang hệ thống tỉnh' }) name: string;
  @Text({
    many: true,
    max: 60,
    example: ['reports.read'],
    about: 'Rights such as `reports.read`; `*.read` is every right to read',
  })
  scopes: string[];
  @Civil({ about: 'Last day, inclusive; at most 366 days from today' }) expiresOn: string;
}

export class TokenAnswer {
  @Id() id: string;
  @Text() name: string;
  @Text({ many: true }) scopes: string[];
  @Instant() madeAt: string;
  @Civil({ about: 'Last day, inclusive' }) expiresOn: string;
  @Instant({ nullable: true, about: 'To the minute' }) lastUsedAt: string | null;
  @Text({ nullable: true, about: 'Address it was last used from' }) lastUsedFrom: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
}

export class MadeToken extends TokenAnswer {
  @Text({ about: 'Send it as `Authorization: Bearer <token>`; shown this once', example: 'sph_…' }) token: string;
}
