import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { useDutyTitle } from '../commitments/duty-title.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { daysBetween, today } from '../ui/today.js';
import type { Draft } from './draft.js';
import { useReportChanged, type Report } from './report.queries.js';

interface Props {
  report: Report;
  draft: Draft;
  evidence: number;
  /** Days of a paper report; null when it is sent here. */
  arrival: { receivedOn: string | null; sentOn: string | null } | null;
  /** Something on the form must be put right first. */
  isHeld: boolean;
}

/** Sends the report after saying once more for what, whether in time, and with what. */
export function SendButton({ report, draft, evidence, arrival, isHeld }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const titled = useDutyTitle();
  const changed = useReportChanged();
  const [isOpen, { open, close }] = useDisclosure(false);
  const send = useMutation({
    mutationFn: async () => {
      const { id, version } = await draft.flush();
      await answer(
        api.POST('/api/v1/submissions/{id}/submission', {
          params: { path: { id } },
          headers: ifMatch(version),
          body: arrival ?? {},
        }),
      );
    },
    onSuccess: async () => {
      draft.close();
      close();
      tell(t('reports.form.sent'));
      await changed();
      document.getElementById('content')?.focus();
    },
  });
  const counted = arrival?.sentOn ?? arrival?.receivedOn ?? today();
  const last = report.agreedDueOn ?? report.dueOn;
  const late = daysBetween(last, counted);
  const filled = draft.content.figures.filter(({ actual }) => actual !== null).length;
  return (
    <>
      <Button size="md" leftSection={<IconSend size={18} aria-hidden />} disabled={isHeld} onClick={open}>
        {t('reports.form.submit')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('reports.form.submitTitle')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          <div>
            <Text fw={600}>{titled(report.commitmentTitle, report)}</Text>
            <Text>{report.bodyName}</Text>
          </div>
          <Text>
            {t('reports.form.submitOn', { date: civil(counted) })}.{' '}
            {late > 0
              ? t('reports.form.late', { count: late, date: civil(last) })
              : t('reports.form.inTime', { date: civil(last) })}
          </Text>
          <Text>
            {draft.content.nothingToReport
              ? t('reports.form.nothing')
              : `${t('reports.form.countFigures', { count: filled })}, ${t('reports.form.countEvidence', { count: evidence })}.`}
          </Text>
          <Text>{t('reports.form.submitQuestion')}</Text>
          <ProblemNote of={send.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui.cancel')}
            </Button>
            <Button loading={send.isPending} data-autofocus onClick={() => send.mutate()}>
              {t('reports.form.submit')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
