import { Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { StandingBadge } from '../commitments/standing-badge.js';
import { CivilField } from '../ui/civil-field.js';
import { FormWindow } from '../ui/form-window.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { tell } from '../ui/tell.js';
import { FollowUpActions } from './follow-up-actions.js';
import { useReviewChanged, type Review } from './review.queries.js';
import { Section } from './section.js';

/** What the review has asked bodies to do, each with its day. */
export function FollowUps({ review, mayAdd }: { review: Review; mayAdd: boolean }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  return (
    <Section title={t('reviews.tabFollowUps')} actions={mayAdd && <Add review={review} />}>
      {review.followUps.length === 0 && <Text c="dimmed">{t('reviews.noFollowUpsHere')}</Text>}
      {review.followUps.map((followUp) => (
        <Group key={followUp.id} justify="space-between" align="flex-start" gap="sm" className="reviews-finding">
          <Stack gap={4} flex="1 1 260px">
            <Text fw={600}>{followUp.title}</Text>
            <Text size="sm">{t('reviews.ownerBy', { owner: followUp.ownerName, on: civil(followUp.dueOn) })}</Text>
            {followUp.doneOn !== null && (
              <Text size="sm">{t('reviews.doneOnDay', { on: civil(followUp.doneOn) })}</Text>
            )}
            {followUp.note !== null && <p className="reviews-text">{followUp.note}</p>}
          </Stack>
          <Stack gap="xs" align="flex-end">
            <StandingBadge standing={followUp.standing} />
            <FollowUpActions followUp={followUp} />
          </Stack>
        </Group>
      ))}
    </Section>
  );
}

function Add({ review: { id } }: { review: Review }): ReactNode {
  const { t } = useTranslation();
  const changed = useReviewChanged();
  const title = useKept(`follow-up-new.${id}`, '');
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    await answer(
      api.POST('/api/v1/reviews/{id}/follow-ups', {
        params: { path: { id } },
        body: { title: title.value.trim(), ownerId: ownerId ?? '', dueOn: dueOn ?? '' },
      }),
    );
    title.forget('');
    setOwnerId(null);
    setDueOn(null);
    tell(t('reviews.followUpAdded'));
    await changed();
  };
  return (
    <FormWindow
      label={t('reviews.addFollowUp')}
      submitLabel={t('reviews.giveFollowUp')}
      className="no-print"
      onSend={send}
    >
      {(error) => {
        const problem = error instanceof Problem ? error : null;
        return (
          <>
            <Textarea
              label={t('reviews.task')}
              required
              autosize
              minRows={2}
              maxLength={2000}
              value={title.value}
              onChange={(event) => title.set(event.currentTarget.value)}
              error={problem?.at('/title')}
            />
            <BodyPicker
              label={t('reviews.owner')}
              required
              value={ownerId}
              onChange={setOwnerId}
              error={problem?.at('/ownerId')}
            />
            <CivilField
              label={t('reviews.latest')}
              required
              value={dueOn}
              onChange={setDueOn}
              error={problem?.at('/dueOn')}
            />
          </>
        );
      }}
    </FormWindow>
  );
}
