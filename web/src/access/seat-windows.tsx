import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { CivilField } from '../ui/civil-field.js';
import { FormWindow } from '../ui/form-window.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';

const ROLES = ['REGISTRAR', 'REPORTER', 'REVIEWER', 'OFFICIAL', 'ADMINISTRATOR'] as const;
type Role = (typeof ROLES)[number];

const EMPTY = {
  nameVi: '',
  nameEn: '',
  role: 'REPORTER' as Role,
  bodyId: null as string | null,
  validFrom: null as string | null,
  validTo: null as string | null,
};

/** Makes a seat, at first in `bodyId`. */
export function AddSeat({ bodyId }: { bodyId: string | null }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [value, setValue] = useState(EMPTY);
  const put = (part: Partial<typeof EMPTY>): void => {
    setValue((was) => ({ ...was, ...part }));
  };
  const send = async (): Promise<void> => {
    const seat = await answer(
      api.POST('/api/v1/seats', { body: { ...value, nameEn: value.nameEn.trim() === '' ? null : value.nameEn } }),
    );
    await client.invalidateQueries({ queryKey: ['seats'] });
    tell(t('access.seatAdded', { name: seat.nameVi }));
  };
  return (
    <FormWindow
      label={t('access.addSeat')}
      submitLabel={t('ui.add')}
      variant="filled"
      onSend={send}
      onOpen={() => {
        setValue({ ...EMPTY, bodyId });
      }}
    >
      {(error) => (
        <>
          <TextInput
            label={t('access.seatName')}
            description={t('access.seatHint')}
            required
            maxLength={200}
            value={value.nameVi}
            error={faultAt(error, '/nameVi')}
            onChange={({ currentTarget }) => {
              put({ nameVi: currentTarget.value });
            }}
          />
          <TextInput
            label={t('access.seatNameEn')}
            maxLength={200}
            value={value.nameEn}
            error={faultAt(error, '/nameEn')}
            onChange={({ currentTarget }) => {
              put({ nameEn: currentTarget.value });
            }}
          />
          <Select
            label={t('access.roleLabel')}
            required
            allowDeselect={false}
            data={ROLES.map((role) => ({ value: role, label: t(`access.role.${role}`) }))}
            value={value.role}
            error={faultAt(error, '/role')}
            onChange={(role) => {
              if (role !== null) put({ role });
            }}
          />
          <Text size="sm" c="dimmed">
            {t(`access.roleMay.${value.role}`)}
          </Text>
          <BodyPicker
            label={t('access.covers')}
            description={t('access.coversHint')}
            placeholder={t('access.wholeRegister')}
            value={value.bodyId}
            error={faultAt(error, '/bodyId')}
            onChange={(chosen) => {
              put({ bodyId: chosen });
            }}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {(['validFrom', 'validTo'] as const).map((field) => (
              <CivilField
                key={field}
                label={t(`access.${field}`)}
                value={value[field]}
                error={faultAt(error, `/${field}`)}
                onChange={(day) => {
                  put({ [field]: day });
                }}
              />
            ))}
          </SimpleGrid>
        </>
      )}
    </FormWindow>
  );
}

/** Gives a seat to a member from a day on. */
export function TakeSeat({ seat }: { seat: Schemas['SeatAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [member, setMember] = useState<{ id: string; name: string } | null>(null);
  const [from, setFrom] = useState<string | null>(today());
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['members', 'picker', q],
    queryFn: () => answer(api.GET('/api/v1/members', { params: { query: { limit: 30, ...(q === '' ? {} : { q }) } } })),
    placeholderData: keepPreviousData,
  });
  const names = new Map((found.data?.items ?? []).map(({ id, fullName, login }) => [id, `${fullName} (${login})`]));
  if (member !== null) names.set(member.id, member.name);
  const send = async (): Promise<void> => {
    await answer(
      api.POST('/api/v1/seats/{id}/holdings', {
        params: { path: { id: seat.id } },
        body: { memberId: member?.id ?? '', from: from ?? '' },
      }),
    );
    await client.invalidateQueries();
    tell(t('access.taken', { name: member?.name ?? '' }));
  };
  return (
    <FormWindow label={t('access.take')} variant="filled" onSend={send}>
      {(error) => (
        <>
          <Select
            label={t('access.member')}
            required
            searchable
            nothingFoundMessage={t('ui.nothingFound')}
            data={[...names].map(([id, name]) => ({ value: id, label: name }))}
            // The register has searched already.
            filter={({ options }) => options}
            onSearchChange={(text) => {
              setTyped(text === member?.name ? '' : text);
            }}
            value={member?.id ?? null}
            error={faultAt(error, '/memberId')}
            onChange={(id) => {
              setMember(id === null ? null : { id, name: names.get(id) ?? '' });
            }}
          />
          <CivilField
            label={t('access.takeFrom')}
            description={t('access.takeHint')}
            required
            value={from}
            error={faultAt(error, '/from')}
            onChange={setFrom}
          />
        </>
      )}
    </FormWindow>
  );
}
