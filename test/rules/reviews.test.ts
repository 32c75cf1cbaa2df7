import { describe, expect, it } from '@jest/globals';
import type { CycleRule } from '../../src/reviews/cycle.rules.js';
import { changedRule, checkCycle, isSameRule, newRule } from '../../src/reviews/cycle.rules.js';
import { checkDone, checkFollowUpDue } from '../../src/reviews/follow-up.rules.js';
import { checkHeldOn, checkOutcome, checkPlanned, REVIEW_LIFE } from '../../src/reviews/review.rules.js';

const TODAY = '2026-07-02';
const AROUND = { scheme: null, termFrom: '2022-09-15', termTo: '2027-09-14' };

const code = (refusal: { code: string; pointer?: string } | null): string | null =>
  refusal && `${refusal.code} ${refusal.pointer ?? ''}`.trim();

describe('a review cycle', () => {
  it('of a final review comes at the end of the term, any other needs an interval', () => {
    expect(newRule('FINAL_REVIEW', {}).frequency).toBe('END_OF_TERM');
    expect(newRule('INTERIM_REVIEW', {}).frequency).toBe('UNSPECIFIED');
    expect(newRule('FINAL_REVIEW', { frequency: 'UNSPECIFIED' }).frequency).toBe('UNSPECIFIED');
  });

  it.each([
    ['years count from the anchor', { frequency: 'YEARLY' }, 'ANCHOR'],
    ['every N months count from the anchor', { frequency: 'EVERY_N_MONTHS', n: 6 }, 'ANCHOR'],
    ['quarters follow the reporting scheme', { frequency: 'QUARTERLY' }, 'SCHEME'],
    ['quarters from the last one held count from it', { frequency: 'QUARTERLY', countedFrom: 'LAST_HELD' }, 'ANCHOR'],
    [
      'a date of every calendar year makes calendar years',
      { frequency: 'YEARLY', due: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 12 } },
      'SCHEME',
    ],
  ] as [string, Partial<CycleRule>, string][])('%s', (_, given, kind) => {
    const rule = newRule('INTERIM_REVIEW', given);
    expect(rule.windowRule.kind).toBe(kind);
    expect(checkCycle(rule, AROUND)).toBeNull();
  });

  it.each([
    ['every N without N', { frequency: 'EVERY_N_MONTHS' }, 'schedule.n-missing /n'],
    ['once without a day', { frequency: 'ONCE' }, 'schedule.anchor-missing /anchorOn'],
    ['once after the term', { frequency: 'ONCE', anchorOn: '2027-09-15' }, 'review-cycle.outside-term /anchorOn'],
    [
      '31 June',
      { frequency: 'YEARLY', due: { qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 } },
      'schedule.impossible-date /due/day',
    ],
    [
      'the end of term from the last held',
      { frequency: 'END_OF_TERM', countedFrom: 'LAST_HELD' },
      'review-cycle.last-held-unfit /countedFrom',
    ],
    [
      'milestones from the last held',
      { frequency: 'EVERY_N_YEARS', n: 1, milestones: [5], countedFrom: 'LAST_HELD' },
      'review-cycle.last-held-window /milestones',
    ],
  ] as [string, Partial<CycleRule>, string][])('refuses %s', (_, given, expected) => {
    expect(code(checkCycle(newRule('INTERIM_REVIEW', given), AROUND))).toBe(expected);
  });

  it('may be held once on the last day of the term', () => {
    expect(checkCycle(newRule('MEETING', { frequency: 'ONCE', anchorOn: '2027-09-14' }), AROUND)).toBeNull();
  });

  it('without an interval is normal', () => {
    expect(checkCycle(newRule('MEETING', { countedFrom: 'LAST_HELD' }), AROUND)).toBeNull();
  });

  it('leaves the numbers and the window of the old frequency behind', () => {
    const before = newRule('MEETING', { frequency: 'EVERY_N_MONTHS', n: 6, roll: 'NONE' });
    expect(changedRule(before, { frequency: 'QUARTERLY' })).toEqual(
      newRule('MEETING', { frequency: 'QUARTERLY', roll: 'NONE' }),
    );
  });

  it('is the same when nothing was said, whatever the order of the words', () => {
    const before = newRule('MEETING', { frequency: 'YEARLY', due: { qualifier: 'BY', anchor: 'NTH_DATE', nDays: 3 } });
    expect(isSameRule(before, changedRule(before, {}))).toBe(true);
    expect(isSameRule(before, { ...before, due: { nDays: 3, anchor: 'NTH_DATE', qualifier: 'BY' } })).toBe(true);
    expect(isSameRule(before, changedRule(before, { roll: 'NONE' }))).toBe(false);
  });
});

