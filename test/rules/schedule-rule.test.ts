import { describe, expect, it } from '@jest/globals';
import type { DueRule } from '../../src/core/reporting-scheme.js';
import { checkRule, type ScheduleRule } from '../../src/core/schedule-rule.js';
import { CALENDAR, DEC1, OCT1 } from '../../src/regime/presets.js';
import { aRule, due } from './planning-cast.js';

const fixed = (day: number | 'LAST', month: number, yearOffset = 0): DueRule => ({
  qualifier: 'BY',
  anchor: 'FIXED_DATE',
  day,
  month,
  yearOffset,
});
const dayOfLastMonth = (day: number | 'LAST'): DueRule => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day });
const span = (fromDay: number, toDay: number): ScheduleRule['window'] => ({
  kind: 'SPAN',
  from: { month: 2, day: fromDay, yearOffset: 0 },
  to: { month: 6, day: toDay, yearOffset: 0 },
});

describe('a schedule that can be planned is accepted', () => {
  it.each<[string, ScheduleRule]>([
    ['30/06 every year', aRule('YEARLY', due(fixed(30, 6)))],
    ['31/01 of the next year', aRule('YEARLY', due(fixed(31, 1, 1)))],
    ['the last day of February', aRule('YEARLY', due(fixed('LAST', 2)))],
    ['first half-year before 31/7', aRule('HALF_YEARLY', { included: [1], ...due(fixed(31, 7)) })],
    ['day 28 monthly', aRule('MONTHLY', due(dayOfLastMonth(28)))],
    ['day 30 of the quarter’s last month', aRule('QUARTERLY', due(dayOfLastMonth(30)))],
    ['day 31 of the year’s last month', aRule('YEARLY', due(dayOfLastMonth(31)))],
    ['the last day of every month', aRule('MONTHLY', due(dayOfLastMonth('LAST')))],
    ['5 and 10 years', aRule('EVERY_N_YEARS', { n: 5, milestones: [5, 10] })],
    ['once', aRule('ONCE', { anchor: '2026-06-30' })],
    ['no interval', aRule('UNSPECIFIED')],
    ['an own window', aRule('YEARLY', { window: span(1, 30) })],
    ['after an event', aRule('ON_EVENT', due({ qualifier: 'WITHIN', anchor: 'EVENT', nDays: 5 }))],
  ])('%s', (_, rule) => {
    expect(checkRule(rule)).toBeNull();
  });
});

