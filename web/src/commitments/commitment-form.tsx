import { Button, Fieldset, Group, MultiSelect, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { KeptNote } from '../ui/kept-note.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import {
  sentCommitment,
  suggested,
  typedCommitment,
  type ClauseQuoted,
  type CommitmentKind,
} from './commitment-typed.js';
import './forms.css';
import { newSchedule, type ScheduleTyped } from './interval.js';
import { Result } from './result-fields.js';
import { RolesField } from './roles-field.js';
import { ScheduleFields, type Involved } from './schedule-fields.js';

const KINDS = [
  ...['ACTIVITY', 'REPORT', 'CONTINUOUS', 'INFO_EXCHANGE', 'MEETING', 'PLAN', 'TRAINING', 'INSPECTION'],
  ...['INTERIM_REVIEW', 'FINAL_REVIEW', 'MODEL', 'COMMENDATION', 'DEADLINE'],
] as CommitmentKind[];

interface Props {
  agreementId: string;
  parties: readonly Involved[];
  clauses: readonly ClauseQuoted[];
  /** A new one from this clause (null: from none), or an existing one. */
  clause?: ClauseQuoted | null;
  commitment?: Schemas['CommitmentAnswer'];
  onDone: () => void;
}

const nameOf = ({ label, heading, text }: ClauseQuoted): string =>
  [label, heading ?? text.slice(0, 60)].filter(Boolean).join(' ');

/** What one or more clauses oblige, in the six clear things an office asks for (domain §4.3). */
export function CommitmentForm({ agreementId, parties, clauses, clause = null, commitment, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const start = commitment ? typedCommitment(commitment) : suggested(clause, parties);
  const place = commitment ? commitment.id : `new.${agreementId}.${clause?.id ?? ''}`;
  const { value, set, broughtBackFrom, forget } = useKept(`commitment.${place}`, start);
  const patch = (change: Partial<typeof value>): void => set((was) => ({ ...was, ...change }));
  const save = useMutation({
    mutationFn: () => {
      if (!commitment) {
        const path = { params: { path: { id: agreementId } } };
        return answer(api.POST('/api/v1/agreements/{id}/commitments', { ...path, body: sentCommitment(value) }));
      }
      const body: Schemas['CommitmentChange'] & { schedules?: unknown } = sentCommitment(value);
      delete body.schedules;
      const params = { path: { id: commitment.id }, header: ifMatch(commitment.version) };
      return answer(api.PATCH('/api/v1/commitments/{id}', { params, headers: ifMatch(commitment.version), body }));
    },
    onSuccess: async () => {
      forget();
      tell(t('commitments.form.commitmentSaved'));
      await client.invalidateQueries();
      onDone();
    },
  });
  const problem = save.error instanceof Problem ? save.error : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const quoted = clauses.filter(({ id }) => value.clauseIds.includes(id));
  return (
    <form onSubmit={submit}>
      <Stack>
        <KeptNote from={broughtBackFrom} onDrop={() => forget(start)} />
        {quoted.map((one) => (
          <figure key={one.id} style={{ margin: 0 }}>
            <Text component="figcaption" size="sm" c="dimmed">
              {t('commitments.form.fromClause', { label: one.label ?? '' })}
            </Text>
            <blockquote className="quoted" tabIndex={0}>
              {[one.heading, one.text].filter(Boolean).join('\n')}
            </blockquote>
          </figure>
        ))}
        <Text size="sm" c="dimmed">
          {t('commitments.form.sixClear')}
        </Text>
        <Textarea
          label={t('commitments.form.title')}
          description={t('commitments.form.titleHint')}
          required
          autosize
          minRows={2}
          data-autofocus
          value={value.title}
          onChange={(event) => patch({ title: event.currentTarget.value })}
          error={problem?.at('/title')}
        />
        <Group align="flex-start" gap="sm">
          <Select
            label={t('commitments.form.kindLabel')}
            w={260}
            maw="100%"
            allowDeselect={false}
            data={KINDS.map((kind) => ({ value: kind, label: t(`commitments.kind.${kind}`) }))}
            value={value.kind}
            onChange={(kind) => kind && patch({ kind: kind })}
          />
          <MultiSelect
            label={t('commitments.form.clauses')}
            w={420}
            maw="100%"
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('ui.clear') }}
            data={clauses.map((one) => ({ value: one.id, label: nameOf(one) }))}
            value={value.clauseIds}
            onChange={(clauseIds) => patch({ clauseIds })}
          />
        </Group>
        <Fieldset legend={t('commitments.form.who')}>
          <Stack gap="sm">
            <RolesField parties={parties} value={value.bodies} set={(bodies) => patch({ bodies })} problem={problem} />
            <BodyPicker
              label={t('commitments.form.recipient')}
              maw={480}
              value={value.recipientId}
              onChange={(recipientId) => patch({ recipientId })}
              error={problem?.at('/recipientId')}
            />
          </Stack>
        </Fieldset>
        <Result value={value} patch={patch} problem={problem} />
        {!commitment && (
          <Schedules
            agreementId={agreementId}
            parties={parties}
            value={value.schedules}
            set={(schedules) => patch({ schedules })}
            problem={problem}
          />
        )}
        <ProblemNote of={save.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('commitments.form.saveCommitment')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SchedulesProps {
  agreementId: string;
  parties: readonly Involved[];
  value: ScheduleTyped[];
  set: (schedules: ScheduleTyped[]) => void;
  problem: Problem | null;
}

/** The schedules that a new commitment starts with: one as a rule, more when a sentence names more. */
function Schedules({ agreementId, parties, value, set, problem }: SchedulesProps): ReactNode {
  const { t } = useTranslation();
  const [keys, setKeys] = useState(0);
  const own = (index: number): Problem | null =>
    problem && new Problem(problem.status, problem.code, problem.said, pointed(problem, index));
  return (
    <Fieldset legend={t('commitments.form.when')}>
      <Stack>
        {value.length === 0 && <Text size="sm">{t('commitments.form.noSchedule')}</Text>}
        {value.map((schedule, index) => (
          <Stack key={`${keys}.${index}`} gap="xs">
            {value.length > 1 && <Text fw={600}>{t('commitments.form.scheduleNo', { no: index + 1 })}</Text>}
            <ScheduleFields
              agreementId={agreementId}
              parties={parties}
              value={schedule}
              set={(change) => set(value.map((one, at) => (at === index ? { ...one, ...change } : one)))}
              onSplit={(all) => {
                const split = all.map((interval) => ({ ...schedule, ...interval }));
                set([...value.slice(0, index), ...split, ...value.slice(index + 1)]);
                setKeys(keys + 1);
              }}
              problem={own(index)}
            />
            <Group justify="flex-end">
              <Button size="xs" variant="subtle" onClick={() => set(value.filter((_, at) => at !== index))}>
                {t('commitments.form.removeSchedule')}
              </Button>
            </Group>
          </Stack>
        ))}
        <Group>
          <Button size="xs" variant="default" onClick={() => set([...value, newSchedule()])}>
            {t('commitments.form.addSchedule')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** What the register says about /schedules/1/n is about /n of the second schedule. */
function pointed(problem: Problem, index: number): Problem['fields'] {
  const at = `/schedules/${index}`;
  return problem.fields
    .filter(({ pointer }) => pointer.startsWith(`${at}/`))
    .map((field) => ({ ...field, pointer: field.pointer.slice(at.length) }));
}
