import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../agreements/state-badge.js';
import { answer, api } from '../api/client.js';
import { useMay } from '../api/session.js';
import { useFormats } from '../ui/format.js';
import { Part } from './agreement-overview.js';
import type { Agreement } from './agreement-record.js';

/** What has become of the agreement since it was signed: steps, pauses, successors. */
export function Steps({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  return (
    <>
      {agreement.steps.length > 0 && (
        <Part title={t('lifecycle.agreement.facts.steps')}>
          <ol>
            {agreement.steps.map((step) => (
              <li key={`${step.at} ${step.verb}`}>
                {civil(step.onDate)} <StateBadge state={step.toState} />
                <Text size="sm" c="dimmed">
                  {[step.reason, step.document, step.basis].filter((words) => words !== null).join('; ')}
                </Text>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {agreement.pauses.length > 0 && (
        <Part title={t('lifecycle.agreement.facts.pauses')}>
          <ul>
            {agreement.pauses.map((pause) => (
              <li key={pause.pausedAt}>
                {pause.resumedOn === null
                  ? t('lifecycle.agreement.facts.pausedOpen', { from: civil(pause.from) })
                  : t('lifecycle.agreement.facts.pausedSpan', { from: civil(pause.from), to: civil(pause.resumedOn) })}
                <Text size="sm" c="dimmed">
                  {[pause.reason, pause.document, pause.pausedBy].filter((words) => words !== null).join('; ')}
                </Text>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Successions id={agreement.id} />
    </>
  );
}

function Successions({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const mayRead = useMay('successions.read');
  const { data } = useQuery({
    queryKey: ['successions', 'of', id],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}/successions', { params: { path: { id } } })),
    enabled: mayRead,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Part title={t('lifecycle.agreement.facts.successions')}>
      <ul>
        {data.items.map((decision) => (
          <li key={decision.id}>
            {decision.bodyName}: {t(`lifecycle.agreement.succession.${decision.decision}`)}{' '}
            {decision.successors.map(({ name }) => name).join('; ')}
            {decision.replacedByAgreementId !== null && (
              <Anchor component={Link} to={`/van-ban/${decision.replacedByAgreementId}`}>
                {t('ui.open')}
              </Anchor>
            )}
            <Text size="sm" c="dimmed">
              {[civil(decision.from), decision.basis, decision.note, decision.decidedBy]
                .filter((words) => words !== null)
                .join('; ')}
            </Text>
          </li>
        ))}
      </ul>
    </Part>
  );
}
