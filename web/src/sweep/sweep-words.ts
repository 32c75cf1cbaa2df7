import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { vi } from './words.vi.js';

export type Sweep = Schemas['SweepAnswer'];

/** Rows that the run changed, all steps together. */
export function changesIn({ counts }: Pick<Sweep, 'counts'>): number {
  return Object.values(counts as Record<string, number>).reduce((all, number) => all + number, 0);
}

type Step = keyof typeof vi.counts;
const isStep = (name: string): name is Step => name in vi.counts;

/** A step in words; one that is newer than the page keeps its name. */
export function useStepName(): (step: string) => string {
  const { t } = useTranslation();
  return (step) => (isStep(step) ? t(`sweep.counts.${step}`) : step);
}
