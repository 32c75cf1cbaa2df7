import { OmitType } from '@nestjs/swagger';
import { DAY_KINDS, type DayKind } from '../core/reporting-scheme.js';
import { Civil, Id, Instant, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATES,
  DOCUMENT_KINDS,
  LINK_KINDS,
  OPENNESS,
  PARTY_ROLES,
  RENEWALS,
  SIGNING_AUTHORITIES,
  TERM_KINDS,
  type AgreementKind,
  type AgreementState,
  type DocumentKind,
  type LinkKind,
  type Openness,
  type PartyRole,
  type Renewal,
  type SigningAuthority,
  type TermKind,
} from './agreement.words.js';

export class NumberAnswer {
  @Text() printed: string;
  @Id({ nullable: true }) issuerId: string | null;
  @Int({ nullable: true }) seq: number | null;
  @Int({ nullable: true }) year: number | null;
  @Text({ nullable: true }) type: string | null;
  @Text({ many: true, nullable: true }) orgs: string[] | null;
}

export class PartyAnswer {
  @Id() bodyId: string;
  @OneOf(PARTY_ROLES, 'PartyRole') role: PartyRole;
  @Text() nameAsSigned: string;
  @Text({ about: 'What the body is called today' }) nameNow: string;
  @Text({ nullable: true }) signatoryName: string | null;
  @Text({ nullable: true }) signatoryPosition: string | null;
  @OneOf(SIGNING_AUTHORITIES, 'SigningAuthority', { nullable: true }) authority: SigningAuthority | null;
  @Text({ nullable: true }) contact: string | null;
  @Civil({ nullable: true }) joinedOn: string | null;
  @Civil({ nullable: true }) leftOn: string | null;
}

export class WitnessAnswer {
  @Text() name: string;
  @Text({ nullable: true }) position: string | null;
  @Id({ nullable: true }) bodyId: string | null;
}

export class LegalBasisAnswer {
  @Text() text: string;
  @Text({ nullable: true }) number: string | null;
  @Civil({ nullable: true }) datedOn: string | null;
}

export class LinkAnswer {
  @OneOf(LINK_KINDS, 'LinkKind') kind: LinkKind;
  @Id({ nullable: true }) toAgreementId: string | null;
  @Text({ nullable: true, about: 'Title of the linked agreement, or the document outside the register' }) toText:
    string | null;
}

export class DocumentAnswer {
  @Id() id: string;
  @OneOf(DOCUMENT_KINDS, 'DocumentKind') kind: DocumentKind;
  @Text() name: string;
  @Text({ about: 'SHA-256 of the content' }) sha256: string;
  @Int() size: number;
  @Text() mediaType: string;
  @Civil({ nullable: true }) datedOn: string | null;
  @Instant() addedAt: string;
}

export class StepAnswer {
  @Text() verb: string;
  @OneOf(AGREEMENT_STATES, 'AgreementState') fromState: AgreementState;
  @OneOf(AGREEMENT_STATES, 'AgreementState') toState: AgreementState;
  @Civil() onDate: string;
  @Instant() at: string;
  @Text({ nullable: true }) reason: string | null;
  @Text({ nullable: true }) document: string | null;
  @Text({ nullable: true, about: 'Legal basis' }) basis: string | null;
}

/** A party will not go on after this term. */
export class RenewalNoticeAnswer {
  @Civil() givenOn: string;
  @Id() bodyId: string;
  @Text() document: string;
}

export class PauseAnswer {
  @Civil({ about: 'First day without duties' }) from: string;
  @Text() reason: string;
  @Text({ nullable: true, about: 'The paper by which it was decided' }) document: string | null;
  @Text({ about: 'Name of the member' }) pausedBy: string;
  @Instant() pausedAt: string;
  @Civil({ nullable: true, about: 'First day with duties again' }) resumedOn: string | null;
  @Text({ nullable: true, about: 'Name of the member' }) resumedBy: string | null;
  @Instant({ nullable: true }) resumedAt: string | null;
}

export class AgreementRow {
  @Id() id: string;
  @OneOf(AGREEMENT_KINDS, 'AgreementKind') kind: AgreementKind;
  @Text() title: string;
  @Text({ many: true, about: 'As printed' }) numbers: string[];
  @Text({ many: true, about: 'As signed' }) parties: string[];
  @Civil({ nullable: true }) signedOn: string | null;
  @Civil({ nullable: true }) inForceFrom: string | null;
  @Civil({ nullable: true }) termTo: string | null;
  @OneOf(AGREEMENT_STATES, 'AgreementState') state: AgreementState;
  @Int() version: number;
}

