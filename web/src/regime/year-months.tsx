import type { KeyboardEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { daysAfter, today } from '../ui/today.js';
import './year-months.css';

export type DayKind = Schemas['CalendarDayKind'];

export const DAY_TONES = { HOLIDAY: 'danger', MAKE_UP_OFF: 'today', SWAP_OFF: 'soon', SWAP_WORK: 'calm' } as const;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): (typeof WEEKDAYS)[number] {
  const sunday0 = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (sunday0 === 0 ? 7 : sunday0) as (typeof WEEKDAYS)[number];
}

const dateOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Weeks of a month, Monday first; null where a day of another month would stand. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const first = dateOf(year, month, 1);
  const next = month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1);
  const cells: (string | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
  for (let day = first; day < next; day = daysAfter(day, 1)) cells.push(day);
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface Props {
  year: number;
  days: ReadonlyMap<string, { kind: DayKind; name: string }>;
  /** Days with a change that is not applied yet. */
  pending: ReadonlySet<string>;
  /** Left out for those who only look. */
  onDay?: (date: string) => void;
}

/** The twelve months of a year; what is no ordinary day bears a letter beside its colour. */
export function YearMonths({ year, days, pending, onDay }: Props): ReactNode {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const start = today().startsWith(`${year}-`) ? today() : dateOf(year, 1, 1);
  const [chosen, setChosen] = useState(start);
  const current = chosen.startsWith(`${year}-`) ? chosen : start;
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).dataset['date'];
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    const to = daysAfter(from, step);
    if (!to.startsWith(`${year}-`)) return;
    setChosen(to);
    frame.current?.querySelector<HTMLElement>(`[data-date="${to}"]`)?.focus();
  };
  return (
    <div ref={frame} className="year-months" onKeyDown={move}>
      {MONTHS.map((month) => (
        <table key={month}>
          <caption>{t('regime.monthName', { month })}</caption>
          <thead>
            <tr>
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col" abbr={t(`regime.weekday.d${weekday}`)}>
                  {t(`regime.weekdayShort.d${weekday}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week, index) => (
              <tr key={index}>
                {week.map((date, place) => (
                  <td key={place}>
                    {date !== null && (
                      <Day
                        date={date}
                        row={days.get(date)}
                        isPending={pending.has(date)}
                        isReached={date === current}
                        {...(onDay ? { onDay } : {})}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

interface DayProps {
  date: string;
  row: { kind: DayKind; name: string } | undefined;
  isPending: boolean;
  isReached: boolean;
  onDay?: (date: string) => void;
}

function Day({ date, row, isPending, isReached, onDay }: DayProps): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const weekday = weekdayOf(date);
  const said = row === undefined ? '' : `: ${t(`regime.dayKind.${row.kind}`)}, ${row.name}`;
  const name = `${t(`regime.weekday.d${weekday}`)} ${civil(date)}${said}`;
  const content = (
    <>
      {Number(date.slice(8))}
      {row !== undefined && <sup>{t(`regime.dayMark.${row.kind}`)}</sup>}
    </>
  );
  const looks = {
    className: `year-day${row === undefined ? '' : ` tone tone-${DAY_TONES[row.kind]}`}`,
    'data-off': (row === undefined && weekday > 5) || undefined,
    'data-pending': isPending || undefined,
    'data-today': date === today() || undefined,
    title: row?.name,
  };
  if (onDay === undefined) return <span {...looks}>{content}</span>;
  return (
    <button
      type="button"
      {...looks}
      data-date={date}
      aria-label={name}
      tabIndex={isReached ? 0 : -1}
      onClick={() => {
        onDay(date);
      }}
    >
      {content}
    </button>
  );
}
