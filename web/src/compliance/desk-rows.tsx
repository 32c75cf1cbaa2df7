import { Text } from '@mantine/core';
import { Suspense, lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../agreements/state-badge.js';
import type { Schemas } from '../api/client.js';
import { useDutyTitle } from '../commitments/duty-title.js';
import { lackingPlace } from '../commitments/lacking-place.js';
import { StandingBadge } from '../commitments/standing-badge.js';
import { useFormats } from '../ui/format.js';
import { ToneBadge } from '../ui/tone.js';
import type { DeskRow } from './desk-part.js';

/** Its form comes only to those who have something to follow up. */
const CompleteFollowUp = lazy(async () => ({
  default: (await import('../reviews/follow-up-actions.js')).CompleteFollowUp,
}));

type Desk = Schemas['DeskAnswer'];
export type ListName = Exclude<keyof Desk, 'today'>;
type Item<N extends ListName> = NonNullable<Desk[N]>['items'][number];

/** "quá 3 ngày", "còn 5 ngày"; nothing on the day itself, which the badge says. */
function Days({ left }: { left: number }): ReactNode {
  const { t } = useTranslation();
  if (left === 0) return null;
  return (
    <Text size="sm" fw={left < 0 ? 600 : 400}>
      {left < 0 ? t('commitments.daysLate', { count: -left }) : t('commitments.daysLeft', { count: left })}
    </Text>
  );
}

/** How each kind of thing on the desk is said in a row. */
export function useDeskRows(): { [N in ListName]: (item: Item<N>) => DeskRow } {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const titled = useDutyTitle();
  const owing = (item: Item<'owes'>): string => {
    if (item.draftId !== null) return t('compliance.desk.goOn');
    return item.state === 'returned' ? t('compliance.desk.rewrite') : t('compliance.desk.write');
  };
  const reviewTitle = (item: Item<'reviewsDue'>): string => titled(t(`commitments.kind.${item.kind}`), item);
  const review = (item: Item<'reviewsDue'>, act: string, line: string): DeskRow => ({
    id: item.id,
    state: <StandingBadge standing={item.standing} />,
    title: reviewTitle(item),
    lines: [item.agreementTitle, line],
    act,
    to: `/so-ket/${item.id}`,
  });
  return {
    owes: (item) => ({
      id: item.id,
      state: (
        <>
          <StandingBadge standing={item.standing} />
          <Days left={item.daysLeft} />
        </>
      ),
      title: titled(item.commitmentTitle, item),
      lines: [`${item.bodyName} · ${t('compliance.desk.due', { date: civil(item.lastDay) })}`, item.agreementTitle],
      act: owing(item),
      to: `/bao-cao/${item.id}`,
    }),
    followUps: (item) => ({
      id: item.id,
      state: (
        <>
          <StandingBadge standing={item.standing} />
          <Days left={item.daysLeft} />
        </>
      ),
      title: item.title,
      lines: [`${item.ownerName} · ${t('compliance.desk.due', { date: civil(item.dueOn) })}`, item.agreementTitle],
      deed: (
        <Suspense>
          <CompleteFollowUp followUp={item} />
        </Suspense>
      ),
      act: t('compliance.desk.seeReview'),
      to: `/so-ket/${item.reviewId}`,
    }),
    toAccept: (item) => ({
      id: item.id,
      state: <StandingBadge standing={item.standing} />,
      title: titled(item.commitmentTitle, item),
      lines: [
        `${item.bodyName} · ${t('compliance.desk.waiting', { date: civil(item.filedOn), count: item.waitingDays })}`,
        item.agreementTitle,
      ],
      act: t('compliance.desk.accept'),
      to: `/bao-cao/${item.id}`,
    }),
    extensions: (item) => ({
      id: item.id,
      state: <ToneBadge tone="soon">{t('reports.extension.state.asked')}</ToneBadge>,
      title: titled(item.commitmentTitle, item),
      lines: [
        item.bodyName,
        t('compliance.desk.asked', {
          from: civil(item.agreedDueOn ?? item.dueOn),
          to: civil(item.askedTo),
          who: item.askedBy,
          on: civil(item.askedOn),
        }),
      ],
      act: t('compliance.desk.decide'),
      to: `/bao-cao/${item.occurrenceId}`,
    }),
    successions: (item) => ({
      id: item.partyId,
      state: <StandingBadge standing="suspended" />,
      title: item.agreementTitle,
      lines: [
        t('compliance.desk.endedOn', { body: item.bodyName, date: civil(item.endedOn) }),
        ...(item.suspendedReports > 0 ? [t('compliance.desk.suspendedReports', { count: item.suspendedReports })] : []),
      ],
      act: t('compliance.desk.succeed'),
      to: '/ke-thua',
      search: { bodyId: item.bodyId, agreementId: item.agreementId },
    }),
    reviewsWithoutOutcome: (item) =>
      review(item, t('compliance.desk.conclude'), t('compliance.desk.heldOn', { date: civil(item.heldOn) })),
    reviewsDue: (item) => ({
      ...review(
        item,
        item.plannedOn === null ? t('compliance.desk.plan') : t('compliance.desk.hold'),
        `${item.hostName} · ${t('compliance.desk.due', { date: civil(item.dueOn) })}`,
      ),
      state: (
        <>
          <StandingBadge standing={item.standing} />
          <Days left={item.daysLeft} />
        </>
      ),
    }),
    needsInterval: (item) => ({
      id: item.scheduleId ?? item.cycleId ?? item.commitmentId ?? item.agreementId,
      state: <ToneBadge tone="muted">{t('compliance.desk.needsInterval')}</ToneBadge>,
      title: item.commitmentTitle ?? item.agreementTitle,
      lines: [
        ...(item.textAsWritten === null
          ? []
          : [t('compliance.desk.sentence', { text: shortened(item.textAsWritten) })]),
        ...(item.commitmentTitle === null ? [] : [item.agreementTitle]),
      ],
      act: t('compliance.desk.setInterval'),
      to: `/van-ban/${item.agreementId}/soan`,
      search: lackingPlace(item),
    }),
    drafts: (item) => ({
      id: item.id,
      state: <StateBadge state={item.state} />,
      title: item.title,
      lines: [t(`agreements.kind.${item.kind}`)],
      act: t('compliance.desk.continueDraft'),
      to: `/van-ban/${item.id}/soan`,
    }),
    expiring: (item) => ({
      id: item.id,
      state: (
        <>
          <StateBadge state={item.state} />
          <Days left={item.daysLeft} />
        </>
      ),
      title: item.title,
      lines: [
        `${t(`agreements.kind.${item.kind}`)} · ${t('compliance.desk.termTo', { date: civil(item.termTo) })}`,
        t(`agreements.renewal.${item.renewal}`),
      ],
      act: t('compliance.desk.renew'),
      to: `/van-ban/${item.id}`,
    }),
  };
}

const LONGEST = 160;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`;
}
