import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';
import { bodyQuery } from '../commitments/body-name.js';
import { SchemeSelect } from '../commitments/regime-fields.js';
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
