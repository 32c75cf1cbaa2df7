import type { CivilDate } from '../core/civil-date.js';
import { defineLifeCycle } from '../core/life-cycle.js';
import type { Refusal } from '../core/refusal.js';
import type { Figure, Submission } from './occurrence.entity.js';
import { refuseReport } from './report.refusals.js';
import type { Channel } from './report.words.js';

/** One filing; a draft is not a report (lesson 19). */
export const SUBMISSION_LIFE = defineLifeCycle('submission', {
  initial: 'draft',
  final: ['returned', 'accepted'],
  states: {
    draft: { change: 'draft', submit: 'submitted' },
    submitted: { accept: 'accepted', return: 'returned' },
    returned: {},
    accepted: {},
  },
});

type Draft = Pick<
  Submission,
  'nothingToReport' | 'done' | 'difficulties' | 'proposals' | 'assessment' | 'figures' | 'channel' | 'receivedOn'
>;

export const EMPTY_DRAFT: Draft = {
  nothingToReport: false,
  done: null,
  difficulties: null,
  proposals: null,
  assessment: null,
  figures: [],
  channel: 'ELECTRONIC',
  receivedOn: null,
};

type Given<T> = { [K in keyof T]?: T[K] | null };

interface DraftInput extends Given<Omit<Draft, 'figures'>> {
  figures?: readonly (Given<Figure> & Pick<Figure, 'label'>)[] | null;
}

/** The draft with what was given; null empties a text, absence keeps it. */
export function draftOf(before: Draft, input: DraftInput): Draft {
  const kept = <T>(given: T | undefined, old: T): T => (given === undefined ? old : given);
  return {
    nothingToReport: input.nothingToReport ?? before.nothingToReport,
    done: kept(input.done, before.done),
    difficulties: kept(input.difficulties, before.difficulties),
    proposals: kept(input.proposals, before.proposals),
    assessment: kept(input.assessment, before.assessment),
    figures: input.figures?.map(wholeFigure) ?? before.figures,
    channel: input.channel ?? before.channel,
    receivedOn: kept(input.receivedOn, before.receivedOn),
  };
}

function wholeFigure({ label, unit, target, actual }: Given<Figure> & Pick<Figure, 'label'>): Figure {
  return { label, unit: unit ?? null, target: target ?? null, actual: actual ?? null };
}

interface Arrival extends Pick<Submission, 'channel' | 'receivedOn'> {
  /** Postmark. */
  sentOn: CivilDate | null;
}

/** Paper, which may count on a day gone by, is entered by office staff (design §2). `rights` undefined: the register itself. */
export function checkChannel(channel: Channel, rights: readonly string[] | undefined): Refusal | null {
  if (channel === 'ELECTRONIC' || rights === undefined || rights.includes('reports.file-paper')) return null;
  return refuseReport('paper-by-office', {}, '/channel');
}

/** Only paper has days of its own, none of them in the future. */
export function checkArrival({ channel, receivedOn, sentOn }: Arrival, today: CivilDate): Refusal | null {
  const days = [
    ['/receivedOn', receivedOn],
    ['/sentOn', sentOn],
  ] as const;
  for (const [pointer, day] of days) {
    if (day === null) continue;
    if (channel === 'ELECTRONIC') return refuseReport('day-on-electronic', {}, pointer);
    if (day > today) return refuseReport('in-future', { day, today }, pointer);
  }
  if (sentOn === null || receivedOn === null || sentOn <= receivedOn) return null;
  return refuseReport('sent-after-received', { sentOn, receivedOn }, '/sentOn');
}

/** The day that counts: of sending, or of a paper its postmark, else its receipt; refuses report.received-on-missing. */
export function filedDay({ channel, receivedOn, sentOn }: Arrival, today: CivilDate): CivilDate {
  if (channel === 'ELECTRONIC') return today;
  const day = sentOn ?? receivedOn;
  if (day === null) throw refuseReport('received-on-missing', {}, '/receivedOn');
  return day;
}

/** Nothing to report is a filing (lesson 20); an empty report is not. */
export function checkContent({
  nothingToReport,
  done,
  figures,
}: Pick<Submission, 'nothingToReport' | 'done' | 'figures'>): Refusal | null {
  const says = done !== null || figures.some(({ actual }) => actual !== null);
  return nothingToReport || says ? null : refuseReport('empty', {}, '/done');
}
