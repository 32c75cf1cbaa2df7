import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { changesIn } from './sweep-words.js';

/** Runs a sweep by hand, for a day up to today, after asking; then shows the run. */
export function SweepRun({ onRun }: { onRun: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { civil, count } = useFormats();
  const client = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [day, setDay] = useState<string | null>(today());
  const running = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/sweeps', { body: { asOf: day } })),
    onSuccess: async (run) => {
      // What is overdue, planned or ended may have changed anywhere.
      await client.invalidateQueries();
      close();
      const number = run.failures.length;
      tell(
        number > 0
          ? t('sweep.ranFailed', { day: civil(run.asOf), number: count(number) })
          : t('sweep.ran', { day: civil(run.asOf), number: count(changesIn(run)) }),
      );
      onRun(run.id);
    },
  });
  return (
    <>
      <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={open}>
        {t('sweep.run')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('sweep.run')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
        <Stack>
          <Text>{t('sweep.runWhy')}</Text>
          <CivilField
            label={t('sweep.runDay')}
            required
            value={day}
            maxDate={today()}
            onChange={setDay}
            error={running.error instanceof Problem ? running.error.at('/asOf') : undefined}
          />
          <ProblemNote of={running.error} />
          <Text role="status" size="sm">
            {running.isPending && t('sweep.running')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui.cancel')}
            </Button>
            <Button
              loading={running.isPending}
              disabled={day === null}
              onClick={() => {
                running.mutate();
              }}
            >
              {t('sweep.run')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
