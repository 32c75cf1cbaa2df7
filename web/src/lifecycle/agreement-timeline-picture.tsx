import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDutyTitle } from '../commitments/duty-title.js';
import type { DutyStanding } from '../commitments/standing-badge.js';
import { useFormats } from '../ui/format.js';
import { daysBetween, today } from '../ui/today.js';
import type { Tone } from '../ui/tone.js';
import type { Agreement } from './agreement-record.js';
import type { Lane, Mark } from './agreement-timeline-lanes.js';

/** Measures in units of the picture. */
const WIDTH = 1000;
const NAMES = 250;
const LANE = 34;
const HEAD = 30;
const ROMAN = ['I', 'II', 'III', 'IV'];

type Shape = 'cross' | 'bell' | 'ring' | 'disc' | 'square' | 'dash';

/** Colour and shape; the shape alone tells them apart. */
const LOOK: Record<DutyStanding, readonly [Tone, Shape]> = {
  overdue: ['danger', 'cross'],
  returned: ['danger', 'cross'],
  due_today: ['today', 'bell'],
  due_soon: ['soon', 'bell'],
  held: ['soon', 'bell'],
  in_term: ['calm', 'ring'],
  upcoming: ['calm', 'ring'],
  planned: ['calm', 'ring'],
  not_started: ['muted', 'ring'],
  done_on_time: ['good', 'disc'],
  concluded: ['good', 'disc'],
  done_late: ['late', 'square'],
  suspended: ['muted', 'dash'],
  waived: ['muted', 'dash'],
  cancelled: ['muted', 'dash'],
};

const LEGEND: readonly DutyStanding[] = ['overdue', 'due_soon', 'in_term', 'done_on_time', 'done_late', 'suspended'];

interface Props {
  agreement: Agreement;
  lanes: readonly Lane[];
  year: number;
}

/** Lanes over the twelve months of a year. */
export function Picture({ agreement, lanes, year }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const first = `${year}-01-01`;
  const days = daysBetween(first, `${year + 1}-01-01`);
  const at = (day: string): number =>
    NAMES + (WIDTH - NAMES - 10) * Math.min(1, Math.max(0, daysBetween(first, day) / days));
  const height = HEAD + lanes.length * LANE + 8;
  const isNow = today().startsWith(String(year));
  const label = t('lifecycle.agreement.time.picture', { year });
  return (
    <figure style={{ margin: 0 }}>
      <div
        className="timeline-frame"
        tabIndex={0}
        role="region"
        aria-label={`${label}. ${t('lifecycle.agreement.time.pictureHint')}`}
      >
        <svg className="timeline" viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={label}>
          {Array.from({ length: 12 }, (_, month) => (
            <Month
              key={month}
              month={month}
              x={at(`${year}-${String(month + 1).padStart(2, '0')}-01`)}
              height={height}
            />
          ))}
          <Shades agreement={agreement} year={year} at={at} height={height} />
          {isNow && (
            <g className="timeline-today">
              <line x1={at(today())} x2={at(today())} y1={14} y2={height} stroke="currentcolor" strokeWidth={2} />
              <title>{t('lifecycle.agreement.time.today', { day: civil(today()) })}</title>
            </g>
          )}
          {lanes.map((lane, index) => (
            <LaneRow key={lane.key} lane={lane} y={HEAD + index * LANE + LANE / 2} at={at} />
          ))}
        </svg>
      </div>
      <Text component="figcaption" size="sm" mt={4}>
        {LEGEND.map((standing) => (
          <span key={standing} style={{ marginInlineEnd: 16, whiteSpace: 'nowrap' }}>
            <svg width={18} height={18} viewBox="-10 -10 20 20" aria-hidden style={{ verticalAlign: 'middle' }}>
              <Sign standing={standing} />
            </svg>{' '}
            {t(`commitments.standing.${standing}`)}
          </span>
        ))}
      </Text>
    </figure>
  );
}

function Month({ month, x, height }: { month: number; x: number; height: number }): ReactNode {
  const isQuarter = month % 3 === 0;
  return (
    <g aria-hidden>
      <line x1={x} x2={x} y1={16} y2={height} stroke="currentcolor" opacity={isQuarter ? 0.5 : 0.15} />
      <text x={x + 4} y={12} fill="currentcolor">
        {month + 1}
        {isQuarter && ` · ${ROMAN[month / 3] ?? ''}`}
      </text>
    </g>
  );
}

