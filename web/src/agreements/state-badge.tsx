import {
  IconArchive,
  IconCircleCheck,
  IconClockExclamation,
  IconPencil,
  IconPlayerPause,
  IconReplace,
  IconSignature,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { ToneBadge, type Tone } from '../ui/tone.js';

export type AgreementState = Schemas['AgreementRow']['state'];

const LOOK: Record<AgreementState, readonly [Tone, typeof IconX]> = {
  draft: ['muted', IconPencil],
  signed: ['calm', IconSignature],
  in_force: ['good', IconCircleCheck],
  expiring: ['soon', IconClockExclamation],
  paused: ['muted', IconPlayerPause],
  ended: ['muted', IconArchive],
  replaced: ['muted', IconReplace],
  terminated: ['late', IconX],
};

/** The state of an agreement by word, colour and icon. */
export function StateBadge({ state }: { state: AgreementState }): ReactNode {
  const { t } = useTranslation();
  const [tone, Icon] = LOOK[state];
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`agreements.state.${state}`)}
    </ToneBadge>
  );
}
