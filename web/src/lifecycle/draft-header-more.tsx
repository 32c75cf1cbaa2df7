import { ActionIcon, Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { bodyQuery } from '../commitments/body-name.js';
import { SchemeSelect } from '../commitments/schedule-fields.js';
import { CivilField } from '../ui/civil-field.js';
import type { HeaderTyped } from './draft-header.js';

interface Props {
  typed: HeaderTyped;
  patch: (change: Partial<HeaderTyped>) => void;
  problem: Problem | null;
  isFixed: boolean;
  /** Signed and recorded so. */
  isSigned: boolean;
}

const TERM_KINDS = ['UNKNOWN', 'FIXED', 'TERM_OF_OFFICE', 'OPEN', 'UNTIL_REPLACED'] as const;
const RENEWALS = ['NONE', 'EXPRESS', 'TACIT'] as const;
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

export function NumbersAndDates({ typed, patch, problem, isFixed, isSigned }: Props): ReactNode {
  const { t } = useTranslation();
  const [first = { printed: '', issuerId: null }, ...others] = typed.numbers;
  const numbers = [first, ...others];
  const parties = typed.parties.filter(({ bodyId, role }) => bodyId !== '' && role !== 'STANDING_BODY');
  return (
    <Stack gap="sm" pt="xs">
      {numbers.map((number, index) => {
        const change = (next: Partial<typeof number>): void =>
          patch({ numbers: numbers.map((one, at) => (at === index ? { ...one, ...next } : one)) });
        return (
          <Group key={index} align="flex-start" gap="sm">
            <TextInput
              label={t('lifecycle.draft.number')}
              description={index === 0 ? t('lifecycle.draft.numberHint') : undefined}
              w={320}
              maw="100%"
              value={number.printed}
              onChange={(event) => change({ printed: event.currentTarget.value })}
              error={problem?.at(`/numbers/${index}/printed`)}
            />
            {numbers.length > 1 && (
              <Issuer
                parties={parties.map(({ bodyId }) => bodyId)}
                value={number.issuerId ?? null}
                onChange={(issuerId) => change({ issuerId })}
              />
            )}
          </Group>
        );
      })}
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() => patch({ numbers: [...numbers, { printed: '', issuerId: null }] })}
        >
          {t('lifecycle.draft.addNumber')}
        </Button>
      </Group>
      <Group align="flex-start" gap="sm">
        <CivilField
          label={t('lifecycle.draft.signedOn')}
          description={isSigned ? undefined : t('lifecycle.draft.signedOnHint')}
          w={200}
          disabled={isSigned}
          value={typed.signedOn}
          onChange={(signedOn) => patch({ signedOn })}
          error={problem?.at('/signedOn')}
        />
        <TextInput
          label={t('lifecycle.draft.signedAt')}
          w={240}
          value={typed.signedAtPlace ?? ''}
          onChange={(event) => patch({ signedAtPlace: event.currentTarget.value })}
        />
      </Group>
      {!isFixed && <Term typed={typed} patch={patch} problem={problem} />}
    </Stack>
  );
}

function Issuer({
  parties,
  value,
  onChange,
}: {
  parties: string[];
  value: string | null;
  onChange: (id: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const found = useQueries({ queries: parties.map(bodyQuery) });
  const names = parties.map((id, index) => ({ value: id, label: found[index]?.data?.nameVi ?? '…' }));
  return (
    <Select
      label={t('lifecycle.draft.issuer')}
      w={320}
      maw="100%"
      allowDeselect={false}
      data={[{ value: '', label: t('lifecycle.draft.joint') }, ...names]}
      value={value ?? ''}
      onChange={(id) => onChange(id === '' ? null : id)}
    />
  );
}

function Term({ typed, patch, problem }: Pick<Props, 'typed' | 'patch' | 'problem'>): ReactNode {
  const { t } = useTranslation();
  const ends = typed.termKind === 'FIXED' || typed.termKind === 'TERM_OF_OFFICE';
  return (
    <>
      <Group align="flex-start" gap="sm">
        <CivilField
          label={t('lifecycle.draft.inForceFrom')}
          description={t('lifecycle.draft.inForceHint')}
          w={200}
          value={typed.inForceFrom}
          onChange={(inForceFrom) => patch({ inForceFrom })}
          error={problem?.at('/inForceFrom')}
        />
        <Select
          label={t('lifecycle.draft.termKind')}
          w={240}
          allowDeselect={false}
          data={TERM_KINDS.map((each) => ({ value: each, label: t(`agreements.termKind.${each}`) }))}
          value={typed.termKind}
          onChange={(kind) => kind && patch({ termKind: kind })}
        />
        {ends && (
          <CivilField
            label={t('lifecycle.draft.termTo')}
            w={200}
            value={typed.termTo}
            onChange={(termTo) => patch({ termTo })}
            error={problem?.at('/termTo')}
          />
        )}
        {ends && (
          <Select
            label={t('lifecycle.draft.renewal')}
            w={210}
            allowDeselect={false}
            data={RENEWALS.map((each) => ({ value: each, label: t(`agreements.renewal.${each}`) }))}
            value={typed.renewal}
            onChange={(renewal) => renewal && patch({ renewal: renewal })}
          />
        )}
        {ends && typed.renewal === 'TACIT' && (
          <>
            <NumberInput
              label={t('lifecycle.draft.renewalMonths')}
              w={190}
              min={1}
              max={600}
              hideControls
              value={typed.renewalMonths ?? ''}
              onChange={(months) => patch({ renewalMonths: typeof months === 'number' ? months : null })}
            />
            <NumberInput
              label={t('lifecycle.draft.noticeDays')}
              w={230}
              min={0}
              max={3650}
              hideControls
              value={typed.noticeDays ?? ''}
              onChange={(days) => patch({ noticeDays: typeof days === 'number' ? days : null })}
            />
          </>
        )}
      </Group>
      <Group align="flex-end" gap="sm">
        <SchemeSelect
          label={t('lifecycle.draft.scheme')}
          none={t('lifecycle.draft.schemeNone')}
          value={typed.schemeId}
          onChange={(schemeId) => patch({ schemeId })}
        />
        <Select
          label={t('lifecycle.draft.openness')}
          w={200}
          allowDeselect={false}
          data={(['PUBLIC', 'INTERNAL'] as const).map((each) => ({
            value: each,
            label: t(`agreements.openness.${each}`),
          }))}
          value={typed.openness}
          onChange={(openness) => openness && patch({ openness: openness })}
        />
      </Group>
    </>
  );
}

export function FurtherParts({ typed, patch, problem }: Pick<Props, 'typed' | 'patch' | 'problem'>): ReactNode {
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
