import { SimpleGrid, Text } from '@mantine/core';
import { IconAlertOctagon, IconCheck, IconClockHour4, IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import type { Tone } from '../ui/tone.js';
import { BOXES, NAMES, type Figure } from './summary-asked.js';
import { part } from './summary-heading.js';

type Figures = Schemas['SummaryFigures'];
type Box = (typeof BOXES)[number];

export const BOX_LOOK: Record<Box, readonly [Tone, typeof IconCheck]> = {
  doneOnTime: ['good', IconCheck],
  doneLate: ['late', IconHistory],
  inTerm: ['calm', IconClockHour4],
  overdue: ['danger', IconAlertOctagon],
};

/** The four boxes as large figures that open their rows, and the sum that they make. */
export function SummaryBoxes({ totals }: { totals: Figures }): ReactNode {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  return (
    <div className="summary-boxes" role="group" aria-label={t('compliance.summary.boxes')}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {BOXES.map((box) => {
          const [tone, Icon] = BOX_LOOK[box];
          return (
            <Link
              key={box}
              to="/tong-hop"
              search={(was) => ({ ...was, [NAMES.open]: box, [NAMES.key]: undefined })}
              resetScroll={false}
              className={`summary-box tone-${tone}`}
            >
              <span className="summary-box-name">
                <Icon size={20} aria-hidden /> {t(`compliance.summary.box.${box}`)}
              </span>
              <span className="summary-box-number">{count(totals[box])}</span>
              <span>
                {t('compliance.summary.ofTotal', {
                  part: percent(totals.total === 0 ? null : totals[box] / totals.total),
                })}
              </span>
            </Link>
          );
        })}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={4} className="no-print">
        {t('compliance.summary.addUp', {
          doneOnTime: count(totals.doneOnTime),
          doneLate: count(totals.doneLate),
          inTerm: count(totals.inTerm),
          overdue: count(totals.overdue),
          total: count(totals.total),
        })}
      </Text>
    </div>
  );
}

/** What the boxes do not say: what stands outside them, what is due on the day, the original dates. */
export function SummaryNotes({ totals, isOriginal }: { totals: Figures; isOriginal: boolean }): ReactNode {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  const { suspended, waived, dueToday, doneOnTimeOriginal } = totals;
  return (
    <div className="summary-notes">
      {suspended + waived === 0 ? (
        <Text size="sm">{t('compliance.summary.outsideNone')}</Text>
      ) : (
        <Text size="sm">
          {t('compliance.summary.outside')}{' '}
          <Behind figure="suspended" number={suspended}>
            {t('compliance.summary.outsideSuspended', { number: count(suspended) })}
          </Behind>
          {', '}
          <Behind figure="waived" number={waived}>
            {t('compliance.summary.outsideWaived', { number: count(waived) })}
          </Behind>
        </Text>
      )}
      {dueToday > 0 && (
        <Text size="sm">
          <Behind figure="dueToday" number={dueToday}>
            {t('compliance.summary.withinToday', { number: count(dueToday) })}
          </Behind>
        </Text>
      )}
      {isOriginal && (
        <Text size="sm">
          <Behind figure="doneOnTimeOriginal" number={doneOnTimeOriginal}>
            {t('compliance.summary.originalNote', {
              number: count(doneOnTimeOriginal),
              rate: percent(part(totals.onTimeRateOriginal)),
            })}
          </Behind>
        </Text>
      )}
    </div>
  );
}

function Behind({ figure, number, children }: { figure: Figure; number: number; children: ReactNode }): ReactNode {
  if (number === 0) return children;
  return (
    <TextLink
      inherit
      to="/tong-hop"
      search={(was) => ({ ...was, [NAMES.open]: figure, [NAMES.key]: undefined })}
      resetScroll={false}
    >
      {children}
    </TextLink>
  );
}
