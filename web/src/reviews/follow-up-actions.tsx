import { Group, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { useMay } from '../api/session.js';
import { CivilField } from '../ui/civil-field.js';
import { FormWindow } from '../ui/form-window.js';
import { useKept } from '../ui/kept.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { useReviewChanged, type FollowUp } from './review.queries.js';

/** Done, by whoever owes it; or cancelled, with the reason. */
export function FollowUpActions({ followUp }: { followUp: FollowUp }): ReactNode {
  const mayComplete = useMay('follow-ups.complete');
  const mayCancel = useMay('follow-ups.cancel');
  if (followUp.state !== 'open') return null;
  return (
    <Group gap="xs" className="no-print">
      {mayComplete && <CompleteFollowUp followUp={followUp} />}
      {mayCancel && <Cancel followUp={followUp} />}
    </Group>
  );
}

/** Marked as done where it is listed: from which day, and what was done. */
export function CompleteFollowUp({ followUp }: { followUp: Pick<FollowUp, 'id' | 'title' | 'version'> }): ReactNode {
  const { id, title, version } = followUp;
  const { t } = useTranslation();
  const changed = useReviewChanged();
  const [doneOn, setDoneOn] = useState<string | null>(today());
  const note = useKept(`follow-up-done.${id}`, '');
  const send = async (): Promise<void> => {
    await answer(
      api.POST('/api/v1/follow-ups/{id}/completion', {
        params: { path: { id } },
        headers: ifMatch(version),
        body: { doneOn, note: note.value.trim() === '' ? null : note.value.trim() },
      }),
    );
    note.forget('');
    tell(t('reviews.followUpDone'));
    await changed();
  };
  return (
    <FormWindow
      label={t('reviews.complete')}
      aria-label={`${t('reviews.complete')}: ${title}`}
      submitLabel={t('reviews.completeSend')}
      onSend={send}
    >
      {(error) => (
        <>
          <Text fw={600}>{title}</Text>
          <CivilField
            label={t('reviews.doneOn')}
            required
            maxDate={today()}
            value={doneOn}
            onChange={setDoneOn}
            error={faultAt(error, '/doneOn')}
          />
          <Textarea
            label={`${t('reviews.doneNote')} (${t('ui.optional')})`}
            autosize
            minRows={3}
            maxLength={5000}
            value={note.value}
            onChange={(event) => note.set(event.currentTarget.value)}
          />
        </>
      )}
    </FormWindow>
  );
}

function Cancel({ followUp: { id, title, version } }: { followUp: FollowUp }): ReactNode {
  const { t } = useTranslation();
  const changed = useReviewChanged();
  const reason = useKept(`follow-up-cancel.${id}`, '');
  const send = async (): Promise<void> => {
    await answer(
      api.POST('/api/v1/follow-ups/{id}/cancellation', {
        params: { path: { id } },
        headers: ifMatch(version),
        body: { reason: reason.value.trim() },
      }),
    );
    reason.forget('');
    tell(t('reviews.followUpCancelled'));
    await changed();
  };
  return (
    <FormWindow label={t('reviews.cancelTask')} submitLabel={t('reviews.cancelSend')} onSend={send}>
      {(error) => (
        <>
          <Text fw={600}>{title}</Text>
          <Text size="sm">{t('reviews.cancelHint')}</Text>
          <Textarea
            label={t('reviews.reason')}
            required
            autosize
            minRows={3}
            maxLength={2000}
            value={reason.value}
            onChange={(event) => reason.set(event.currentTarget.value)}
            error={faultAt(error, '/reason')}
          />
        </>
      )}
    </FormWindow>
  );
}
