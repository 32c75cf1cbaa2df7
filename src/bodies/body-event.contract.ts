import { Civil, Id, Instant, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { BODY_EVENT_KINDS, BODY_EVENT_SIDES, type BodyEventKind, type BodyEventSide } from './body-event.entity.js';

/** An event of one body. */
export class NewBodyEvent {
  @OneOf(BODY_EVENT_KINDS, 'BodyEventKind') kind: BodyEventKind;
  @Civil({ about: 'First day of the new state; may lie ahead' }) effectiveOn: string;
  @Text({ max: 200, optional: true, example: '2786/QĐ-BQP' }) basisNumber?: string | null;
  @Civil({ optional: true }) basisDatedOn?: string | null;
  @Text({ optional: true }) basisIssuer?: string | null;
  @Text({ max: 2000, optional: true }) basisTitle?: string | null;
  @Text({ max: 2000, optional: true }) note?: string | null;
  @Id({ many: true, kept: true, about: 'MERGED: one or more; SPLIT: two or more; DISSOLVED: any; else none' })
  successorIds?: string[];
  @Text({ optional: true, about: 'RENAMED' }) newNameVi?: string | null;
  @Text({ optional: true, about: 'RENAMED' }) newNameEn?: string | null;
  @Id({ optional: true, about: 'TRANSFERRED: the new parent, or null for none' }) newParentId?: string | null;
}

/** An event of several bodies at once. */
export class NewBodiesEvent extends NewBodyEvent {
  @Id({ many: true, about: 'Bodies that the event happens to' }) predecessorIds: string[];
}

export class EventBodyAnswer {
  @Id() bodyId: string;
  @Text() code: string;
  @Text({ about: 'As it was called then: the last day before for a predecessor, the first day for a successor' })
  name: string;
}

export class BodyEventAnswer {
  @Id() id: string;
  @OneOf(BODY_EVENT_KINDS, 'BodyEventKind') kind: BodyEventKind;
  @Civil({ about: 'First day of the new state' }) effectiveOn: string;
  @Text({ nullable: true }) basisNumber: string | null;
  @Civil({ nullable: true }) basisDatedOn: string | null;
  @Text({ nullable: true }) basisIssuer: string | null;
  @Text({ nullable: true }) basisTitle: string | null;
  @Text({ nullable: true }) note: string | null;
  @Many(() => EventBodyAnswer) predecessors: EventBodyAnswer[];
  @Many(() => EventBodyAnswer) successors: EventBodyAnswer[];
  @Text({ nullable: true }) newNameVi: string | null;
  @Text({ nullable: true }) newNameEn: string | null;
  @Id({ nullable: true }) newParentId: string | null;
  @Instant() at: string;
}

export class BodyEventsAnswer {
  @Many(() => BodyEventAnswer, { about: 'The earliest first' }) items: BodyEventAnswer[];
}

export class KinAnswer {
  @Id() bodyId: string;
  @Text() code: string;
  @Text() name: string;
  @OneOf(BODY_EVENT_SIDES, 'BodyEventSide', { about: 'Came before this body, or after it' }) side: BodyEventSide;
  @Int({ about: '1 = directly' }) distance: number;
  @Civil({ nullable: true }) validFrom: string | null;
  @Civil({ nullable: true }) validTo: string | null;
}

export class LineageAnswer {
  @Many(() => KinAnswer) predecessors: KinAnswer[];
  @Many(() => KinAnswer) successors: KinAnswer[];
  @Many(() => BodyEventAnswer, { about: 'Of this body and all its kin, the earliest first' }) events: BodyEventAnswer[];
}
