import { describe, expect, it } from '@jest/globals';
import { checkNotTooEarly, clockAfterReturn, OCCURRENCE_LIFE } from '../../src/reports/occurrence.rules.js';
import {
  eventDuties,
  occurrencesOf,
  planSchedule,
  type PlanDesk,
  type Reporter,
  type ScheduleFacts,
} from '../../src/reports/planning.rules.js';
import {
  checkArrival,
  checkContent,
  draftOf,
  EMPTY_DRAFT,
  filedDay,
  SUBMISSION_LIFE,
} from '../../src/reports/submission.rules.js';
import { calendar, dutyFor, facts, aRule } from './planning-cast.js';

const A = 'aaaaaaaa-0000-0000-0000-000000000000';
const B = 'bbbbbbbb-0000-0000-0000-000000000000';

function reporter(bodyId: string, changes: Partial<Reporter> = {}): Reporter {
  return { bodyId, tier: 1, fromOn: null, toOn: null, validTo: null, ...changes };
}

/** Monthly by the calendar, due on the last day, nothing rolls. */
function schedule(changes: Partial<ScheduleFacts> = {}): ScheduleFacts {
  return {
    id: 's',
    commitmentId: 'c',
    agreementId: 'a',
    clauseId: null,
    frequency: 'MONTHLY',
    n: null,
    included: null,
    milestones: null,
    anchorOn: null,
    windowRule: { kind: 'SCHEME' },
    dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 'LAST' } }],
    roll: 'NONE',
    schemeId: null,
    inForceFrom: '2026-01-01',
    termEnd: null,
    followedSince: null,
    plannedTo: null,
    nextPlanOn: null,
    reporters: [reporter(A)],
    ...changes,
  };
}

function desk(today: string, horizonDays = 31): PlanDesk {
  return { calendar, schemes: new Map(), today, horizonDays };
}

const keys = (plan: ReturnType<typeof planSchedule>): string[] => plan.occurrences.map((row) => row.periodKey);

describe('planning a schedule', () => {
  it('takes a window that starts on the horizon and not the one that starts a day after it', () => {
    expect(keys(planSchedule(schedule(), desk('2026-02-28', 1)))).toEqual(['2026-M01', '2026-M02', '2026-M03']);
    expect(keys(planSchedule(schedule(), desk('2026-02-27', 1)))).toEqual(['2026-M01', '2026-M02']);
  });

  it('is asked for again on the night on which the next window enters the horizon', () => {
    const first = planSchedule(schedule(), desk('2026-02-27', 10));
    expect(first).toMatchObject({ plannedTo: '2026-03-09', nextPlanOn: '2026-03-22' });
    const again = schedule({ plannedTo: '2026-03-09' });
    expect(keys(planSchedule(again, desk('2026-03-21', 10)))).toEqual([]);
    expect(keys(planSchedule(again, desk('2026-03-22', 10)))).toEqual(['2026-M04']);
  });

  it('looks behind nothing that is planned, when an earlier day is asked for', () => {
    const plan = planSchedule(schedule({ plannedTo: '2026-06-15' }), desk('2026-01-05', 10));
    expect(plan).toEqual({ occurrences: [], plannedTo: '2026-06-15', nextPlanOn: '2026-06-21' });
  });

  it('stops with the term and goes on from there when the term grows longer', () => {
    const ended = planSchedule(schedule({ termEnd: '2026-02-28' }), desk('2026-01-05', 400));
    expect(keys(ended)).toEqual(['2026-M01', '2026-M02']);
    expect(ended).toMatchObject({ plannedTo: '2026-02-28', nextPlanOn: null });
    const longer = schedule({ termEnd: '2026-03-31', plannedTo: ended.plannedTo });
    expect(keys(planSchedule(longer, desk('2026-01-05', 400)))).toEqual(['2026-M03']);
  });

  it('owes no period that ends a day after the term', () => {
    expect(keys(planSchedule(schedule({ termEnd: '2026-02-27' }), desk('2026-01-05', 400)))).toEqual(['2026-M01']);
  });

  it('asks for nothing due before the agreement was followed', () => {
    expect(keys(planSchedule(schedule({ followedSince: '2026-02-28' }), desk('2026-03-01', 1)))[0]).toBe('2026-M02');
    expect(keys(planSchedule(schedule({ followedSince: '2026-03-01' }), desk('2026-03-01', 1)))[0]).toBe('2026-M03');
  });

  it('refuses a schedule without a first day or without anybody who reports', () => {
    expect(() => planSchedule(schedule({ inForceFrom: null }), desk('2026-01-01'))).toThrow('entry into force');
    expect(() => planSchedule(schedule({ reporters: [] }), desk('2026-01-01'))).toThrow('No body');
  });

  it('asks a tier that the schedule does not date by the scheme, or on the last day of the period', () => {
    const tiers = schedule({ reporters: [reporter(A), reporter(B, { tier: 2 })] });
    const rows = planSchedule(tiers, desk('2026-01-01', 0)).occurrences;
    expect(rows.map(({ bodyId, tier, dueOn }) => [bodyId, tier, dueOn])).toEqual([
      [A, 1, '2026-01-31'],
      [B, 2, '2026-01-31'],
    ]);
  });
});

