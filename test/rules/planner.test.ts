import { describe, expect, it } from '@jest/globals';
import { eventDue, plan } from '../../src/core/planner.js';
import type { DueRule } from '../../src/core/reporting-scheme.js';
import { FREQUENCIES, hasInterval } from '../../src/core/schedule-rule.js';
import { DEC1, ND09, OCT1, TWENTY_ONE_TO_TWENTY } from '../../src/regime/presets.js';
import { aRule, calendar, due, dutiesIn, dutyFor, facts, line } from './planning-cast.js';

const ALL = ['2020-01-01', '2026-12-31'] as const;

describe('what a term and its entry into force leave of a schedule', () => {
  const quarters = aRule('QUARTERLY');

  it('a window that starts on the day of entry into force is whole, one that started the day before is cut', () => {
    const first = (inForceFrom: string) => dutiesIn(facts(quarters, { scheme: ND09, inForceFrom }), ...ALL)[0];
    expect(first('2026-03-15')).toMatchObject({ periodKey: '2026-Q2', windowStart: '2026-03-15' });
    expect(first('2026-03-15')?.derivation.window.cutByEntryIntoForce).toBe(false);
    expect(first('2026-03-16')).toMatchObject({ periodKey: '2026-Q2', windowStart: '2026-03-16' });
    expect(first('2026-03-16')?.derivation.window.cutByEntryIntoForce).toBe(true);
  });

  it('a period that ends on the last day of the term is owed, one that ends a day later is not', () => {
    const keys = (termEnd: string) =>
      dutiesIn(facts(quarters, { scheme: ND09, inForceFrom: '2025-12-15', termEnd }), ...ALL).map((d) => d.periodKey);
    expect(keys('2026-06-14')).toEqual(['2026-Q1', '2026-Q2']);
    expect(keys('2026-06-13')).toEqual(['2026-Q1']);
  });

  it('a report may be due after the term has ended', () => {
    const planned = facts(quarters, { scheme: ND09, inForceFrom: '2025-12-15', termEnd: '2026-03-14' });
    expect(dutiesIn(planned, ...ALL).map((d) => d.dueOn)).toEqual(['2026-03-25']);
  });

  it('nothing is owed that was due before entry into force', () => {
    const rule = aRule('MONTHLY', { ...due({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 20 }), roll: 'NONE' });
    const first = (inForceFrom: string) => dutiesIn(facts(rule, { inForceFrom }), ...ALL)[0]?.periodKey;
    expect(first('2026-05-20')).toBe('2026-M05');
    expect(first('2026-05-21')).toBe('2026-M06');
  });

  it('nothing is owed that was due before the agreement was followed', () => {
    const first = (followedSince: string) =>
      dutiesIn(facts(quarters, { scheme: ND09, followedSince }), ...ALL)[0]?.periodKey;
    expect(first('2026-03-25')).toBe('2026-Q1');
    expect(first('2026-03-26')).toBe('2026-Q2');
  });

  it('says where planning goes on, and when it never will', () => {
    const next = (termEnd: string | null, to: string) =>
      plan(facts(quarters, { termEnd }), { from: '2026-01-01', to }, calendar).nextWindowStart;
    expect(next(null, '2026-06-30')).toBe('2026-07-01');
    expect(next(null, '2026-07-01')).toBe('2026-10-01');
    expect(next('2026-09-29', '2026-06-30')).toBeNull();
    expect(next('2026-09-30', '2026-06-30')).toBe('2026-07-01');
    expect(plan(facts(quarters), { from: '2019-01-01', to: '2019-12-31' }, calendar)).toEqual({
      duties: [],
      nextWindowStart: '2020-01-01',
    });
  });
});

