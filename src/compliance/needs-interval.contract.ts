import { Id, LongText, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { DUTY_KINDS, type DutyKind } from './compliance.words.js';

export class NeedsIntervalQuery extends PageQuery {
  @Id({ optional: true, query: true }) agreementId?: string;
}

/** Something promised at intervals that nobody has written down. */
export class NeedsIntervalAnswer {
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Id({ nullable: true, about: 'null for a review cycle of the whole agreement' }) commitmentId: string | null;
  @Text({ nullable: true }) commitmentTitle: string | null;
  @OneOf(DUTY_KINDS, 'DutyKind') kind: DutyKind;
  @Id({ nullable: true }) scheduleId: string | null;
  @Id({ nullable: true }) cycleId: string | null;
  @LongText({ nullable: true, about: 'The sentence it came from, else the clauses of the commitment' }) textAsWritten:
    string | null;
}
