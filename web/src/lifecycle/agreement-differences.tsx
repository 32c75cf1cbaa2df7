import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { ToneBadge, type Tone } from '../ui/tone.js';
import { useClauseName } from './agreement-clause.js';

export const TONE: Record<Schemas['ClauseDifferenceKind'], Tone> = { ADDED: 'good', ENDED: 'danger', CHANGED: 'soon' };

/** What the text says on one day and not on the other, the earlier day on the left. */
export function Differences({ id, one, other }: { id: string; one: string; other: string }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const nameOf = useClauseName();
  const [from, to] = one < other ? [one, other] : [other, one];
  const differences = useQuery({
    queryKey: ['agreements', id, 'differences', from, to],
    queryFn: () =>
      answer(api.GET('/api/v1/agreements/{id}/clauses/differences', { params: { path: { id }, query: { from, to } } })),
  });
  const title = t('lifecycle.agreement.clauses.differences', { from: civil(from), to: civil(to) });
  return (
    <section className="agreement-part" aria-label={title}>
      <h2>{title}</h2>
      <Answered of={differences}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('lifecycle.agreement.clauses.noDifference')}</Text>
          ) : (
            <ul>
              {items.map(({ lineageId, change, before, after }) => {
                const clause = after ?? before;
                return (
                  <li key={lineageId}>
                    <ToneBadge tone={TONE[change]}>{t(`lifecycle.agreement.clauses.${change}`)}</ToneBadge>{' '}
                    <b>{clause !== null && nameOf(clause)}</b>
                    <div className="difference">
                      <Side label={t('lifecycle.agreement.clauses.before')} text={before?.text ?? null} />
                      <Side label={t('lifecycle.agreement.clauses.after')} text={after?.text ?? null} />
                    </div>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

export function Side({ label, text }: { label: string; text: string | null }): ReactNode {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <p className="verbatim">{text ?? '–'}</p>
    </div>
  );
}
