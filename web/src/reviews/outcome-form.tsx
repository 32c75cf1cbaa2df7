import { Alert, Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { KeptNote } from '../ui/kept-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { agreementQuery, useReviewChanged, type Decision, type Review } from './review.queries.js';

const DECISIONS = ['CONTINUE', 'EXTEND', 'AMEND', 'REPLACE', 'END'] as const;

interface Typed {
  decision: Decision | null;
  decidedOn: string | null;
  newTermTo: string | null;
  note: string;
}

/** The decision, with what it will set in motion said before it is taken: it cannot be taken back. */
export function OutcomeForm({ review }: { review: Review }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const changed = useReviewChanged();
  const agreement = useQuery(agreementQuery(review.agreementId));
  const start: Typed = { decision: null, decidedOn: today(), newTermTo: null, note: '' };
  const kept = useKept<Typed>(`outcome.${review.id}`, start);
  const { decision, decidedOn, newTermTo, note } = kept.value;
  const [problem, setProblem] = useState<Problem | null>(null);
  const put = (part: Partial<Typed>): void => {
    kept.set((was) => ({ ...was, ...part }));
  };
  const send = useMutation({
    mutationFn: (body: Schemas['NewOutcome']) =>
      answer(
        api.POST('/api/v1/reviews/{id}/outcome', {
          params: { path: { id: review.id } },
          headers: ifMatch(review.version),
          body,
        }),
      ),
    onError: (error) => {
      setProblem(error instanceof Problem ? error : null);
    },
    onSuccess: async () => {
      kept.forget();
      tell(t('reviews.outcomeSaved'));
      await changed();
      document.getElementById('content')?.focus();
    },
  });
  const termTo = agreement.data?.termTo ?? null;
  const facts = { on: civil(decidedOn), to: civil(newTermTo), was: civil(termTo) };
  const isComplete = decidedOn !== null && (decision !== 'EXTEND' || newTermTo !== null);
  return (
    <Stack gap="sm" align="stretch">
      <KeptNote from={kept.broughtBackFrom} onDrop={() => kept.forget(start)} />
      <Radio.Group
        label={t('reviews.decisionAsk')}
        value={decision}
        onChange={(chosen) => put({ decision: DECISIONS.find((one) => one === chosen) ?? null })}
      >
        <Stack gap="xs" mt="xs">
          {DECISIONS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`reviews.decision.${one}`)}
              description={t(`reviews.consequence.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Group align="flex-start" gap="sm">
        <CivilField
          label={t('reviews.decidedOn')}
          required
          maxDate={today()}
          value={decidedOn}
          onChange={(day) => put({ decidedOn: day })}
          error={problem?.at('/decidedOn')}
          w={180}
        />
        {decision === 'EXTEND' && (
          <CivilField
            label={t('reviews.newTermTo')}
            description={termTo === null ? undefined : t('reviews.termNow', { on: civil(termTo) })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            value={newTermTo}
            onChange={(day) => put({ newTermTo: day })}
            error={problem?.at('/newTermTo')}
            w={220}
          />
        )}
      </Group>
      <Textarea
        label={`${t('reviews.note')} (${t('ui.optional')})`}
        autosize
        minRows={2}
        maxLength={5000}
        value={note}
        onChange={(event) => put({ note: event.currentTarget.value })}
        error={problem?.at('/note')}
      />
      {decision !== null && !isComplete && (
        <Alert variant="outline" icon={<IconInfoCircle aria-hidden />}>
          {t(decidedOn === null ? 'reviews.dayMissing' : 'reviews.termMissing')}
        </Alert>
      )}
      <div>
        {decision === null || !isComplete ? (
          <Button disabled>{t('reviews.decide')}</Button>
        ) : (
          <Confirmed
            variant="filled"
            label={t('reviews.decide')}
            confirmLabel={t('reviews.decideSure')}
            question={
              <>
                <p>
                  <strong>{t(`reviews.decision.${decision}`)}</strong>
                </p>
                <p>{t(`reviews.will.${decision}`, facts)}</p>
                <p>{t('reviews.noWayBack')}</p>
              </>
            }
            onConfirm={() =>
              send.mutateAsync({
                decision,
                decidedOn,
                note: note.trim() === '' ? null : note.trim(),
                newTermTo: decision === 'EXTEND' ? newTermTo : null,
              })
            }
          />
        )}
      </div>
    </Stack>
  );
}