describe('a schedule that cannot be planned is refused where it is wrong', () => {
  it.each<[string, ScheduleRule, string, string]>([
    ['31/06 (G43)', aRule('YEARLY', due(fixed(31, 6, 1))), 'impossible-date', '/dues/0/rule/day'],
    ['30/02', aRule('YEARLY', due(fixed(30, 2))), 'impossible-date', '/dues/0/rule/day'],
    ['29/02, if not written LAST', aRule('YEARLY', due(fixed(29, 2, 1))), 'impossible-date', '/dues/0/rule/day'],
    ['day 29 monthly', aRule('MONTHLY', due(dayOfLastMonth(29))), 'impossible-date', '/dues/0/rule/day'],
    ['day 31 quarterly', aRule('QUARTERLY', due(null, dayOfLastMonth(31))), 'impossible-date', '/dues/1/rule/day'],
    ['day 0', aRule('MONTHLY', due(dayOfLastMonth(0))), 'impossible-date', '/dues/0/rule/day'],
    ['month 13', aRule('YEARLY', due(fixed(1, 13))), 'month-unfit', '/dues/0/rule/month'],
    ['a window to 31/06', aRule('YEARLY', { window: span(1, 31) }), 'impossible-date', '/window/to/day'],
    ['a window from 29/02', aRule('YEARLY', { window: span(29, 30) }), 'impossible-date', '/window/from/day'],
    [
      'no day',
      aRule('YEARLY', due({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH' })),
      'day-missing',
      '/dues/0/rule/day',
    ],
    [
      'one fixed date for two half-years',
      aRule('HALF_YEARLY', due(fixed(31, 7))),
      'fixed-date-serves-one-period',
      '/dues/0/rule/anchor',
    ],
    ['every ? months', aRule('EVERY_N_MONTHS'), 'n-missing', '/n'],
    ['every 0 months', aRule('EVERY_N_MONTHS', { n: 0 }), 'n-unfit', '/n'],
    ['monthly with n', aRule('MONTHLY', { n: 2 }), 'n-unfit', '/n'],
    [
      'milestone 7 of every 5 years',
      aRule('EVERY_N_YEARS', { n: 5, milestones: [5, 7] }),
      'milestone-no-multiple',
      '/milestones/1',
    ],
    ['milestones of a yearly report', aRule('YEARLY', { milestones: [5] }), 'milestones-unfit', '/milestones'],
    ['once without a date', aRule('ONCE'), 'anchor-missing', '/anchor'],
    ['quarter 5', aRule('QUARTERLY', { included: [1, 5] }), 'no-such-period', '/included/1'],
    ['no quarter at all', aRule('QUARTERLY', { included: [] }), 'included-unfit', '/included'],
    ['a week for a month', aRule('MONTHLY', { window: { kind: 'WEEK', startWeekday: 4 } }), 'window-unfit', '/window'],
    [
      'weekday 8',
      aRule('WEEKLY', { window: { kind: 'WEEK', startWeekday: 8 } }),
      'weekday-unfit',
      '/window/startWeekday',
    ],
    ['one span for four quarters', aRule('QUARTERLY', { window: span(1, 30) }), 'window-unfit', '/window'],
    [
      'a window from day 31',
      aRule('MONTHLY', { window: { kind: 'SHIFTED', startDay: 31, monthOffset: 0 } }),
      'start-day-unfit',
      '/window/startDay',
    ],
    [
      'an event of a monthly report',
      aRule('MONTHLY', due({ qualifier: 'BY', anchor: 'EVENT', nDays: 5 })),
      'event-unfit',
      '/dues/0/rule/anchor',
    ],
    [
      'an event without days',
      aRule('ON_EVENT', due({ qualifier: 'BY', anchor: 'EVENT' })),
      'days-unfit',
      '/dues/0/rule/nDays',
    ],
    [
      'a weekday that is none',
      aRule('WEEKLY', due({ qualifier: 'ON', anchor: 'WEEKDAY' })),
      'weekday-unfit',
      '/dues/0/rule/weekday',
    ],
    [
      'a tier given twice',
      aRule('MONTHLY', {
        dues: [
          { tier: 1, rule: null },
          { tier: 1, rule: null },
        ],
      }),
      'tier-unfit',
      '/dues/1/tier',
    ],
  ])('%s', (_, rule, name, pointer) => {
    expect(checkRule(rule)).toMatchObject({ code: `schedule.${name}`, status: 422, pointer });
  });

  it('a window that ends before it starts', () => {
    const window: ScheduleRule['window'] = {
      kind: 'SPAN',
      from: { month: 9, day: 1, yearOffset: 0 },
      to: { month: 5, day: 31, yearOffset: 0 },
    };
    expect(checkRule(aRule('YEARLY', { window }))?.code).toBe('schedule.window-ends-before-it-starts');
    expect(checkRule(aRule('YEARLY', { window: { ...window, to: { ...window.to, yearOffset: 1 } } }))).toBeNull();
  });

  it('by the months in which the scheme’s windows end', () => {
    const day31 = aRule('YEARLY', due(dayOfLastMonth(31)));
    expect(checkRule(day31, CALENDAR)).toBeNull();
    expect(checkRule(day31, DEC1)?.facts).toEqual({ day: 31, month: 11 });
    const october = aRule('YEARLY', due(fixed(10, 10)));
    expect(checkRule(october, OCT1)?.code).toBe('schedule.fixed-date-serves-one-period');
    expect(checkRule({ ...october, included: [1] }, OCT1)).toBeNull();
  });
});
