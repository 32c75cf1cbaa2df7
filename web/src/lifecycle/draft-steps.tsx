import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './draft.css';

export const STEPS = ['van-ban', 'dieu-khoan', 'cam-ket', 'kiem-tra'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is in the making of an agreement; with an id every step can be gone to. */
export function Steps({ id, now }: { id?: string; now: Step }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('lifecycle.draft.steps')} className="draft-steps no-print">
      <ol>
        {STEPS.map((step, index) => {
          const inner = (
            <>
              <span aria-hidden className="draft-step-no">
                {index + 1}
              </span>
              <span>{t(`lifecycle.draft.step.${step}`)}</span>
            </>
          );
          const current = step === now ? ({ 'aria-current': 'step' } as const) : {};
          return (
            <li key={step}>
              {id === undefined ? (
                <span {...current}>{inner}</span>
              ) : (
                <Link to="/van-ban/$id/soan" params={{ id }} search={{ buoc: step }} {...current}>
                  {inner}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
