import { Table, Text } from '@mantine/core';
import { flexRender, getCoreRowModel, useReactTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './data-table.css';
import { useFormats } from './format.js';
import { usePrinting } from './printing.js';

export type Column<T> = ColumnDef<T> & { id: string };

interface Props<T> {
  /** Says what the table holds, for those who do not see it. */
  label: string;
  rows: readonly T[];
  columns: Column<T>[];
  keyOf: (row: T) => string;
  /** Ids of columns not shown. */
  hidden?: readonly string[];
  /** Called when the end comes into view; leave out when all rows are there. */
  onEnd?: () => void;
  isLoadingMore?: boolean;
  /** Guess of a row's height in px, before it is measured. */
  rowHeight?: number;
}

const OVERSCAN = 12;

/** A table that draws only the rows in view: ten thousand scroll as ten do. A row is one line of cells, on a phone a card. */
export function DataTable<T>({
  label,
  rows,
  columns,
  keyOf,
  hidden = [],
  onEnd,
  isLoadingMore,
  rowHeight = 52,
}: Props<T>): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const isPrinting = usePrinting();
  const frame = useRef<HTMLDivElement>(null);
  const table = useReactTable({
    data: rows as T[],
    columns,
    getCoreRowModel: getCoreRowModel(),
    getRowId: keyOf,
    state: { columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  });
  const inView = virtual.getVirtualItems();
  const lastDrawn = inView.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastDrawn >= rows.length - OVERSCAN && rows.length > 0) onEnd?.();
  }, [lastDrawn, rows.length, onEnd]);
  const above = isPrinting ? 0 : (inView[0]?.start ?? 0);
  const below = isPrinting ? 0 : virtual.getTotalSize() - (inView.at(-1)?.end ?? 0);
  const width = table.getVisibleLeafColumns().length;
  const model = table.getRowModel().rows;
  const drawn = isPrinting ? model.map(({ index }) => index) : inView.map(({ index }) => index);
  return (
    <div ref={frame} className="data-table" tabIndex={0} role="region" aria-label={label}>
      <Table
        stickyHeader
        highlightOnHover
        verticalSpacing="xs"
        aria-label={label}
        aria-rowcount={onEnd ? -1 : rows.length + 1}
      >
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => (
                <Table.Th key={header.id} scope="col">
                  {flexRender(header.column.columnDef.header, header.getContext())}
                </Table.Th>
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && <Spacer height={above} width={width} />}
          {drawn.map((index) => {
            const row = model[index];
            if (row === undefined) return null;
            return (
              <Table.Tr key={row.id} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
                {row.getVisibleCells().map((cell) => (
                  <Table.Td
                    key={cell.id}
                    data-label={
                      typeof cell.column.columnDef.header === 'string' ? cell.column.columnDef.header : undefined
                    }
                  >
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
          {below > 0 && <Spacer height={below} width={width} />}
        </Table.Tbody>
      </Table>
      {onEnd !== undefined && (
        <Text className="paper-only" size="sm" mt="xs">
          {t('ui.printedPart', { n: count(rows.length) })}
        </Text>
      )}
      {isLoadingMore && (
        <Text role="status" size="sm" c="dimmed" ta="center" py="xs">
          {t('ui.loadingMore')}
        </Text>
      )}
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, width }: { height: number; width: number }): ReactNode {
  return (
    <tr aria-hidden className="data-table-spacer">
      <td colSpan={width} style={{ height }} />
    </tr>
  );
}
