import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format.js';
import { auditVi } from './audit-words.vi.js';

type Picture = Readonly<Record<string, unknown>>;

export interface Change {
  /** Path of the field: 'dates/from'. */
  field: string;
  before: unknown;
  after: unknown;
}

function isGroup(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flat(picture: Picture, path = ''): [field: string, value: unknown][] {
  return Object.entries(picture).flatMap(([name, value]): [string, unknown][] => {
    const field = path === '' ? name : `${path}/${name}`;
    return isGroup(value) ? flat(value, field) : [[field, value ?? null]];
  });
}

/** Field by field what is different; a field that the later picture does not name was left out, not taken away. */
export function changesOf(before: object | null, after: object | null): Change[] {
  const earlier = new Map(flat((before ?? {}) as Picture));
  const later = new Map(flat((after ?? {}) as Picture));
  const fields = after === null ? [...earlier.keys()] : [...later.keys()];
  return fields
    .map((field) => ({ field, before: earlier.get(field) ?? null, after: later.get(field) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

type Known = keyof typeof auditVi.fields;

const isKnown = (name: string): name is Known => name in auditVi.fields;

/** A field in words; what has none keeps the name that the register gives it. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return (field) =>
    field
      .split('/')
      .map((name) => (isKnown(name) ? t(`compliance.audit.fields.${name}`) : name))
      .join(' › ');
}

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

/** A value as a person reads it: dates and instants in their form, yes and no, lists with commas. */
export function useValueText(): (value: unknown) => string {
  const { t } = useTranslation();
  const { civil, instant, count } = useFormats();
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('compliance.audit.nothing');
    if (typeof value === 'boolean') return value ? t('ui.yes') : t('ui.no');
    if (typeof value === 'number') return count(value);
    if (typeof value === 'string')
      return CIVIL.test(value) ? civil(value) : INSTANT.test(value) ? instant(value) : value;
    if (Array.isArray(value)) return value.length === 0 ? t('compliance.audit.nothing') : value.map(text).join(', ');
    return flat(value as Picture)
      .map(([field, one]) => `${field}: ${text(one)}`)
      .join('; ');
  };
  return text;
}

/** Before → after, one line a field. */
export function ChangesTable({ changes }: { changes: readonly Change[] }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const textOf = useValueText();
  if (changes.length === 0) return <Text c="dimmed">{t('compliance.audit.noChanges')}</Text>;
  return (
    <Table withTableBorder aria-label={t('compliance.audit.changes')} layout="fixed" className="audit-changes">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('compliance.audit.field')}</Table.Th>
          <Table.Th scope="col">{t('compliance.audit.before')}</Table.Th>
          <Table.Th scope="col">{t('compliance.audit.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row">{nameOf(field)}</Table.Th>
            <Table.Td>{textOf(before)}</Table.Td>
            <Table.Td>{textOf(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
