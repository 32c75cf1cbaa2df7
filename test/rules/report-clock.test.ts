import { describe, expect, it } from '@jest/globals';
import { previousSpan } from '../../src/compliance/previous-span.rules.js';
import { changesOf } from '../../src/compliance/history.rules.js';
import { clockEnd, splitClock } from '../../src/reports/report-clock.rules.js';

const JUNE = { windowStart: '2026-06-01', windowEnd: '2026-06-30', dueOn: '2026-07-05' };
const filed = (filedOn: string, decidedOn: string | null = null, returned = false) => ({
  filedOn,
  decidedOn,
  returned,
});

describe('whose days they were', () => {
  it('the reporter’s run from the day after the window: none on its last day, one on the next', () => {
    expect(splitClock(JUNE, [], '2026-06-30').reporterDays).toBe(0);
    expect(splitClock(JUNE, [], '2026-07-01').reporterDays).toBe(1);
    expect(splitClock(JUNE, [filed('2026-06-20')], '2026-06-20')).toEqual({ reporterDays: 0, reviewerDays: 0 });
  });

  it('the reviewer’s run from the filing to the decision, and to today while there is none', () => {
    expect(splitClock(JUNE, [filed('2026-07-03')], '2026-07-03')).toEqual({ reporterDays: 3, reviewerDays: 0 });
    expect(splitClock(JUNE, [filed('2026-07-03')], '2026-07-10')).toEqual({ reporterDays: 3, reviewerDays: 7 });
    expect(splitClock(JUNE, [filed('2026-07-03', '2026-07-06')], '2026-12-31')).toEqual({
      reporterDays: 3,
      reviewerDays: 3,
    });
  });

  it('a return sets the reporter’s going again: a slow reviewer costs the reporter nothing', () => {
    const rounds = [filed('2026-07-03', '2026-07-23', true), filed('2026-07-25', '2026-07-26')];
    expect(splitClock(JUNE, rounds, '2026-12-31')).toEqual({ reporterDays: 5, reviewerDays: 21 });
    expect(splitClock(JUNE, rounds.slice(0, 1), '2026-07-24')).toEqual({ reporterDays: 4, reviewerDays: 20 });
  });

  it('a report due before its window is over is the reporter’s from the first day of the window', () => {
    const weekly = { windowStart: '2026-06-25', windowEnd: '2026-07-01', dueOn: '2026-07-01' };
    expect(splitClock(weekly, [filed('2026-07-01')], '2026-07-01').reporterDays).toBe(7);
  });

  it('a paper of before the return takes no days back', () => {
    const rounds = [filed('2026-07-03', '2026-07-10', true), filed('2026-07-08')];
    expect(splitClock(JUNE, rounds, '2026-07-10')).toEqual({ reporterDays: 3, reviewerDays: 9 });
  });

  it('stops when the report is waived or suspended', () => {
    expect(clockEnd({ waivedOn: '2026-07-02', suspendedOn: null }, '2026-07-09')).toBe('2026-07-02');
    expect(clockEnd({ waivedOn: null, suspendedOn: null }, '2026-07-09')).toBe('2026-07-09');
  });
});

describe('the span before', () => {
  it.each([
    ['2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31'],
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['2026-04-01', '2026-06-29', '2026-01-01', '2026-03-31'],
    ['2026-06-15', '2026-06-15', '2026-06-14', '2026-06-14'],
    ['2025-12-15', '2026-06-14', '2025-06-16', '2025-12-14'],
  ])('of %s to %s is %s to %s', (from, to, before, end) => {
    expect(previousSpan({ from, to })).toEqual({ from: before, to: end });
  });
});

describe('what a deed changed', () => {
  it('is told field by field, and what stayed is not told', () => {
    const before = { id: 'x', version: 1, state: 'due', dates: { from: '2026-01-01', to: null }, sides: ['a'] };
    const after = {
      id: 'x',
      version: 2,
      state: 'filed',
      dates: { from: '2026-01-01', to: '2026-02-01' },
      sides: ['a', 'b'],
    };
    expect(changesOf(before, after)).toEqual([
      { field: 'state', from: 'due', to: 'filed' },
      { field: 'dates/to', from: null, to: '2026-02-01' },
      { field: 'sides', from: ['a'], to: ['a', 'b'] },
    ]);
  });

  it('of a new record is what it holds, of a deleted one what it held; what was empty is nothing', () => {
    expect(changesOf(null, { title: 'Quy chế', note: null, sides: [] })).toEqual([
      { field: 'title', from: null, to: 'Quy chế' },
    ]);
    expect(changesOf({ title: 'Quy chế', note: null }, null)).toEqual([{ field: 'title', from: 'Quy chế', to: null }]);
  });
});
