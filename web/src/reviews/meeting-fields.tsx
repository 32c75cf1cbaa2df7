import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { useKept } from '../ui/kept.js';
import { KeptNote } from '../ui/kept-note.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { clauseNames, promisedBy } from './clause-names.js';
import { FindingFields } from './finding-fields.js';
import { meetingOf, startOf, type TypedMeeting } from './meeting.js';
import {
  meetingKey,
  useReviewChanged,
  type Agreement,
  type Clause,
  type Commitment,
  type Review,
} from './review.queries.js';

interface Props {
  review: Review;
  agreement: Agreement;
  clauses: readonly Clause[];
  commitments: readonly Commitment[];
  onClose: () => void;
}

/** Parties on the day, and the host: who may have been there. */
function sidesOn(day: string, { parties }: Agreement, review: Review): { value: string; label: string }[] {
  const there = parties
    .filter(({ joinedOn, leftOn }) => (joinedOn ?? day) <= day && (leftOn ?? day) >= day)
    .map(({ bodyId, nameAsSigned }) => ({ value: bodyId, label: nameAsSigned }));
  const hasHost = there.some(({ value }) => value === review.hostId);
  return hasHost ? there : [...there, { value: review.hostId, label: review.hostName }];
}

export function MeetingFields({ review, agreement, clauses, commitments, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const changed = useReviewChanged();
  const promised = promisedBy(clauses, commitments);
  const start = startOf(review, promised, today());
  const kept = useKept<TypedMeeting>(meetingKey(review), start);
  const { value: typed, set } = kept;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const put = (part: Partial<TypedMeeting>): void => {
    set((was) => ({ ...was, ...part }));
  };
  const { id, version } = review;
  const isMending = review.state === 'held';
  const send = useMutation({
    mutationFn: () => {
      const about = { params: { path: { id } }, headers: ifMatch(version), body: meetingOf(typed) };
      return isMending
        ? answer(
            api.PATCH('/api/v1/reviews/{id}', {
              ...about,
              params: { path: { id }, header: ifMatch(version) },
            }),
          )
        : answer(api.POST('/api/v1/reviews/{id}/meeting', about));
    },
    onSuccess: async () => {
      kept.forget();
      tell(t('reviews.heldSaved'));
      await changed();
      onClose();
      document.getElementById('content')?.focus();
    },
  });
  const problem = send.error instanceof Problem ? send.error : null;
  const sides = sidesOn(typed.heldOn ?? today(), agreement, review);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="md">
        <KeptNote from={kept.broughtBackFrom} onDrop={() => kept.forget(start)} />
        <Group align="flex-start" gap="sm">
          <CivilField
            label={t('reviews.heldOn')}
            required
            maxDate={today()}
            value={typed.heldOn}
            onChange={(heldOn) => put({ heldOn })}
            error={problem?.at('/heldOn')}
            w={180}
          />
          <TextInput
            label={t('reviews.place')}
            maxLength={500}
            value={typed.place}
            onChange={(event) => put({ place: event.currentTarget.value })}
            error={problem?.at('/place')}
            flex="1 1 220px"
          />
          <TextInput
            label={t('reviews.chair')}
            maxLength={500}
            value={typed.chair}
            onChange={(event) => put({ chair: event.currentTarget.value })}
            error={problem?.at('/chair')}
            flex="1 1 220px"
          />
        </Group>
        <Checkbox.Group label={t('reviews.sides')} value={typed.sides} onChange={(chosen) => put({ sides: chosen })}>
          <Stack gap="xs" mt="xs">
            {sides.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text size="sm" c="dimmed">
          {t('reviews.findingsHint')}
        </Text>
        <FindingFields
          review={review}
          promised={promised}
          names={clauseNames(clauses)}
          findings={typed.findings}
          onChange={(findings) => put({ findings })}
          problem={problem}
        />
        <Textarea
          label={t('reviews.conclusion')}
          description={t('reviews.conclusionHint')}
          autosize
          minRows={4}
          value={typed.conclusion}
          onChange={(event) => put({ conclusion: event.currentTarget.value })}
          error={problem?.at('/conclusion')}
        />
        <Text size="sm" c="dimmed">
          {t('ui.keptHere')}
        </Text>
        <ProblemNote of={send.error} />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t(isMending ? 'reviews.saveMended' : 'reviews.saveHeld')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ui.close')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
