import { describe, expect, it } from '@jest/globals';
import { isCivilDate, weekdayOf } from '../../src/core/civil-date.js';
import { checkRule } from '../../src/core/schedule-rule.js';
import { CALENDAR_SEED } from '../../src/regime/calendar-seed.js';
import { CALENDAR, PRESET_SCHEMES } from '../../src/regime/presets.js';
import { aRule, dutyFor, facts } from './planning-cast.js';

describe('the reporting schemes an office starts with', () => {
  it('are the five, each with its source', () => {
    expect(PRESET_SCHEMES.map(({ code }) => code)).toEqual(['ND09', 'CALENDAR', 'DEC1', 'OCT1', '21-20']);
    expect(PRESET_SCHEMES.every(({ basis }) => basis !== null)).toBe(true);
  });

  it('have due rules that exist on every date', () => {
    const frequencies = {
      MONTH: 'MONTHLY',
      QUARTER: 'QUARTERLY',
      HALF_YEAR: 'HALF_YEARLY',
      NINE_MONTHS: 'NINE_MONTHS',
      YEAR: 'YEARLY',
      WEEK: 'WEEKLY',
    } as const;
    for (const scheme of PRESET_SCHEMES) {
      for (const [type, rules] of Object.entries(scheme.dues)) {
        const rule = aRule(frequencies[type as keyof typeof frequencies], {
          dues: rules.map((due, i) => ({ tier: i + 1, rule: due })),
        });
        expect(checkRule(rule, scheme)).toBeNull();
      }
    }
  });

  it('CALENDAR: half-year before 15/7 (and 15/01), year before 31/01 of the next year (G15–G18)', () => {
    const half = facts(aRule('HALF_YEARLY', { roll: 'NONE' }), { scheme: CALENDAR });
    expect(dutyFor(half, '2025-H1').dueOn).toBe('2025-07-14');
    expect(dutyFor(half, '2025-H2').dueOn).toBe('2026-01-14');
    expect(dutyFor(facts(aRule('YEARLY', { roll: 'NONE' }), { scheme: CALENDAR }), '2025-Y').dueOn).toBe('2026-01-30');
  });
});

describe('the calendar an office starts with', () => {
  it('has 30 dated rows, one a day, each with its basis', () => {
    expect(CALENDAR_SEED).toHaveLength(30);
    expect(new Set(CALENDAR_SEED.map(({ date }) => date)).size).toBe(30);
    expect(CALENDAR_SEED.every(({ date, basis }) => isCivilDate(date) && basis !== '')).toBe(true);
  });

  it('has worked days on Saturdays only', () => {
    const worked = CALENDAR_SEED.filter(({ kind }) => kind === 'SWAP_WORK').map(({ date }) => date);
    expect(worked).toEqual(['2025-04-26', '2026-01-10', '2026-08-22']);
    expect(worked.map(weekdayOf)).toEqual([6, 6, 6]);
  });
});
