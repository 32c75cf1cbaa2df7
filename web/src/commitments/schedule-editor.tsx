import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { KeptNote } from '../ui/kept-note.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { newSchedule, sentSchedule, typedSchedule } from './interval.js';
import { ScheduleFields, type Involved } from './schedule-fields.js';

interface Props {
  agreementId: string;
  commitmentId: string;
  parties: readonly Involved[];
  /** None: a new one. */
  schedule?: Schemas['ScheduleAnswer'];
  onDone: () => void;
}

/** A schedule of a commitment that is there: new, not planned yet (saved at once), or planned (shown first, then changed exactly so). */
export function ScheduleEditor({ agreementId, commitmentId, parties, schedule, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const start = schedule ? typedSchedule(schedule) : newSchedule();
  const kept = useKept(`schedule.${schedule?.id ?? `new.${commitmentId}`}`, start);
  const { value, set } = kept;
  const [reason, setReason] = useState('');
  const isPlanned = schedule !== undefined && schedule.plannedTo !== null;
  const finish = async (said: string): Promise<void> => {
    kept.forget();
    tell(said);
    await client.invalidateQueries();
    onDone();
  };
  const save = useMutation({
    mutationFn: () =>
      schedule
        ? answer(
            api.PATCH('/api/v1/schedules/{id}', {
              params: { path: { id: schedule.id }, header: ifMatch(schedule.version) },
              body: sentSchedule(value),
            }),
          )
        : answer(
            api.POST('/api/v1/commitments/{id}/schedules', {
              params: { path: { id: commitmentId } },
              body: sentSchedule(value),
            }),
          ),
    onSuccess: () => finish(t('commitments.form.scheduleSaved')),
  });
  const path = { params: { path: { id: schedule?.id ?? '' } } };
  const preview = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/schedules/{id}/previews', { ...path, body: sentSchedule(value) })),
  });
  const apply = useMutation({
    mutationFn: (token: string) =>
      answer(
        api.POST('/api/v1/schedules/{id}/revisions', {
          ...path,
          body: { ...sentSchedule(value), token, reason: reason.trim() || null },
        }),
      ),
    onSuccess: () => finish(t('commitments.form.changed')),
  });
  const fault = save.error ?? preview.error ?? apply.error;
  return (
    <Stack gap="sm">
      <KeptNote from={kept.broughtBackFrom} onDrop={() => kept.forget(start)} />
      <ScheduleFields
        agreementId={agreementId}
        commitmentId={commitmentId}
        parties={parties}
        value={value}
        set={(change) => {
          preview.reset();
          set((was) => ({ ...was, ...change }));
        }}
        problem={fault instanceof Problem ? fault : null}
        withoutDates={isPlanned}
      />
      {preview.data && (
        <>
          <ChangeShown of={preview.data} />
          <TextInput
            label={t('commitments.form.changeReason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
      <ProblemNote of={fault} />
      <Group justify="space-between">
        {schedule && !isPlanned ? (
          <Confirmed
            variant="subtle"
            label={t('commitments.form.removeSchedule')}
            question={t('commitments.form.removeScheduleAsk')}
            onConfirm={async () => {
              const params = { path: { id: schedule.id }, header: ifMatch(schedule.version) };
              await answer(api.DELETE('/api/v1/schedules/{id}', { params }));
              await finish(t('commitments.form.scheduleSaved'));
            }}
          />
        ) : (
          <span />
        )}
        {!isPlanned && (
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('ui.save')}
          </Button>
        )}
        {isPlanned && !preview.data && (
          <Button loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('commitments.form.previewChange')}
          </Button>
        )}
        {preview.data && (
          <Button loading={apply.isPending} onClick={() => apply.mutate(preview.data.token)}>
            {t('commitments.form.applyChange')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

const GROUPS = ['kept', 'moved', 'added', 'dropped', 'untouched'] as const;

/** What the change does to the due reports there are: kept, moved, added, dropped, left. */
export function ChangeShown({ of }: { of: Schemas['PreviewAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { civil, count, say } = useFormats();
  const dates = ({ from, to }: Schemas['DutyChange']): string =>
    [from?.dueOn, to?.dueOn]
      .filter((day, index, all) => day !== undefined && day !== all[index - 1])
      .map(civil)
      .join(' → ');
  return (
    <Stack gap={4} role="status">
      {GROUPS.map((group) => (
        <details key={group} className="fold" open={group !== 'kept' && of.counts[group] > 0 && of.counts[group] <= 12}>
          <summary>
            {t(`commitments.form.change.${group}`)}: {count(of.counts[group])}
          </summary>
          <ul>
            {of[group].map((duty) => (
              <li key={`${duty.periodKey} ${duty.bodyId} ${duty.tier}`}>
                <Text size="sm">
                  {say(duty.periodVi, duty.periodEn)} – {duty.bodyName}: <strong>{dates(duty)}</strong>
                  {duty.becauseVi !== null && ` – ${say(duty.becauseVi, duty.becauseEn ?? '')}`}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Stack>
  );
}
