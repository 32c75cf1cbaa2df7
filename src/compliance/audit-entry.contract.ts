import { CREDENTIALS, type Credential } from '../platform/http/act.js';
import { FAULT_KINDS, type FaultKind } from '../platform/audit/chain.rules.js';
import { Bool, Civil, Data, Id, Instant, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { NamedRecord } from './record-names.contract.js';

export class AuditEntriesQuery extends PageQuery {
  @Id({ optional: true, query: true }) agreementId?: string;
  @Id({ optional: true, query: true, about: 'The record that was written or read' }) subjectId?: string;
  @Id({ optional: true, query: true, about: 'The member who acted' }) actorId?: string;
  @Text({
    optional: true,
    query: true,
    max: 100,
    about: 'A deed (`document.downloaded`) or all of a noun (`document`)',
  })
  what?: string;
  @Civil({ optional: true, query: true, about: "First day, in the office's time zone" }) from?: string;
  @Civil({ optional: true, query: true, about: 'Last day, inclusive' }) to?: string;
}

export class ActorAnswer {
  @Id() id: string;
  @Text() name: string;
}

/** Who, when, from where, what, before → after, and its place in the chain. */
export class AuditEntryAnswer {
  @Text() id: string;
  @Instant() at: string;
  @One(() => ActorAnswer) actor: ActorAnswer;
  @Text({ nullable: true, about: 'Address of the client; null when the house itself acted' }) from: string | null;
  @OneOf(CREDENTIALS, 'Credential', { nullable: true, about: 'What the actor showed at the door' })
  by: Credential | null;
  @Text({ about: 'Request that it belongs to' }) requestId: string;
  @Text({ example: 'document.downloaded' }) what: string;
  @Text({ example: 'Tải tài liệu về' }) whatVi: string;
  @Text({ example: 'Document downloaded' }) whatEn: string;
  @Id() subjectId: string;
  @Id({ nullable: true }) agreementId: string | null;
  @Data({ nullable: true }) before: object | null;
  @Data({ nullable: true }) after: object | null;
  @Many(() => NamedRecord, { about: 'The records that it names by their ids, as they are called today' })
  records: NamedRecord[];
  @Int({ nullable: true, about: 'Place in the chain' }) seq: number | null;
  @Text({ nullable: true, about: 'SHA-256 of its link, hexadecimal' }) hash: string | null;
}

/** A kind of deed that the trail may hold, to be chosen from. */
export class AuditDeedAnswer {
  @Text({ example: 'document.downloaded' }) what: string;
  @Text({ example: 'Tải tài liệu về' }) whatVi: string;
  @Text({ example: 'Document downloaded' }) whatEn: string;
}

export class AuditDeedsAnswer {
  @Many(() => AuditDeedAnswer, { max: 1000 }) items: AuditDeedAnswer[];
}

export class NewAuditVerification {
  @Int({ min: 1, optional: true, about: 'First link (default 1); one call walks at most 500,000' })
  from?: number | null;
  @Text({ min: 64, max: 64, optional: true, about: 'A head noted earlier, hexadecimal: is it still in the chain?' })
  head?: string | null;
}

export class AuditFaultAnswer {
  @OneOf(FAULT_KINDS, 'AuditFaultKind') kind: FaultKind;
  @Text({ example: 'Mục nhật ký đã bị sửa' }) kindVi: string;
  @Text({ example: 'The entry was changed' }) kindEn: string;
  @Int({ nullable: true, about: 'Place in the chain' }) seq: number | null;
  @Text({ nullable: true }) entryId: string | null;
  @Text({ nullable: true, about: 'What the entry says now' }) what: string | null;
  @Instant({ nullable: true }) at: string | null;
}

export class AuditVerificationAnswer {
  @Id() id: string;
  @Bool({ about: 'False: something is wrong, see first' }) sound: boolean;
  @Int({ about: 'Links walked' }) links: number;
  @Int() from: number;
  @Int({ about: 'Last link walked' }) to: number;
  @Text({ about: 'Hash of the last link walked, to be kept on paper' }) head: string;
  @Bool({ about: 'False: go on with from = to + 1' }) complete: boolean;
  @Int() faults: number;
  @One(() => AuditFaultAnswer, { nullable: true, about: 'The first fault' }) first: AuditFaultAnswer | null;
  @Int({ nullable: true, about: 'Place of the head asked for; null: not in the chain, or not asked' })
  askedHeadSeq: number | null;
}
