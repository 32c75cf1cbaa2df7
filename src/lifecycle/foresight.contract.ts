import { NewSchedule } from '../commitments/schedule.contract.js';
import type { Derivation } from '../core/derivation.js';
import { Bool, Civil, Data, Id, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { NewReviewCycle } from '../reviews/cycle.contract.js';
import { READINESS, type ReadinessCode } from './readiness.words.js';

const from = (): PropertyDecorator => Civil({ optional: true, about: 'Only what is due from this day on' });
const to = (): PropertyDecorator =>
  Civil({ optional: true, about: 'Only what is due by this day, at most ten years ahead; default: as far as planned' });

export class NewSchedulePreview extends NewSchedule {
  @Id({ optional: true, about: 'The commitment it would belong to; without one nobody has to be named as reporter' })
  commitmentId?: string | null;
  @from() from?: string | null;
  @to() to?: string | null;
}

export class NewReviewCyclePreview extends NewReviewCycle {
  @from() from?: string | null;
  @to() to?: string | null;
}

/** A due date that would follow. */
export class ForeseenDuty {
  @Text() periodKey: string;
  @Text({ example: 'Tháng 11/2026' }) periodVi: string;
  @Text() periodEn: string;
  @Int() reportYear: number;
  @Int() tier: number;
  @Id({ many: true, about: 'Who would owe it; none when nobody is named yet' }) bodyIds: string[];
  @Civil() windowStart: string;
  @Civil() windowEnd: string;
  @Civil({ about: 'Before it rolled' }) dueRaw: string;
  @Civil({ about: 'Last acceptable day' }) dueOn: string;
  @Civil({ about: 'First day on which it is late' }) overdueFrom: string;
  @Text({ about: 'Why this date?' }) whyVi: string;
  @Text({ about: 'Why this date?' }) whyEn: string;
  @Data({ about: 'The steps to the date' }) derivation: Derivation;
  @Int({ many: true, about: 'Years whose days off are not announced yet: the date is provisional' })
  provisionalYears: number[];
}

export class ForesightAnswer {
  @Many(() => ForeseenDuty, { about: 'In the order of their due dates, the first 1,000' }) items: ForeseenDuty[];
  @Int({ about: 'All of them' }) count: number;
  @Civil({ about: 'Entry into force that was reckoned with' }) inForceFrom: string;
  @Bool({ about: 'Not stated yet: the day of signing, else today, was taken' }) inForceAssumed: boolean;
  @Civil({ about: 'First day whose due dates count' }) followedSince: string;
  @Bool({ about: 'Not stated yet: today, or entry into force if later, was taken' }) followedAssumed: boolean;
  @Civil({ nullable: true, about: 'Last day of the term; null = open' }) termTo: string | null;
  @Civil({ nullable: true, about: 'Night on which planning would go on; null = nothing follows' }) nextPlanOn:
    string | null;
}

export class ReadinessFinding {
  @Text({ example: 'activation.stranger', about: 'A refusal of activation, or `readiness.…`' }) code: string;
  @Text() messageVi: string;
  @Text() messageEn: string;
}

export class ReadinessWarning extends ReadinessFinding {
  @OneOf(READINESS, 'ReadinessCode') declare code: ReadinessCode;
}

/** What activation today would say. */
export class ActivationChecksAnswer {
  @Bool() ready: boolean;
  @Many(() => ReadinessFinding, { about: 'Each would refuse it' }) refusals: ReadinessFinding[];
  @Many(() => ReadinessWarning, { about: 'None of them would' }) warnings: ReadinessWarning[];
  @Civil({ nullable: true, about: 'Entry into force that it would write' }) inForceFrom: string | null;
  @Civil({ nullable: true }) followedSince: string | null;
  @Int({ about: 'Due reports it would plan, now or on the first day in force' }) occurrences: number;
  @Int({ about: 'Reviews it would plan' }) reviews: number;
  @Int({ about: 'Schedules and review cycles without an interval' }) needsInterval: number;
}
