import { Alert, Button, Collapse, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { daysBetween, today } from '../ui/today.js';
import type { Review } from './review.queries.js';
import { Section } from './section.js';

/** What it is about, by when, and why by then. */
export function ReviewFacts({ review }: { review: Review }): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const { state, cycle } = review;
  const left = daysBetween(today(), review.overdueFrom) - 1;
  const isOpen = state === 'due' || state === 'planned';
  const closeness =
    left < 0
      ? t('commitments.daysLate', { count: -left })
      : left === 0
        ? t('ui.today')
        : t('commitments.daysLeft', { count: left });
  return (
    <Section title={t('reviews.about')}>
      {state === 'suspended' && (
        <Alert color="yellow" variant="outline" icon={<IconInfoCircle aria-hidden />}>
          {t('reviews.suspended')}
        </Alert>
      )}
      {state === 'cancelled' && (
        <Alert color="gray" variant="outline" icon={<IconInfoCircle aria-hidden />}>
          {t('reviews.cancelled')}
        </Alert>
      )}
      <Facts
        rows={[
          [
            t('reviews.agreement'),
            <TextLink key="agreement" to="/van-ban/$id" params={{ id: review.agreementId }}>
              {review.agreementTitle}
            </TextLink>,
          ],
          [t('reviews.host'), review.hostName],
          [t('reviews.window'), t('reviews.days', { from: civil(review.windowStart), to: civil(review.windowEnd) })],
          [
            t('reviews.dueOn'),
            <span key="due">
              <strong>{civil(review.dueOn)}</strong>
              {isOpen && ` (${closeness})`}
            </span>,
          ],
          [
            t('reviews.plannedOn'),
            review.plannedOn === null ? null : (
              <span key="planned">
                {[civil(review.plannedOn), review.plannedPlace].filter((part) => part !== null).join(', ')}
                {review.plannedLate && ` (${t('reviews.plannedLate')})`}
              </span>
            ),
          ],
          [
            t('reviews.sentence'),
            cycle.textAsWritten === null ? null : (
              <blockquote key="sentence" className="reviews-quote">
                {cycle.textAsWritten}
              </blockquote>
            ),
          ],
        ]}
      />
      <Why why={say(review.whyVi, review.whyEn)} />
    </Section>
  );
}

function Why({ why }: { why: string }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <Stack gap={4} align="flex-start" className="no-print">
      <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        {t('reviews.why')}
      </Button>
      <div id={id}>
        <Collapse expanded={isOpen}>
          <Text className="reviews-text">{why}</Text>
        </Collapse>
      </div>
    </Stack>
  );
}
