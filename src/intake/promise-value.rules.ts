import type { Cadence } from './cadence.shape.js';
import type { ProposedRole } from './role.rules.js';

const LONGEST_TITLE = 250;

/** The schedule of a cadence, as NewSchedule takes it. */
export function scheduleOf(cadence: Cadence): Record<string, unknown> {
  const { frequency, n, included, milestones, anchorOn, window, due, sentence } = cadence;
  return {
    frequency,
    n,
    included,
    milestones,
    anchorOn,
    window,
    dues: due === null ? [] : [{ tier: 1, rule: due }],
    textAsWritten: sentence,
  };
}

/** What to offer where the text names no interval: sơ kết yearly, tổng kết at the end of the term (domain §1.4). */
export function reviewOf(cadence: Cadence, bodies: readonly ProposedRole[]): Record<string, unknown> {
  const { kind, frequency, n, included, milestones, anchorOn, window, due, sentence } = cadence;
  const offered =
    frequency !== 'UNSPECIFIED'
      ? null
      : kind === 'INTERIM_REVIEW'
        ? 'YEARLY'
        : kind === 'FINAL_REVIEW'
          ? 'END_OF_TERM'
          : null;
  // Where nothing is said of the window the register knows what is usual.
  const stated = window.kind === 'SCHEME' || window.kind === 'ANCHOR' ? null : window;
  const host = bodies.find(({ role }) => role === 'LEAD') ?? null;
  return {
    kind,
    frequency,
    offered,
    n,
    included,
    milestones,
    anchorOn,
    window: stated,
    due,
    host,
    bodies,
    textAsWritten: sentence,
  };
}

/** A sentence as the title of a commitment. */
export function titleOf(sentence: string): string {
  const plain = sentence
    .replace(/\s+/gu, ' ')
    .replace(/^(?:\d{1,2}[.)]|[a-zđ]\)|[-–+*•])\s*/u, '')
    .replace(/[\s:;,.]+$/u, '');
  const cut = plain.length <= LONGEST_TITLE ? plain : `${plain.slice(0, plain.lastIndexOf(' ', LONGEST_TITLE))}…`;
  return `${cut.slice(0, 1).toUpperCase()}${cut.slice(1)}`;
}
