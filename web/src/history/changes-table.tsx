import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty, readable, type Change } from './changes.js';
import './changes.css';
import { useFieldName, useValueText, type Named } from './value-text.js';

interface Props {
  /** The deed: 'agreement.changed'. */
  what: string;
  changes: readonly Change[];
  records: readonly Named[];
}

/** Before → after, one line a field; where there was nothing before, only what is there now. */
export function ChangesTable({ what, changes, records }: Props): ReactNode {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const textOf = useValueText({ noun: what.split('.')[0] ?? '', records });
  const told = readable(changes);
  if (told.length === 0) return <Text c="dimmed">{t('history.noChanges')}</Text>;
  const isNew = told.every(({ from }) => isEmpty(from));
  return (
    <Table withTableBorder aria-label={t('history.table')} layout="fixed" className="changes-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('history.column')}</Table.Th>
          {!isNew && <Table.Th scope="col">{t('history.before')}</Table.Th>}
          <Table.Th scope="col">{t(isNew ? 'history.content' : 'history.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {told.map(({ field, from, to }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row">{nameOf(field)}</Table.Th>
            {!isNew && <Table.Td>{textOf(field, from)}</Table.Td>}
            <Table.Td>{textOf(field, to)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
