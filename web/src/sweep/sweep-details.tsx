import { Drawer, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLoader } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { ToneBadge, type Tone } from '../ui/tone.js';
import { useStepName, type Sweep } from './sweep-words.js';

const LOOK: Record<Sweep['state'], readonly [Tone, typeof IconCheck]> = {
  running: ['calm', IconLoader],
  done: ['good', IconCheck],
  failed: ['danger', IconAlertTriangle],
};

export function SweepState({ state }: { state: Sweep['state'] }): ReactNode {
  const { t } = useTranslation();
  const [tone, Icon] = LOOK[state];
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`sweep.states.${state}`)}
    </ToneBadge>
  );
}

/** Seconds that the run took; null while it runs. */
export function secondsOf({ startedAt, finishedAt }: Sweep): number | null {
  return finishedAt === null ? null : Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 100) / 10;
}

/** One run: what each step changed and what failed. */
export function SweepDetails({ id, onClose }: { id: string | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const run = useQuery({
    queryKey: ['sweeps', id],
    queryFn: () => answer(api.GET('/api/v1/sweeps/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  });
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('sweep.open', { day: civil(run.data?.asOf) })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {id !== null && <Answered of={run}>{(answered) => <Whole run={answered} />}</Answered>}
    </Drawer>
  );
}

function Whole({ run }: { run: Sweep }): ReactNode {
  const { t } = useTranslation();
  const { instant, count } = useFormats();
  const stepName = useStepName();
  const seconds = secondsOf(run);
  return (
    <Stack>
      <Facts
        rows={[
          [t('sweep.state'), <SweepState key="state" state={run.state} />],
          [t('sweep.startedBy'), `${run.startedBy} (${t(`sweep.triggers.${run.trigger}`)})`],
          [t('sweep.startedAt'), instant(run.startedAt)],
          [t('sweep.finishedAt'), run.finishedAt === null ? null : instant(run.finishedAt)],
          [t('sweep.duration'), seconds === null ? null : t('sweep.seconds', { number: count(seconds) })],
          [t('sweep.head'), run.auditHead],
        ]}
      />
      <Title order={3} size="h5">
        {t('sweep.failed')}
      </Title>
      {run.failures.length === 0 ? (
        <Text>{t('sweep.allWell')}</Text>
      ) : (
        <ul>
          {run.failures.map(({ step, id, message }) => (
            <li key={`${step}${id ?? ''}${message}`}>
              {stepName(step)}: {message} {id !== null && t('sweep.record', { id })}
            </li>
          ))}
        </ul>
      )}
      <Title order={3} size="h5">
        {t('sweep.steps')}
      </Title>
      <Table aria-label={t('sweep.steps')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('sweep.step')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('sweep.number')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(run.counts as Record<string, number>).map(([step, number]) => (
            <Table.Tr key={step}>
              <Table.Td>{stepName(step)}</Table.Td>
              <Table.Td ta="right" fw={number > 0 ? 600 : 400}>
                {count(number)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