/** Where the agreement is paused, and where its term ends. */
function Shades({
  agreement,
  year,
  at,
  height,
}: Omit<Props, 'lanes'> & { at: (day: string) => number; height: number }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const { pauses, termTo } = agreement;
  const inYear = pauses.filter(
    ({ from, resumedOn }) => from <= `${year}-12-31` && (resumedOn === null || resumedOn >= `${year}-01-01`),
  );
  return (
    <>
      {inYear.map(({ from, resumedOn }) => (
        <rect
          key={from}
          x={at(from)}
          width={at(resumedOn ?? `${year + 1}-01-01`) - at(from)}
          y={16}
          height={height - 16}
          fill="currentcolor"
          opacity={0.08}
        >
          <title>{t('lifecycle.agreement.time.paused')}</title>
        </rect>
      ))}
      {termTo?.startsWith(String(year)) === true && (
        <line
          x1={at(termTo)}
          x2={at(termTo)}
          y1={14}
          y2={height}
          stroke="currentcolor"
          strokeWidth={2}
          strokeDasharray="5 4"
        >
          <title>{t('lifecycle.agreement.time.termEnd', { day: civil(termTo) })}</title>
        </line>
      )}
    </>
  );
}

function LaneRow({ lane, y, at }: { lane: Lane; y: number; at: (day: string) => number }): ReactNode {
  const { t } = useTranslation();
  const title = lane.kind === null ? lane.title : t(`commitments.kind.${lane.kind}`);
  const short = title.length > 36 ? `${title.slice(0, 35)}…` : title;
  return (
    <g role="list" aria-label={title}>
      <line x1={0} x2={WIDTH} y1={y + LANE / 2} y2={y + LANE / 2} stroke="currentcolor" opacity={0.15} />
      <text x={8} y={y + 4} fill="currentcolor">
        {short}
        <title>{title}</title>
      </text>
      {lane.marks.map((mark) => (
        <MarkLink key={mark.day} mark={mark} title={title} x={at(mark.day)} y={y} />
      ))}
    </g>
  );
}

/** Leads to the report or the review; of several on one day to the most urgent. */
function MarkLink({ mark, title, x, y }: { mark: Mark; title: string; x: number; y: number }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const titled = useDutyTitle();
  const duty = mark.duties.find(({ standing }) => standing === mark.standing) ?? mark.duties[0];
  if (duty === undefined) return null;
  const many = mark.duties.length > 1 ? `, ${t('lifecycle.agreement.time.many', { count: mark.duties.length })}` : '';
  const standing = t(`commitments.standing.${mark.standing}`);
  const label = `${civil(mark.day)}, ${titled(title, duty)}: ${standing}${many}`;
  return (
    <g role="listitem">
      <Link to={duty.to} aria-label={label}>
        <g transform={`translate(${x} ${y})`}>
          <circle r={12} fill="transparent" />
          <Sign standing={mark.standing} />
          {mark.duties.length > 1 && (
            <text x={9} y={-6} fill="currentcolor" fontSize={10}>
              {mark.duties.length}
            </text>
          )}
          <title>{label}</title>
        </g>
      </Link>
    </g>
  );
}

function Sign({ standing }: { standing: DutyStanding }): ReactNode {
  const [tone, shape] = LOOK[standing];
  const line = { stroke: 'currentcolor', strokeWidth: 2.5, fill: 'none' };
  return (
    <g className={`timeline-${tone}`}>
      {shape === 'cross' && <path d="M-6-6 6 6M6-6-6 6" {...line} strokeWidth={3.5} />}
      {shape === 'bell' && <path d="M0-8 8 7H-8Z" {...line} />}
      {shape === 'ring' && <circle r={6.5} {...line} />}
      {shape === 'disc' && <circle r={7} fill="currentcolor" />}
      {shape === 'square' && <rect x={-6.5} y={-6.5} width={13} height={13} fill="currentcolor" />}
      {shape === 'dash' && <path d="M-7 0H7" {...line} strokeWidth={3.5} />}
    </g>
  );
}
