import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import { clauseNames } from './clause-names.js';
import { Minutes } from './review-minutes.js';
import { clausesQuery, type Review } from './review.queries.js';
import { Section } from './section.js';

interface Props {
  review: Review;
  mayHold: boolean;
  onMend: () => void;
}

/** What was held, who was there and what was found: also the paper that is printed. */
export function Record({ review, mayHold, onMend }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const mayMend = mayHold && review.state === 'held';
  const { heldOn, heldAtPlace, chair, sidesPresent, conclusion } = review;
  return (
    <Section
      title={t(`reviews.recordTitle.${review.kind}`)}
      actions={
        mayMend && (
          <Button variant="default" className="no-print" onClick={onMend}>
            {t('reviews.mend')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [t('reviews.heldOn'), civil(heldOn)],
          [t('reviews.place'), heldAtPlace],
          [t('reviews.chair'), chair],
          [
            t('reviews.sides'),
            sidesPresent.length === 0 ? t('reviews.sidesUnknown') : sidesPresent.map(({ name }) => name).join('; '),
          ],
        ]}
      />
      <Findings review={review} />
      {conclusion !== null && (
        <div>
          <Title order={3} size="h5">
            {t('reviews.conclusion')}
          </Title>
          <p className="reviews-text">{conclusion}</p>
        </div>
      )}
      <Minutes review={review} mayKeep={mayMend || (mayHold && review.minutes === null)} />
    </Section>
  );
}

function Findings({ review }: { review: Review }): ReactNode {
  const { t } = useTranslation();
  const clauses = useQuery(clausesQuery(review.agreementId, review.heldOn ?? today()));
  const names = clauseNames(clauses.data ?? []);
  if (review.findings.length === 0) return <Text c="dimmed">{t('reviews.noFindings')}</Text>;
  return (
    <Stack gap={0}>
      {review.findings.map(({ clauseId, clauseLabel, finding, assessment }, index) => (
        <div key={index} className="reviews-finding">
          <Title order={3} size="h5">
            {clauseId === null ? t('reviews.whole') : (names.get(clauseId) ?? clauseLabel ?? t('reviews.clauseGone'))}
          </Title>
          <p className="reviews-text">{finding}</p>
          {assessment !== null && (
            <Text size="sm">
              <strong>{t('reviews.assessment')}</strong>
              {`: ${assessment}`}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}
