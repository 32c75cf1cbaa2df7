import { Button, Group, MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { STANDINGS, type ReportsSearch } from './reports.search.js';

interface Props {
  search: ReportsSearch;
  set: (change: Partial<Record<keyof ReportsSearch, unknown>>) => void;
}

/** One press for what is asked most, with how many there are. */
export function QuickFilters({ search, set }: Props): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { bodyId, agreementId, commitmentId, from, to } = search;
  const query = Object.fromEntries(
    Object.entries({ bodyId, agreementId, commitmentId, from, to }).filter(([, value]) => value !== undefined),
  );
  const counts = useQuery({
    queryKey: ['occurrences', 'counts', query],
    queryFn: () => answer(api.GET('/api/v1/occurrences/counts', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const told = new Map((counts.data?.items ?? []).map((row) => [row.standing, row]));
  const number = (standing: (typeof STANDINGS)[number]): string => {
    const row = told.get(standing);
    if (row === undefined) return '';
    return ` ${row.capped ? t('reports.list.more', { n: count(row.count) }) : count(row.count)}`;
  };
  const isOnly = (standing: string): boolean =>
    search.standing?.length === 1 && search.standing[0] === standing && search.state === undefined;
  const chip = (isOn: boolean, label: string, change: Parameters<Props['set']>[0]): ReactNode => (
    <Button
      key={label}
      size="xs"
      radius="xl"
      variant={isOn ? 'filled' : 'default'}
      aria-pressed={isOn}
      onClick={() => set({ standing: undefined, state: undefined, ...change })}
    >
      {label}
    </Button>
  );
  return (
    <Group gap="xs" className="no-print" role="group" aria-label={t('reports.list.quick')}>
      {chip(search.standing === undefined && search.state === undefined, t('reports.list.everything'), {})}
      {(['overdue', 'due_today', 'due_soon', 'returned', 'in_term'] as const).map((standing) =>
        chip(isOnly(standing), `${t(`commitments.standing.${standing}`)}${number(standing)}`, { standing: [standing] }),
      )}
      {chip(search.state?.length === 1 && search.state[0] === 'filed', t('reports.list.toReview'), {
        state: ['filed'],
      })}
    </Group>
  );
}

export function ReportsFilters({ search, set }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" gap="sm" className="no-print">
      <BodyPicker
        label={t('reports.list.body')}
        w={240}
        value={search.bodyId ?? null}
        onChange={(bodyId) => set({ bodyId })}
      />
      <AgreementPicker value={search.agreementId ?? null} onChange={(agreementId) => set({ agreementId })} />
      <MultiSelect
        label={t('reports.list.standing')}
        w={240}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        data={STANDINGS.map((value) => ({ value, label: t(`commitments.standing.${value}`) }))}
        value={search.standing ?? []}
        onChange={(standing) => set({ standing: standing.length > 0 ? standing : undefined })}
      />
      <CivilField label={t('ui.from')} w={160} value={search.from ?? null} onChange={(from) => set({ from })} />
      <CivilField label={t('ui.to')} w={160} value={search.to ?? null} onChange={(to) => set({ to })} />
      {Object.keys(search).length > 0 && (
        <Button
          variant="subtle"
          onClick={() =>
            set({
              ...{ bodyId: null, agreementId: null, commitmentId: null, standing: null },
              ...{ state: null, from: null, to: null },
            })
          }
        >
          {t('reports.list.clear')}
        </Button>
      )}
    </Group>
  );
}

interface PickerProps {
  value: string | null;
  onChange: (id: string | null) => void;
}

/** One agreement, found by any part of its title or number. */
function AgreementPicker({ value, onChange }: PickerProps): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['agreements', 'picker', q],
    queryFn: () =>
      answer(api.GET('/api/v1/agreements', { params: { query: { limit: 20, ...(q === '' ? {} : { q }) } } })),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['agreements', value],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}', { params: { path: { id: value ?? '' } } })),
    enabled: value !== null,
  });
  const titles = new Map((found.data?.items ?? []).map(({ id, title }) => [id, title]));
  if (value !== null && chosen.data !== undefined) titles.set(value, chosen.data.title);
  return (
    <Select
      label={t('reports.list.agreement')}
      w={320}
      maw="100%"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      nothingFoundMessage={t('ui.nothingFound')}
      data={[...titles].map(([id, label]) => ({ value: id, label }))}
      filter={({ options }) => options}
      onSearchChange={(text) => setTyped(text === titles.get(value ?? '') ? '' : text)}
      value={value}
      onChange={onChange}
    />
  );
}
