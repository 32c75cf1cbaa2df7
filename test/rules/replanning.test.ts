import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/core/civil-date.js';
import type { KnownDuty, WantedDuty } from '../../src/core/duty.js';
import type { PlannedDuty } from '../../src/core/planner.js';
import type { DueRule } from '../../src/core/reporting-scheme.js';
import {
  causedBy,
  countsOf,
  diffDuties,
  tokenOf,
  whyItStays,
  type Diff,
} from '../../src/lifecycle/replanning.rules.js';
import { aRule, due, dutiesIn, facts } from './planning-cast.js';

const TODAY = '2026-07-02';
const STATES = ['due', 'filed', 'returned', 'accepted', 'suspended', 'waived'];

function wanted(bodyId: string, duty: PlannedDuty): WantedDuty {
  return { ...duty, duty: 'REPORT', ownerId: 'schedule', bodyId, state: 'due' };
}

function known(duty: WantedDuty, changes: Partial<KnownDuty> = {}): KnownDuty {
  return { ...duty, id: `${duty.bodyId}/${duty.periodKey}`, started: false, version: 1, ...changes };
}

function year(rule: DueRule, bodies: readonly string[] = ['a'], frequency: 'MONTHLY' | 'QUARTERLY' = 'MONTHLY') {
  const duties = dutiesIn(facts(aRule(frequency, { ...due(rule), roll: 'NONE' })), '2026-01-01', '2026-12-31');
  return duties.flatMap((duty) => bodies.map((body) => wanted(body, duty)));
}

const by = (day: number | 'LAST'): DueRule => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day });
const LAST = year(by('LAST'));

/** What is there after the change has been written. */
function written(before: readonly KnownDuty[], { moved, refreshed, added, dropped }: Diff): KnownDuty[] {
  const gone = new Set(dropped.map(({ id }) => id));
  const to = new Map([...moved, ...refreshed].map((move) => [move.known.id, move.to]));
  const stay = before.filter(({ id }) => !gone.has(id)).map((duty) => ({ ...duty, ...to.get(duty.id) }));
  return [...stay, ...added.map((duty) => known(duty))];
}

function keys(duties: readonly { periodKey: string }[]): string[] {
  return duties.map(({ periodKey }) => periodKey);
}

describe('the difference between what is there and what is wanted', () => {
  it('of the same rule is nothing, whatever has happened to the duties', () => {
    const there = LAST.map((duty, i) =>
      known(duty, { state: STATES[i % STATES.length] ?? 'due', started: i % 2 === 0 }),
    );
    expect(countsOf(diffDuties(there, LAST, TODAY))).toEqual({
      kept: 12,
      moved: 0,
      added: 0,
      dropped: 0,
      untouched: 0,
    });
  });

  it.each([
    ['STARTED', { started: true }],
    ['REPORTED', { state: 'filed' }],
    ['REPORTED', { state: 'accepted' }],
    ['RETURNED', { state: 'returned' }],
    ['WAIVED', { state: 'waived' }],
    ['SUSPENDED', { state: 'suspended' }],
    ['EXTENDED', { overdueFrom: '2026-09-16' }],
    ['PLANNED', { state: 'planned' }],
    ['HELD', { state: 'concluded' }],
    ['CANCELLED', { state: 'cancelled' }],
  ] as const)('leaves a duty to come that is %s', (because, changes) => {
    const august = LAST.filter(({ periodKey }) => periodKey === '2026-M08').map((duty) => known(duty, changes));
    expect(diffDuties(august, year(by(20)), TODAY).untouched).toMatchObject([{ because }]);
    expect(diffDuties(august, [], TODAY)).toMatchObject({ untouched: [{ because, to: null }], dropped: [] });
  });

  it('takes a duty on its last day as still to come, and as past the day after', () => {
    const june = known(LAST[5]!);
    expect(whyItStays(june, '2026-06-30')).toBeNull();
    expect(whyItStays(june, '2026-07-01')).toBe('OVERDUE');
    expect(diffDuties([june], [], '2026-06-30').dropped).toEqual([june]);
    expect(diffDuties([june], [], '2026-07-01').untouched).toMatchObject([{ because: 'OVERDUE' }]);
  });

  it('moves nothing before today: due today is the earliest', () => {
    const july = [known(LAST[6]!)];
    expect(diffDuties(july, year(by(2)), TODAY).moved).toHaveLength(1);
    expect(diffDuties(july, year(by(1)), TODAY).untouched).toMatchObject([{ because: 'WOULD_BE_PAST' }]);
  });

  it('adds what is due from today on and never what was due before', () => {
    expect(keys(diffDuties([], LAST, '2026-06-30').added)[0]).toBe('2026-M06');
    expect(keys(diffDuties([], LAST, '2026-07-01').added)[0]).toBe('2026-M07');
  });

  it('pairs by body and period, in whatever order they come', () => {
    const there = year(by('LAST'), ['a', 'b']).map((duty) => known(duty));
    const diff = diffDuties([...there].reverse(), year(by(25), ['b']), TODAY);
    expect(diff.dropped.every(({ bodyId }) => bodyId === 'a')).toBe(true);
    expect(diff.moved.every(({ known: was, to }) => was.bodyId === 'b' && was.periodKey === to.periodKey)).toBe(true);
    expect(countsOf(diff)).toEqual({ kept: 0, moved: 6, added: 0, dropped: 6, untouched: 12 });
  });

  it('keeps a duty whose days off have another name, and tells the way anew', () => {
    const there = known(LAST[9]!);
    const renamed = {
      ...LAST[9]!,
      derivation: { ...LAST[9]!.derivation, unconfirmedYear: true, unconfirmedYears: [2027] },
    };
    expect(diffDuties([there], [renamed], TODAY)).toMatchObject({
      kept: [there],
      refreshed: [{ to: renamed }],
      moved: [],
    });
  });

  it('by one change leaves aside what others have changed before', () => {
    const there = LAST.map((duty) => known(duty));
    const before = year(by('LAST'), ['a', 'b']);
    const narrowed = causedBy(there, before, year(by(25), ['a', 'b']));
    expect(countsOf(diffDuties(narrowed.known, narrowed.wanted, TODAY))).toMatchObject({
      moved: 6,
      added: 0,
      dropped: 0,
    });
    expect(causedBy(there, before, before)).toEqual({ known: [], wanted: [] });
  });
});