describe('windows of other regimes', () => {
  it('21 to 20, before the 25th (G22)', () => {
    expect(line(dutyFor(facts(aRule('MONTHLY'), { scheme: TWENTY_ONE_TO_TWENTY }), '2026-M06'))).toBe(
      '2026-M06: 2026-05-21..2026-06-20 2026-06-24',
    );
  });

  it('a year from 1 October has a supplement', () => {
    const duties = dutiesIn(facts(aRule('YEARLY', { roll: 'NONE' }), { scheme: OCT1 }), '2025-10-01', '2026-09-30');
    expect(duties.map(line)).toEqual([
      '2026-Y: 2025-10-01..2026-07-31 2026-07-31',
      '2026-Y2: 2026-08-01..2026-09-30 2026-09-30',
    ]);
    expect(dutyFor(facts(aRule('HALF_YEARLY'), { scheme: OCT1 }), '2026-H1').windowEnd).toBe('2026-03-31');
  });

  it('a year from 1 December has calendar months', () => {
    expect(dutyFor(facts(aRule('HALF_YEARLY'), { scheme: DEC1 }), '2026-H1')).toMatchObject({
      windowStart: '2025-12-01',
      windowEnd: '2026-05-31',
    });
    expect(dutyFor(facts(aRule('MONTHLY'), { scheme: DEC1 }), '2026-M02').windowEnd).toBe('2026-02-28');
  });

  it('"Quý IV hằng năm" is 01/10 to 31/12 and due on 31/12, whatever the scheme', () => {
    const window = {
      kind: 'SPAN',
      from: { month: 10, day: 1, yearOffset: 0 },
      to: { month: 12, day: 31, yearOffset: 0 },
    } as const;
    const duty = dutyFor(facts(aRule('YEARLY', { window }), { scheme: ND09 }), '2026-Y');
    expect(line(duty)).toBe('2026-Y: 2026-10-01..2026-12-31 2026-12-31');
  });

  it('a school year reports the year it starts in and ends in the next', () => {
    const window = {
      kind: 'SPAN',
      from: { month: 9, day: 1, yearOffset: 0 },
      to: { month: 5, day: 'LAST', yearOffset: 1 },
    } as const;
    const rule = aRule('YEARLY', { window, roll: 'NONE' });
    expect(dutiesIn(facts(rule, { inForceFrom: '2026-03-01' }), '2026-01-01', '2026-12-31').map(line)).toEqual([
      '2025-Y: 2026-03-01..2026-05-31 2026-05-31',
      '2026-Y: 2026-09-01..2027-05-31 2027-05-31',
    ]);
  });

  it('a week from Thursday to Wednesday, sent on the Wednesday (G28, G29)', () => {
    const rule = aRule('WEEKLY', {
      window: { kind: 'WEEK', startWeekday: 4 },
      ...due({ qualifier: 'ON', anchor: 'WEEKDAY', weekday: 3 }),
    });
    const duties = dutiesIn(facts(rule, { inForceFrom: '2026-06-30' }), '2026-06-30', '2026-07-09');
    expect(duties.map(line)).toEqual([
      'W2026-06-25: 2026-06-30..2026-07-01 2026-07-01',
      'W2026-07-02: 2026-07-02..2026-07-08 2026-07-08',
      'W2026-07-09: 2026-07-09..2026-07-15 2026-07-15',
    ]);
  });

  it('a weekday of the week after the window', () => {
    const rule = aRule('WEEKLY', due({ qualifier: 'BY', anchor: 'WEEKDAY', weekday: 5, nDays: 7 }));
    expect(dutiesIn(facts(rule), '2026-07-06', '2026-07-06').map((d) => d.dueOn)).toEqual(['2026-07-17']);
  });

  it('only the quarters named are reported (G31)', () => {
    const duties = dutiesIn(facts(aRule('QUARTERLY', { included: [1, 3] })), '2026-01-01', '2026-12-31');
    expect(duties.map((d) => d.periodKey)).toEqual(['2026-Q1', '2026-Q3']);
  });

  it('tiers report one after another; a tier without its own rule takes the scheme’s', () => {
    const ofTier = (day: number): DueRule => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day });
    const scheme = { ...ND09, dues: { QUARTER: [ofTier(17), ofTier(20), ofTier(23)] } };
    const rule = aRule('QUARTERLY', due(null, ofTier(19), null));
    const duties = dutiesIn(facts(rule, { scheme }), '2025-12-15', '2025-12-15');
    expect(duties.map((d) => [d.tier, d.dueOn, d.derivation.ruleSource])).toEqual([
      [1, '2026-03-17', 'SCHEME'],
      [2, '2026-03-19', 'SCHEDULE'],
      [3, '2026-03-23', 'SCHEME'],
    ]);
  });
});

