import { FREQUENCIES, type Frequency, type Window } from '../core/schedule-rule.js';
import { ROLLS, type Roll } from '../core/working-calendar.js';
import { Civil, Id, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { DueRuleField, WindowField } from '../regime/rule.contract.js';

export class TierDueField {
  @Int({ min: 1, max: 9 }) tier: number;
  @One(() => DueRuleField, { optional: true, about: 'null = as the reporting scheme says' }) rule?: DueRuleField | null;
}

export class ReporterField {
  @Id() bodyId: string;
  @Int({ min: 1, max: 9, kept: true, about: 'Default 1; a higher tier consolidates the lower ones' }) tier?: number;
}

class ScheduleFields {
  @Int({ min: 1, max: 120, optional: true, about: 'EVERY_N_MONTHS, EVERY_N_YEARS' }) n?: number | null;
  @Int({ min: 1, max: 53, many: true, optional: true, about: 'Only these periods of the year, e.g. quarters 1 and 3' })
  included?: number[] | null;
  @Int({ min: 1, max: 100, many: true, optional: true, about: 'Only at these years from the anchor, e.g. 5 and 10' })
  milestones?: number[] | null;
  @Civil({ optional: true, about: 'Counted from this day; the day itself for ONCE' }) anchorOn?: string | null;
  @One(() => WindowField, { kept: true, about: 'Default: the windows of the reporting scheme' }) window?: WindowField;
  @Many(() => TierDueField, { kept: true, max: 9, about: 'None = due as the scheme says' }) dues?: TierDueField[];
  @OneOf(ROLLS, 'Roll', { optional: true, about: 'null = as the scheme says, else NEXT' }) roll?: Roll | null;
  @Id({ optional: true, about: 'Default: the scheme of the agreement' }) schemeId?: string | null;
  @Many(() => ReporterField, { kept: true, max: 200, about: 'None = the leads of the commitment' })
  reporters?: ReporterField[];
  @Civil({ optional: true, about: 'Nothing due before this day is asked for' }) startsOn?: string | null;
  @Civil({ optional: true, about: 'Last day, inclusive' }) endsOn?: string | null;
  @Text({ max: 5000, optional: true, about: 'The sentence it came from' }) textAsWritten?: string | null;
  @Id({ optional: true }) clauseId?: string | null;
}

export class NewSchedule extends ScheduleFields {
  @OneOf(FREQUENCIES, 'Frequency', { about: 'UNSPECIFIED is normal: it waits under needs-interval' })
  frequency: Frequency;
}

export class ScheduleChange extends ScheduleFields {
  @OneOf(FREQUENCIES, 'Frequency', { kept: true }) frequency?: Frequency;
}

export class TierDueAnswer {
  @Int() tier: number;
  @One(() => DueRuleField, { nullable: true }) rule: DueRuleField | null;
}

export class ReporterAnswer {
  @Id() bodyId: string;
  @Int() tier: number;
  @Civil({ nullable: true, about: 'First day, inclusive' }) fromOn: string | null;
  @Civil({ nullable: true, about: 'Last day, inclusive' }) toOn: string | null;
}

export class ScheduleAnswer {
  @Id() id: string;
  @Id() commitmentId: string;
  @OneOf(FREQUENCIES, 'Frequency') frequency: Frequency;
  @Int({ nullable: true }) n: number | null;
  @Int({ many: true, nullable: true }) included: number[] | null;
  @Int({ many: true, nullable: true }) milestones: number[] | null;
  @Civil({ nullable: true }) anchorOn: string | null;
  @One(() => WindowField) window: Window;
  @Many(() => TierDueAnswer) dues: TierDueAnswer[];
  @OneOf(ROLLS, 'Roll', { nullable: true }) roll: Roll | null;
  @Id({ nullable: true }) schemeId: string | null;
  @Many(() => ReporterAnswer) reporters: ReporterAnswer[];
  @Civil({ nullable: true }) startsOn: string | null;
  @Civil({ nullable: true }) endsOn: string | null;
  @Text({ nullable: true }) textAsWritten: string | null;
  @Id({ nullable: true }) clauseId: string | null;
  @Id({ nullable: true, about: 'The schedule that an amendment put this in place of' }) replacesId: string | null;
  @Civil({ nullable: true, about: 'Day of the amendment that brought it; its first window starts here' })
  effectiveFrom: string | null;
  @Civil({ nullable: true, about: 'Windows that start by this day are planned' }) plannedTo: string | null;
  @Int() version: number;
}
