import { ActionIcon, Button, Checkbox, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, freshKey, upload } from '../api/client.js';
import { CivilField } from '../ui/civil-field.js';
import { Confirmed } from '../ui/confirmed.js';
import { FileDrop } from '../ui/file-drop.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { useReportChanged, type Submission } from './report.queries.js';
import { EvidenceLine } from './submission-view.js';

const KINDS = '.pdf,.doc,.docx,.xls,.xlsx,.odt,.ods,.txt,image/*';

interface Waiting {
  key: string;
  file: File;
  datedOn: string | null;
  note: string;
  /** Sent so far, 0–1; null while it waits. */
  part: number | null;
  problem: unknown;
}

interface Props {
  draft: Submission | null;
  /** Gives the draft's id, begun if there is none yet. */
  begin: () => Promise<{ id: string }>;
  /** How many files were chosen and are not attached yet. */
  onWaiting: (count: number) => void;
}

/** Files behind the report: chosen, dragged or photographed, each with its own date; those attached stand above. */
export function EvidenceField({ draft, begin, onWaiting }: Props): ReactNode {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const changed = useReportChanged();
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [isConfirmed, setConfirmed] = useState(false);
  useEffect(() => {
    onWaiting(waiting.length);
  }, [onWaiting, waiting.length]);
  const put = (key: string, change: Partial<Waiting>): void =>
    setWaiting((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const attach = useMutation({
    mutationFn: async () => {
      const { id } = await begin();
      for (const one of waiting) await send(id, one);
    },
    onSettled: changed,
  });
  const send = async (id: string, { key, file, datedOn, note }: Waiting): Promise<void> => {
    put(key, { part: 0, problem: null });
    try {
      await upload(`/api/v1/submissions/${id}/evidence`, formOf(file, datedOn, note), {
        onProgress: (part) => put(key, { part }),
      });
      setWaiting((all) => all.filter((one) => one.key !== key));
      tell(t('reports.evidence.attached', { name: file.name }));
    } catch (problem) {
      put(key, { part: null, problem });
      throw problem;
    }
  };
  const take = (files: File[]): void =>
    setWaiting((all) => [
      ...all,
      ...files.map((file) => ({ key: freshKey(), file, datedOn: null, note: '', part: null, problem: null })),
    ]);
  const isTold = waiting.some(({ problem }) => problem !== null);
  return (
    <Stack gap="sm">
      <Attached draft={draft} />
      <FileDrop accept={KINDS} withCamera multiple onFiles={take} />
      <Text size="sm" c="dimmed">
        {t('reports.evidence.kinds')}
      </Text>
      {waiting.length > 0 && (
        <Stack gap="sm" role="group" aria-label={t('reports.evidence.ready')}>
          {waiting.map((one) => (
            <fieldset key={one.key} className="report-figure">
              <legend>{one.file.name}</legend>
              <Group align="flex-end" gap="sm">
                <CivilField
                  label={t('reports.evidence.datedOn')}
                  maxDate={today()}
                  value={one.datedOn}
                  onChange={(datedOn) => put(one.key, { datedOn })}
                />
                <TextInput
                  label={t('reports.evidence.note')}
                  maxLength={500}
                  value={one.note}
                  onChange={(event) => put(one.key, { note: event.currentTarget.value })}
                />
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={t('reports.evidence.take', { name: one.file.name })}
                  onClick={() => setWaiting((all) => all.filter(({ key }) => key !== one.key))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              </Group>
              {one.part !== null && (
                <div>
                  <Progress
                    mt="xs"
                    value={one.part * 100}
                    aria-label={t('reports.evidence.progress', { name: one.file.name })}
                  />
                  <Text size="sm">{t('ui.uploading', { part: percent(Math.round(one.part * 100) / 100) })}</Text>
                </div>
              )}
              <ProblemNote of={one.problem} />
            </fieldset>
          ))}
          <Checkbox
            label={t('ui.noSecret')}
            checked={isConfirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
          {!isTold && <ProblemNote of={attach.error} />}
          <div>
            <Button disabled={!isConfirmed} loading={attach.isPending} onClick={() => attach.mutate()}>
              {t('reports.evidence.attach', { count: waiting.length })}
            </Button>
          </div>
        </Stack>
      )}
    </Stack>
  );
}

function Attached({ draft }: { draft: Submission | null }): ReactNode {
  const { t } = useTranslation();
  const changed = useReportChanged();
  const remove = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/evidence/{id}', { params: { path: { id } } })),
    onSuccess: changed,
  });
  if (draft === null || draft.evidence.length === 0) return <Text c="dimmed">{t('reports.evidence.none')}</Text>;
  return (
    <ul className="report-files">
      {draft.evidence.map((file) => (
        <li key={file.id}>
          <Group justify="space-between" gap="xs">
            <div>
              <EvidenceLine file={file} />
            </div>
            <Confirmed
              size="xs"
              label={t('reports.evidence.removeOf')}
              aria-label={t('reports.evidence.removeQuestion', { name: file.name })}
              question={t('reports.evidence.removeQuestion', { name: file.name })}
              confirmLabel={t('reports.evidence.remove')}
              onConfirm={() => remove.mutateAsync(file.id)}
            />
          </Group>
        </li>
      ))}
    </ul>
  );
}

/** Fields first, then the file: the register refuses before it reads a file. */
function formOf(file: File, datedOn: string | null, note: string): FormData {
  const form = new FormData();
  form.set('noSecretConfirmed', 'true');
  if (datedOn !== null) form.set('datedOn', datedOn);
  if (note.trim() !== '') form.set('note', note.trim());
  form.set('file', file);
  return form;
}
