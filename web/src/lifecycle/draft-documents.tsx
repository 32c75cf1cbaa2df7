import { Anchor, Checkbox, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, upload } from '../api/client.js';
import { Confirmed } from '../ui/confirmed.js';
import { FileDrop } from '../ui/file-drop.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import type { Agreement } from './draft-queries.js';

/** The signed paper, as a file. */
export function Documents({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { size, percent } = useFormats();
  const client = useQueryClient();
  const [isClear, setClear] = useState(false);
  const [part, setPart] = useState<number | null>(null);
  const fresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['agreements', agreement.id] });
  const add = useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.set('kind', 'SIGNED_TEXT');
      form.set('noSecretConfirmed', String(isClear));
      form.set('file', file);
      await upload(`/api/v1/agreements/${agreement.id}/documents`, form, { onProgress: setPart });
    },
    onSuccess: async () => {
      tell(t('lifecycle.draft.fileAdded'));
      await fresh();
    },
    onSettled: () => setPart(null),
  });
  return (
    <Stack gap="xs" maw={860}>
      <Title order={2} size="h5">
        {t('lifecycle.draft.documents')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('lifecycle.draft.documentsHint')}
      </Text>
      {agreement.documents.length === 0 && <Text size="sm">{t('lifecycle.draft.noDocument')}</Text>}
      {agreement.documents.map((document) => (
        <Group key={document.id} gap="sm">
          <Anchor href={`/api/v1/documents/${document.id}/content`}>{document.name}</Anchor>
          <Text size="sm" c="dimmed">
            {t(`agreements.documentKind.${document.kind}`)}, {size(document.size)}
          </Text>
          {(agreement.state === 'draft' || document.kind !== 'SIGNED_TEXT') && (
            <Confirmed
              size="compact-sm"
              variant="subtle"
              label={t('ui.remove')}
              aria-label={t('lifecycle.draft.takeOut', { what: document.name })}
              question={t('lifecycle.draft.removeFileAsk')}
              onConfirm={async () => {
                const params = { path: { id: document.id }, header: ifMatch(agreement.version) };
                await answer(api.DELETE('/api/v1/documents/{id}', { params }));
                await fresh();
              }}
            />
          )}
        </Group>
      ))}
      <Checkbox
        label={t('ui.noSecret')}
        checked={isClear}
        onChange={(event) => setClear(event.currentTarget.checked)}
      />
      {isClear && (
        <FileDrop
          withCamera
          accept=".pdf,.doc,.docx,.odt,.jpg,.jpeg,.png"
          onFiles={([file]) => {
            if (file) add.mutate(file);
          }}
        />
      )}
      {part !== null && (
        <>
          <Progress value={part * 100} aria-label={t('ui.uploading', { part: percent(part) })} />
          <Text size="sm" role="status">
            {t('ui.uploading', { part: percent(Math.round(part * 100) / 100) })}
          </Text>
        </>
      )}
      <ProblemNote of={add.error} />
    </Stack>
  );
}
