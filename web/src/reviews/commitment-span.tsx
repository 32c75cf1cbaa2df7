import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { spanQuery, type Commitment, type CommitmentStandings, type Review } from './review.queries.js';

/** What was reported of a commitment in the span of the review: how many in time, and what they say. */
export function CommitmentSpan({ review, commitment }: { review: Review; commitment: Commitment }): ReactNode {
  const { t } = useTranslation();
  const { agreementId, windowStart, windowEnd } = review;
  const span = useQuery(spanQuery(agreementId, windowStart, windowEnd));
  return (
    <Stack gap={4} className="reviews-quote">
      <Text size="sm" fw={600}>
        {commitment.title}
      </Text>
      {commitment.target !== null && (
        <Text size="sm">{t('reviews.target', { target: targetWords(commitment.target) })}</Text>
      )}
      <Answered of={span} rows={1}>
        {(all) => <Reported standings={all.find(({ commitmentId }) => commitmentId === commitment.id)} />}
      </Answered>
    </Stack>
  );
}

const targetWords = ({ quantity, unit, per }: Schemas['TargetField']): string =>
  [quantity, unit, per == null ? null : `/ ${per}`].filter((part) => part !== null).join(' ');

function Reported({ standings }: { standings: CommitmentStandings | undefined }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  if (standings === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('reviews.noneDue')}
      </Text>
    );
  const count = (...those: CommitmentStandings['standings'][number]['standing'][]): number =>
    standings.standings.reduce((sum, { standing, count: n }) => sum + (those.includes(standing) ? n : 0), 0);
  const boxes = [
    ['onTime', count('done_on_time')],
    ['late', count('done_late')],
    ['overdue', count('overdue')],
    ['open', count('in_term', 'due_soon', 'due_today', 'not_started', 'returned')],
    ['outside', count('suspended', 'waived')],
  ] as const;
  const told = standings.filed;
  return (
    <>
      <Text size="sm">
        {boxes
          .filter(([, number]) => number > 0)
          .map(([name, number]) => t(`reviews.span.${name}`, { count: number }))
          .join(' · ')}
      </Text>
      {told.length > 0 && (
        <div>
          <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
            {t(isOpen ? 'reviews.hideReports' : 'reviews.showReports')}
          </Button>
        </div>
      )}
      <div id={id}>{isOpen && <Told ids={told} />}</div>
    </>
  );
}

function Told({ ids }: { ids: readonly string[] }): ReactNode {
  const details = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['occurrences', id],
      queryFn: () => answer(api.GET('/api/v1/occurrences/{id}', { params: { path: { id } } })),
    })),
  });
  return (
    <Stack gap="xs">
      {details.map((detail, index) => (
        <Answered key={ids[index]} of={detail} rows={1}>
          {(report) => <OneReport report={report} />}
        </Answered>
      ))}
    </Stack>
  );
}

function OneReport({ report }: { report: Schemas['OccurrenceAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { say, count } = useFormats();
  const filing = report.submissions.filter(({ state }) => state !== 'draft').at(-1);
  if (filing === undefined) return null;
  return (
    <div>
      <TextLink to="/bao-cao/$id" params={{ id: report.id }} size="sm">
        {`${say(report.periodVi, report.periodEn)} – ${report.bodyName}`}
      </TextLink>
      {filing.nothingToReport && <Text size="sm">{t('reviews.nothingToReport')}</Text>}
      {filing.figures.map(({ label, unit, target, actual }) => (
        <Text key={label} size="sm">
          {t('reviews.figure', {
            name: label,
            actual: actual === null ? '–' : count(actual),
            target: target === null ? '–' : count(target),
            unit: unit ?? '',
          })}
        </Text>
      ))}
      {[filing.done, filing.difficulties].map(
        (text, index) =>
          text !== null && (
            <p key={index} className="reviews-text">
              {text}
            </p>
          ),
      )}
    </div>
  );
}
