import { Anchor, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../ui/data-table.js';
import { useFormats } from '../ui/format.js';
import type { AgreementRow } from './register-search.js';
import { StateBadge } from './state-badge.js';

/** Columns in their order; the subject is always shown, it is what opens the row. */
export const COLUMNS = ['numbers', 'title', 'kind', 'parties', 'signedOn', 'inForceFrom', 'termTo', 'state'] as const;
type ColumnId = (typeof COLUMNS)[number];
const HIDDEN_AT_FIRST: readonly ColumnId[] = ['kind', 'inForceFrom'];
const KEY = 'sph.columns.van-ban';

const known = (ids: readonly unknown[]): ColumnId[] => COLUMNS.filter((id) => id !== 'title' && ids.includes(id));

function remembered(): readonly ColumnId[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(stored) ? known(stored) : HIDDEN_AT_FIRST;
  } catch {
    return HIDDEN_AT_FIRST;
  }
}

export interface ColumnChoice {
  hidden: readonly ColumnId[];
  hide: (hidden: readonly ColumnId[]) => void;
  /** Ids shown, as a saved view keeps them. */
  shown: ColumnId[];
  show: (ids: readonly string[] | null) => void;
}

/** Which columns this device shows, remembered. */
export function useColumnChoice(): ColumnChoice {
  const [hidden, setHidden] = useState(remembered);
  const hide = (next: readonly ColumnId[]): void => {
    setHidden(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // chosen for this page only
    }
  };
  return {
    hidden,
    hide,
    shown: COLUMNS.filter((id) => !hidden.includes(id)),
    show: (ids) => hide(ids === null ? HIDDEN_AT_FIRST : known(COLUMNS.filter((id) => !ids.includes(id)))),
  };
}

/** The columns of the register, worded. */
export function useColumns(): Column<AgreementRow>[] {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const cells: Record<ColumnId, (row: AgreementRow) => ReactNode> = {
    numbers: ({ numbers }) => <Numbers of={numbers} />,
    title: ({ id, title }) => (
      <Anchor component={Link} to={`/van-ban/${id}`} data-row-link className="register-title">
        {title}
      </Anchor>
    ),
    kind: ({ kind }) => t(`agreements.kind.${kind}`),
    parties: ({ parties }) => <Parties of={parties} />,
    signedOn: ({ signedOn }) => civil(signedOn),
    inForceFrom: ({ inForceFrom }) => civil(inForceFrom),
    termTo: ({ termTo }) => civil(termTo),
    state: ({ state }) => <StateBadge state={state} />,
  };
  return COLUMNS.map((id) => ({
    id,
    header: t(`agreements.column.${id}`),
    cell: ({ row }) => cells[id](row.original),
  }));
}

function Numbers({ of }: { of: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (of.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        {t('agreements.register.noNumber')}
      </Text>
    );
  return (
    <div>
      {of.map((printed) => (
        <span key={printed} className="register-number">
          {printed}
        </span>
      ))}
    </div>
  );
}

/** Two in full, else the first and how many more; all of them on pointing and for screen readers in the record itself. */
function Parties({ of }: { of: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const [first = '', second] = of;
  if (second === undefined || of.length === 2) return of.join(' – ');
  return (
    <Tooltip label={of.join('; ')} multiline maw={420}>
      <span>{t('agreements.register.moreParties', { first, count: of.length - 1 })}</span>
    </Tooltip>
  );
}
