import { describe, expect, it } from '@jest/globals';
import { checkPause, checkResumption } from '../../src/agreements/pause.rules.js';
import { plan } from '../../src/core/planner.js';
import {
  checkAsked,
  checkGranted,
  clockAfterGrant,
  extensionWords,
  warningsOf,
} from '../../src/reports/extension.rules.js';
import { clockAfterReturn } from '../../src/reports/occurrence.rules.js';
import { aRule, calendar, facts } from './planning-cast.js';

const DUE = { state: 'due', dueOn: '2026-06-30', agreedDueOn: null } as const;

describe('a later day', () => {
  it.each([
    ['2026-06-29', 'extension.not-later'],
    ['2026-06-30', 'extension.not-later'],
    ['2026-07-01', undefined],
  ])('asked for is after the last day: %s', (to, code) => {
    expect(checkAsked(DUE, to, '2026-06-25')?.code).toBe(code);
  });

  it.each([
    ['2026-07-09', 'extension.in-past'],
    ['2026-07-10', undefined],
    ['2026-07-11', undefined],
  ])('asked for has not passed: %s', (to, code) => {
    expect(checkAsked(DUE, to, '2026-07-10')?.code).toBe(code);
    expect(checkGranted(DUE, to, '2026-07-10')?.code).toBe(code);
  });

  it('is counted from the agreed day when there is one', () => {
    const agreed = { ...DUE, agreedDueOn: '2026-07-10' };
    expect(checkAsked(agreed, '2026-07-10', '2026-06-25')?.code).toBe('extension.not-later');
    expect(checkAsked(agreed, '2026-07-11', '2026-06-25')).toBeNull();
  });

  it.each(['filed', 'accepted', 'suspended', 'waived'] as const)('is not asked for when %s', (state) => {
    expect(checkAsked({ ...DUE, state }, '2026-07-10', '2026-06-25')?.code).toBe('extension.not-open');
  });

  it('may have passed when the report was filed while the request waited', () => {
    expect(checkGranted({ ...DUE, state: 'filed' }, '2026-07-05', '2026-07-10')).toBeNull();
    expect(checkGranted({ ...DUE, state: 'waived' }, '2026-07-15', '2026-07-10')?.code).toBe('extension.set-aside');
  });

  it('makes late the day after, never before a day to send a returned report again', () => {
    const late = (state: 'due' | 'returned', resubmitBy: string | null): string =>
      clockAfterGrant({ state }, '2026-07-10', resubmitBy).overdueFrom;
    expect([late('due', null), late('returned', '2026-07-10'), late('returned', '2026-07-11')]).toEqual([
      '2026-07-11',
      '2026-07-11',
      '2026-07-12',
    ]);
  });

  it.each([
    ['2026-07-09', '2026-07-21'],
    ['2026-07-10', '2026-07-21'],
    ['2026-07-11', undefined],
  ])('decides what a return gives to a report first filed on %s', (firstFiledOn, overdueFrom) => {
    const clock = clockAfterReturn({ firstFiledOn, dueOn: '2026-06-30', agreedDueOn: '2026-07-10' }, '2026-07-20');
    expect(clock.overdueFrom).toBe(overdueFrom);
  });

  it('does not roll; a day off or of a year not announced is said', () => {
    expect(warningsOf('2026-07-10', calendar)).toEqual([]);
    expect(warningsOf('2026-07-11', calendar)).toEqual(['not-a-working-day']);
    expect(warningsOf('2026-08-22', calendar)).toEqual([]);
    expect(warningsOf('2030-01-06', calendar)).toEqual(['not-a-working-day', 'calendar-unconfirmed']);
  });

  it('is told in a sentence, one a grant and none for a refusal', () => {
    const grant = {
      grantedTo: '2026-07-10',
      decidedBy: 'Lan',
      decidedOn: '2026-06-26',
      document: null,
      reason: 'Bão.',
    };
    expect(extensionWords([grant, { ...grant, grantedTo: null }], 'vi')).toBe(
      'Được gia hạn đến 10/07/2026 theo quyết định của Lan ngày 26/06/2026, lý do: Bão.',
    );
  });
});

describe('a pause', () => {
  const since = { inForceFrom: '2026-01-01', lastResumedOn: '2026-05-01' };
  it.each([
    ['2026-07-03', 'agreement.pause-in-future'],
    ['2026-07-02', undefined],
    ['2026-05-01', undefined],
    ['2026-04-30', 'agreement.pause-overlaps'],
    ['2025-12-31', 'agreement.pause-before-in-force'],
  ])('from %s', (from, code) => {
    expect(checkPause(from, since, '2026-07-02')?.code).toBe(code);
  });

  it.each([
    ['2026-05-31', 'agreement.resumed-before-pause'],
    ['2026-06-01', undefined],
    ['2026-07-02', undefined],
    ['2026-07-03', 'agreement.resumed-in-future'],
  ])('of 1 June is over on %s', (on, code) => {
    expect(checkResumption(on, '2026-06-01', '2026-07-02')?.code).toBe(code);
  });

  it('takes what falls due in it out of the plan, both ends included, and moves nothing else', () => {
    const due = { dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 'LAST' } }] } as const;
    const rule = aRule('MONTHLY', { ...due, roll: 'NONE' });
    const keys = (from: string, to: string): string[] =>
      plan(
        facts(rule, { inForceFrom: '2026-01-01', pauses: [{ from, to }] }),
        { from: '2026-01-01', to: '2026-04-30' },
        calendar,
      ).duties.map(({ periodKey }) => periodKey);
    expect(keys('2026-02-28', '2026-03-31')).toEqual(['2026-M01', '2026-M04']);
    expect(keys('2026-03-01', '2026-03-30')).toEqual(['2026-M01', '2026-M02', '2026-M03', '2026-M04']);
  });
});
