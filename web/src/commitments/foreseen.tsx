import { Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { hasDates, isByEvent, type Frequency } from './interval.js';

const SHOWN = 4;
const WAIT_MS = 350;

interface Props {
  agreementId: string;
  /** What would be sent, or null while it is not whole. */
  schedule?: Schemas['NewSchedulePreview'];
  cycle?: Schemas['NewReviewCyclePreview'];
}

/** The dates that follow from what is being typed, each with its reason; nothing is saved. */
export function Foreseen({ agreementId, schedule, cycle }: Props): ReactNode {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(JSON.stringify(schedule ?? cycle), WAIT_MS);
  const frequency: Frequency = schedule?.frequency ?? cycle?.frequency ?? 'UNSPECIFIED';
  const dated = hasDates(frequency);
  const path = { params: { path: { id: agreementId } } };
  const found = useQuery({
    queryKey: ['foreseen', agreementId, cycle === undefined ? 'schedule' : 'cycle', asked],
    queryFn: () =>
      cycle === undefined
        ? answer(
            api.POST('/api/v1/agreements/{id}/schedule-previews', {
              ...path,
              body: JSON.parse(asked) as Schemas['NewSchedulePreview'],
            }),
          )
        : answer(
            api.POST('/api/v1/agreements/{id}/review-cycle-previews', {
              ...path,
              body: JSON.parse(asked) as Schemas['NewReviewCyclePreview'],
            }),
          ),
    enabled: dated,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Paper withBorder p="sm" role="region" aria-label={t('commitments.form.foreseen')} aria-busy={found.isFetching}>
      <Stack gap="xs">
        <Text fw={600} size="sm">
          {t('commitments.form.foreseen')}
        </Text>
        {!dated && (
          <Text size="sm">
            {frequency === 'CONTINUOUS'
              ? t('commitments.form.foreseenContinuous')
              : isByEvent(frequency)
                ? t('commitments.form.foreseenByEvent')
                : t('commitments.form.foreseenUnspecified')}
          </Text>
        )}
        {dated && found.isError && <ProblemNote of={found.error} />}
        {dated && !found.isError && found.data && <Dates of={found.data} />}
      </Stack>
    </Paper>
  );
}

function Dates({ of }: { of: Schemas['ForesightAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const [isWhole, setWhole] = useState(false);
  if (of.items.length === 0) return <Text size="sm">{t('commitments.form.foreseenNone')}</Text>;
  const assumed = of.inForceAssumed ? 'commitments.form.foreseenAssumed' : 'commitments.form.foreseenFrom';
  return (
    <>
      <List size="sm" spacing={6} listStyleType="none" aria-live="polite">
        {(isWhole ? of.items : of.items.slice(0, SHOWN)).map((duty) => (
          <Duty key={`${duty.periodKey} ${duty.tier}`} of={duty} />
        ))}
      </List>
      {of.items.length > SHOWN && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {t('commitments.form.foreseenCount', { count: of.count })}
          </Text>
          {!isWhole && (
            <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
              {t('commitments.form.moreDates')}
            </Button>
          )}
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {t(assumed, { date: civil(of.inForceFrom) })}
      </Text>
    </>
  );
}

function Duty({ of }: { of: Schemas['ForeseenDuty'] }): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  return (
    <List.Item>
      <strong>{civil(of.dueOn)}</strong> – {say(of.periodVi, of.periodEn)}
      {of.tier > 1 && ` – ${t('commitments.form.tierOf', { tier: of.tier })}`}
      {of.provisionalYears.length > 0 && (
        <Text span size="xs" c="dimmed">
          {` (${t('commitments.form.provisional')})`}
        </Text>
      )}
      <details>
        <summary>{t('commitments.form.whyThisDate')}</summary>
        <Text size="sm">{say(of.whyVi, of.whyEn)}</Text>
      </details>
    </List.Item>
  );
}
