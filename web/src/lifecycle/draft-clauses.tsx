import { ActionIcon, Button, Group, Stack, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Confirmed } from '../ui/confirmed.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { ClauseFields } from './draft-clause-node.js';
import { ClausePaste } from './draft-clause-paste.js';
import { nameOf } from './draft-clauses.tree.js';
import { Documents } from './draft-documents.js';
import { clausesQuery, isDraft, type Agreement } from './draft-queries.js';

type Clause = Schemas['ClauseAnswer'];

/** The second step: what the text says, clause by clause, and the signed paper itself. */
export function ClausesStep({ agreement, onNext }: { agreement: Agreement; onNext: () => void }): ReactNode {
  const { t } = useTranslation();
  const clauses = useQuery(clausesQuery(agreement.id));
  const [pasting, setPasting] = useState<'replace' | 'append' | null>(null);
  return (
    <Stack>
      <Answered of={clauses}>
        {(items) =>
          items.length === 0 || pasting !== null ? (
            <>
              <ClausePaste agreement={agreement} replace={pasting === 'replace'} onDone={() => setPasting(null)} />
              {items.length > 0 && (
                <Group>
                  <Button variant="default" onClick={() => setPasting(null)}>
                    {t('lifecycle.draft.keepSaved')}
                  </Button>
                </Group>
              )}
            </>
          ) : (
            <Saved
              items={items}
              onReplace={isDraft(agreement) ? () => setPasting('replace') : null}
              onAppend={() => setPasting('append')}
            />
          )
        }
      </Answered>
      <Documents agreement={agreement} />
      <Group>
        <Button variant={clauses.data?.length === 0 ? 'default' : 'filled'} onClick={onNext}>
          {t(clauses.data?.length === 0 ? 'lifecycle.draft.skipClauses' : 'lifecycle.draft.next')}
        </Button>
      </Group>
    </Stack>
  );
}

interface SavedProps {
  items: Clause[];
  onReplace: (() => void) | null;
  onAppend: () => void;
}

function Saved({ items, onReplace, onAppend }: SavedProps): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const depths = depthsOf(items);
  return (
    <Stack gap="xs" maw={860}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('lifecycle.draft.treeSaved')} ({items.length})
        </Title>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onAppend}>
            {t('lifecycle.draft.pasteMore')}
          </Button>
          {onReplace && (
            <Button size="xs" variant="default" onClick={onReplace}>
              {t('lifecycle.draft.pasteAgain')}
            </Button>
          )}
        </Group>
      </Group>
      <ol className="draft-tree" aria-label={t('lifecycle.draft.treeSaved')}>
        {items.map((clause) => (
          <li key={clause.id} data-depth={Math.min(depths.get(clause.id) ?? 0, 5)}>
            <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
              <p className="draft-clause">
                <strong>{[clause.label, clause.heading].filter(Boolean).join(' ')}</strong> {clause.text}
              </p>
              <ActionIcon
                variant="subtle"
                aria-label={t('lifecycle.draft.editClause', { name: nameOf(clause) })}
                aria-expanded={open === clause.id}
                onClick={() => setOpen(open === clause.id ? null : clause.id)}
              >
                <IconPencil size={16} aria-hidden />
              </ActionIcon>
            </Group>
            {open === clause.id && <SavedForm clause={clause} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ol>
    </Stack>
  );
}

export function depthsOf(items: readonly Clause[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of items) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
  return depths;
}

function SavedForm({ clause, onDone }: { clause: Clause; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { kind, label, heading, text } = clause;
  const [value, setValue] = useState({ kind, label: label ?? '', heading: heading ?? '', text });
  const params = { path: { id: clause.id }, header: ifMatch(clause.version) };
  const finish = async (): Promise<void> => {
    tell(t('lifecycle.draft.clauseSaved'));
    await client.invalidateQueries();
    onDone();
  };
  const save = useMutation({
    mutationFn: () => {
      const body = { ...value, label: value.label || null, heading: value.heading || null };
      return answer(api.PATCH('/api/v1/clauses/{id}', { params, body }));
    },
    onSuccess: finish,
  });
  return (
    <ClauseFields value={value} set={(change) => setValue({ ...value, ...change })}>
      <ProblemNote of={save.error} />
      <Group justify="space-between">
        <Confirmed
          size="xs"
          variant="subtle"
          label={t('lifecycle.draft.removeClause')}
          question={t('lifecycle.draft.removeClauseAsk')}
          onConfirm={async () => {
            await answer(api.DELETE('/api/v1/clauses/{id}', { params }));
            await finish();
          }}
        />
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
          <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
            {t('ui.save')}
          </Button>
        </Group>
      </Group>
    </ClauseFields>
  );
}
