import { describe, expect, it } from '@jest/globals';
import { planCycle, type CycleFacts, type CyclePlan, type KnownReview } from '../../src/reviews/cycle-plan.rules.js';
import { newRule, type CycleRule } from '../../src/reviews/cycle.rules.js';
import { calendar } from './planning-cast.js';

const desk = { calendar, schemes: new Map(), today: '2026-07-02', horizonDays: 400 };

function aCycle(given: Partial<CycleRule>, changes: Partial<CycleFacts> = {}): CycleFacts {
  return {
    ...newRule('INTERIM_REVIEW', given),
    id: 'c1',
    agreementId: 'a1',
    commitmentId: null,
    kind: 'INTERIM_REVIEW',
    hostId: 'b1',
    hostValidTo: null,
    schemeId: null,
    inForceFrom: '2022-09-15',
    termEnd: null,
    followedSince: '2026-07-02',
    plannedTo: null,
    nextPlanOn: null,
    addedLater: false,
    reviews: [],
    ...changes,
  };
}

function known(periodKey: string, changes: Partial<KnownReview> = {}): KnownReview {
  return { id: periodKey, periodKey, windowEnd: '2026-09-14', state: 'due', heldOn: null, pristine: true, ...changes };
}

const dues = ({ reviews }: CyclePlan): string[] => reviews.map(({ periodKey, dueOn }) => `${periodKey} ${dueOn}`);

describe('a fixed sequence', () => {
  it('is due on the corresponding day of entry into force, nothing before it was followed', () => {
    expect(dues(planCycle(aCycle({ frequency: 'YEARLY' }), desk))).toEqual(['N004 2026-09-15', 'N005 2027-09-15']);
  });

  it('counts from its own anchor when it has one', () => {
    const cycle = aCycle({ frequency: 'EVERY_N_MONTHS', n: 6, anchorOn: '2026-01-31' });
    expect(dues(planCycle(cycle, desk))).toEqual([
      'N001 2026-07-31',
      'N002 2027-02-01',
      'N003 2027-08-02',
      'N004 2028-01-31',
    ]);
  });

  it('makes nothing the second time, and goes on where it stopped', () => {
    const first = planCycle(aCycle({ frequency: 'YEARLY' }), desk);
    expect(first.plannedTo).toBe('2027-08-06');
    expect(first.nextPlanOn).toBe('2026-08-11');
    const again = aCycle({ frequency: 'YEARLY' }, { plannedTo: first.plannedTo });
    expect(planCycle(again, { ...desk, today: '2026-08-10' }).reviews).toEqual([]);
    expect(dues(planCycle(again, { ...desk, today: '2026-08-11' }))).toEqual(['N006 2028-09-15']);
  });

  it('invents no past review when it is added to a running agreement', () => {
    const rule = { frequency: 'QUARTERLY' as const, roll: 'NONE' as const };
    const whole = { inForceFrom: '2026-01-01', followedSince: '2026-01-01', termEnd: '2026-12-31' };
    expect(dues(planCycle(aCycle(rule, whole), desk))).toHaveLength(4);
    expect(dues(planCycle(aCycle(rule, { ...whole, addedLater: true }), desk))).toEqual([
      '2026-Q3 2026-09-30',
      '2026-Q4 2026-12-31',
    ]);
  });

  it('is born suspended when its host is gone before the due date', () => {
    const state = (hostValidTo: string): string | undefined =>
      planCycle(aCycle({ frequency: 'YEARLY' }, { hostValidTo }), desk).reviews[0]?.state;
    expect(state('2026-09-14')).toBe('suspended');
    expect(state('2026-09-15')).toBe('due');
  });

  it('gives another period of the same number a key of its own', () => {
    const held = known('N004', { windowEnd: '2026-01-30', state: 'planned', pristine: false });
    expect(dues(planCycle(aCycle({ frequency: 'YEARLY' }, { reviews: [held] }), desk))[0]).toBe(
      'N004-2026-09-14 2026-09-15',
    );
  });

  it('takes what was kept for the new period that ends on the same day', () => {
    const kept = known('N009', { windowEnd: '2026-09-14', state: 'planned', pristine: false });
    expect(dues(planCycle(aCycle({ frequency: 'YEARLY' }, { reviews: [kept] }), desk))).toEqual(['N005 2027-09-15']);
  });

  it('cannot be planned without a day of entry into force', () => {
    expect(() => planCycle(aCycle({ frequency: 'YEARLY' }, { inForceFrom: null }), desk)).toThrow('entry into force');
  });
});

describe('a review at the end of the term', () => {
  const end = { frequency: 'END_OF_TERM' as const, roll: 'NONE' as const };

  it('is due on the last day of the term', () => {
    expect(dues(planCycle(aCycle(end, { termEnd: '2027-09-14' }), desk))).toEqual(['END 2027-09-14']);
    expect(dues(planCycle(aCycle(end), desk))).toEqual([]);
  });

  it('moves with the term while nobody has touched it', () => {
    const reviews = [known('END', { windowEnd: '2027-09-14' })];
    const longer = planCycle(aCycle(end, { termEnd: '2030-09-14', plannedTo: '2027-09-14', reviews }), desk);
    expect(longer.obsolete).toEqual(['END']);
    expect(dues(longer)).toEqual(['END 2030-09-14']);
    const same = planCycle(aCycle(end, { termEnd: '2027-09-14', plannedTo: '2027-09-14', reviews }), desk);
    expect(same.obsolete).toEqual([]);
    expect(dues(same)).toEqual([]);
  });

  it('stays once it is concluded, and the longer term gets another', () => {
    const reviews = [
      known('END', { windowEnd: '2027-09-14', state: 'concluded', heldOn: '2026-06-30', pristine: false }),
    ];
    const longer = planCycle(aCycle(end, { termEnd: '2030-09-14', plannedTo: '2027-09-14', reviews }), desk);
    expect(longer.obsolete).toEqual([]);
    expect(dues(longer)).toEqual(['END-2030-09-14 2030-09-14']);
  });
});

describe('a sequence counted from the last one held', () => {
  const rule = { frequency: 'EVERY_N_MONTHS' as const, n: 6, countedFrom: 'LAST_HELD' as const, roll: 'NONE' as const };
  const concluded = known('N001', { state: 'concluded', heldOn: '2026-06-20', pristine: false });

  it('has one open review at a time, the first from the anchor', () => {
    expect(dues(planCycle(aCycle(rule), desk))).toEqual(['N001 2026-09-15']);
    expect(planCycle(aCycle(rule, { reviews: [known('N001')] }), desk).reviews).toEqual([]);
  });

  it.each(['due', 'planned', 'suspended', 'held'] as const)('has no next one while the last is %s', (state) => {
    expect(planCycle(aCycle(rule, { reviews: [known('N001', { state })] }), desk).reviews).toEqual([]);
  });

  it('is due n months after the last one was held, once that has its outcome', () => {
    const next = planCycle(aCycle(rule, { reviews: [concluded], plannedTo: '2026-09-14' }), desk);
    expect(dues(next)).toEqual(['N002 2026-12-20']);
    expect(next.reviews[0]?.derivation.anchor).toBe('2026-06-20');
    expect(next.reviews[0]?.derivation.period.key).toBe('N002');
  });

  it('ends with the term', () => {
    const next = (termEnd: string): string[] =>
      dues(planCycle(aCycle(rule, { reviews: [concluded], plannedTo: '2026-09-14', termEnd }), desk));
    expect(next('2026-12-19')).toEqual(['N002 2026-12-20']);
    expect(next('2026-12-18')).toEqual([]);
  });
});
