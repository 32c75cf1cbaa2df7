import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dateOfDayNumber, dayNumber, daysBetween } from '../../src/core/civil-date.js';
import { windowsOfYear } from '../../src/core/period-windows.js';
import { plan, type PlanFacts } from '../../src/core/planner.js';
import { FREQUENCIES, type ScheduleRule } from '../../src/core/schedule-rule.js';
import { PRESET_SCHEMES } from '../../src/regime/presets.js';
import { aRule, calendar, dutiesIn, facts } from './planning-cast.js';

const date = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2030-12-31') }).map(dateOfDayNumber);
const rule: fc.Arbitrary<ScheduleRule> = fc
  .record({
    frequency: fc.constantFrom(...FREQUENCIES),
    n: fc.integer({ min: 1, max: 24 }),
    anchor: fc.option(date),
    anchored: fc.boolean(),
    dueIn: fc.option(fc.integer({ min: 0, max: 60 })),
    roll: fc.constantFrom('NONE', 'NEXT', 'PREVIOUS', null),
  })
  .map(({ frequency, n, anchor, anchored, dueIn, roll }) =>
    aRule(frequency, {
      n: frequency.startsWith('EVERY') ? n : null,
      anchor,
      window: { kind: anchored ? 'ANCHOR' : 'SCHEME' },
      dues: dueIn === null ? [] : [{ tier: 1, rule: { qualifier: 'BY', anchor: 'CUTOFF', nDays: dueIn } }],
      roll,
    }),
  );
const planFacts: fc.Arbitrary<PlanFacts> = fc.record({
  rule,
  scheme: fc.option(fc.constantFrom(...PRESET_SCHEMES)),
  inForceFrom: date,
  termEnd: fc.option(date),
  followedSince: fc.option(date),
});

describe.each(PRESET_SCHEMES.map((scheme) => [scheme.code, scheme] as const))(
  'the periods of scheme %s',
  (_, scheme) => {
    it.each(['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'WEEKLY'] as const)(
      '%s follow one another without gap or overlap for 100 years',
      (frequency) => {
        const duties = dutiesIn(facts(aRule(frequency), { scheme }), '2020-01-01', '2119-12-31');
        expect(duties.length).toBeGreaterThanOrEqual(100);
        for (const [i, duty] of duties.entries()) {
          const next = duties[i + 1];
          if (next !== undefined) expect(addDays(duty.windowEnd, 1)).toBe(next.windowStart);
        }
        expect(new Set(duties.map((d) => d.periodKey)).size).toBe(duties.length);
      },
    );

    it('drift in no hundred years', () => {
      for (const type of ['MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR'] as const) {
        const cutoff = scheme.windows[type] ?? { startDay: 1, monthOffset: 0 };
        const now = windowsOfYear(type, cutoff, 2026);
        const then = windowsOfYear(type, cutoff, 2126);
        expect(then.map(({ from }) => from)).toEqual(now.map(({ from }) => addMonths(from, 1200)));
      }
    });
  },
);

describe('any plan', () => {
  it('of a span is the plan of its parts, and goes on where it says', () => {
    fc.assert(
      fc.property(planFacts, fc.tuple(date, date, date), (theFacts, dates) => {
        const [a, b, c] = dates.sort();
        fc.pre(b < c);
        const whole = plan(theFacts, { from: a, to: c }, calendar);
        const first = plan(theFacts, { from: a, to: b }, calendar);
        const second = plan(theFacts, { from: addDays(b, 1), to: c }, calendar);
        expect([...first.duties, ...second.duties]).toEqual(whole.duties);
        expect(second.nextWindowStart).toBe(whole.nextWindowStart);
        const goesOn = first.nextWindowStart;
        if (goesOn !== null && goesOn <= c) {
          expect(plan(theFacts, { from: goesOn, to: c }, calendar).duties).toEqual(second.duties);
        } else expect(second.duties).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps order, identity, term and the day of entry into force', () => {
    fc.assert(
      fc.property(planFacts, (theFacts) => {
        const { duties } = plan(theFacts, { from: '2020-01-01', to: '2035-12-31' }, calendar);
        const starts = duties.map((d) => d.windowStart);
        expect(starts).toEqual([...starts].sort());
        expect(new Set(duties.map((d) => d.periodKey)).size).toBe(duties.length);
        for (const duty of duties) {
          expect(duty.windowStart >= theFacts.inForceFrom).toBe(true);
          expect(duty.windowEnd >= duty.windowStart).toBe(true);
          expect(duty.dueOn >= (theFacts.followedSince ?? theFacts.inForceFrom)).toBe(true);
          expect(duty.windowEnd <= (theFacts.termEnd ?? '9999')).toBe(true);
          expect(daysBetween(duty.dueOn, duty.overdueFrom)).toBe(1);
          if (duty.derivation.roll !== 'NONE') expect(calendar.isWorkingDay(duty.dueOn)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives a period the same date whatever came before it', () => {
    fc.assert(
      fc.property(rule, date, date, (theRule, from, to) => {
        const pinned = { ...theRule, anchor: theRule.anchor ?? '2020-06-30' };
        const alone = dutiesIn(facts(pinned), from, to);
        const all = dutiesIn(facts(pinned), '2020-01-01', '2030-12-31');
        expect(alone).toEqual(all.filter((d) => d.windowStart >= from && d.windowStart <= to));
      }),
    );
  });
});
