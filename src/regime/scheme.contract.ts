import { ROLLS, type Roll } from '../core/working-calendar.js';
import { Bool, Id, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { DueRuleField, MonthDayField } from './rule.contract.js';

export class SchemeSpan {
  @One(() => MonthDayField) from: MonthDayField;
  @One(() => MonthDayField, { about: 'Last day, inclusive' }) to: MonthDayField;
}

/** Either `startDay` and `monthOffset`, or `spans`. */
export class SchemeCutoff {
  @Int({ min: 1, max: 28, kept: true, about: 'Day on which the data start; for WEEK the weekday 1–7' })
  startDay?: number;
  @Int({ min: -11, max: 11, kept: true, about: 'Months from the first month of the calendar period; 0 for WEEK' })
  monthOffset?: number;
  @Many(() => SchemeSpan, { kept: true, min: 1, max: 24, about: 'Windows of one report year, in order' })
  spans?: SchemeSpan[];
}

const window = (): PropertyDecorator => One(() => SchemeCutoff, { kept: true });

export class SchemeWindows {
  @window() WEEK?: SchemeCutoff;
  @window() MONTH?: SchemeCutoff;
  @window() QUARTER?: SchemeCutoff;
  @window() HALF_YEAR?: SchemeCutoff;
  @window() NINE_MONTHS?: SchemeCutoff;
  @window() YEAR?: SchemeCutoff;
}

const tiers = (): PropertyDecorator =>
  Many(() => DueRuleField, { kept: true, min: 1, max: 5, about: 'One rule a tier; the first tier reports first' });

export class SchemeDues {
  @tiers() WEEK?: DueRuleField[];
  @tiers() MONTH?: DueRuleField[];
  @tiers() QUARTER?: DueRuleField[];
  @tiers() HALF_YEAR?: DueRuleField[];
  @tiers() NINE_MONTHS?: DueRuleField[];
  @tiers() YEAR?: DueRuleField[];
}

export class NewScheme {
  @Text({ max: 50, example: 'QUAN-KHU' }) code: string;
  @Text({ max: 200 }) nameVi: string;
  @Text({ max: 200 }) nameEn: string;
  @Text({ optional: true, about: 'The document that sets it, as printed' }) basis?: string | null;
  @OneOf(ROLLS, 'Roll', { kept: true, about: 'Where a last day that is not worked goes; default NEXT' }) roll?: Roll;
  @Bool({ kept: true, about: '"Trước ngày D" accepts day D itself; default false' }) beforeCountsDay?: boolean;
  @One(() => SchemeWindows, { about: 'A period type left out follows the calendar' }) windows: SchemeWindows;
  @One(() => SchemeDues, { about: 'A period type left out is due on the last day of its window' }) dues: SchemeDues;
}

export class SchemeChange {
  @Text({ max: 200, kept: true }) nameVi?: string;
  @Text({ max: 200, kept: true }) nameEn?: string;
  @Text({ optional: true }) basis?: string | null;
  @OneOf(ROLLS, 'Roll', { kept: true }) roll?: Roll;
  @Bool({ kept: true }) beforeCountsDay?: boolean;
  @One(() => SchemeWindows, { kept: true, about: 'Replaces all windows' }) windows?: SchemeWindows;
  @One(() => SchemeDues, { kept: true, about: 'Replaces all due rules' }) dues?: SchemeDues;
}

export class SchemeAnswer {
  @Id() id: string;
  @Text() code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Text({ nullable: true }) basis: string | null;
  @OneOf(ROLLS, 'Roll') roll: Roll;
  @Bool() beforeCountsDay: boolean;
  @One(() => SchemeWindows) windows: SchemeWindows;
  @One(() => SchemeDues) dues: SchemeDues;
  @Bool({ about: 'Comes with the program; cannot be changed' }) preset: boolean;
  @Int() version: number;
}

export class SchemesQuery extends PageQuery {}
