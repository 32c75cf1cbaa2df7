import { PERIOD_TYPES, type PeriodType } from '../core/reporting-scheme.js';
import { Civil, Int, Many, OneOf, Text } from '../platform/http/fields.js';

export class SchemeDatesQuery {
  @Int({ min: 1900, max: 2199, optional: true, query: true, about: 'Report year; default: this year' }) year?: number;
}

/** One report as the scheme would date it. */
export class SchemeDate {
  @OneOf(PERIOD_TYPES, 'PeriodType') type: PeriodType;
  @Int({ about: '1 = first to report' }) tier: number;
  @Text() periodKey: string;
  @Text({ example: 'Quý III/2026' }) periodVi: string;
  @Text() periodEn: string;
  @Civil() windowStart: string;
  @Civil() windowEnd: string;
  @Civil({ about: 'Before it rolled' }) dueRaw: string;
  @Civil({ about: 'Last acceptable day' }) dueOn: string;
  @Text({ about: 'Why this date' }) whyVi: string;
  @Text() whyEn: string;
}

/** A due rule of the scheme as it would stand in a text. */
export class SchemeRuleWords {
  @OneOf(PERIOD_TYPES, 'PeriodType') type: PeriodType;
  @Int() tier: number;
  @Text({ example: 'chậm nhất ngày 25 tháng cuối kỳ báo cáo' }) ruleVi: string;
  @Text() ruleEn: string;
}

export class SchemeDates {
  @Int() year: number;
  @Many(() => SchemeRuleWords) rules: SchemeRuleWords[];
  @Many(() => SchemeDate, { about: 'By kind of period, then by window; of weeks the first four' }) items: SchemeDate[];
}
