import {
  IconAlertOctagon,
  IconArrowBackUp,
  IconBellRinging,
  IconCalendarCheck,
  IconCalendarTime,
  IconCheck,
  IconClockExclamation,
  IconClockHour4,
  IconHourglass,
  IconMinus,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { ToneBadge, type Tone } from '../ui/tone.js';

/** How a report, a review or a follow-up stands as of today. */
export type DutyStanding = Schemas['OccurrenceRow']['standing'] | Schemas['ReviewRow']['standing'];

const LOOK: Record<DutyStanding, readonly [Tone, typeof IconCheck]> = {
  overdue: ['danger', IconAlertOctagon],
  returned: ['danger', IconArrowBackUp],
  due_today: ['today', IconBellRinging],
  due_soon: ['soon', IconClockExclamation],
  held: ['soon', IconHourglass],
  in_term: ['calm', IconClockHour4],
  upcoming: ['calm', IconClockHour4],
  planned: ['calm', IconCalendarTime],
  not_started: ['muted', IconCalendarTime],
  done_on_time: ['good', IconCheck],
  concluded: ['good', IconCalendarCheck],
  done_late: ['late', IconCheck],
  suspended: ['muted', IconPlayerPause],
  waived: ['muted', IconMinus],
  cancelled: ['muted', IconMinus],
};

/** A standing by word, colour and icon (domain §4.2). */
export function StandingBadge({ standing }: { standing: DutyStanding }): ReactNode {
  const { t } = useTranslation();
  const [tone, Icon] = LOOK[standing];
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`commitments.standing.${standing}`)}
    </ToneBadge>
  );
}
