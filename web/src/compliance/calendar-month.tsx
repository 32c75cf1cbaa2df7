import {
  IconAlertOctagon,
  IconCalendarOff,
  IconClipboardText,
  IconFileOff,
  IconListCheck,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import { dayByKey, WEEKDAYS, weekdayOf, weeksOf } from './calendar-days.js';

type DueDay = Schemas['DueDay'];

interface Props {
  chosen: string;
  days: ReadonlyMap<string, DueDay>;
  label: string;
  onChoose: (day: string) => void;
}

/** A month as a table of days; arrows, Home, End, Page up and down move the chosen one (ARIA grid). */
export function CalendarMonth({ chosen, days, label, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    byKey.current = false;
  }, [chosen]);
  const press = (event: KeyboardEvent): void => {
    const next = dayByKey(chosen, event.key);
    if (next === null) return;
    event.preventDefault();
    byKey.current = true;
    onChoose(next);
  };
  return (
    <table ref={grid} role="grid" aria-label={label} className="due-month" onKeyDown={press}>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`compliance.calendar.weekdays.${weekday}`)}>
              {t(`compliance.calendar.short.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(chosen).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day key={day} day={day} due={days.get(day)} chosen={chosen} onChoose={onChoose} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  day,
  due,
  chosen,
  onChoose,
}: {
  day: string;
  due: DueDay | undefined;
  chosen: string;
  onChoose: (day: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const told = useTold(due);
  const isOther = day.slice(0, 7) !== chosen.slice(0, 7);
  const name = `${t(`compliance.calendar.weekdays.${weekdayOf(day)}`)} ${civil(day)}`;
  const classes = [isOther ? 'due-other' : '', due?.off ? 'due-off' : '', day === today() ? 'due-today' : ''];
  return (
    <td
      role="gridcell"
      aria-selected={day === chosen}
      aria-current={day === today() ? 'date' : undefined}
      className={classes.join(' ')}
    >
      <button
        type="button"
        tabIndex={day === chosen ? 0 : -1}
        aria-label={[name, ...told].join('. ')}
        onClick={() => {
          onChoose(day);
        }}
      >
        <span className="due-number">{Number(day.slice(8))}</span>
        {due?.off?.name != null && <span className="due-holiday">{due.off.name}</span>}
        {due !== undefined && <Marks due={due} />}
      </button>
    </td>
  );
}

/** What a day holds, in words. */
function useTold(due: DueDay | undefined): string[] {
  const { t } = useTranslation();
  if (due === undefined) return [];
  const counted = (name: 'reviews' | 'followUps', number: number): string[] =>
    number === 0 ? [] : [t(`compliance.calendar.${name}`, { number })];
  return [
    ...due.reports.map(({ standing, count }) => `${t(`commitments.standing.${standing}`)}: ${count}`),
    ...counted('reviews', due.reviews),
    ...counted('followUps', due.followUps),
    ...(due.termsEnding === 0 ? [] : [t('compliance.calendar.terms', { number: due.termsEnding })]),
    ...(due.off === null ? [] : [due.off.name ?? t('compliance.calendar.weekend')]),
  ];
}

const LATE = new Set(['overdue', 'returned']);

/** How each kind of thing looks in a day. */
const LOOK = {
  danger: IconAlertOctagon,
  calm: IconClipboardText,
  soon: IconUsersGroup,
  late: IconListCheck,
  muted: IconFileOff,
} as const;
const TONES = Object.keys(LOOK) as (keyof typeof LOOK)[];

/** What the marks in the days mean. */
export function CalendarLegend(): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="due-legend" aria-label={t('compliance.calendar.legend.label')}>
      {TONES.map((tone) => {
        const Icon = LOOK[tone];
        return (
          <li key={tone}>
            <span className={`tone tone-${tone}`}>
              <Icon aria-hidden /> {t(`compliance.calendar.legend.${tone}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The same by icon and number: late reports, other reports, reviews, follow-ups, terms. */
function Marks({ due }: { due: DueDay }): ReactNode {
  const sum = (isLate: boolean): number =>
    due.reports.filter(({ standing }) => LATE.has(standing) === isLate).reduce((all, { count }) => all + count, 0);
  const numbers = {
    danger: sum(true),
    calm: sum(false),
    soon: due.reviews,
    late: due.followUps,
    muted: due.termsEnding,
  };
  return (
    <span className="due-marks" aria-hidden>
      {TONES.filter((tone) => numbers[tone] > 0).map((tone) => {
        const Icon = LOOK[tone];
        return (
          <span key={tone} className={`tone tone-${tone}`}>
            <Icon /> {numbers[tone]}
          </span>
        );
      })}
      {due.off?.name != null && <IconCalendarOff className="due-off-mark" />}
    </span>
  );
}
