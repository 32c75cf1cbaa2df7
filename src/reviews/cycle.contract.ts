import { FREQUENCIES, type Frequency, type Window } from '../core/schedule-rule.js';
import { ROLLS, type Roll } from '../core/working-calendar.js';
import { Civil, Id, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { DueRuleField, WindowField } from '../regime/rule.contract.js';
import { COUNTED_FROM, REVIEW_KINDS, type CountedFrom, type ReviewKind } from './review.words.js';

class CycleFields {
  @Int({ min: 1, max: 120, optional: true, about: 'EVERY_N_MONTHS, EVERY_N_YEARS' }) n?: number | null;
  @Int({ min: 1, max: 53, many: true, optional: true, about: 'Only these periods of the year, e.g. quarters 1 and 3' })
  included?: number[] | null;
  @Int({ min: 1, max: 100, many: true, optional: true, about: 'Only at these years from the anchor, e.g. 5 and 10' })
  milestones?: number[] | null;
  @OneOf(COUNTED_FROM, 'CountedFrom', { kept: true, about: 'A fixed sequence (default), or from the last one held' })
  countedFrom?: CountedFrom;
  @Civil({ optional: true, about: 'Counted from this day (default: entry into force); the day itself for ONCE' })
  anchorOn?: string | null;
  @One(() => WindowField, {
    kept: true,
    about: 'Default: years and every N count from the anchor, the others follow the reporting scheme',
  })
  window?: WindowField;
  @One(() => DueRuleField, { optional: true, about: 'null = the day the count arrives at, or as the scheme says' })
  due?: DueRuleField | null;
  @OneOf(ROLLS, 'Roll', { optional: true, about: 'null = as the scheme says, else NEXT' }) roll?: Roll | null;
  @Id({ kept: true, about: 'Default: the standing body of the agreement, else its first party' }) hostId?: string;
  @Id({ optional: true, about: 'The commitment it fulfils; null = the whole agreement' }) commitmentId?: string | null;
  @Id({ optional: true }) clauseId?: string | null;
  @Text({ max: 5000, optional: true, about: 'The sentence it came from' }) textAsWritten?: string | null;
}

export class NewReviewCycle extends CycleFields {
  @OneOf(REVIEW_KINDS, 'ReviewKind') kind: ReviewKind;
  @OneOf(FREQUENCIES, 'Frequency', {
    kept: true,
    about: 'Default: END_OF_TERM for a final review, else UNSPECIFIED, which waits under needs-interval',
  })
  frequency?: Frequency;
}

export class ReviewCycleChange extends CycleFields {
  @OneOf(FREQUENCIES, 'Frequency', { kept: true }) frequency?: Frequency;
}

export class ReviewCycleAnswer {
  @Id() id: string;
  @Id() agreementId: string;
  @Id({ nullable: true }) commitmentId: string | null;
  @OneOf(REVIEW_KINDS, 'ReviewKind') kind: ReviewKind;
  @OneOf(FREQUENCIES, 'Frequency') frequency: Frequency;
  @Int({ nullable: true }) n: number | null;
  @Int({ many: true, nullable: true }) included: number[] | null;
  @Int({ many: true, nullable: true }) milestones: number[] | null;
  @OneOf(COUNTED_FROM, 'CountedFrom') countedFrom: CountedFrom;
  @Civil({ nullable: true }) anchorOn: string | null;
  @One(() => WindowField) window: Window;
  @One(() => DueRuleField, { nullable: true }) due: DueRuleField | null;
  @OneOf(ROLLS, 'Roll', { nullable: true }) roll: Roll | null;
  @Id() hostId: string;
  @Text() hostName: string;
  @Id({ nullable: true }) clauseId: string | null;
  @Text({ nullable: true }) textAsWritten: string | null;
  @Civil({ nullable: true, about: 'Windows that start by this day are planned' }) plannedTo: string | null;
  @Civil({ nullable: true, about: 'No further reviews since this day' }) closedOn: string | null;
  @Civil({ nullable: true, about: 'Day of the last review held' }) lastHeldOn: string | null;
  @Civil({ nullable: true, about: 'Day by which the next open review is due' }) nextDueOn: string | null;
  @Int() version: number;
}

export class ReviewCyclesAnswer {
  @Many(() => ReviewCycleAnswer) items: ReviewCycleAnswer[];
}
