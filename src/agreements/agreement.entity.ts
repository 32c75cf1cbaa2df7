import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Body } from '../bodies/body.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { DayKind } from '../core/reporting-scheme.js';
import { ReportingSchemeRow } from '../regime/scheme.entity.js';
import type {
  AgreementKind,
  AgreementState,
  LinkKind,
  Openness,
  PartyRole,
  Renewal,
  SigningAuthority,
  TermKind,
} from './agreement.words.js';

/** The aggregate's root; `termTo` is the last day of the term, `followedSince` the first day whose due dates count here. */
@Entity('agreement')
@Index(['state', 'termTo'])
@Check('agreement_term_in_order', 'term_to >= in_force_from')
@Check('agreement_renewal_months_positive', 'renewal_months > 0')
@Check('agreement_notice_days_not_negative', 'notice_days >= 0')
@Check('agreement_signed_before_in_force', `state = 'draft' or signed_on is not null`)
export class Agreement {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @Column('text') kind: AgreementKind;
  @Column('text') title: string;
  @Column('date', { nullable: true }) signedOn: CivilDate | null;
  @Column('text', { nullable: true }) signedAtPlace: string | null;
  @Column('text', { nullable: true }) ceremonyNote: string | null;
  @Column('date', { nullable: true }) inForceFrom: CivilDate | null;
  @Column('text', { default: 'UNKNOWN' }) termKind: TermKind;
  @Column('date', { nullable: true }) termTo: CivilDate | null;
  @Column('text', { default: 'NONE' }) renewal: Renewal;
  @Column('integer', { nullable: true }) renewalMonths: number | null;
  /** Notice against tacit renewal reaches the others this many days before the last day of the term. */
  @Column('integer', { nullable: true }) noticeDays: number | null;
  @Column('text', { default: 'CALENDAR' }) noticeDayKind: DayKind;
  /** The term end that tacit renewals are counted from (lesson 1). */
  @Column('date', { nullable: true }) firstTermTo: CivilDate | null;
  @Column('text', { default: 'PUBLIC' }) openness: Openness;
  @ForeignKey(() => ReportingSchemeRow)
  @Column('uuid', { nullable: true })
  schemeId: string | null;
  @Column('date', { nullable: true }) followedSince: CivilDate | null;
  @Column('text', { default: 'draft' }) state: AgreementState;
  @Column('date', { nullable: true }) activatedOn: CivilDate | null;
  @Column('date', { nullable: true }) endedOn: CivilDate | null;
  @ForeignKey(() => Member)
  @Column('uuid')
  noSecretConfirmedBy: string;
  @Column('timestamptz') noSecretConfirmedAt: string;
  /** Title, numbers and parties as signed, folded. */
  @Column('text') search: string;
  @Column('integer', { default: 1 }) version: number;
}

/** A number exactly as printed; the parsed parts are a convenience. No issuer = one joint number. */
@Entity('agreement_number')
@Index(['agreementId'])
export class AgreementNumber {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('integer') ordinal: number;
  @Column('text') printed: string;
  @ForeignKey(() => Body)
  @Column('uuid', { nullable: true })
  issuerId: string | null;
  @Column('integer', { nullable: true }) seq: number | null;
  @Column('integer', { nullable: true }) year: number | null;
  @Column('text', { nullable: true }) type: string | null;
  @Column('text', { array: true, nullable: true }) orgs: string[] | null;
}

/** A body's place in an agreement; the name stays as signed whatever the body is called later. */
@Entity('party')
@Index(['bodyId'])
@Unique(['agreementId', 'bodyId', 'role'])
@Check('party_dates_in_order', 'left_on >= joined_on')
export class Party {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @Column('integer') ordinal: number;
  @Column('text') role: PartyRole;
  @Column('text') nameAsSigned: string;
  @Column('text', { nullable: true }) signatoryName: string | null;
  @Column('text', { nullable: true }) signatoryPosition: string | null;
  @Column('text', { nullable: true }) authority: SigningAuthority | null;
  @Column('text', { nullable: true }) contact: string | null;
  @Column('date', { nullable: true }) joinedOn: CivilDate | null;
  @Column('date', { nullable: true }) leftOn: CivilDate | null;
}

@Entity('witness')
@Index(['agreementId'])
export class Witness {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('integer') ordinal: number;
  @Column('text') name: string;
  @Column('text', { nullable: true }) position: string | null;
  @ForeignKey(() => Body)
  @Column('uuid', { nullable: true })
  bodyId: string | null;
}

@Entity('legal_basis')
@Index(['agreementId'])
export class LegalBasis {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('integer') ordinal: number;
  @Column('text') text: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('date', { nullable: true }) datedOn: CivilDate | null;
}

/** Points to an agreement of the register, or names a document outside it. */
@Entity('agreement_link')
@Index(['agreementId'])
@Index(['toAgreementId'])
@Check('agreement_link_names_one', '(to_agreement_id is null) <> (to_text is null)')
export class AgreementLink {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('text') kind: LinkKind;
  @ForeignKey(() => Agreement)
  @Column('uuid', { nullable: true })
  toAgreementId: string | null;
  @Column('text', { nullable: true }) toText: string | null;
}

/** One change of state, with its day and author. */
@Entity('agreement_step')
@Index(['agreementId'])
export class AgreementStep {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('text') verb: string;
  @Column('text') fromState: AgreementState;
  @Column('text') toState: AgreementState;
  @Column('date') onDate: CivilDate;
  @Column('timestamptz') at: string;
  @Column('uuid') byId: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) document: string | null;
  /** Legal basis. */
  @Column('text', { nullable: true }) basis: string | null;
}
