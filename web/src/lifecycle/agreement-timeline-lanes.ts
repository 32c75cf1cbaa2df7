import type { DutyStanding } from '../commitments/standing-badge.js';
import { dayOf } from './agreement-promise.js';
import type { DueReport, DueReview } from './agreement-record.js';

export interface Duty {
  id: string;
  /** The last acceptable day as it counts now. */
  day: string;
  standing: DutyStanding;
  body: string;
  periodKey: string;
  periodVi: string;
  periodEn: string;
  doneOn: string | null;
  to: string;
}

export interface Mark {
  day: string;
  /** The most urgent of its duties decides how it looks. */
  standing: DutyStanding;
  duties: Duty[];
}

export interface Lane {
  key: string;
  duty: 'report' | 'review';
  title: string;
  /** Of a review; null for a commitment, which has its own title. */
  kind: DueReview['kind'] | null;
  marks: Mark[];
}

/** The most urgent first. */
const URGENCY: readonly DutyStanding[] = [
  'overdue',
  'returned',
  'due_today',
  'due_soon',
  'held',
  'in_term',
  'upcoming',
  'planned',
  'not_started',
  'done_late',
  'done_on_time',
  'concluded',
  'suspended',
  'waived',
  'cancelled',
];

function marksOf(duties: readonly Duty[]): Mark[] {
  const days = new Map<string, Duty[]>();
  for (const duty of duties) days.set(duty.day, [...(days.get(duty.day) ?? []), duty]);
  return [...days].map(([day, of]) => ({
    day,
    duties: of,
    standing: URGENCY.find((standing) => of.some((duty) => duty.standing === standing)) ?? 'not_started',
  }));
}

/** One lane a commitment, one a kind of review; duties on the same day are one mark. */
export function lanesOf(reports: readonly DueReport[], reviews: readonly DueReview[]): Lane[] {
  const commitments = [...new Map(reports.map((row) => [row.commitmentId, row.commitmentTitle]))];
  const kinds = [...new Set(reviews.map(({ kind }) => kind))];
  return [
    ...commitments.map(([id, title]): Lane => {
      const own = reports.filter(({ commitmentId }) => commitmentId === id).map(reportDuty);
      return { key: id, duty: 'report', title, kind: null, marks: marksOf(own) };
    }),
    ...kinds.map((kind): Lane => {
      const own = reviews.filter((row) => row.kind === kind).map(reviewDuty);
      return { key: kind, duty: 'review', title: kind, kind, marks: marksOf(own) };
    }),
  ];
}

function reportDuty(row: DueReport): Duty {
  const { id, standing, bodyName: body, periodKey, periodVi, periodEn, firstFiledOn: doneOn } = row;
  return { id, day: dayOf(row), standing, body, periodKey, periodVi, periodEn, doneOn, to: `/bao-cao/${id}` };
}

function reviewDuty(row: DueReview): Duty {
  const { id, standing, hostName: body, periodKey, periodVi, periodEn, heldOn: doneOn } = row;
  return { id, day: row.dueOn, standing, body, periodKey, periodVi, periodEn, doneOn, to: `/so-ket/${id}` };
}