export class AgreementAnswer {
  @Id() id: string;
  @OneOf(AGREEMENT_KINDS, 'AgreementKind') kind: AgreementKind;
  @Text() title: string;
  @OneOf(AGREEMENT_STATES, 'AgreementState') state: AgreementState;
  @Civil({ nullable: true }) signedOn: string | null;
  @Text({ nullable: true }) signedAtPlace: string | null;
  @Text({ nullable: true }) ceremonyNote: string | null;
  @Civil({ nullable: true }) inForceFrom: string | null;
  @OneOf(TERM_KINDS, 'TermKind') termKind: TermKind;
  @Civil({ nullable: true }) termTo: string | null;
  @OneOf(RENEWALS, 'Renewal') renewal: Renewal;
  @Int({ nullable: true }) renewalMonths: number | null;
  @Int({ nullable: true }) noticeDays: number | null;
  @OneOf(DAY_KINDS, 'DayKind') noticeDayKind: DayKind;
  @Civil({ nullable: true, about: 'The term end that tacit renewals are counted from' }) firstTermTo: string | null;
  @Civil({ nullable: true, about: 'TACIT: last day to say that one will not go on' }) lastNoticeDay: string | null;
  @One(() => RenewalNoticeAnswer, { nullable: true, about: 'Given for the term as it is now' })
  renewalNotice: RenewalNoticeAnswer | null;
  @OneOf(OPENNESS, 'Openness') openness: Openness;
  @Id({ nullable: true }) schemeId: string | null;
  @Civil({ nullable: true }) followedSince: string | null;
  @Civil({ nullable: true }) activatedOn: string | null;
  @Civil({ nullable: true }) endedOn: string | null;
  @Many(() => NumberAnswer) numbers: NumberAnswer[];
  @Many(() => PartyAnswer) parties: PartyAnswer[];
  @Many(() => WitnessAnswer) witnesses: WitnessAnswer[];
  @Many(() => LegalBasisAnswer) legalBases: LegalBasisAnswer[];
  @Many(() => LinkAnswer) links: LinkAnswer[];
  @Many(() => DocumentAnswer) documents: DocumentAnswer[];
  @Many(() => StepAnswer) steps: StepAnswer[];
  @Many(() => PauseAnswer) pauses: PauseAnswer[];
  @Int() version: number;
}

export const AGREEMENT_SORTS = ['signedOn', 'title', 'termTo'] as const;
export type AgreementSort = (typeof AGREEMENT_SORTS)[number];

export const SORT_ORDERS = ['asc', 'desc'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export class AgreementsQuery extends PageQuery {
  @Text({
    max: 200,
    optional: true,
    query: true,
    about: 'Part of the title, a number, or the name of a party; accents ignored',
  })
  q?: string;
  @OneOf(AGREEMENT_STATES, 'AgreementState', { optional: true, query: true, many: true }) state?: AgreementState[];
  @OneOf(AGREEMENT_KINDS, 'AgreementKind', { optional: true, query: true }) kind?: AgreementKind;
  @Id({ optional: true, query: true, about: 'A party is this body or one below it' }) bodyId?: string;
  @Civil({ optional: true, query: true, about: 'Signed on this day or later' }) signedFrom?: string;
  @Civil({ optional: true, query: true, about: 'Signed on this day or earlier' }) signedTo?: string;
  @Civil({ optional: true, query: true, about: 'Term ends on this day or earlier' }) termToBy?: string;
  @OneOf(AGREEMENT_SORTS, 'AgreementSort', {
    optional: true,
    query: true,
    about: 'Default signedOn. Titles without regard to accents; days not known come last',
  })
  sort?: AgreementSort;
  @OneOf(SORT_ORDERS, 'SortOrder', {
    optional: true,
    query: true,
    about: 'Default desc for signedOn, else asc; a cursor goes on in the same order',
  })
  order?: SortOrder;
}

/** The same filters, for figures. */
export class AgreementFilters extends OmitType(AgreementsQuery, ['limit', 'cursor', 'sort', 'order'] as const) {}

export class StateCount {
  @OneOf(AGREEMENT_STATES, 'AgreementState') state: AgreementState;
  @Int({ min: 1 }) count: number;
}

export class KindCount {
  @OneOf(AGREEMENT_KINDS, 'AgreementKind') kind: AgreementKind;
  @Int({ min: 1 }) count: number;
}

export class AgreementCounts {
  @Int({ min: 0, about: 'By all filters' }) total: number;
  @Many(() => StateCount, { about: 'By all filters but `state`; states without an agreement are left out' })
  byState: StateCount[];
  @Many(() => KindCount, { about: 'By all filters but `kind`; kinds without an agreement are left out' })
  byKind: KindCount[];
}
