import { IconBan, IconCheck, IconDoorExit } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../ui/tone.js';

/** Whether a member may sign in. */
export function MemberState({ isSuspended, hasLeft = false }: { isSuspended: boolean; hasLeft?: boolean }): ReactNode {
  const { t } = useTranslation();
  if (hasLeft)
    return (
      <ToneBadge tone="muted" icon={<IconDoorExit aria-hidden />}>
        {t('access.departed')}
      </ToneBadge>
    );
  return isSuspended ? (
    <ToneBadge tone="danger" icon={<IconBan aria-hidden />}>
      {t('access.suspended')}
    </ToneBadge>
  ) : (
    <ToneBadge tone="good" icon={<IconCheck aria-hidden />}>
      {t('access.active')}
    </ToneBadge>
  );
}
