import { Accordion, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconFileImport, IconMail, IconPencil, IconSend } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { ToneBadge } from '../ui/tone.js';
import type { Submission } from './report.queries.js';
import { SubmissionView } from './submission-view.js';

const LOOK = {
  draft: ['muted', IconPencil],
  submitted: ['calm', IconSend],
  returned: ['danger', IconArrowBackUp],
  accepted: ['good', IconCheck],
} as const;

/** Every round of the report, the latest first: what was sent, by whom, and what was answered. */
export function History({ submissions }: { submissions: readonly Submission[] }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const rounds = submissions.filter(({ state }) => state !== 'draft').reverse();
  if (rounds.length === 0) return null;
  return (
    <Card withBorder component="section" aria-labelledby="history">
      <Title order={2} size="h4" id="history" mb="xs">
        {t('reports.said.history')}
      </Title>
      <Accordion variant="contained" order={3}>
        {rounds.map((one) => (
          <Accordion.Item key={one.id} value={one.id}>
            <Accordion.Control>
              <Group gap="sm">
                <Text fw={600}>{t('reports.said.round', { n: one.round })}</Text>
                <StateMark submission={one} />
                <Text>{civil(one.filedOn)}</Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap="sm">
                <SubmissionFacts submission={one} />
                <SubmissionView submission={one} />
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Card>
  );
}

function StateMark({ submission: { state, channel, imported } }: { submission: Submission }): ReactNode {
  const { t } = useTranslation();
  const [tone, Icon] = LOOK[state];
  return (
    <>
      <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
        {t(`reports.said.state.${state}`)}
      </ToneBadge>
      {channel === 'PAPER' && (
        <ToneBadge tone="muted" icon={<IconMail aria-hidden />}>
          {t('reports.said.paper')}
        </ToneBadge>
      )}
      {imported && (
        <ToneBadge tone="muted" icon={<IconFileImport aria-hidden />}>
          {t('reports.said.imported')}
        </ToneBadge>
      )}
    </>
  );
}

/** Who sent it, which day counts, when it was typed in, and what was answered. */
export function SubmissionFacts({ submission }: { submission: Submission }): ReactNode {
  const { t } = useTranslation();
  const { civil, instant } = useFormats();
  const { filedOn, receivedOn, submittedBy, enteredAt, reviewedBy, reviewedAt, reviewComment } = submission;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <StateMark submission={submission} />
      </Group>
      <Facts
        rows={[
          [t('reports.said.filedOn'), filedOn === null ? null : civil(filedOn)],
          [t('reports.said.receivedOn'), receivedOn === null ? null : civil(receivedOn)],
          [t('reports.said.submittedBy'), submittedBy],
          [t('reports.said.enteredAt'), enteredAt === null ? null : instant(enteredAt)],
          [t('reports.said.reviewedBy'), reviewedBy],
          [t('reports.said.reviewedAt'), reviewedAt === null ? null : instant(reviewedAt)],
          [
            t('reports.said.comment'),
            reviewComment === null ? null : (
              <p key="comment" className="report-text">
                {reviewComment}
              </p>
            ),
          ],
        ]}
      />
    </Stack>
  );
}
