import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../agreements/state-badge.js';
import { useMay } from '../api/session.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { daysAfter } from '../ui/today.js';
import { SuccessionForm } from './successions-form.js';
import type { Awaiting, SuccessionAnswer } from './successions.queries.js';

interface Props {
  row: Awaiting;
  isOpen: boolean;
  onDecided: (answered: SuccessionAnswer) => void;
}

/** One body that is gone in one agreement: what stands still, and the decision. */
export function SuccessionCard({ row, isOpen, onDecided }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const decides = useMay('successions.decide');
  const [isDeciding, { toggle, close }] = useDisclosure(isOpen);
  const still = [
    ...(row.suspendedReports > 0 ? [t('lifecycle.succession.reportsStill', { count: row.suspendedReports })] : []),
    ...(row.suspendedReviews > 0 ? [t('lifecycle.succession.reviewsStill', { count: row.suspendedReviews })] : []),
  ];
  return (
    <Card withBorder component="section" aria-label={`${row.bodyName} – ${row.agreementTitle}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={2} size="h4" flex="1 1 240px">
            {row.bodyName}
          </Title>
          <StateBadge state={row.agreementState} />
        </Group>
        <Facts
          rows={[
            [
              t('lifecycle.succession.inAgreement'),
              <TextLink key="agreement" to="/van-ban/$id" params={{ id: row.agreementId }}>
                {row.agreementTitle}
              </TextLink>,
            ],
            [t('lifecycle.succession.signedAs'), row.nameAsSigned === row.bodyName ? null : row.nameAsSigned],
            [t('lifecycle.succession.endedOn'), civil(row.endedOn)],
            [t('lifecycle.succession.putOffOn'), row.putOffOn === null ? null : civil(row.putOffOn)],
            [
              t('lifecycle.succession.still'),
              still.length === 0 ? t('lifecycle.succession.nothingStill') : still.join('; '),
            ],
            [
              t('lifecycle.succession.commitments'),
              row.commitments.length === 0 ? null : (
                <ul key="commitments" className="succession-list">
                  {row.commitments.map(({ commitmentId, title, putOff }) => (
                    <li key={commitmentId}>
                      {putOff && row.putOffOn !== null ? t('lifecycle.succession.putOff', { title }) : title}
                    </li>
                  ))}
                </ul>
              ),
            ],
            [
              t('lifecycle.succession.proposed'),
              row.proposed.length === 0
                ? t('lifecycle.succession.noneProposed')
                : row.proposed.map(({ name }) => name).join('; '),
            ],
          ]}
        />
        {row.mayDecide ? (
          <>
            {!isDeciding && (
              <div>
                <Button onClick={toggle}>
                  {t(row.putOffOn === null ? 'lifecycle.succession.decide' : 'lifecycle.succession.decideNow')}
                </Button>
              </div>
            )}
            {isDeciding && (
              <SuccessionForm
                about={{ ...row, earliest: daysAfter(row.endedOn, 1) }}
                onDecided={onDecided}
                onClose={close}
              />
            )}
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t(decides ? 'lifecycle.succession.mayNotHere' : 'lifecycle.succession.mayNot')}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