const rules = fc.record({
  day: fc.constantFrom<(number | 'LAST')[]>(1, 5, 10, 25, 'LAST'),
  bodies: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  frequency: fc.constantFrom<('MONTHLY' | 'QUARTERLY')[]>('MONTHLY', 'QUARTERLY'),
});
const lives = fc.array(fc.record({ state: fc.constantFrom(...STATES), started: fc.boolean() }), {
  minLength: 36,
  maxLength: 36,
});
const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2025-12-15', n));

describe('any change', () => {
  const world = fc.record({ from: rules, to: rules, lives, today: days });
  type World = typeof world extends fc.Arbitrary<infer W> ? W : never;
  const scene = ({ from, to, lives: fates, today }: World) => {
    const there = year(by(from.day), from.bodies, from.frequency).map((duty, i) => known(duty, fates[i]));
    const asked = year(by(to.day), to.bodies, to.frequency);
    return { there, asked, diff: diffDuties(there, asked, today), today };
  };

  it('accounts for each duty once, and touches neither what is past nor what is begun', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { there, diff, today } = scene(given);
        const { kept, moved, dropped, untouched, added } = diff;
        expect(kept.length + moved.length + dropped.length + untouched.length).toBe(there.length);
        for (const duty of [...moved.map((move) => move.known), ...dropped]) {
          expect(duty).toMatchObject({ state: 'due', started: false });
          expect(duty.dueOn >= today).toBe(true);
        }
        for (const duty of [...added, ...moved.map(({ to }) => to)]) expect(duty.dueOn >= today).toBe(true);
      }),
    );
  });

  it('leaves exactly the previewed state: applied once more it does nothing', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { there, asked, diff, today } = scene(given);
        const after = written(there, diff);
        const again = diffDuties(after, asked, today);
        expect(countsOf(again)).toMatchObject({ moved: 0, added: 0, dropped: 0 });
        expect(again.refreshed).toEqual([]);
        expect(again.untouched.map(({ known: { id } }) => id)).toEqual(diff.untouched.map(({ known: { id } }) => id));
        expect(written(after, again)).toEqual(after);
      }),
    );
  });

  it('has one token for one result, in whatever order it was read', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { there, asked, diff, today } = scene(given);
        const token = tokenOf({ a: 1, b: 2 }, {}, diff);
        expect(tokenOf({ b: 2, a: 1 }, {}, diffDuties([...there].reverse(), [...asked].reverse(), today))).toBe(token);
        expect(tokenOf({ a: 1, b: 3 }, {}, diff)).not.toBe(token);
        const other = there.map((duty) => ({ ...duty, version: 2 }));
        const changes = diff.moved.length + diff.dropped.length > 0;
        expect(tokenOf({ a: 1, b: 2 }, {}, diffDuties(other, asked, today)) === token).toBe(!changes);
      }),
    );
  });
});
