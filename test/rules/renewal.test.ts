import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastNoticeDay, nextTermEnd, type NoticeFacts } from '../../src/agreements/renewal.rules.js';
import { addMonths } from '../../src/core/civil-date.js';
import { workingCalendar } from '../../src/core/working-calendar.js';

describe('tacit renewal', () => {
  it('counts each term end from the first, so a month end clips once and comes back', () => {
    const ends = ['2026-01-31'];
    for (let n = 0; n < 4; n += 1) ends.push(nextTermEnd('2026-01-31', 1, ends.at(-1) ?? ''));
    expect(ends).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    expect(nextTermEnd('2024-02-29', 12, '2024-02-29')).toBe('2025-02-28');
    expect(nextTermEnd('2024-02-29', 12, '2027-02-28')).toBe('2028-02-29');
  });

  it('does not take a true 28th for a month end', () => {
    expect(nextTermEnd('2026-02-28', 1, '2026-02-28')).toBe('2026-03-28');
  });

  it('always goes on to a multiple of the first term end, the nearest later one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 364 }),
        (months, n, day) => {
          const first = addMonths('2024-01-31', day);
          const termTo = addMonths(first, n * months);
          expect(nextTermEnd(first, months, termTo)).toBe(addMonths(first, (n + 1) * months));
        },
      ),
    );
  });
});

describe('the last day to give notice', () => {
  const facts: NoticeFacts = { renewal: 'TACIT', termTo: '2026-12-31', noticeDays: 30, noticeDayKind: 'CALENDAR' };
  const calendar = workingCalendar([{ date: '2026-12-30', kind: 'HOLIDAY', name: 'thử', basis: '' }], [2026]);

  it('lies so many days before the last day of the term, which is not counted', () => {
    expect(lastNoticeDay(facts, null)).toBe('2026-12-01');
    expect(lastNoticeDay({ ...facts, noticeDays: 1 }, null)).toBe('2026-12-30');
  });

  it('counts working days by the calendar', () => {
    // 31/12/2026 is a Thursday; 30/12 is off here, so back over 29, 28, 25, 24, 23.
    expect(lastNoticeDay({ ...facts, noticeDays: 5, noticeDayKind: 'WORKING' }, calendar)).toBe('2026-12-23');
  });

  it('is the last day of the term when no number of days is known, and none where nothing renews by itself', () => {
    expect(lastNoticeDay({ ...facts, noticeDays: null }, null)).toBe('2026-12-31');
    expect(lastNoticeDay({ ...facts, renewal: 'EXPRESS' }, null)).toBeNull();
    expect(lastNoticeDay({ ...facts, termTo: null }, null)).toBeNull();
  });
});
