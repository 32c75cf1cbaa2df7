import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';

/** One member, found by any part of the name. */
export function MemberSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['members', 'picker', q],
    queryFn: () => answer(api.GET('/api/v1/members', { params: { query: { limit: 50, ...(q === '' ? {} : { q }) } } })),
    placeholderData: keepPreviousData,
  });
  const data = (found.data?.items ?? []).map(({ id, fullName, login }) => ({
    value: id,
    label: `${fullName} (${login})`,
  }));
  return (
    <Select
      label={t('compliance.audit.who')}
      placeholder={t('compliance.audit.anybody')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      nothingFoundMessage={t('ui.nothingFound')}
      data={data}
      filter={({ options }) => options}
      onSearchChange={(text) => setTyped(data.some(({ label }) => label === text) ? '' : text)}
      value={value}
      onChange={onChange}
    />
  );
}