describe('who owes a report', () => {
  const january = dutyFor(facts(aRule('MONTHLY'), { inForceFrom: '2026-01-01' }), '2026-M01');
  const owing = (reporters: Reporter[]): string[] =>
    occurrencesOf(schedule({ reporters }), { ...january, dueOn: '2026-01-31' }).map((row) => row.bodyId);

  it('is every lead whose days include the due day', () => {
    expect(owing([reporter(A), reporter(B)])).toEqual([A, B]);
    expect(owing([reporter(A, { toOn: '2026-01-31' }), reporter(B, { fromOn: '2026-02-01' })])).toEqual([A]);
    expect(owing([reporter(A, { toOn: '2026-01-30' }), reporter(B, { fromOn: '2026-01-31' })])).toEqual([B]);
  });

  it('waits for a successor when the body is gone the day before, and not when its last day is the due day', () => {
    const [gone, last] = occurrencesOf(
      schedule({ reporters: [reporter(A, { validTo: '2026-01-30' }), reporter(B, { validTo: '2026-01-31' })] }),
      { ...january, dueOn: '2026-01-31' },
    );
    expect(gone).toMatchObject({
      state: 'suspended',
      suspendedBecause: 'AWAITING_SUCCESSOR',
      suspendedOn: '2026-01-31',
    });
    expect(last).toMatchObject({ state: 'due', suspendedBecause: null, suspendedOn: null });
  });
});

describe('an event', () => {
  const byEvent = schedule({
    frequency: 'ON_EVENT',
    roll: 'NEXT',
    dues: [{ tier: 1, rule: { qualifier: 'WITHIN', anchor: 'EVENT', nDays: 5, dayKind: 'WORKING' } }],
  });

  it('is reported as the schedule says', () => {
    const [duty] = eventDuties(byEvent, { on: '2026-07-02', dueOn: null }, desk('2026-07-02'));
    expect(duty).toMatchObject({ periodKey: 'E2026-07-02', dueOn: '2026-07-09', overdueFrom: '2026-07-10' });
  });

  it('by request is due on the day named, be it a Sunday', () => {
    const request = schedule({ frequency: 'ON_REQUEST', roll: 'NEXT', dues: [] });
    const [duty] = eventDuties(request, { on: '2026-07-02', dueOn: '2026-07-05' }, desk('2026-07-02'));
    expect(duty).toMatchObject({ dueOn: '2026-07-05', dueRaw: '2026-07-05', overdueFrom: '2026-07-06' });
  });

  it('without a rule needs a due day', () => {
    const silent = schedule({ frequency: 'ON_EVENT', dues: [] });
    expect(() => eventDuties(silent, { on: '2026-07-02', dueOn: null }, desk('2026-07-02'))).toThrow('due');
  });
});

