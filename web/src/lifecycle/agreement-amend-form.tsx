import { Button, Checkbox, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { ChangeFields, NEW_CHANGE, type Change } from './agreement-amend-change.js';
import { AmendPreview } from './agreement-amend-preview.js';
import { useClauses, useRefresh, type Agreement } from './agreement-record.js';

interface Amendment {
  effectiveFrom: string | null;
  documentText: string;
  note: string;
  asksForPast: boolean;
  changes: Change[];
}

interface Props {
  agreement: Agreement;
  onDone: () => void;
}

/** The words for the wire: what the kind of change has no use for is left out. */
function clauseOf({ op, clauseId, kind, label, heading, text }: Change): Schemas['AmendedClause'] {
  if (op === 'END') return { op, clauseId };
  const words = { text, ...(label === '' ? {} : { label }), ...(heading === '' ? {} : { heading }) };
  return op === 'REPLACE' ? { op, clauseId, ...words } : { op, parentId: clauseId, kind, ...words };
}

/** An amendment of the text: from which day, by which document, which clauses end, change or come. */
export function AmendForm({ agreement, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const refresh = useRefresh();
  const first: Amendment = {
    effectiveFrom: today(),
    documentText: '',
    note: '',
    asksForPast: false,
    changes: [NEW_CHANGE],
  };
  const kept = useKept(`agreement.${agreement.id}.amend`, first);
  const { value: form, set } = kept;
  const clauses = useClauses(agreement.id, form.effectiveFrom);
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/agreements/{id}/amendments', {
          params: { path: { id: agreement.id } },
          body: {
            effectiveFrom: form.effectiveFrom ?? '',
            documentText: form.documentText,
            note: form.note === '' ? null : form.note,
            asksForPast: form.asksForPast,
            clauses: form.changes.map(clauseOf),
          },
        }),
      ),
    onSuccess: async () => {
      kept.forget();
      await refresh();
      tell(t('lifecycle.agreement.done.amend'));
      onDone();
    },
  });
  const problem = save.error instanceof Problem ? save.error : null;
  // What was previewed is what is recorded: typing on asks for another look.
  const [seen, setSeen] = useState<Amendment | null>(null);
  const isSeen = seen !== null && seen === form;
  const change = (part: Partial<Amendment>): void => set((was) => ({ ...was, ...part }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isSeen) save.mutate();
        else setSeen(form);
      }}
    >
      <Stack>
        {kept.broughtBackFrom !== null && (
          <Group>
            <Text size="sm">{t('ui.keptBack', { at: instant(kept.broughtBackFrom) })}</Text>
            <Button size="compact-sm" variant="subtle" onClick={() => kept.forget(first)}>
              {t('ui.dropKept')}
            </Button>
          </Group>
        )}
        <CivilField
          label={t('lifecycle.agreement.amendments.effectiveFrom')}
          required
          value={form.effectiveFrom}
          error={problem?.at('/effectiveFrom')}
          onChange={(effectiveFrom) => change({ effectiveFrom })}
        />
        <TextInput
          label={t('lifecycle.agreement.amendments.document')}
          required
          maxLength={1000}
          value={form.documentText}
          error={problem?.at('/documentText')}
          onChange={({ currentTarget }) => change({ documentText: currentTarget.value })}
        />
        <Answered of={clauses}>
          {(items) => (
            <Stack role="group" aria-label={t('lifecycle.agreement.amendments.changes')}>
              {form.changes.map((one, index) => (
                <ChangeFields
                  key={index}
                  n={index + 1}
                  change={one}
                  clauses={items}
                  at={(field) => problem?.at(`/clauses/${index}/${field}`)}
                  onChange={(next) =>
                    change({ changes: form.changes.map((was, place) => (place === index ? next : was)) })
                  }
                  {...(form.changes.length > 1
                    ? { onRemove: () => change({ changes: form.changes.filter((_, place) => place !== index) }) }
                    : {})}
                />
              ))}
            </Stack>
          )}
        </Answered>
        <Button
          variant="default"
          style={{ alignSelf: 'start' }}
          onClick={() => change({ changes: [...form.changes, NEW_CHANGE] })}
        >
          {t('lifecycle.agreement.amendments.addChange')}
        </Button>
        <Textarea
          label={t('lifecycle.agreement.amendments.note')}
          autosize
          minRows={2}
          maxLength={5000}
          value={form.note}
          onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        />
        <Checkbox
          label={t('lifecycle.agreement.amendments.asksForPast')}
          checked={form.asksForPast}
          onChange={({ currentTarget }) => change({ asksForPast: currentTarget.checked })}
        />
        {isSeen && form.effectiveFrom !== null && clauses.data !== undefined && (
          <AmendPreview
            id={agreement.id}
            effectiveFrom={form.effectiveFrom}
            clauses={clauses.data}
            changes={form.changes}
          />
        )}
        <ProblemNote of={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t(`lifecycle.agreement.amendments.${isSeen ? 'save' : 'preview'}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
