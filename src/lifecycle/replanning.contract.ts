import { CalendarChange } from '../regime/calendar.contract.js';
import { ScheduleAnswer, ScheduleChange } from '../commitments/schedule.contract.js';
import { DUTY_KINDS, type DutyKind } from '../core/duty.js';
import { MOVE_CAUSES, type MoveCause } from '../core/due-move.js';
import { Civil, Data, Id, Instant, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { SchemeAnswer, SchemeChange } from '../regime/scheme.contract.js';
import { STAY_REASONS, type Counts, type StayReason } from './replanning.rules.js';

const token = (): PropertyDecorator => Text({ max: 100, about: 'Of the preview that is to be applied, exactly' });
const reason = (): PropertyDecorator => Text({ max: 2000, optional: true, about: 'Shown with every date it moves' });

export class NewScheduleRevision extends ScheduleChange {
  @token() token: string;
  @reason() reason?: string | null;
}

export class NewSchemeRevision extends SchemeChange {
  @token() token: string;
  @reason() reason?: string | null;
}

export class NewCalendarChange extends CalendarChange {
  @token() token: string;
  @reason() reason?: string | null;
}

export class DutyDatesAnswer {
  @Civil() windowStart: string;
  @Civil() windowEnd: string;
  @Civil({ about: 'Before it rolled' }) dueRaw: string;
  @Civil({ about: 'Last acceptable day' }) dueOn: string;
  @Civil({ about: 'First day on which it is late' }) overdueFrom: string;
}

/** One due report or review, as it is and as it would be. */
export class DutyChange {
  @OneOf(DUTY_KINDS, 'ReplannedDuty') duty: DutyKind;
  @Id({ nullable: true, about: 'null for one that is added, or a review' }) occurrenceId: string | null;
  @Id({ nullable: true }) reviewId: string | null;
  @Id({ nullable: true }) agreementId: string | null;
  @Text({ nullable: true }) agreementTitle: string | null;
  @Id({ nullable: true }) commitmentId: string | null;
  @Text({ nullable: true }) commitmentTitle: string | null;
  @Id() bodyId: string;
  @Text() bodyName: string;
  @Int() tier: number;
  @Text() periodKey: string;
  @Text({ example: 'Tháng 11/2026' }) periodVi: string;
  @Text() periodEn: string;
  @One(() => DutyDatesAnswer, { nullable: true, about: 'null for one that is added' }) from: DutyDatesAnswer | null;
  @One(() => DutyDatesAnswer, { nullable: true, about: 'null for one that is dropped' }) to: DutyDatesAnswer | null;
  @Text({ about: 'Why the date it would have' }) whyVi: string;
  @Text() whyEn: string;
  @OneOf(STAY_REASONS, 'StayReason', { nullable: true, about: 'Why it is left as it is' }) because: StayReason | null;
  @Text({ nullable: true }) becauseVi: string | null;
  @Text({ nullable: true }) becauseEn: string | null;
}

export class ChangeCounts {
  @Int() kept: number;
  @Int() moved: number;
  @Int() added: number;
  @Int() dropped: number;
  @Int() untouched: number;
}

const list = (about: string): PropertyDecorator => Many(() => DutyChange, { about: `${about}; the first 1,000` });

/** What a change does to the duties that exist; the counts are whole where the lists are cut. */
export class PreviewAnswer {
  @list('Same dates as before') kept: DutyChange[];
  @list('Another window or due day') moved: DutyChange[];
  @list('New, none due before today') added: DutyChange[];
  @list('No longer asked for') dropped: DutyChange[];
  @list('Would have changed but stays, with the reason') untouched: DutyChange[];
  @One(() => ChangeCounts) counts: ChangeCounts;
  @Text({ about: 'Applies exactly this, while nothing else has changed' }) token: string;
}

export class ScheduleRevisionAnswer extends PreviewAnswer {
  @Id() changeId: string;
  @Int() revision: number;
  @One(() => ScheduleAnswer) schedule: ScheduleAnswer;
  @Int() version: number;
}

export class SchemeRevisionAnswer extends PreviewAnswer {
  @Id() changeId: string;
  @One(() => SchemeAnswer) scheme: SchemeAnswer;
  @Int() version: number;
}

export class CalendarChangeAnswer extends PreviewAnswer {
  @Id() changeId: string;
}

/** One change that has been applied. */
export class ChangeRecord {
  @Id() id: string;
  @OneOf(MOVE_CAUSES, 'MoveCause') cause: MoveCause;
  @Int({ nullable: true, about: 'Of the schedule' }) revision: number | null;
  @Data() before: object;
  @Data() after: object;
  @Text({ nullable: true }) reason: string | null;
  @One(() => ChangeCounts) counts: Counts;
  @Text({ about: 'Name of the member' }) by: string;
  @Civil() on: string;
  @Instant() at: string;
}

export class ChangesAnswer {
  @Many(() => ChangeRecord, { about: 'The latest first' }) items: ChangeRecord[];
}
