import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { BodyPicker } from './body-picker.js';

export const SYSTEMS = [
  ...(['PARTY', 'GOVERNMENT', 'PEOPLE_COUNCIL', 'MILITARY'] as const),
  ...(['POLICE', 'FRONT', 'MASS_ORGANISATION', 'OTHER'] as const),
];
export const LEVELS = ['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'UNIT'] as const;

export type Typed = Required<Schemas['NewBody']>;

export const EMPTY: Typed = {
  code: '',
  nameVi: '',
  nameEn: null,
  abbreviation: null,
  system: 'PARTY',
  level: 'COMMUNE',
  parentId: null,
  validFrom: null,
  validTo: null,
};

interface Props {
  value: Typed;
  onChange: (value: Typed) => void;
  error: unknown;
  /** The code of a body that is there already stays. */
  isNew: boolean;
}

/** What is said of a body when it is added or corrected. */
export function BodyFields({ value, onChange, error, isNew }: Props): ReactNode {
  const { t } = useTranslation();
  const set = (part: Partial<Typed>): void => {
    onChange({ ...value, ...part });
  };
  const text = (name: 'code' | 'nameVi' | 'nameEn' | 'abbreviation', required: boolean, hint?: string): ReactNode => (
    <TextInput
      label={t(`bodies.${name}`)}
      description={hint}
      required={required}
      maxLength={name === 'nameVi' || name === 'nameEn' ? 500 : 50}
      value={value[name] ?? ''}
      error={faultAt(error, `/${name}`)}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value;
        set({ [name]: typed === '' && !required ? null : typed });
      }}
    />
  );
  return (
    <>
      {text('nameVi', true)}
      {text('nameEn', false)}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {isNew && text('code', true, t('bodies.codeHint'))}
        {text('abbreviation', false, t('bodies.abbreviationHint'))}
        <Select
          label={t('bodies.systemLabel')}
          required
          allowDeselect={false}
          data={SYSTEMS.map((system) => ({ value: system, label: t(`bodies.system.${system}`) }))}
          value={value.system}
          error={faultAt(error, '/system')}
          onChange={(system) => {
            if (system !== null) set({ system: system });
          }}
        />
        <Select
          label={t('bodies.levelLabel')}
          required
          allowDeselect={false}
          data={LEVELS.map((level) => ({ value: level, label: t(`bodies.level.${level}`) }))}
          value={value.level}
          error={faultAt(error, '/level')}
          onChange={(level) => {
            if (level !== null) set({ level: level });
          }}
        />
      </SimpleGrid>
      <BodyPicker
        label={t('bodies.parent')}
        placeholder={t('bodies.parentNone')}
        value={value.parentId}
        error={faultAt(error, '/parentId')}
        onChange={(parentId) => {
          set({ parentId });
        }}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(['validFrom', 'validTo'] as const).map((name) => (
          <CivilField
            key={name}
            label={t(`bodies.${name}`)}
            value={value[name]}
            error={faultAt(error, `/${name}`)}
            onChange={(day) => {
              set({ [name]: day });
            }}
          />
        ))}
      </SimpleGrid>
    </>
  );
}