describe('dates counted from the anchor', () => {
  it('31/8 + 6 months is 28/02, and the next is 31/8 again', () => {
    const rule = aRule('EVERY_N_MONTHS', { n: 6, anchor: '2025-08-31', roll: 'NONE' });
    expect(dutiesIn(facts(rule), '2025-08-31', '2026-02-28').map(line)).toEqual([
      'N001: 2025-08-31..2026-02-27 2026-02-28',
      'N002: 2026-02-28..2026-08-30 2026-08-31',
    ]);
  });

  it('without an anchor the count starts on entry into force', () => {
    const rule = aRule('EVERY_N_MONTHS', { n: 3, roll: 'NONE' });
    expect(dutiesIn(facts(rule, { inForceFrom: '2026-01-15' }), ...ALL).map((d) => d.dueOn)).toEqual([
      '2026-04-15',
      '2026-07-15',
      '2026-10-15',
      '2027-01-15',
    ]);
  });

  it('an anchor before entry into force keeps its numbers', () => {
    const rule = aRule('HALF_YEARLY', { anchor: '2024-01-01', window: { kind: 'ANCHOR' } });
    const [first] = dutiesIn(facts(rule, { inForceFrom: '2026-02-01' }), ...ALL);
    expect(first).toMatchObject({ periodKey: 'N005', windowStart: '2026-02-01', windowEnd: '2026-06-30' });
  });

  it('"sơ kết 5 năm, tổng kết 10 năm" are milestones, and nothing follows the last (G45)', () => {
    const rule = aRule('EVERY_N_YEARS', { n: 5, milestones: [5, 10], anchor: '2016-03-01', roll: 'NONE' });
    const planned = facts(rule, { inForceFrom: '2016-03-01' });
    const { duties, nextWindowStart } = plan(planned, { from: '2016-01-01', to: '2040-01-01' }, calendar);
    expect(duties.map(line)).toEqual([
      'N001: 2016-03-01..2021-02-28 2021-03-01',
      'N002: 2021-03-01..2026-02-28 2026-03-01',
    ]);
    expect(nextWindowStart).toBeNull();
  });

  it('weeks count from the anchor too', () => {
    const rule = aRule('WEEKLY', { anchor: '2026-07-01', window: { kind: 'ANCHOR' } });
    expect(dutiesIn(facts(rule), '2026-07-01', '2026-07-08').map(line)).toEqual([
      'N001: 2026-07-01..2026-07-07 2026-07-08',
      'N002: 2026-07-08..2026-07-14 2026-07-15',
    ]);
  });
});

describe('duties that come once', () => {
  it('the anchor is the due date; it is owed on the day of entry into force, not the day after', () => {
    const rule = aRule('ONCE', { anchor: '2026-06-30' });
    expect(dutiesIn(facts(rule, { inForceFrom: '2026-06-30' }), ...ALL).map(line)).toEqual([
      'ONCE: 2026-06-30..2026-06-30 2026-06-30',
    ]);
    expect(dutiesIn(facts(rule, { inForceFrom: '2026-07-01' }), ...ALL)).toEqual([]);
  });

  it('a fixed date takes its year from the anchor', () => {
    const rule = aRule('ONCE', {
      anchor: '2026-01-01',
      ...due({ qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 7 }),
    });
    expect(dutiesIn(facts(rule), ...ALL).map((d) => d.dueOn)).toEqual(['2026-07-14']);
  });

  it('one duty at the end of the term, none without an end', () => {
    const planned = facts(aRule('END_OF_TERM'), { inForceFrom: '2022-01-01', termEnd: '2026-12-31' });
    expect(dutiesIn(planned, ...ALL).map(line)).toEqual(['END: 2022-01-01..2026-12-31 2026-12-31']);
    expect(dutiesIn({ ...planned, termEnd: null }, ...ALL)).toEqual([]);
  });
});

describe('duties without an interval', () => {
  it('plan nothing and wait for nothing', () => {
    const waiting = FREQUENCIES.filter((frequency) => !hasInterval(frequency));
    expect(waiting).toEqual(['ON_EVENT', 'ON_REQUEST', 'CONTINUOUS', 'UNSPECIFIED']);
    for (const frequency of waiting) {
      expect(plan(facts(aRule(frequency)), { from: ALL[0], to: ALL[1] }, calendar)).toEqual({
        duties: [],
        nextWindowStart: null,
      });
    }
  });

  it('an event sets off days before it (G12) and after it (G13), calendar or working', () => {
    const days = (nDays: number, dayKind: DueRule['dayKind']): DueRule => ({
      qualifier: 'BY',
      anchor: 'EVENT',
      nDays,
      dayKind,
    });
    expect(eventDue(days(-15, 'CALENDAR'), '2026-06-30', calendar, 'NONE').dueOn).toBe('2026-06-15');
    expect(eventDue(days(15, 'CALENDAR'), '2026-06-12', calendar, 'NEXT')).toMatchObject({
      periodKey: 'E2026-06-12',
      dueRaw: '2026-06-27',
      dueOn: '2026-06-29',
    });
    expect(eventDue(days(2, 'WORKING'), '2026-11-20', calendar, 'NEXT').dueOn).toBe('2026-11-25');
    expect(eventDue(days(5, 'WORKING'), '2026-12-30', calendar, 'NONE').derivation.unconfirmedYears).toEqual([2027]);
  });
});
