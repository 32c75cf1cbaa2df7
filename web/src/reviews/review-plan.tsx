import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { useReviewChanged, type Review } from './review.queries.js';
import { Section } from './section.js';

/** The day and the place; a day after the due date is allowed and shown as late. */
export function Plan({ review }: { review: Review }): ReactNode {
  const { t } = useTranslation();
  const changed = useReviewChanged();
  const [on, setOn] = useState(review.plannedOn);
  const [place, setPlace] = useState(review.plannedPlace ?? '');
  const plan = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/reviews/{id}/plan', {
          params: { path: { id: review.id } },
          headers: ifMatch(review.version),
          body: { on: on ?? '', place: place.trim() === '' ? null : place.trim() },
        }),
      ),
    onSuccess: async () => {
      tell(t('reviews.planned'));
      await changed();
    },
  });
  const problem = plan.error instanceof Problem ? plan.error : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    plan.mutate();
  };
  return (
    <Section title={t(review.plannedOn === null ? 'reviews.planTitle' : 'reviews.replanTitle')} className="no-print">
      <form onSubmit={submit}>
        <Group align="flex-start" gap="sm">
          <CivilField
            label={t('reviews.plannedOn')}
            required
            minDate={today()}
            value={on}
            onChange={setOn}
            description={on !== null && on > review.dueOn ? t('reviews.plannedLate') : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={problem?.at('/on')}
            w={180}
          />
          <TextInput
            label={`${t('reviews.place')} (${t('ui.optional')})`}
            maxLength={500}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            error={problem?.at('/place')}
            flex="1 1 220px"
          />
        </Group>
        <ProblemNote of={plan.error} />
        <Button type="submit" variant="default" mt="sm" loading={plan.isPending}>
          {t('reviews.plan')}
        </Button>
      </form>
    </Section>
  );
}
