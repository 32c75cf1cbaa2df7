import type { Schemas } from '../api/client.js';

export interface Figure {
  label: string;
  unit: string;
  target: number | null;
  actual: number | null;
}

/** What a person types into a report. */
export interface Content {
  nothingToReport: boolean;
  done: string;
  difficulties: string;
  proposals: string;
  assessment: string;
  figures: Figure[];
  channel: Schemas['SubmissionAnswer']['channel'];
  receivedOn: string | null;
}

export const TEXTS = ['done', 'difficulties', 'proposals', 'assessment'] as const;

export const EMPTY: Content = {
  nothingToReport: false,
  done: '',
  difficulties: '',
  proposals: '',
  assessment: '',
  figures: [],
  channel: 'ELECTRONIC',
  receivedOn: null,
};

export const NO_FIGURE: Figure = { label: '', unit: '', target: null, actual: null };

export function contentOf(submission: Schemas['SubmissionAnswer']): Content {
  const { nothingToReport, done, difficulties, proposals, assessment, figures, channel, receivedOn } = submission;
  return {
    nothingToReport,
    done: done ?? '',
    difficulties: difficulties ?? '',
    proposals: proposals ?? '',
    assessment: assessment ?? '',
    figures: figures.map(({ label, unit, target, actual }) => ({ label, unit: unit ?? '', target, actual })),
    channel,
    receivedOn,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** A figure that says something and has no name cannot be sent. */
export function isUnnamed({ label, unit, target, actual }: Figure): boolean {
  return label.trim() === '' && (unit.trim() !== '' || target !== null || actual !== null);
}

/** As it is sent: empty texts are null, figures without a name stay behind. */
export function sentOf({ figures, receivedOn, ...content }: Content) {
  return {
    nothingToReport: content.nothingToReport,
    done: orNull(content.done),
    difficulties: orNull(content.difficulties),
    proposals: orNull(content.proposals),
    assessment: orNull(content.assessment),
    figures: figures
      .filter(({ label }) => label.trim() !== '')
      .map(({ label, unit, target, actual }) => ({ label: label.trim(), unit: orNull(unit), target, actual })),
    channel: content.channel,
    receivedOn: content.channel === 'PAPER' ? receivedOn : null,
  };
}

/** Two contents are the same when the register would keep the same. */
export function textOf(content: Content): string {
  return JSON.stringify(sentOf(content));
}

/** What a new report starts from: the figures of the last one without what was reached, else the target promised. */
export function startOf(
  last: Schemas['SubmissionAnswer'] | null,
  target: Schemas['CommitmentAnswer']['target'],
  targetLabel: (unit: string) => string,
): Content {
  const figures = (last?.figures ?? []).map(({ label, unit, target: to }) => ({
    label,
    unit: unit ?? '',
    target: to,
    actual: null,
  }));
  if (figures.length > 0 || target === null) return { ...EMPTY, figures };
  return { ...EMPTY, figures: [{ label: targetLabel(target.unit), unit: '', target: target.quantity, actual: null }] };
}
