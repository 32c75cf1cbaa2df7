import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable'> & {
  value: string | null;
  onChange: (agreementId: string | null) => void;
};

/** The name by which an agreement is known: its number, else its title. */
export function nameOf({ numbers, title }: { numbers: readonly string[]; title: string }): string {
  return numbers.length > 0 ? `${numbers.join('; ')} · ${title}` : title;
}

/** The agreement of this id, by the name it is known by. */
export function useAgreementName(id: string | null): string | null {
  const { data } = useQuery({
    queryKey: ['agreements', id, 'name'],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  });
  return data === undefined ? null : nameOf({ title: data.title, numbers: data.numbers.map(({ printed }) => printed) });
}

/** One agreement, found by typing any part of its number or title, with or without accents. */
export function AgreementPicker({ value, onChange, ...rest }: Props): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['agreements', 'picker', q],
    queryFn: () =>
      answer(api.GET('/api/v1/agreements', { params: { query: { limit: 30, ...(q === '' ? {} : { q }) } } })),
    placeholderData: keepPreviousData,
  });
  const chosen = useAgreementName(value);
  const names = new Map((found.data?.items ?? []).map((row) => [row.id, nameOf(row)]));
  if (value !== null && chosen !== null) names.set(value, chosen);
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      nothingFoundMessage={t('ui.nothingFound')}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      // The register has searched already, accents ignored.
      filter={({ options }) => options}
      onSearchChange={(text) => setTyped(text === names.get(value ?? '') ? '' : text)}
      value={value}
      onChange={onChange}
      {...rest}
    />
  );
}
