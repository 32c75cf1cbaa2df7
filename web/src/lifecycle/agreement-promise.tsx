import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingBadge } from '../commitments/standing-badge.js';
import type { Schemas } from '../api/client.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import type { Commitment, DueReport } from './agreement-record.js';
import { Why } from './agreement-why.js';

const OPEN = ['due_today', 'due_soon', 'in_term', 'not_started'];
const LATE = ['overdue', 'returned'];

interface Props {
  commitment: Commitment;
  /** Due reports of the agreement around today. */
  reports: readonly DueReport[];
  isMarked: boolean;
}

/** What a clause obliges: who leads, who helps, when, and what comes next. */
export function Promise({ commitment, reports, isMarked }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const own = reports.filter(({ commitmentId }) => commitmentId === commitment.id);
  const late = own.filter(({ standing }) => LATE.includes(standing)).length;
  const { target } = commitment;
  const named = (role: Schemas['CommitmentRole']): string | null => {
    const now = commitment.bodies.filter((body) => body.role === role && (body.toOn === null || body.toOn >= today()));
    return now.length === 0 ? null : now.map(({ name }) => name).join('; ');
  };
  return (
    <article
      id={`promise-${commitment.id}`}
      className="promise"
      data-marked={isMarked || undefined}
      tabIndex={-1}
      aria-label={commitment.title}
    >
      <Text fw={600} size="sm">
        {commitment.title}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`commitments.kind.${commitment.kind}`)}
        {commitment.activeTo !== null &&
          ` · ${t('lifecycle.agreement.promise.activeTo', { day: civil(commitment.activeTo) })}`}
      </Text>
      {commitment.warnings.map((warning) => (
        <Text key={warning} size="sm" fw={600}>
          {warning === 'no-lead' && t('lifecycle.agreement.promise.noLead')}
          {warning === 'several-leads' && t('lifecycle.agreement.promise.severalLeads')}
        </Text>
      ))}
      <Facts
        rows={[
          [t('lifecycle.agreement.promise.lead'), named('LEAD')],
          [t('lifecycle.agreement.promise.coordinate'), named('COORDINATE')],
          [t('lifecycle.agreement.promise.inform'), named('INFORM')],
          [t('lifecycle.agreement.promise.result'), commitment.expectedResult],
          [t('lifecycle.agreement.promise.target'), target === null ? null : <Target key="target" of={target} />],
          [
            t('lifecycle.agreement.promise.schedules'),
            commitment.schedules.length === 0 ? null : <Schedules key="schedules" of={commitment} />,
          ],
          [t('lifecycle.agreement.promise.next'), <Next key="next" reports={own} />],
        ]}
      />
      {own.length > 0 && (
        <Anchor
          component={Link}
          to={`/bao-cao?agreementId=${commitment.agreementId}&commitmentId=${commitment.id}`}
          size="sm"
        >
          {t('lifecycle.agreement.promise.reports')}
          {late > 0 && ` (${t('lifecycle.agreement.promise.overdue', { count: late })})`}
        </Anchor>
      )}
    </article>
  );
}

function Target({ of: { quantity, unit, per } }: { of: Schemas['TargetField'] }): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  if (per == null) return `${count(quantity)} ${unit}`;
  return t('lifecycle.agreement.promise.targetPer', { quantity: count(quantity), unit, per });
}

function Schedules({ of }: { of: Commitment }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul>
      {of.schedules.map((schedule) => (
        <li key={schedule.id}>
          {t(`lifecycle.agreement.frequency.${schedule.frequency}`, { n: schedule.n ?? '' })}
          {schedule.textAsWritten !== null && ` – “${schedule.textAsWritten}”`}
          {schedule.frequency === 'UNSPECIFIED' && (
            <>
              {' '}
              <Anchor
                component={Link}
                to={`/van-ban/${of.agreementId}/soan?buoc=cam-ket&lich=${schedule.id}`}
                size="sm"
              >
                {t('lifecycle.agreement.promise.giveInterval')}
              </Anchor>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The earliest report still to come; several bodies on one day are one line. */
function Next({ reports }: { reports: readonly DueReport[] }): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const coming = reports.filter(({ standing }) => OPEN.includes(standing));
  const next = coming.reduce<DueReport | null>(
    (first, row) => (first === null || dayOf(row) < dayOf(first) ? row : first),
    null,
  );
  if (next === null) return t('lifecycle.agreement.promise.noNext');
  return (
    <span>
      <Anchor component={Link} to={`/bao-cao/${next.id}`} size="sm">
        {civil(dayOf(next))}
      </Anchor>{' '}
      {next.periodKey !== 'ONCE' && `(${say(next.periodVi, next.periodEn)})`} <StandingBadge standing={next.standing} />
      <Why duty="report" id={next.id} dueOn={dayOf(next)} />
    </span>
  );
}

/** The day that counts: as extended, else as first set. */
export function dayOf({ agreedDueOn, dueOn }: DueReport): string {
  return agreedDueOn ?? dueOn;
}
