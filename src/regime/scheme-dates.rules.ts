import { derivationWords, dueRuleWords, periodName } from '../core/derivation-words.js';
import { plan } from '../core/planner.js';
import { PERIOD_TYPES, type PeriodType, type ReportingScheme } from '../core/reporting-scheme.js';
import type { ScheduleRule } from '../core/schedule-rule.js';
import type { WorkingCalendar } from '../core/working-calendar.js';
import type { SchemeDate, SchemeRuleWords } from './scheme-dates.contract.js';
import { FREQUENCY } from './scheme.rules.js';

const WEEKS_SHOWN = 4;

/** The due rules in words, by kind of period and tier. */
export function rulesInWords(scheme: ReportingScheme): SchemeRuleWords[] {
  return PERIOD_TYPES.flatMap((type) =>
    (scheme.dues[type] ?? []).map((rule, i) => ({
      type,
      tier: i + 1,
      ruleVi: dueRuleWords(rule, 'vi'),
      ruleEn: dueRuleWords(rule, 'en'),
    })),
  );
}

/** What the planner would make of the scheme in a report year, for an agreement that was in force long before. */
export function datesOfYear(scheme: ReportingScheme, year: number, calendar: WorkingCalendar): SchemeDate[] {
  return PERIOD_TYPES.flatMap((type) => {
    const dates = datesOf(scheme, type, year, calendar);
    return type === 'WEEK' ? dates.slice(0, WEEKS_SHOWN) : dates;
  });
}

function datesOf(scheme: ReportingScheme, type: PeriodType, year: number, calendar: WorkingCalendar): SchemeDate[] {
  const tiers = scheme.dues[type]?.length ?? 0;
  const rule: ScheduleRule = {
    frequency: FREQUENCY[type],
    n: null,
    included: null,
    milestones: null,
    anchor: null,
    window: { kind: 'SCHEME' },
    dues: Array.from({ length: tiers }, (_, i) => ({ tier: i + 1, rule: null })),
    roll: null,
  };
  const facts = { rule, scheme, inForceFrom: `${year - 2}-01-01`, termEnd: null, followedSince: null };
  const { duties } = plan(facts, { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` }, calendar);
  return duties
    .filter(({ reportYear }) => reportYear === year)
    .map(({ tier, periodKey, windowStart, windowEnd, dueRaw, dueOn, derivation }) => ({
      ...{ type, tier, periodKey, windowStart, windowEnd, dueRaw, dueOn },
      periodVi: periodName(periodKey, 'vi'),
      periodEn: periodName(periodKey, 'en'),
      whyVi: derivationWords(derivation, 'vi'),
      whyEn: derivationWords(derivation, 'en'),
    }));
}
