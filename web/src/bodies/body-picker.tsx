import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useFormats } from '../ui/format.js';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable'> & {
  value: string | null;
  onChange: (bodyId: string | null) => void;
  /** Only bodies that exist on this day ('YYYY-MM-DD'). */
  on?: string;
};

/** One body, found by typing any part of its name or code, with or without accents. */
export function BodyPicker({ value, onChange, on, ...rest }: Props): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const day = on === undefined ? {} : { on };
  const found = useQuery({
    queryKey: ['bodies', 'picker', q, on],
    queryFn: () =>
      answer(api.GET('/api/v1/bodies', { params: { query: { limit: 30, ...(q === '' ? {} : { q }), ...day } } })),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['bodies', value],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id: value ?? '' }, query: {} } })),
    enabled: value !== null,
  });
  const bodies = new Map(
    (found.data?.items ?? []).map((body) => [body.id, say(body.nameVi, body.nameEn ?? body.nameVi)]),
  );
  if (value !== null && chosen.data !== undefined)
    bodies.set(value, say(chosen.data.nameVi, chosen.data.nameEn ?? chosen.data.nameVi));
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      nothingFoundMessage={t('ui.nothingFound')}
      data={[...bodies].map(([id, name]) => ({ value: id, label: name }))}
      // The register has searched already, accents ignored.
      filter={({ options }) => options}
      onSearchChange={(text) => setTyped(text === bodies.get(value ?? '') ? '' : text)}
      // Enter takes what is marked in the list; it never sends the form around it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
      value={value}
      onChange={onChange}
      {...rest}
    />
  );
}