describe('the day a report counts on', () => {
  const paper = { channel: 'PAPER', receivedOn: '2026-07-02', sentOn: null } as const;

  it('is the day of sending, the postmark of a paper, else its receipt', () => {
    expect(filedDay({ channel: 'ELECTRONIC', receivedOn: null, sentOn: null }, '2026-07-03')).toBe('2026-07-03');
    expect(filedDay(paper, '2026-07-03')).toBe('2026-07-02');
    expect(filedDay({ ...paper, sentOn: '2026-06-30' }, '2026-07-03')).toBe('2026-06-30');
    expect(() => filedDay({ ...paper, receivedOn: null }, '2026-07-03')).toThrow('paper');
  });

  it('is never after today', () => {
    expect(checkArrival(paper, '2026-07-02')).toBeNull();
    expect(checkArrival(paper, '2026-07-01')).toMatchObject({ code: 'report.in-future', pointer: '/receivedOn' });
    expect(checkArrival({ ...paper, sentOn: '2026-07-03' }, '2026-07-02')).toMatchObject({ pointer: '/sentOn' });
  });

  it('is not sent after it was received, and electronic reports have no such days', () => {
    expect(checkArrival({ ...paper, sentOn: '2026-07-02' }, '2026-07-05')).toBeNull();
    expect(checkArrival({ ...paper, sentOn: '2026-07-03' }, '2026-07-05')?.code).toBe('report.sent-after-received');
    expect(checkArrival({ ...paper, channel: 'ELECTRONIC' }, '2026-07-05')?.code).toBe('report.day-on-electronic');
  });

  it('is not before the window, the first day of which counts', () => {
    const july = { windowStart: '2026-07-01', dueOn: '2026-07-31' };
    expect(checkNotTooEarly(july, '2026-07-01')).toBeNull();
    expect(checkNotTooEarly(july, '2026-06-30')?.code).toBe('report.too-early');
  });

  it('may lie before an event that is reported before it happens', () => {
    expect(checkNotTooEarly({ windowStart: '2026-07-20', dueOn: '2026-07-10' }, '2026-07-01')).toBeNull();
  });
});

describe('the content of a report', () => {
  it('is a text, a figure reached, or nothing to report', () => {
    expect(checkContent({ ...EMPTY_DRAFT, done: 'Đã tổ chức 3 buổi' })).toBeNull();
    expect(checkContent({ ...EMPTY_DRAFT, nothingToReport: true })).toBeNull();
    const figure = { label: 'Buổi', unit: null, target: 3, actual: null };
    expect(checkContent({ ...EMPTY_DRAFT, figures: [{ ...figure, actual: 0 }] })).toBeNull();
    expect(checkContent({ ...EMPTY_DRAFT, figures: [figure] })?.code).toBe('report.empty');
  });

  it('keeps what a change does not name and empties what it sets to null', () => {
    const before = { ...EMPTY_DRAFT, done: 'a', proposals: 'b' };
    expect(draftOf(before, { proposals: null })).toEqual({ ...EMPTY_DRAFT, done: 'a', proposals: null });
  });
});

describe('a return', () => {
  const due = '2026-07-10';

  it('gives who first filed in time until the day to file again, though never less than the due day', () => {
    const inTime = { firstFiledOn: due, dueOn: due };
    expect(clockAfterReturn(inTime, '2026-07-20')).toEqual({ overdueFrom: '2026-07-21', overdueNoticedOn: null });
    expect(clockAfterReturn(inTime, '2026-07-05').overdueFrom).toBe('2026-07-11');
  });

  it('gives nothing to who first filed a day late', () => {
    expect(clockAfterReturn({ firstFiledOn: '2026-07-11', dueOn: due }, '2026-07-20')).toEqual({});
  });
});

describe('the life of reports', () => {
  it('is sound', () => {
    expect([...OCCURRENCE_LIFE.flaws(), ...SUBMISSION_LIFE.flaws()]).toEqual([]);
  });

  it('takes no report on what is suspended, waived, accepted or filed', () => {
    for (const state of ['suspended', 'waived', 'accepted', 'filed'] as const) {
      expect(OCCURRENCE_LIFE.can(state, 'file')).toBe(false);
    }
  });
});
