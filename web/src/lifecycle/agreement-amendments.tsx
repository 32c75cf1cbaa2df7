import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { daysAfter } from '../ui/today.js';
import type { Agreement } from './agreement-record.js';

/** What amended the agreement, by the day it took effect, and the text of that day. */
export default function Amendments({ agreement: { id } }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const amendments = useQuery({
    queryKey: ['agreements', id, 'amendments'],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}/amendments', { params: { path: { id } } })),
  });
  return (
    <Answered of={amendments}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('lifecycle.agreement.amendments.none')} />
        ) : (
          <Stack component="ol" className="clauses">
            {items.map((amendment) => (
              <li key={amendment.id} className="agreement-part">
                <One amendment={amendment} />
              </li>
            ))}
          </Stack>
        )
      }
    </Answered>
  );
}

function One({ amendment }: { amendment: Schemas['AmendmentAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { civil, instant } = useFormats();
  const { agreementId, effectiveFrom, documentAgreementId, occurrences } = amendment;
  const text = `/van-ban/${agreementId}?muc=dieu-khoan&ngay=${effectiveFrom}`;
  const counts = [
    amendment.clauses.length > 0 && t('lifecycle.agreement.amendments.clauses', { count: amendment.clauses.length }),
    amendment.commitments.length > 0 &&
      t('lifecycle.agreement.amendments.commitments', { count: amendment.commitments.length }),
    amendment.schedules.length > 0 &&
      t('lifecycle.agreement.amendments.schedules', { count: amendment.schedules.length }),
    t('lifecycle.agreement.amendments.reports', { ...occurrences }),
  ];
  return (
    <>
      <h2>{t('lifecycle.agreement.amendments.from', { day: civil(effectiveFrom) })}</h2>
      {documentAgreementId === null ? (
        <Text>{amendment.documentText}</Text>
      ) : (
        <Anchor component={Link} to={`/van-ban/${documentAgreementId}`}>
          {amendment.documentText}
        </Anchor>
      )}
      {amendment.note !== null && <Text>{amendment.note}</Text>}
      <Text size="sm" c="dimmed">
        {counts.filter((words) => words !== false).join('; ')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('lifecycle.agreement.amendments.by', { name: amendment.byName, at: instant(amendment.at) })}
      </Text>
      <Group gap="md" mt="xs" className="no-print">
        <Anchor component={Link} to={text} size="sm">
          {t('lifecycle.agreement.amendments.seeText')}
        </Anchor>
        <Anchor component={Link} to={`${text}&soVoi=${daysAfter(effectiveFrom, -1)}`} size="sm">
          {t('lifecycle.agreement.amendments.seeDifference')}
        </Anchor>
      </Group>
    </>
  );
}
