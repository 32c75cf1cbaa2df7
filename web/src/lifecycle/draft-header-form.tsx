import { Alert, Button, Checkbox, Group, Select, Stack, Textarea } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import '../commitments/forms.css';
import { ProblemNote } from '../ui/problem-note.js';
import type { HeaderTyped } from './draft-header.js';
import { FurtherParts } from './draft-header-further.js';
import { NumbersAndDates } from './draft-header-more.js';
import { PartiesField } from './draft-parties.js';

const KINDS = [
  ...['PROGRAMME', 'REGULATION', 'PLAN', 'JOINT_RESOLUTION', 'JOINT_CIRCULAR', 'ACCORD', 'MEMORANDUM', 'TWINNING'],
  'OTHER',
] as HeaderTyped['kind'][];

interface Props {
  typed: HeaderTyped;
  set: (change: (was: HeaderTyped) => HeaderTyped) => void;
  onSubmit: () => void;
  isBusy: boolean;
  error: unknown;
  submitLabel: string;
  /** The draft is there already: no new confirmation is asked. */
  isNew?: boolean;
  isFixed?: boolean;
  isSigned?: boolean;
}

/** What stands at the head of an agreement: what is needed first, the rest folded. */
export function HeaderForm({
  typed,
  set,
  onSubmit,
  isBusy,
  error,
  submitLabel,
  isNew = false,
  isFixed = false,
  isSigned = false,
}: Props): ReactNode {
  const { t } = useTranslation();
  const patch = (change: Partial<HeaderTyped>): void => set((was) => ({ ...was, ...change }));
  const problem = error instanceof Problem ? error : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={860}>
        {isFixed && (
          <Alert variant="outline" p="sm">
            {t('lifecycle.draft.fixed')}
          </Alert>
        )}
        <Select
          label={t('lifecycle.draft.kind')}
          w={300}
          maw="100%"
          allowDeselect={false}
          maxDropdownHeight={400}
          data={KINDS.map((kind) => ({ value: kind, label: t(`agreements.kind.${kind}`) }))}
          value={typed.kind}
          onChange={(kind) => kind && patch({ kind: kind })}
        />
        <Textarea
          label={t('lifecycle.draft.title')}
          description={t('lifecycle.draft.titleHint')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={typed.title}
          onChange={(event) => patch({ title: event.currentTarget.value })}
          error={problem?.at('/title')}
        />
        <PartiesField value={typed.parties} set={(parties) => patch({ parties })} problem={problem} isFixed={isFixed} />
        <details className="fold" open={!isNew || undefined}>
          <summary>{t('lifecycle.draft.numbersAndDates')}</summary>
          <NumbersAndDates typed={typed} patch={patch} problem={problem} isFixed={isFixed} isSigned={isSigned} />
        </details>
        <details className="fold">
          <summary>{t('lifecycle.draft.further')}</summary>
          <FurtherParts typed={typed} patch={patch} problem={problem} />
        </details>
        {isNew && (
          <Checkbox
            label={t('ui.noSecret')}
            description={t('lifecycle.draft.noSecretHint')}
            required
            checked={typed.noSecretConfirmed}
            onChange={(event) => patch({ noSecretConfirmed: event.currentTarget.checked })}
            error={problem?.at('/noSecretConfirmed')}
          />
        )}
        <ProblemNote of={error} />
        <Group>
          <Button type="submit" loading={isBusy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
