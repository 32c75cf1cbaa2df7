import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, dayNumber } from '../../src/core/civil-date.js';
import { plan, eventDue, type PlanFacts } from '../../src/core/planner.js';
import { redate } from '../../src/core/redating.js';
import type { DueRule } from '../../src/core/reporting-scheme.js';
import { FREQUENCIES, type ScheduleRule } from '../../src/core/schedule-rule.js';
import { workingCalendar, type CalendarRow } from '../../src/core/working-calendar.js';
import { CALENDAR_SEED, CONFIRMED_YEARS } from '../../src/regime/calendar-seed.js';
import { PRESET_SCHEMES } from '../../src/regime/presets.js';
import { aRule, calendar, due, dutyFor, facts } from './planning-cast.js';

const swapped: CalendarRow = { date: '2026-11-23', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: 'Thông báo' };
const another = workingCalendar([...CALENDAR_SEED, swapped], CONFIRMED_YEARS);

const date = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') }).map(dateOfDayNumber);
const dueRule: fc.Arbitrary<DueRule | null> = fc.option(
  fc.record({
    qualifier: fc.constantFrom('BEFORE', 'BY'),
    anchor: fc.constantFrom('CUTOFF', 'NTH_DATE', 'PERIOD_LAST_MONTH', 'NEXT_PERIOD_FIRST_MONTH', 'WEEKDAY'),
    day: fc.integer({ min: 1, max: 28 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    nDays: fc.integer({ min: 0, max: 40 }),
    dayKind: fc.constantFrom('CALENDAR', 'WORKING'),
  }),
);
const planFacts: fc.Arbitrary<PlanFacts> = fc.record({
  rule: fc
    .record({
      frequency: fc.constantFrom(...FREQUENCIES),
      rule: dueRule,
      anchor: date,
      roll: fc.constantFrom('NONE', 'NEXT', 'PREVIOUS', null),
    })
    .map(({ frequency, rule, anchor, roll }): ScheduleRule => {
      const n = frequency.startsWith('EVERY') ? 5 : null;
      return aRule(frequency, { n, anchor, roll, dues: [{ tier: 1, rule }] });
    }),
  scheme: fc.option(fc.constantFrom(...PRESET_SCHEMES)),
  inForceFrom: date,
  termEnd: fc.option(date),
  followedSince: fc.constant(null),
});

describe('dating a duty again', () => {
  it('under the same calendar gives the same date, the same way', () => {
    fc.assert(
      fc.property(planFacts, (theFacts) => {
        for (const { derivation } of plan(theFacts, { from: '2024-01-01', to: '2028-12-31' }, calendar).duties)
          expect(redate(derivation, calendar)).toEqual(derivation);
      }),
      { numRuns: 300 },
    );
  });

  it('under another calendar gives what planning under that calendar would have given', () => {
    fc.assert(
      fc.property(planFacts, (theFacts) => {
        const span = { from: '2024-01-01', to: '2028-12-31' };
        const then = new Map(plan(theFacts, span, another).duties.map((duty) => [duty.periodKey, duty.derivation]));
        for (const { periodKey, derivation } of plan(theFacts, span, calendar).duties) {
          const planned = then.get(periodKey);
          if (planned) expect(redate(derivation, another)).toEqual(planned);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes 23/11/2026 to 25/11/2026 when it becomes a day off, and a day before or after it stays', () => {
    const on = (day: number): string =>
      redate(
        dutyFor(facts(aRule('MONTHLY', due({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day }))), '2026-M11')
          .derivation,
        another,
      ).on;
    expect([20, 22, 23, 24, 25].map(on)).toEqual([
      '2026-11-20',
      '2026-11-25',
      '2026-11-25',
      '2026-11-25',
      '2026-11-25',
    ]);
  });

  it('counts the working days after an event again', () => {
    const rule = { qualifier: 'BY', anchor: 'EVENT', nDays: 2, dayKind: 'WORKING' } as const;
    const { derivation } = eventDue(rule, '2026-11-20', calendar, 'NEXT');
    expect([derivation.on, redate(derivation, another).on]).toEqual(['2026-11-25', '2026-11-26']);
  });
});
