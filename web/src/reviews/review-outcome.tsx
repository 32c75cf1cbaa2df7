import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { OutcomeForm } from './outcome-form.js';
import type { Review } from './review.queries.js';
import { Section } from './section.js';

/** What was decided, and what that opened; before it, the decision itself or who may take it. */
export function Outcome({ review, mayDecide }: { review: Review; mayDecide: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('reviews.outcome')} {...(review.outcome === null ? { className: 'no-print' } : {})}>
      {review.outcome !== null ? (
        <Decided review={review} outcome={review.outcome} />
      ) : mayDecide ? (
        <OutcomeForm review={review} />
      ) : (
        <Text>{t('reviews.awaitsOutcome')}</Text>
      )}
    </Section>
  );
}

function Decided({ review, outcome }: { review: Review; outcome: NonNullable<Review['outcome']> }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const { decision, decidedOn, decidedBy, note, newTermTo, openedAgreementId } = outcome;
  return (
    <Stack gap="sm">
      <Text fw={600}>{t(`reviews.decision.${decision}`)}</Text>
      <Facts
        rows={[
          [t('reviews.decidedOn'), civil(decidedOn)],
          [t('reviews.decidedBy'), decidedBy],
          [t('reviews.note'), note],
          [t('reviews.newTermTo'), newTermTo === null ? null : civil(newTermTo)],
          [t('reviews.nextReview'), review.cycle.nextDueOn === null ? null : civil(review.cycle.nextDueOn)],
        ]}
      />
      <Text>{t(`reviews.opened.${decision}`, { on: civil(decidedOn), to: civil(newTermTo) })}</Text>
      {openedAgreementId !== null && (
        <Text className="no-print">
          <TextLink to="/van-ban/$id/soan" params={{ id: openedAgreementId }}>
            {t('reviews.openDraft')}
          </TextLink>
        </Text>
      )}
    </Stack>
  );
}
