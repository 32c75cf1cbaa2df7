import { DAY_KINDS, type DayKind } from '../core/reporting-scheme.js';
import { Bool, Civil, Id, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import {
  AGREEMENT_KINDS,
  LINK_KINDS,
  OPENNESS,
  PARTY_ROLES,
  RENEWALS,
  SIGNING_AUTHORITIES,
  TERM_KINDS,
  type AgreementKind,
  type LinkKind,
  type Openness,
  type PartyRole,
  type Renewal,
  type SigningAuthority,
  type TermKind,
} from './agreement.words.js';

export class NewNumber {
  @Text({ max: 200, about: 'Exactly as printed; never refused', example: '69/QCPH-HĐND-UBND-MTTQ' }) printed: string;
  @Id({ optional: true, about: 'The party whose number it is; none = one joint number' }) issuerId?: string | null;
}

export class NewParty {
  @Id() bodyId: string;
  @OneOf(PARTY_ROLES, 'PartyRole', { kept: true, about: 'Default PARTY' }) role?: PartyRole;
  @Text({ optional: true, about: 'Default: the name of the body on the day of signing' }) nameAsSigned?: string | null;
  @Text({ max: 200, optional: true }) signatoryName?: string | null;
  @Text({ max: 200, optional: true }) signatoryPosition?: string | null;
  @OneOf(SIGNING_AUTHORITIES, 'SigningAuthority', { optional: true }) authority?: SigningAuthority | null;
  @Text({ optional: true, about: 'Contact point (office)' }) contact?: string | null;
  @Civil({ optional: true }) joinedOn?: string | null;
}

export class NewWitness {
  @Text({ max: 200 }) name: string;
  @Text({ max: 200, optional: true }) position?: string | null;
  @Id({ optional: true }) bodyId?: string | null;
}

export class NewLegalBasis {
  @Text({ max: 2000 }) text: string;
  @Text({ max: 200, optional: true }) number?: string | null;
  @Civil({ optional: true }) datedOn?: string | null;
}

export class NewLink {
  @OneOf(LINK_KINDS, 'LinkKind') kind: LinkKind;
  @Id({ optional: true }) toAgreementId?: string | null;
  @Text({ max: 1000, optional: true, about: 'A document outside the register' }) toText?: string | null;
}

export class NewAgreement {
  @OneOf(AGREEMENT_KINDS, 'AgreementKind') kind: AgreementKind;
  @Text({ max: 2000, about: 'Subject (trích yếu)' }) title: string;
  @Many(() => NewNumber, { kept: true, max: 20 }) numbers?: NewNumber[];
  @Many(() => NewParty, { max: 200 }) parties: NewParty[];
  @Many(() => NewWitness, { kept: true, max: 50 }) witnesses?: NewWitness[];
  @Many(() => NewLegalBasis, { kept: true, max: 100 }) legalBases?: NewLegalBasis[];
  @Many(() => NewLink, { kept: true, max: 50, example: [] }) links?: NewLink[];
  @Civil({ optional: true, about: 'Signed already: the agreement starts as signed, else as a draft' }) signedOn?:
    string | null;
  @Text({ optional: true }) signedAtPlace?: string | null;
  @Text({ max: 2000, optional: true }) ceremonyNote?: string | null;
  @Civil({ optional: true, about: 'First day in force; default at activation: the day of signing' }) inForceFrom?:
    string | null;
  @OneOf(TERM_KINDS, 'TermKind', { kept: true }) termKind?: TermKind;
  @Civil({ optional: true, about: 'Last day of the term, inclusive' }) termTo?: string | null;
  @OneOf(RENEWALS, 'Renewal', { kept: true }) renewal?: Renewal;
  @Int({ min: 1, max: 600, optional: true, about: 'TACIT: each renewal adds so many months' }) renewalMonths?:
    number | null;
  @Int({
    min: 0,
    max: 3650,
    optional: true,
    about: 'TACIT: notice not to go on reaches the others so many days before',
  })
  noticeDays?: number | null;
  @OneOf(DAY_KINDS, 'DayKind', { kept: true, about: 'Default CALENDAR' }) noticeDayKind?: DayKind;
  @OneOf(OPENNESS, 'Openness', { kept: true }) openness?: Openness;
  @Id({ optional: true, about: 'Reporting scheme used where a schedule names none' }) schemeId?: string | null;
  @Civil({ optional: true, about: 'First day whose due dates count here; default: the day of activation' })
  followedSince?: string | null;
  @Bool({ about: 'The office confirms that nothing here is a state secret' }) noSecretConfirmed: boolean;
}

export class AgreementChange {
  @OneOf(AGREEMENT_KINDS, 'AgreementKind', { kept: true }) kind?: AgreementKind;
  @Text({ max: 2000, kept: true }) title?: string;
  @Many(() => NewNumber, { kept: true, max: 20, about: 'Replaces all' }) numbers?: NewNumber[];
  @Many(() => NewParty, { kept: true, max: 200, about: 'Replaces all' }) parties?: NewParty[];
  @Many(() => NewWitness, { kept: true, max: 50, about: 'Replaces all' }) witnesses?: NewWitness[];
  @Many(() => NewLegalBasis, { kept: true, max: 100, about: 'Replaces all' }) legalBases?: NewLegalBasis[];
  @Many(() => NewLink, { kept: true, max: 50, about: 'Replaces all' }) links?: NewLink[];
  @Text({ optional: true }) signedAtPlace?: string | null;
  @Text({ max: 2000, optional: true }) ceremonyNote?: string | null;
  @Civil({ optional: true }) inForceFrom?: string | null;
  @OneOf(TERM_KINDS, 'TermKind', { kept: true }) termKind?: TermKind;
  @Civil({ optional: true }) termTo?: string | null;
  @OneOf(RENEWALS, 'Renewal', { kept: true }) renewal?: Renewal;
  @Int({ min: 1, max: 600, optional: true, about: 'TACIT: each renewal adds so many months' }) renewalMonths?:
    number | null;
  @Int({
    min: 0,
    max: 3650,
    optional: true,
    about: 'TACIT: notice not to go on reaches the others so many days before',
  })
  noticeDays?: number | null;
  @OneOf(DAY_KINDS, 'DayKind', { kept: true, about: 'Default CALENDAR' }) noticeDayKind?: DayKind;
  @OneOf(OPENNESS, 'Openness', { kept: true }) openness?: Openness;
  @Id({ optional: true }) schemeId?: string | null;
  @Civil({ optional: true }) followedSince?: string | null;
}

export class NewSignature {
  @Civil() signedOn: string;
  @Text({ optional: true }) signedAtPlace?: string | null;
}
