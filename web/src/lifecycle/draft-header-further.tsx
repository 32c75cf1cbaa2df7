import { ActionIcon, Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import type { HeaderTyped } from './draft-header.js';

interface Props {
  typed: HeaderTyped;
  patch: (change: Partial<HeaderTyped>) => void;
  problem: Problem | null;
}

const LINK_KINDS = ['UNDER_FRAMEWORK', 'REPLACES', 'AMENDS', 'ENCLOSED_BY'] as const;

/** A list of short rows with a way to add and to take out. */
function Rows<T>({
  rows,
  set,
  fresh,
  add,
  children,
}: {
  rows: T[];
  set: (rows: T[]) => void;
  fresh: T;
  add: string;
  children: (row: T, change: (next: Partial<T>) => void, index: number) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      {rows.map((row, index) => (
        <Group key={index} align="flex-end" gap="xs">
          {children(row, (next) => set(rows.map((one, at) => (at === index ? { ...one, ...next } : one))), index)}
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('lifecycle.draft.takeOut', { what: `${add} ${index + 1}` })}
            onClick={() => set(rows.filter((_, at) => at !== index))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => set([...rows, fresh])}
        >
          {add}
        </Button>
      </Group>
    </Stack>
  );
}

export function FurtherParts({ typed, patch, problem }: Props): ReactNode {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['agreements', 'picker'],
    queryFn: () => answer(api.GET('/api/v1/agreements', { params: { query: { limit: 100 } } })),
  });
  const known = (found.data?.items ?? []).map(({ id, title, numbers }) => ({
    value: id,
    label: [numbers[0], title].filter(Boolean).join(' – '),
  }));
  return (
    <Stack gap="md" pt="xs">
      <Rows
        rows={typed.legalBases}
        set={(legalBases) => patch({ legalBases })}
        fresh={{ text: '' }}
        add={t('lifecycle.draft.addBasis')}
      >
        {(row, change) => (
          <Textarea
            label={t('lifecycle.draft.basis')}
            autosize
            flex="1 1 300px"
            value={row.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        )}
      </Rows>
      <Rows
        rows={typed.witnesses}
        set={(witnesses) => patch({ witnesses })}
        fresh={{ name: '', position: '' }}
        add={t('lifecycle.draft.addWitness')}
      >
        {(row, change) => (
          <>
            <TextInput
              label={t('lifecycle.draft.witness')}
              flex="1 1 200px"
              value={row.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t('lifecycle.draft.position')}
              flex="1 1 200px"
              value={row.position ?? ''}
              onChange={(event) => change({ position: event.currentTarget.value })}
            />
          </>
        )}
      </Rows>
      <Rows
        rows={typed.links}
        set={(links) => patch({ links })}
        fresh={{ kind: 'UNDER_FRAMEWORK', toAgreementId: null, toText: '' }}
        add={t('lifecycle.draft.addLink')}
      >
        {(row, change, index) => (
          <>
            <Select
              label={t('lifecycle.draft.linkKind')}
              w={200}
              allowDeselect={false}
              data={LINK_KINDS.map((each) => ({ value: each, label: t(`agreements.linkKind.${each}`) }))}
              value={row.kind}
              onChange={(kind) => kind && change({ kind: kind })}
            />
            <Select
              label={t('lifecycle.draft.linkInside')}
              flex="1 1 240px"
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('ui.clear') }}
              data={known}
              value={row.toAgreementId ?? null}
              onChange={(toAgreementId) =>
                change(toAgreementId === null ? { toAgreementId } : { toAgreementId, toText: '' })
              }
              error={problem?.at(`/links/${index}`) ?? problem?.at(`/links/${index}/toAgreementId`)}
            />
            {!row.toAgreementId && (
              <TextInput
                label={t('lifecycle.draft.linkOutside')}
                flex="1 1 240px"
                value={row.toText ?? ''}
                onChange={(event) => change({ toText: event.currentTarget.value })}
              />
            )}
          </>
        )}
      </Rows>
      <Textarea
        label={t('lifecycle.draft.ceremony')}
        autosize
        minRows={1}
        value={typed.ceremonyNote ?? ''}
        onChange={(event) => patch({ ceremonyNote: event.currentTarget.value })}
      />
    </Stack>
  );
}
