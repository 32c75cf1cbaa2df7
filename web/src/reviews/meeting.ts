import type { Schemas } from '../api/client.js';
import type { Promised } from './clause-names.js';
import type { Review } from './review.queries.js';

export interface TypedFinding {
  /** null: of the whole agreement. */
  clauseId: string | null;
  finding: string;
  assessment: string;
}

/** The record of a meeting while it is being typed. */
export interface TypedMeeting {
  heldOn: string | null;
  place: string;
  chair: string;
  sides: string[];
  findings: TypedFinding[];
  conclusion: string;
}

/** What is recorded already, and a blank line for each clause that obliges something and has no finding yet. */
export function startOf(review: Review, promised: readonly Promised[], today: string): TypedMeeting {
  const told = review.findings.map(({ clauseId, finding, assessment }) => ({
    clauseId,
    finding,
    assessment: assessment ?? '',
  }));
  const blank = promised
    .filter(({ clauseId }) => !told.some((finding) => finding.clauseId === clauseId))
    .map(({ clauseId }) => ({ clauseId, finding: '', assessment: '' }));
  const place = (clauseId: string | null): number => {
    const index = promised.findIndex((one) => one.clauseId === clauseId);
    return index < 0 ? promised.length : index;
  };
  const planned = review.plannedOn !== null && review.plannedOn <= today ? review.plannedOn : null;
  return {
    heldOn: review.heldOn ?? planned,
    place: review.heldAtPlace ?? review.plannedPlace ?? '',
    chair: review.chair ?? '',
    sides: review.sidesPresent.map(({ bodyId }) => bodyId),
    findings: [...told, ...blank].sort((a, b) => place(a.clauseId) - place(b.clauseId)),
    conclusion: review.conclusion ?? '',
  };
}

/** The lines that say something. */
export const saidOnly = (findings: readonly TypedFinding[]): TypedFinding[] =>
  findings.filter(({ finding, assessment }) => finding.trim() !== '' || assessment.trim() !== '');

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function meetingOf(typed: TypedMeeting): Schemas['NewMeeting'] {
  return {
    heldOn: typed.heldOn ?? '',
    place: orNull(typed.place),
    chair: orNull(typed.chair),
    sidesPresent: typed.sides,
    findings: saidOnly(typed.findings).map(({ clauseId, finding, assessment }) => ({
      clauseId,
      finding: finding.trim(),
      assessment: orNull(assessment),
    })),
    conclusion: orNull(typed.conclusion),
  };
}
