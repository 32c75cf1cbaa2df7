import { Button, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { NAMES, type Asked, type Figure } from './summary-asked.js';
import { part } from './summary-heading.js';

type Row = Schemas['SummaryFigures'] & { key: string | null; label: string; labelEn: string };

/** Rows drawn at first; an office has some dozens, a country thousands. */
const FIRST = 200;

/** Table 1 of the report (domain §4.4): total, done, not done, rates; every figure opens its rows. On a phone a card a row. */
export function SummaryTable({ asked, answered }: { asked: Asked; answered: Schemas['SummaryAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? answered.rows : answered.rows.slice(0, FIRST);
  const by = t(`compliance.summary.by.${asked.by}`);
  const totals: Row = { ...answered.totals, key: null, label: '', labelEn: '' };
  return (
    <div className="summary-table-frame" tabIndex={0} role="region" aria-label={t('compliance.summary.table', { by })}>
      <Table withTableBorder withColumnBorders verticalSpacing={4} horizontalSpacing={6} className="summary-table">
        <Head by={by} asked={asked} hasPrevious={answered.previous !== null} />
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={row.key}>
              <Table.Td className="summary-no">{index + 1}</Table.Td>
              <Table.Th scope="row" className="summary-name">
                <Name row={row} asked={asked} />
              </Table.Th>
              <Cells row={row} asked={asked} hasPrevious={answered.previous !== null} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr className="summary-total">
            <Table.Td className="summary-no" />
            <Table.Th scope="row" className="summary-name">
              {t('compliance.summary.totals')}
            </Table.Th>
            <Cells row={totals} asked={asked} hasPrevious={answered.previous !== null} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {rows.length < answered.rows.length && (
        <Button
          variant="subtle"
          className="no-print"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('compliance.summary.showAll', { number: count(answered.rows.length) })}
        </Button>
      )}
    </div>
  );
}

interface Shape {
  asked: Asked;
  hasPrevious: boolean;
}

function Head({ by, asked, hasPrevious }: Shape & { by: string }): ReactNode {
  const { t } = useTranslation();
  const tall = (text: string): ReactNode => (
    <Table.Th rowSpan={2} scope="col">
      {text}
    </Table.Th>
  );
  return (
    <Table.Thead>
      <Table.Tr>
        {tall(t('compliance.summary.no'))}
        {tall(by)}
        {tall(t('compliance.summary.total'))}
        <Table.Th colSpan={3} scope="colgroup">
          {t('compliance.summary.done')}
        </Table.Th>
        <Table.Th colSpan={3} scope="colgroup">
          {t('compliance.summary.notDone')}
        </Table.Th>
        {tall(t('compliance.summary.completion'))}
        {tall(asked.isOriginal ? t('compliance.summary.onTimeRateOriginal') : t('compliance.summary.onTimeRate'))}
        {hasPrevious && tall(t('compliance.summary.previous'))}
        {asked.withAverages && tall(t('compliance.summary.reporterDays'))}
        {asked.withAverages && tall(t('compliance.summary.reviewerDays'))}
      </Table.Tr>
      <Table.Tr>
        {(['onTime', 'late', 'sum', 'inTerm', 'overdue'] as const).map((name) => (
          <Table.Th key={name} scope="col">
            {t(`compliance.summary.${name}`)}
          </Table.Th>
        ))}
        <Table.Th scope="col">{t('compliance.summary.sum')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function Cells({ row, asked, hasPrevious }: Shape & { row: Row }): ReactNode {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  const figure = (box: Figure, label: string): ReactNode => (
    <Table.Td data-label={label}>
      <FigureLink box={box} row={row} />
    </Table.Td>
  );
  const plain = (label: string, text: string, isSum = false): ReactNode => (
    <Table.Td data-label={label} className={isSum ? 'summary-sum' : ''}>
      {text}
    </Table.Td>
  );
  const days = (value: number | null): string => (value === null ? '–' : count(value));
  return (
    <>
      {figure('total', t('compliance.summary.total'))}
      {figure('doneOnTime', t('compliance.summary.box.doneOnTime'))}
      {figure('doneLate', t('compliance.summary.box.doneLate'))}
      {plain(t('compliance.summary.done'), count(row.doneOnTime + row.doneLate), true)}
      {figure('inTerm', t('compliance.summary.box.inTerm'))}
      {figure('overdue', t('compliance.summary.box.overdue'))}
      {plain(t('compliance.summary.notDone'), count(row.inTerm + row.overdue), true)}
      {plain(t('compliance.summary.completion'), percent(part(row.completionRate)))}
      {plain(
        t('compliance.summary.onTimeRate'),
        percent(part(asked.isOriginal ? row.onTimeRateOriginal : row.onTimeRate)),
      )}
      {hasPrevious && plain(t('compliance.summary.previous'), percent(part(row.previousCompletionRate)))}
      {asked.withAverages && plain(t('compliance.summary.reporterDays'), days(row.avgReporterDays))}
      {asked.withAverages && plain(t('compliance.summary.reviewerDays'), days(row.avgReviewerDays))}
    </>
  );
}

function FigureLink({ box, row }: { box: Figure; row: Row }): ReactNode {
  const { t } = useTranslation();
  const { count, say } = useFormats();
  const number = row[box];
  if (number === 0) return count(0);
  const name = row.key === null ? t('compliance.summary.totals') : say(row.label, row.labelEn);
  return (
    <TextLink
      inherit
      to="/tong-hop"
      search={(was) => ({ ...was, [NAMES.open]: box, [NAMES.key]: row.key ?? undefined })}
      resetScroll={false}
      className={box === 'overdue' ? 'summary-late' : ''}
      aria-label={t('compliance.summary.openFigure', {
        box: t(`compliance.summary.box.${box}`),
        row: name,
        number: count(number),
      })}
    >
      {count(number)}
    </TextLink>
  );
}

/** Leads one step deeper: the bodies below a body, the page of an agreement. */
function Name({ row, asked }: { row: Row; asked: Asked }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const name = say(row.label, row.labelEn);
  if (row.key === null) return name;
  if (asked.by === 'agreement')
    return (
      <TextLink inherit to="/van-ban/$id" params={{ id: row.key }}>
        {name}
      </TextLink>
    );
  if (asked.by !== 'body' || row.key === asked.bodyId) return name;
  return (
    <TextLink
      inherit
      to="/tong-hop"
      search={(was) => ({ ...was, [NAMES.bodyId]: row.key ?? undefined })}
      title={t('compliance.summary.into', { body: name })}
    >
      {name}
    </TextLink>
  );
}
