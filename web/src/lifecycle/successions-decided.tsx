import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { SuccessionForm } from './successions-form.js';
import { decisionsQuery, type SuccessionAnswer, type SuccessionDecision } from './successions.queries.js';

interface Props {
  agreementId: string;
  onDecided: (answered: SuccessionAnswer) => void;
}

/** What was decided in one agreement; what was put off can be decided from here. */
export function SuccessionDecisions({ agreementId, onDecided }: Props): ReactNode {
  const { t } = useTranslation();
  const decisions = useQuery(decisionsQuery(agreementId));
  return (
    <Answered of={decisions} rows={2}>
      {(items) =>
        items.length > 0 && (
          <Card withBorder component="section" aria-labelledby="succession-decided">
            <Stack gap="md">
              <Title order={2} size="h4" id="succession-decided">
                {t('lifecycle.succession.decidedTitle')}
              </Title>
              {items.map((item) => (
                <One
                  key={item.id}
                  item={item}
                  isLast={!items.some((other) => isLater(other, item))}
                  onDecided={onDecided}
                />
              ))}
            </Stack>
          </Card>
        )
      }
    </Answered>
  );
}

/** Another word about the same, that does not put it off again. */
const isLater = (other: SuccessionDecision, item: SuccessionDecision): boolean =>
  other.bodyId === item.bodyId &&
  other.decision !== 'SUSPENDED' &&
  (other.commitmentId === null || other.commitmentId === item.commitmentId);

interface OneProps {
  item: SuccessionDecision;
  isLast: boolean;
  onDecided: (answered: SuccessionAnswer) => void;
}

function One({ item, isLast, onDecided }: OneProps): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const mayDecide = useMay('successions.decide');
  const [isOpen, { open, close }] = useDisclosure(false);
  const heirs = item.successors.map(({ name }) => name).join('; ');
  return (
    <Stack gap={4}>
      <Text fw={600}>{item.bodyName}</Text>
      <Text>
        {t(`lifecycle.succession.told.${item.decision}`, { body: item.bodyName, heirs, from: civil(item.from) })}
      </Text>
      {item.basis !== null && <Text size="sm">{item.basis}</Text>}
      {item.note !== null && <Text size="sm">{item.note}</Text>}
      <Text size="sm" c="dimmed">
        {t('lifecycle.succession.decidedBy', { who: item.decidedBy, on: civil(item.decidedOn) })}
      </Text>
      {item.decision === 'SUSPENDED' && isLast && mayDecide && !isOpen && (
        <div>
          <Button variant="default" onClick={open}>
            {t('lifecycle.succession.decideNow')}
          </Button>
        </div>
      )}
      {isOpen && (
        <SuccessionForm
          about={{ ...item, commitments: [], proposed: item.successors, earliest: item.from }}
          onDecided={onDecided}
          onClose={close}
        />
      )}
    </Stack>
  );
}
