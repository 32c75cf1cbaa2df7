import { Button, Group, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import type { Act, Values } from './agreement-act.js';
import { useRefresh, type Agreement } from './agreement-record.js';

interface Props {
  act: Act;
  agreement: Agreement;
  onDone: () => void;
}

/** One change of state: what it does in a sentence, its fields, and what the register says about it. */
export function ActForm({ act, agreement, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const first: Values = Object.fromEntries(
    act.fields.map(({ name, isToday }) => [name, isToday === true ? today() : null]),
  );
  const { value: values, set, forget } = useKept<Values>(`agreement.${agreement.id}.${act.name}`, first);
  const save = useMutation({
    mutationFn: () => act.send(agreement.id, values, t),
    onSuccess: async (said) => {
      forget();
      await refresh();
      tell(said);
      onDone();
    },
  });
  const problem = save.error instanceof Problem ? save.error : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        <Text>{t(`lifecycle.agreement.explain.${act.name}`)}</Text>
        {act.fields.map((field) => (
          <ActField
            key={field.name}
            field={field}
            agreement={agreement}
            value={values[field.name] ?? null}
            error={problem?.at(`/${field.wire}`)}
            onChange={(value) => set((was) => ({ ...was, [field.name]: value }))}
          />
        ))}
        <ProblemNote of={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} {...(act.name === 'end' ? { color: 'red' } : {})}>
            {t(`lifecycle.agreement.act.${act.name}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldProps {
  field: Act['fields'][number];
  agreement: Agreement;
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

function ActField({ field, agreement, value, error, onChange }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const shown = {
    label: t(`lifecycle.agreement.field.${field.name}`),
    required: field.isRequired === true,
    error,
    ...(field.hint === undefined ? {} : { description: t(`lifecycle.agreement.field.${field.hint}`) }),
  };
  const typed = (text: string): void => onChange(text === '' ? null : text);
  switch (field.kind) {
    case 'day':
      return <CivilField {...shown} value={value} onChange={onChange} />;
    case 'line':
      return <TextInput {...shown} value={value ?? ''} onChange={({ currentTarget }) => typed(currentTarget.value)} />;
    case 'text':
      return (
        <Textarea
          {...shown}
          autosize
          minRows={2}
          value={value ?? ''}
          onChange={({ currentTarget }) => typed(currentTarget.value)}
        />
      );
    case 'party': {
      const parties = agreement.parties.filter(({ role, leftOn }) => role === 'PARTY' && leftOn === null);
      return (
        <Select
          {...shown}
          data={parties.map(({ bodyId, nameNow }) => ({ value: bodyId, label: nameNow }))}
          value={value}
          onChange={onChange}
        />
      );
    }
  }
}
