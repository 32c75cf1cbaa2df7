import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { BOXES, type Grouping } from './summary-asked.js';

/** Rows that a chart can hold and still be read. */
const MOST = 20;
const ROW_HEIGHT = 54;
/** Letters of a name beside its bar; the table has the whole name. */
const NAME_LETTERS = 30;

const COLORS = { doneOnTime: 'green.8', doneLate: 'grape.7', inTerm: 'blue.6', overdue: 'red.8' } as const;

/** The boxes of each row as one bar; the same figures as in the table beside it. */
export default function SummaryChart({
  rows,
  by,
}: {
  rows: readonly Schemas['SummaryRow'][];
  by: Grouping;
}): ReactNode {
  const { t } = useTranslation();
  const { say, count } = useFormats();
  const drawn = rows.slice(0, MOST);
  const data = drawn.map((row, index) => ({
    ...Object.fromEntries(BOXES.map((box) => [box, row[box]])),
    name: `${index + 1}. ${short(say(row.label, row.labelEn))}`,
  }));
  return (
    <figure role="img" aria-label={t('compliance.summary.chart', { by: t(`compliance.summary.by.${by}`) })}>
      <BarChart
        h={drawn.length * ROW_HEIGHT + 110}
        data={data}
        dataKey="name"
        type="stacked"
        orientation="vertical"
        gridAxis="x"
        series={BOXES.map((box) => ({ name: box, label: t(`compliance.summary.box.${box}`), color: COLORS[box] }))}
        withLegend
        legendProps={{ verticalAlign: 'top', itemSorter: null }}
        maxBarWidth={24}
        valueFormatter={count}
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 150, interval: 0 }}
        barChartProps={{ accessibilityLayer: false, margin: { left: 0, right: 8, top: 4, bottom: 0 } }}
        barProps={{ isAnimationActive: false }}
      />
      {rows.length > MOST && (
        <Text size="sm" c="dimmed">
          {t('compliance.summary.chartMore', { number: MOST })}
        </Text>
      )}
    </figure>
  );
}

function short(name: string): string {
  return name.length <= NAME_LETTERS ? name : `${name.slice(0, NAME_LETTERS - 1).trimEnd()}…`;
}
