import { windowsOfYear } from '../core/period-windows.js';
import { Refusal } from '../core/refusal.js';
import type { Cutoff, DueAnchor, MonthDay, PeriodType, ReportingScheme } from '../core/reporting-scheme.js';
import { PERIOD_TYPES } from '../core/reporting-scheme.js';
import { refuseSchedule } from '../core/schedule-refusals.js';
import { checkRule, type Frequency, type ScheduleRule } from '../core/schedule-rule.js';
import type { DueRuleField, MonthDayField } from './rule.contract.js';
import type { SchemeCutoff, SchemeDues, SchemeSpan, SchemeWindows } from './scheme.contract.js';
import { refuseScheme } from './scheme.refusals.js';

/** The frequency of a schedule whose periods are of the type. */
export const FREQUENCY: Readonly<Record<PeriodType, Frequency>> = {
  WEEK: 'WEEKLY',
  MONTH: 'MONTHLY',
  QUARTER: 'QUARTERLY',
  HALF_YEAR: 'HALF_YEARLY',
  NINE_MONTHS: 'NINE_MONTHS',
  YEAR: 'YEARLY',
};

/** 365 days long: what exists in it exists in every year. */
const COMMON_YEAR = 2027;

type Asked = Omit<ReportingScheme, 'windows' | 'dues'> & { windows: SchemeWindows; dues: SchemeDues };

/** The scheme as the planner takes it; refuses what could not be planned in every year (31/06), with its pointer. */
export function readScheme(asked: Asked): ReportingScheme {
  const { code, nameVi, nameEn, basis, roll, beforeCountsDay } = asked;
  const windows = byType(asked.windows, (cutoff, type) => readCutoff(cutoff, type, `/windows/${type}`));
  const dues = byType(asked.dues, (tiers) => tiers.map((rule) => given(rule)));
  const scheme = { code, nameVi, nameEn, basis, roll, beforeCountsDay, windows, dues };
  for (const type of PERIOD_TYPES) {
    const fault = checkTiers(scheme, type, dues[type] ?? []);
    if (fault) throw fault;
  }
  return scheme;
}

function byType<T, R>(
  asked: Partial<Record<PeriodType, T>>,
  read: (value: T, type: PeriodType) => R,
): Partial<Record<PeriodType, R>> {
  const entries = PERIOD_TYPES.flatMap((type) => {
    const value = asked[type];
    return value === undefined ? [] : [[type, read(value, type)] as const];
  });
  return Object.fromEntries(entries);
}

/** Without the fields that the contract left open. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function readCutoff({ startDay, monthOffset = 0, spans }: SchemeCutoff, type: PeriodType, at: string): Cutoff {
  if (spans !== undefined && startDay === undefined && monthOffset === 0) return readSpans(spans, type, at);
  if (spans !== undefined || startDay === undefined) throw refuseScheme('cutoff-one-form', {}, at);
  if (type === 'WEEK' && monthOffset !== 0) {
    throw refuseSchedule('month-offset-unfit', { months: monthOffset }, `${at}/monthOffset`);
  }
  const fault =
    type === 'WEEK'
      ? checkOne(type, { window: { kind: 'WEEK', startWeekday: startDay } }, ['/window/startWeekday', `${at}/startDay`])
      : checkOne(type, { window: { kind: 'SHIFTED', startDay, monthOffset } }, ['/window', at]);
  if (fault) throw fault;
  return { startDay, monthOffset };
}

function monthDay({ month, day, yearOffset = 0 }: MonthDayField): MonthDay {
  return { month, day, yearOffset };
}

function readSpans(asked: readonly SchemeSpan[], type: PeriodType, at: string): Cutoff {
  if (type === 'WEEK') throw refuseScheme('spans-unfit', {}, `${at}/spans`);
  const spans = asked.map(({ from, to }) => ({ from: monthDay(from), to: monthDay(to) }));
  for (const [i, span] of spans.entries()) {
    const fault = checkOne(type, { window: { kind: 'SPAN', ...span }, included: [1] }, ['/window', `${at}/spans/${i}`]);
    if (fault) throw fault;
  }
  const need = windowsOfYear(type, { startDay: 1, monthOffset: 0 }, COMMON_YEAR).length;
  if (spans.length < need) throw refuseScheme('too-few-spans', { need, count: spans.length }, `${at}/spans`);
  const windows = windowsOfYear(type, { spans }, COMMON_YEAR);
  const early = windows.findIndex(({ from }, i) => i > 0 && from <= (windows[i - 1]?.to ?? ''));
  if (early > 0) throw refuseScheme('spans-out-of-order', { ordinal: early + 1 }, `${at}/spans/${early}/from`);
  return { spans };
}

const PARTS: Record<DueAnchor, readonly (keyof DueRuleField)[]> = {
  PERIOD_LAST_MONTH: ['day'],
  NEXT_PERIOD_FIRST_MONTH: ['day'],
  FIXED_DATE: ['day', 'month', 'yearOffset'],
  CUTOFF: [],
  NTH_DATE: [],
  EVENT: [],
  WEEKDAY: ['weekday'],
};
const PARTS_OF_ALL: readonly (keyof DueRuleField)[] = ['qualifier', 'anchor', 'nDays', 'dayKind'];

function checkTiers(scheme: ReportingScheme, type: PeriodType, tiers: readonly DueRuleField[]): Refusal | null {
  for (const [i, rule] of tiers.entries()) {
    const at = `/dues/${type}/${i}`;
    const fault = checkParts(rule, at) ?? checkOne(type, { dues: [{ tier: 1, rule }] }, ['/dues/0/rule', at], scheme);
    if (fault) return fault;
  }
  return null;
}

/** A part that has no effect is refused: the office would believe that it has one. */
function checkParts(rule: DueRuleField, at: string): Refusal | null {
  const used = [...PARTS_OF_ALL, ...PARTS[rule.anchor]] as string[];
  const stray = Object.keys(rule).find((part) => !used.includes(part));
  if (stray !== undefined) return refuseScheme('part-unused', { anchor: rule.anchor }, `${at}/${stray}`);
  const idle = rule.dayKind !== undefined && rule.nDays === undefined;
  return idle ? refuseScheme('days-kind-without-days', {}, `${at}/dayKind`) : null;
}

/** What the rules of a schedule say of one part of a scheme, with the pointer moved from there to here. */
function checkOne(
  type: PeriodType,
  part: Partial<ScheduleRule>,
  [from, to]: readonly [string, string],
  scheme: ReportingScheme | null = null,
): Refusal | null {
  const rule = {
    n: null,
    included: null,
    milestones: null,
    anchor: null,
    window: { kind: 'SCHEME' },
    dues: [],
    roll: null,
  } as const;
  const fault = checkRule({ ...rule, frequency: FREQUENCY[type], ...part }, scheme);
  return fault && new Refusal(fault.code, fault.status, fault.facts, fault.pointer?.replace(from, to));
}
