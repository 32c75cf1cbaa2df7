import { addDays, earliest, latest, type CivilDate } from '../../src/core/civil-date.js';
import { plan } from '../../src/core/planner.js';
import { workingCalendar } from '../../src/core/working-calendar.js';
import { aBody, aCommitment, anAgreement, aSchedule, putRow } from '../support/rows.js';
import type { World } from '../support/world.js';

/** What a history leaves behind of one duty, told in days: the naive replay reads nothing else. */
export interface Told {
  id: string;
  duty: 'REPORT' | 'REVIEW' | 'FOLLOW_UP';
  periodKey: string;
  goneOn: CivilDate | null;
  dueOn: CivilDate;
  filings: { filedOn: CivilDate; returnedOn: CivilDate | null; submission: string }[];
  doneOn: CivilDate | null;
  waived: { on: CivilDate; entered: CivilDate } | null;
  suspensions: { on: CivilDate; entered: CivilDate; resumedOn: CivilDate | null }[];
  /** Dates as they were from a day on. */
  dates: { entered: CivilDate; agreed: CivilDate; overdueFrom: CivilDate }[];
  state: string;
}

export type Box = 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | 'suspended' | 'waived';

/** What is known at the end about a day: facts by their own days, decisions and dates by the day they were entered. */
export function knownNow(told: Told, day: CivilDate): Box | null {
  if (told.goneOn !== null) return null;
  const dates = told.dates.filter(({ entered }) => entered <= day).at(-1) ?? told.dates[0]!;
  const { waived } = told;
  const facts = told.filings.filter(({ filedOn }) => filedOn <= day);
  const last = facts.at(-1);
  const filed = last !== undefined && !(last.returnedOn !== null && last.returnedOn <= day);
  const done = told.duty === 'REPORT' ? filed : told.doneOn !== null && told.doneOn <= day;
  if (waived !== null && earliest(waived.on, waived.entered) <= day) return 'waived';
  if (done) {
    const [first = told.doneOn!, ...others] = facts.map(({ filedOn }) => filedOn);
    return earliest(first, ...others) <= dates.agreed ? 'doneOnTime' : 'doneLate';
  }
  const rests = told.suspensions.some(
    ({ on, entered, resumedOn }) => earliest(on, entered) <= day && (resumedOn === null || day < resumedOn),
  );
  if (rests) return 'suspended';
  return day < dates.overdueFrom ? 'inTerm' : 'overdue';
}

/** Any: it is only told, never counted with. */
const DERIVATION = plan(
  {
    rule: {
      frequency: 'MONTHLY',
      n: null,
      included: null,
      milestones: null,
      anchor: null,
      dues: [],
      window: { kind: 'SCHEME' },
      roll: 'NONE',
    },
    scheme: null,
    inForceFrom: '2026-06-01',
    termEnd: null,
    followedSince: null,
  },
  { from: '2026-06-01', to: '2026-06-30' },
  workingCalendar([], [2026]),
).duties[0]!.derivation;

export interface Ground {
  agreement: string;
  commitment: string;
  schedule: string;
  cycle: string;
  body: string;
  hook: string;
}

export async function layGround({ db }: World): Promise<Ground> {
  const body = await aBody(db, 'Ban Tuyên giáo và Dân vận');
  const agreement = await anAgreement(db);
  const commitment = await aCommitment(db, agreement, [body]);
  const schedule = await aSchedule(db, commitment);
  const [{ id: member }] = await db.query<[{ id: string }]>('select id from member limit 1');
  const cycle = await putRow(db, 'review_cycle', {
    agreement_id: agreement,
    kind: 'MEETING',
    frequency: 'EVERY_N_MONTHS',
    n: 1,
    window_rule: { kind: 'ANCHOR' },
    host_id: body,
    confirmed_by: member,
    confirmed_at: '2026-01-01T00:00:00Z',
  });
  const hook = await putRow(db, 'review', {
    ...dated('HOOK', '2001-01-01'),
    cycle_id: cycle,
    agreement_id: agreement,
    kind: 'MEETING',
    host_id: body,
    state: 'cancelled',
  });
  return { agreement, commitment, schedule, cycle, body, hook };
}

function dated(periodKey: string, dueOn: CivilDate): Record<string, unknown> {
  const overdueFrom = addDays(dueOn, 1);
  const window = { window_start: addDays(dueOn, -60), window_end: addDays(dueOn, -5) };
  return {
    period_key: periodKey,
    report_year: 2026,
    ...window,
    due_raw: dueOn,
    due_on: dueOn,
    overdue_from: overdueFrom,
    derivation: DERIVATION,
  };
}

/** A duty is born, in whatever table; a follow-up takes its period from its review. */
export async function bear(
  { db }: World,
  ground: Ground,
  told: Pick<Told, 'duty' | 'periodKey' | 'dueOn'>,
  today: CivilDate,
): Promise<Told> {
  const { duty, periodKey, dueOn } = told;
  const { agreement, commitment, schedule, cycle, body } = ground;
  const meeting = {
    ...dated(periodKey, dueOn),
    cycle_id: cycle,
    agreement_id: agreement,
    kind: 'MEETING',
    host_id: body,
  };
  let id: string;
  if (duty === 'REPORT') {
    id = await putRow(db, 'occurrence', {
      ...dated(periodKey, dueOn),
      schedule_id: schedule,
      commitment_id: commitment,
      agreement_id: agreement,
      body_id: body,
      tier: 1,
    });
  } else if (duty === 'REVIEW') {
    id = await putRow(db, 'review', meeting);
  } else {
    const review = await putRow(db, 'review', {
      ...meeting,
      due_on: '2001-01-01',
      overdue_from: '2001-01-02',
      state: 'cancelled',
    });
    id = await putRow(db, 'follow_up', {
      review_id: review,
      agreement_id: agreement,
      title: periodKey,
      owner_id: body,
      due_on: dueOn,
      overdue_from: addDays(dueOn, 1),
    });
  }
  const dates = [{ entered: today, agreed: dueOn, overdueFrom: addDays(dueOn, 1) }];
  return { id, ...told, goneOn: null, filings: [], doneOn: null, waived: null, suspensions: [], dates, state: 'open' };
}

/** A day not after today, back to ten days before, and not before the agreement was there. */
export function someDayBefore(random: () => number, today: CivilDate): CivilDate {
  return latest('2026-06-01', addDays(today, -Math.floor(random() * 11)));
}
