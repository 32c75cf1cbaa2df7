import { AGREEMENT_STATES, type AgreementState } from '../agreements/agreement.words.js';
import { BodyEventAnswer } from '../bodies/body-event.contract.js';
import { Bool, Civil, Id, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { SUCCESSION_KINDS, type SuccessionKind } from './succession.entity.js';

export class BodyEventRecorded extends BodyEventAnswer {
  @Int({ about: 'Due reports that now wait for a successor; 0 when the day lies ahead' }) suspendedReports: number;
  @Int({ about: 'Reviews that now wait for a successor' }) suspendedReviews: number;
}

export class SuccessionsQuery extends PageQuery {
  @Id({ optional: true, query: true, about: 'Only agreements of this body that is gone' }) bodyId?: string;
  @Id({ optional: true, query: true }) agreementId?: string;
  @Bool({ optional: true, query: true, about: 'True: instead, those about which the decision was put off' })
  putOff?: boolean;
}

export class NamedBody {
  @Id() bodyId: string;
  @Text() name: string;
}

export class WaitingCommitment {
  @Id() commitmentId: string;
  @Text() title: string;
  @Bool({ about: 'The decision about it was put off' }) putOff: boolean;
}

/** A body that is gone, in an agreement that goes on: somebody has to decide. */
export class AwaitingAnswer {
  @Id({ about: 'Its place in the agreement' }) partyId: string;
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @OneOf(AGREEMENT_STATES, 'AgreementState') agreementState: AgreementState;
  @Id() bodyId: string;
  @Text() bodyName: string;
  @Text({ about: 'As in the agreement' }) nameAsSigned: string;
  @Civil({ about: 'Its last day' }) endedOn: string;
  @Int() suspendedReports: number;
  @Int() suspendedReviews: number;
  @Many(() => WaitingCommitment, { about: 'In which it had a part, nothing final decided' })
  commitments: WaitingCommitment[];
  @Many(() => NamedBody, { about: 'Its successors that exist today, by the events recorded' }) proposed: NamedBody[];
  @Civil({ nullable: true, about: 'Day on which the decision was put off, the last time' }) putOffOn: string | null;
  @Bool({ about: 'Whether the caller may decide about this body' }) mayDecide: boolean;
}

export class NewSuccession {
  @Id({ about: 'The party that is gone' }) bodyId: string;
  @Id({ optional: true, about: 'Only this commitment; null = all that is not decided yet' }) commitmentId?:
    string | null;
  @OneOf(SUCCESSION_KINDS, 'SuccessionKind') decision: SuccessionKind;
  @Id({ many: true, kept: true, about: 'CONTINUED_BY; the first hosts reviews' }) successorIds?: string[];
  @Civil({ about: 'First day of what is decided; after the last day of the body' }) from: string;
  @Text({ max: 2000, optional: true, about: 'The document that decides' }) basis?: string | null;
  @Text({ max: 5000, optional: true }) note?: string | null;
  @Id({ optional: true, about: 'REPLACED_BY' }) replacedByAgreementId?: string | null;
}

export class SuccessionDecisionAnswer {
  @Id() id: string;
  @Id() agreementId: string;
  @Id({ nullable: true }) commitmentId: string | null;
  @Id() bodyId: string;
  @Text() bodyName: string;
  @OneOf(SUCCESSION_KINDS, 'SuccessionKind') decision: SuccessionKind;
  @Many(() => NamedBody) successors: NamedBody[];
  @Civil() from: string;
  @Id({ nullable: true }) replacedByAgreementId: string | null;
  @Text({ nullable: true }) basis: string | null;
  @Text({ nullable: true }) note: string | null;
  @Civil() decidedOn: string;
  @Text({ about: 'Name of the member' }) decidedBy: string;
}

export class SuccessionDecisionsAnswer {
  @Many(() => SuccessionDecisionAnswer) items: SuccessionDecisionAnswer[];
}

export class SuccessionAnswer extends SuccessionDecisionAnswer {
  @OneOf(AGREEMENT_STATES, 'AgreementState') agreementState: AgreementState;
  @Int({ about: 'Due reports of the body set aside' }) released: number;
  @Int({ about: 'Due reports made for the successors' }) occurrences: number;
  @Int({ about: 'Reviews that the first successor hosts' }) reviews: number;
  @Int({ about: 'Version of the agreement' }) version: number;
}
