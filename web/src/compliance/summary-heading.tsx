import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import { useAgreementName } from '../agreements/agreement-picker.js';
import type { Asked } from './summary-asked.js';

/** What is counted, as of when and by what knowledge, in sentences; on paper under a heading of its own. */
export function SummaryHeading({ asked }: { asked: Asked }): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const { asOf, sense, from, to, bodyId, agreementId } = asked;
  const body = useQuery({
    queryKey: ['bodies', bodyId],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id: bodyId ?? '' }, query: {} } })),
    enabled: bodyId !== null,
  });
  const agreement = useAgreementName(agreementId);
  const day = civil(asOf);
  const known = asOf === today() ? 'asOfNow' : sense === 'THEN' ? 'asOfThen' : 'asOfNowKnown';
  const span =
    from !== undefined && to !== undefined
      ? t('compliance.summary.span', { from: civil(from), to: civil(to) })
      : from !== undefined
        ? t('compliance.summary.spanFrom', { from: civil(from) })
        : to !== undefined
          ? t('compliance.summary.spanTo', { to: civil(to) })
          : t('compliance.summary.spanAll');
  const scope =
    body.data === undefined
      ? t('compliance.summary.scopeAll')
      : t('compliance.summary.scopeBody', { body: say(body.data.nameVi, body.data.nameEn ?? body.data.nameVi) });
  return (
    <div className="summary-heading">
      <Title order={2} className="summary-paper-title">
        {t('compliance.summary.heading')}
      </Title>
      <Text>
        {t(`compliance.summary.${known}`, { day })} {span} {scope}{' '}
        {agreement !== null && t('compliance.summary.scopeAgreement', { agreement })}
      </Text>
      <Text className="summary-paper" size="sm">
        {t('compliance.summary.printedOn', { day: civil(today()) })}
      </Text>
    </div>
  );
}

/** The answer in one sentence, with the span before beside it. */
export function SummaryAnswerLine({
  asked,
  answered,
}: {
  asked: Asked;
  answered: Schemas['SummaryAnswer'];
}): ReactNode {
  const { t } = useTranslation();
  const { count, civil, percent } = useFormats();
  const { totals, previous } = answered;
  const { total, doneOnTime, doneLate, doneOnTimeOriginal } = totals;
  const onTimeRate = asked.isOriginal ? totals.onTimeRateOriginal : totals.onTimeRate;
  if (total === 0) return <Text>{t('compliance.summary.answerNone')}</Text>;
  return (
    <Text fw={600} size="lg">
      {t('compliance.summary.answer', {
        done: count(doneOnTime + doneLate),
        total: count(total),
        rate: percent(part(totals.completionRate)),
        onTime: count(asked.isOriginal ? doneOnTimeOriginal : doneOnTime),
        onTimeRate: percent(part(onTimeRate)),
      })}{' '}
      {previous !== null && totals.previousCompletionRate !== null && (
        <Text span c="dimmed" size="sm">
          {t('compliance.summary.before', {
            from: civil(previous.from),
            to: civil(previous.to),
            rate: percent(part(totals.previousCompletionRate)),
          })}
        </Text>
      )}
    </Text>
  );
}

/** The register tells percent, the page writes parts of one. */
export function part(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}