describe('a review', () => {
  it('goes from due over planned and held to concluded, and need not be planned', () => {
    expect(REVIEW_LIFE.next('due', 'plan')).toBe('planned');
    expect(REVIEW_LIFE.next('due', 'hold')).toBe('held');
    expect(REVIEW_LIFE.next('held', 'conclude')).toBe('concluded');
    expect(REVIEW_LIFE.can('due', 'conclude')).toBe(false);
    expect(REVIEW_LIFE.can('concluded', 'change')).toBe(false);
  });

  it('is planned for today or later', () => {
    expect(checkPlanned('2026-07-02', TODAY)).toBeNull();
    expect(code(checkPlanned('2026-07-01', TODAY))).toBe('review.planned-in-past /on');
  });

  const facts = {
    countedFrom: 'ANCHOR' as const,
    inForceFrom: '2026-01-01',
    lastHeldOn: '2026-06-15',
    firstFollowUpDueOn: null,
  };

  it.each([
    ['2026-07-02', null],
    ['2026-07-03', 'review.held-in-future /heldOn'],
    ['2026-01-01', null],
    ['2025-12-31', 'review.held-before-in-force /heldOn'],
  ])('held on %s: %s', (heldOn, expected) => {
    expect(code(checkHeldOn(heldOn, facts, TODAY))).toBe(expected);
  });

  it('counted from the last one is not held before it', () => {
    const counted = { ...facts, countedFrom: 'LAST_HELD' as const };
    expect(checkHeldOn('2026-06-15', counted, TODAY)).toBeNull();
    expect(code(checkHeldOn('2026-06-14', counted, TODAY))).toBe('review.held-before-last /heldOn');
    expect(checkHeldOn('2026-06-14', facts, TODAY)).toBeNull();
  });

  it('is not held after what it told somebody to do was due', () => {
    const followed = { ...facts, firstFollowUpDueOn: '2026-07-01' };
    expect(checkHeldOn('2026-07-01', followed, TODAY)).toBeNull();
    expect(code(checkHeldOn('2026-07-02', followed, TODAY))).toBe('review.held-after-follow-up /heldOn');
  });
});

describe('an outcome', () => {
  const held = { heldOn: '2026-06-20', termTo: '2027-09-14' };

  it.each([
    ['2026-06-19', 'review.decided-before-held /decidedOn'],
    ['2026-06-20', null],
    ['2026-07-02', null],
    ['2026-07-03', 'review.decided-in-future /decidedOn'],
  ])('decided on %s: %s', (decidedOn, expected) => {
    expect(code(checkOutcome({ decision: 'CONTINUE', decidedOn, newTermTo: null }, held, TODAY))).toBe(expected);
  });

  it.each([
    [null, 'review.term-missing /newTermTo'],
    ['2027-09-14', 'review.term-not-later /newTermTo'],
    ['2027-09-15', null],
  ])('that extends the term to %s: %s', (newTermTo, expected) => {
    expect(code(checkOutcome({ decision: 'EXTEND', decidedOn: TODAY, newTermTo }, held, TODAY))).toBe(expected);
  });

  it('sets a term only when it extends', () => {
    const outcome = { decision: 'AMEND' as const, decidedOn: TODAY, newTermTo: '2028-09-14' };
    expect(code(checkOutcome(outcome, held, TODAY))).toBe('review.term-unasked /newTermTo');
  });

  it('may give a term to an agreement that has none', () => {
    const outcome = { decision: 'EXTEND' as const, decidedOn: TODAY, newTermTo: '2026-07-03' };
    expect(checkOutcome(outcome, { ...held, termTo: null }, TODAY)).toBeNull();
  });
});

describe('a follow-up', () => {
  it('is due on the day of the review or later', () => {
    expect(checkFollowUpDue('2026-06-20', '2026-06-20')).toBeNull();
    expect(code(checkFollowUpDue('2026-06-19', '2026-06-20'))).toBe('follow-up.due-before-held /dueOn');
  });

  it('is done between the review and today', () => {
    expect(checkDone('2026-06-20', '2026-06-20', TODAY)).toBeNull();
    expect(code(checkDone('2026-06-19', '2026-06-20', TODAY))).toBe('follow-up.done-before-held /doneOn');
    expect(checkDone('2026-07-02', '2026-06-20', TODAY)).toBeNull();
    expect(code(checkDone('2026-07-03', '2026-06-20', TODAY))).toBe('follow-up.done-in-future /doneOn');
  });
});
