import { Anchor, Checkbox, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/client.js';
import { FileDrop } from '../ui/file-drop.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { useReviewChanged, type Review } from './review.queries.js';

/** The signed minutes; often signed only after the outcome, and final from then on. */
export function Minutes({ review, mayKeep }: { review: Review; mayKeep: boolean }): ReactNode {
  const { t } = useTranslation();
  const { size } = useFormats();
  const { id, minutes } = review;
  if (minutes === null && !mayKeep) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('reviews.minutes')}
      </Title>
      {minutes === null ? (
        <Text c="dimmed">{t('reviews.noMinutes')}</Text>
      ) : (
        <Text>
          <Anchor href={`/api/v1/reviews/${id}/minutes/content`} download>
            {minutes.name}
          </Anchor>
          {` (${size(minutes.size)})`}
        </Text>
      )}
      {mayKeep && <Keep id={id} isNew={minutes === null} />}
    </Stack>
  );
}

function Keep({ id, isNew }: { id: string; isNew: boolean }): ReactNode {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const changed = useReviewChanged();
  const [isSure, setSure] = useState(false);
  const [part, setPart] = useState(0);
  const keep = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('noSecretConfirmed', 'true');
      form.append('file', file, file.name);
      setPart(0);
      return upload(`/api/v1/reviews/${id}/minutes`, form, { onProgress: setPart });
    },
    onSuccess: async () => {
      setSure(false);
      tell(t('reviews.minutesKept'));
      await changed();
    },
  });
  return (
    <Stack gap="xs" className="no-print">
      <Checkbox label={t('ui.noSecret')} checked={isSure} onChange={(event) => setSure(event.currentTarget.checked)} />
      {isSure && (
        <FileDrop
          accept=".pdf,.docx"
          onFiles={([file]) => {
            if (file !== undefined) keep.mutate(file);
          }}
        />
      )}
      {!isSure && (
        <Text size="sm" c="dimmed">
          {t(isNew ? 'reviews.minutesHint' : 'reviews.minutesAgain')}
        </Text>
      )}
      {keep.isPending && (
        <div role="status">
          <Text size="sm">{t('ui.uploading', { part: percent(part) })}</Text>
          <Progress value={part * 100} aria-label={t('ui.uploading', { part: percent(part) })} />
        </div>
      )}
      <ProblemNote of={keep.error} />
    </Stack>
  );
}
