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

/** One agreement, found by typing any part of its title or number, with or without accents. */
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
  const chosen = useQuery({
    queryKey: ['agreements', value],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}', { params: { path: { id: value ?? '' } } })),
    enabled: value !== null,
  });
  const titles = new Map((found.data?.items ?? []).map(({ id, title }) => [id, title]));
  if (value !== null && chosen.data !== undefined) titles.set(value, chosen.data.title);
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      nothingFoundMessage={t('ui.nothingFound')}
      data={[...titles].map(([id, title]) => ({ value: id, label: title }))}
      // The register has searched already, accents ignored.
      filter={({ options }) => options}
      onSearchChange={(text) => setTyped(text === titles.get(value ?? '') ? '' : text)}
      value={value}
      onChange={onChange}
      {...rest}
    />
  );
}
