import { Alert, Anchor, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { KeptNote } from '../ui/kept-note.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { Bases } from './draft-bases.js';
import { ClauseNode, type Deed } from './draft-clause-node.js';
import {
  changed,
  merged,
  moved,
  newNode,
  nodesOf,
  removed,
  sentNodes,
  shifted,
  type Node,
} from './draft-clauses.tree.js';
import type { Agreement } from './draft-queries.js';

const WAIT_MS = 400;

interface Typed {
  text: string;
  /** null: as it was split; else as the person has corrected it. */
  nodes: Node[] | null;
}

const EMPTY: Typed = { text: '', nodes: null };

function after(nodes: readonly Node[], index: number, deed: Exclude<Deed, 'find'>): Node[] {
  switch (deed) {
    case 'merge':
      return merged(nodes, index);
    case 'deeper':
      return shifted(nodes, index, 1);
    case 'shallower':
      return shifted(nodes, index, -1);
    case 'up':
      return moved(nodes, index, -1);
    case 'down':
      return moved(nodes, index, 1);
    case 'remove':
      return removed(nodes, index);
  }
}

interface Props {
  agreement: Agreement;
  /** In place of the clauses there are, or behind them. */
  replace: boolean;
  onDone: () => void;
}

/** The text goes in on one side and comes out as clauses on the other, to be corrected and put in at once. */
export function ClausePaste({ agreement, replace, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const { say, count } = useFormats();
  const client = useQueryClient();
  const { id } = agreement;
  const area = useRef<HTMLTextAreaElement>(null);
  const kept = useKept<Typed>(`draft-clauses.${id}`, EMPTY);
  const { text, nodes } = kept.value;
  const [history, setHistory] = useState<(Node[] | null)[]>([]);
  const [open, setOpen] = useState<number | null>(null);
  const [asked] = useDebouncedValue(text, WAIT_MS);
  const found = useQuery({
    queryKey: ['clause-proposals', id, asked],
    queryFn: () =>
      answer(api.POST('/api/v1/agreements/{id}/clause-proposals', { params: { path: { id } }, body: { text: asked } })),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const proposed = asked.trim() === '' || !found.data ? [] : nodesOf(found.data);
  const shown = nodes ?? proposed;
  const edit = (next: Node[]): void => {
    setHistory([...history.slice(-30), nodes]);
    kept.set({ text, nodes: next });
  };
  const find = (from: number, to: number): void => {
    area.current?.focus();
    area.current?.setSelectionRange(from, to);
  };
  const lineAt = (line: number): void => {
    const lines = text.split('\n');
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    find(from, from + (lines[line - 1] ?? '').length);
  };
  const deed = (index: number, what: Deed): void => {
    const node = shown[index];
    if (what !== 'find') {
      setOpen(null);
      edit(after(shown, index, what));
    } else if (node?.from != null && node.to !== null) find(node.from, node.to);
  };
  const put = useMutation({
    mutationFn: () => {
      const body = { clauses: sentNodes(shown), replace };
      return answer(api.POST('/api/v1/agreements/{id}/clause-sets', { params: { path: { id } }, body }));
    },
    onSuccess: async () => {
      tell(t('lifecycle.draft.putInDone', { count: shown.length }));
      kept.forget(EMPTY);
      await client.invalidateQueries();
      onDone();
    },
  });
  const warnings = asked.trim() === '' || nodes !== null ? [] : (found.data?.warnings ?? []);
  return (
    <Stack>
      <KeptNote from={kept.broughtBackFrom} onDrop={() => kept.forget(EMPTY)} />
      <div className="draft-split">
        <Textarea
          ref={area}
          label={t('lifecycle.draft.text')}
          description={t('lifecycle.draft.textHint')}
          minRows={10}
          maxRows={26}
          autosize
          spellCheck={false}
          value={text}
          onChange={(event) => kept.set({ text: event.currentTarget.value, nodes })}
        />
        <Stack gap="xs">
          <Group justify="space-between">
            <Title order={2} size="h5">
              {t('lifecycle.draft.tree')} ({count(shown.length)})
            </Title>
            <Group gap="xs">
              {history.length > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    kept.set({ text, nodes: history.at(-1) ?? null });
                    setHistory(history.slice(0, -1));
                  }}
                >
                  {t('ui.undo')}
                </Button>
              )}
              {nodes !== null && text.trim() !== '' && (
                <Button size="xs" variant="default" onClick={() => edit(proposed)}>
                  {t('lifecycle.draft.splitAgain')}
                </Button>
              )}
            </Group>
          </Group>
          <ProblemNote of={found.error} />
          <Warnings of={warnings} onLine={lineAt} say={say} />
          {shown.length === 0 && <Text size="sm">{t('lifecycle.draft.treeEmpty')}</Text>}
          <ol className="draft-tree" aria-label={t('lifecycle.draft.tree')}>
            {shown.map((node, index) => (
              <ClauseNode
                key={index}
                node={node}
                index={index}
                isOpen={open === index}
                onOpen={setOpen}
                onChange={(at, change) => edit(changed(shown, at, change))}
                onDeed={deed}
              />
            ))}
          </ol>
          <Group>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                edit([...shown, newNode(shown.at(-1))]);
                setOpen(shown.length);
              }}
            >
              {t('lifecycle.draft.addClause')}
            </Button>
          </Group>
          {found.data?.before && found.data.before.legalBases.length > 0 && (
            <Bases agreement={agreement} texts={found.data.before.legalBases} />
          )}
          <ProblemNote of={put.error} />
          {shown.length > 0 && (
            <Group>
              <Button loading={put.isPending} onClick={() => put.mutate()}>
                {t(replace ? 'lifecycle.draft.putInReplace' : 'lifecycle.draft.putIn', { count: shown.length })}
              </Button>
            </Group>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

interface WarningsProps {
  of: readonly Schemas['ClauseTextDoubt'][];
  onLine: (line: number) => void;
  say: (vi: string, en: string) => string;
}

function Warnings({ of, onLine, say }: WarningsProps): ReactNode {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <Alert
      classNames={{ title: 'draft-alert-title' }}
      color="orange"
      variant="outline"
      title={t('lifecycle.draft.doubts')}
      role="status"
      p="xs"
    >
      {of.map(({ line, code, messageVi, messageEn }) => (
        <Anchor
          key={`${line} ${code}`}
          component="button"
          type="button"
          size="sm"
          ta="left"
          display="block"
          onClick={() => onLine(line)}
        >
          {say(messageVi, messageEn)}
        </Anchor>
      ))}
    </Alert>
  );
}
