import {
  DAY_KINDS,
  DUE_ANCHORS,
  QUALIFIERS,
  type DayKind,
  type DueAnchor,
  type DueRule,
  type MonthDay,
  type Qualifier,
} from '../core/reporting-scheme.js';
import type { Window } from '../core/schedule-rule.js';
import { Int, IntOr, One, OneOf } from '../platform/http/fields.js';

export const WINDOW_KINDS = ['SCHEME', 'SHIFTED', 'SPAN', 'WEEK', 'ANCHOR'] as const;

/** A day within or beside a report year. */
export class MonthDayField {
  @Int({ min: 1, max: 12 }) month: number;
  @IntOr('LAST', { min: 1, max: 31 }) day: number | 'LAST';
  @Int({ min: -1, max: 1, kept: true, about: 'Year before (-1) or after (1) the report year; default 0' })
  yearOffset?: number;
}

/** When a report is due: "trước ngày" = BEFORE (exclusive), "chậm nhất ngày" = BY (inclusive). */
export class DueRuleField {
  @OneOf(QUALIFIERS, 'Qualifier') qualifier: Qualifier;
  @OneOf(DUE_ANCHORS, 'DueAnchor') anchor: DueAnchor;
  @IntOr('LAST', { min: 1, max: 31, kept: true }) day?: number | 'LAST';
  @Int({ min: 1, max: 12, kept: true }) month?: number;
  @Int({ min: -1, max: 1, kept: true, about: '1 = of the next year' }) yearOffset?: number;
  @Int({ min: -366, max: 366, kept: true }) nDays?: number;
  @OneOf(DAY_KINDS, 'DayKind', { kept: true }) dayKind?: DayKind;
  @Int({ min: 1, max: 7, kept: true, about: '1 = Monday' }) weekday?: number;
}

/** What a report covers; which fields count depends on `kind`. */
export class WindowField {
  @OneOf(WINDOW_KINDS, 'WindowKind') kind: Window['kind'];
  @Int({ min: 1, max: 31, kept: true, about: 'SHIFTED' }) startDay?: number;
  @Int({ min: -12, max: 12, kept: true, about: 'SHIFTED' }) monthOffset?: number;
  @One(() => MonthDayField, { kept: true, about: 'SPAN' }) from?: MonthDayField;
  @One(() => MonthDayField, { kept: true, about: 'SPAN' }) to?: MonthDayField;
  @Int({ min: 1, max: 7, kept: true, about: 'WEEK: 1 = Monday' }) startWeekday?: number;
}

function monthDay(field: MonthDayField | undefined): MonthDay {
  return { month: field?.month ?? 0, day: field?.day ?? 0, yearOffset: field?.yearOffset ?? 0 };
}

/** The window as core knows it; what is missing becomes an impossible value, which core's check refuses with its pointer. */
export function windowOf(field: WindowField): Window {
  switch (field.kind) {
    case 'SHIFTED':
      return { kind: 'SHIFTED', startDay: field.startDay ?? 0, monthOffset: field.monthOffset ?? 0 };
    case 'SPAN':
      return { kind: 'SPAN', from: monthDay(field.from), to: monthDay(field.to) };
    case 'WEEK':
      return { kind: 'WEEK', startWeekday: field.startWeekday ?? 0 };
    case 'SCHEME':
    case 'ANCHOR':
      return { kind: field.kind };
  }
}

/** The rule as plain data, as it is stored. */
export function dueRuleOf(field: DueRuleField): DueRule {
  return { ...field };
}
