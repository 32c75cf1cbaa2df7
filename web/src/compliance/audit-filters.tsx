import { Button, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { AgreementPicker } from '../agreements/agreement-picker.js';

/** Names in the address. */
export const NAMES = {
  actorId: 'ai',
  what: 'viec',
  from: 'tu',
  to: 'den',
  agreementId: 'van-ban',
  subjectId: 'ban-ghi',
} as const;
export type Filters = Partial<Record<keyof typeof NAMES, string>>;

interface FilterProps {
  filters: Filters;
  change: (next: Partial<Record<keyof typeof NAMES, string | null>>) => void;
  /** The record that is asked for, when the entries tell its name. */
  subject: Schemas['NamedRecord'] | undefined;
}

/** Who, what, when and of which record is asked for. */
export function AuditFilters({ filters, change, subject }: FilterProps): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const deeds = useQuery({
    queryKey: ['audit-deeds'],
    queryFn: () => answer(api.GET('/api/v1/audit-deeds')),
    staleTime: Infinity,
  });
  return (
    <Group gap="sm" align="flex-end" className="audit-filters">
      <MemberSelect
        value={filters.actorId ?? null}
        onChange={(actorId) => {
          change({ actorId });
        }}
      />
      <Select
        label={t('compliance.audit.what')}
        placeholder={t('compliance.audit.anything')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        nothingFoundMessage={t('ui.nothingFound')}
        data={(deeds.data?.items ?? []).map(({ what, whatVi, whatEn }) => ({
          value: what,
          label: say(whatVi, whatEn),
        }))}
        value={filters.what ?? null}
        onChange={(what) => {
          change({ what });
        }}
      />
      <CivilField
        label={t('ui.from')}
        w={150}
        value={filters.from ?? null}
        onChange={(from) => {
          change({ from });
        }}
      />
      <CivilField
        label={t('ui.to')}
        w={150}
        value={filters.to ?? null}
        onChange={(to) => {
          change({ to });
        }}
      />
      <AgreementPicker
        label={t('compliance.calendar.agreement')}
        placeholder={t('compliance.audit.anything')}
        value={filters.agreementId ?? null}
        onChange={(agreementId) => {
          change({ agreementId });
        }}
      />
      {filters.subjectId !== undefined && (
        <Text size="sm">
          {t('compliance.audit.ofSubject', {
            name: subject === undefined ? t('compliance.audit.gone') : say(subject.nameVi, subject.nameEn),
          })}
        </Text>
      )}
      {Object.keys(filters).length > 0 && (
        <Button
          variant="subtle"
          onClick={() => {
            change({ actorId: null, what: null, from: null, to: null, agreementId: null, subjectId: null });
          }}
        >
          {t('compliance.audit.clear')}
        </Button>
      )}
    </Group>
  );
}

/** One member, found by any part of the name. */
function MemberSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }): ReactNode {
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
