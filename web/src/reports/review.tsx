import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import { lastFiling, lastReportQuery, type Report, type Submission } from './report.queries.js';
import { ReasonWindow } from './reason-window.js';
import { SubmissionFacts } from './history.js';
import { SubmissionView } from './submission-view.js';

/** The report as sent, beside that of the last period; whoever may decides. */
export function Review({ report, mayDecide }: { report: Report; mayDecide: boolean }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const [isCompared, { toggle }] = useDisclosure(mayDecide);
  const filing = lastFiling(report);
  if (filing === null) return null;
  const own = <SubmissionView submission={filing} />;
  return (
    <Card withBorder component="section" aria-labelledby="sent">
      <Stack>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4" id="sent">
            {t('reports.review.title')}
          </Title>
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconArrowsLeftRight size={18} aria-hidden />}
            aria-pressed={isCompared}
            onClick={toggle}
          >
            {t('reports.review.compare')}
          </Button>
        </Group>
        <SubmissionFacts submission={filing} />
        {isCompared ? (
          <div className="report-sides">
            <section aria-labelledby="this-period">
              <Title order={3} size="h5" mb="xs" id="this-period">
                {t('reports.review.thisPeriod', { period: say(report.periodVi, report.periodEn) })}
              </Title>
              {own}
            </section>
            <LastPeriod report={report} />
          </div>
        ) : (
          own
        )}
        {mayDecide && filing.state === 'submitted' && <Decision filing={filing} />}
      </Stack>
    </Card>
  );
}

function LastPeriod({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const last = useQuery(lastReportQuery(report));
  return (
    <Answered of={last}>
      {(found) => {
        const filing = found === null ? null : lastFiling(found);
        if (found === null || filing === null) return <Text c="dimmed">{t('reports.review.noLast')}</Text>;
        return (
          <section aria-labelledby="last-period">
            <Title order={3} size="h5" mb="xs" id="last-period">
              {t('reports.review.lastPeriod', { period: say(found.periodVi, found.periodEn) })}
            </Title>
            <SubmissionView submission={filing} />
          </section>
        );
      }}
    </Answered>
  );
}

function Decision({ filing: { id, version } }: { filing: Submission }): ReactNode {
  const { t } = useTranslation();
  const [resubmitBy, setResubmitBy] = useState<string | null>(null);
  const asked = { params: { path: { id } }, headers: ifMatch(version) };
  return (
    <Group className="report-send">
      <ReasonWindow
        name={`accept.${id}`}
        open={t('reports.review.accept')}
        title={t('reports.review.accept')}
        hint={t('reports.review.acceptQuestion')}
        label={t('reports.review.comment')}
        maxLength={100_000}
        confirm={t('reports.review.accept')}
        done={t('reports.review.accepted')}
        button={{ variant: 'filled', size: 'md' }}
        send={(comment) =>
          answer(
            api.POST('/api/v1/submissions/{id}/acceptance', {
              ...asked,
              body: { comment: comment === '' ? null : comment },
            }),
          )
        }
      />
      <ReasonWindow
        name={`return.${id}`}
        open={t('reports.review.return')}
        title={t('reports.review.returnTitle')}
        label={t('reports.review.returnComment')}
        required
        maxLength={100_000}
        confirm={t('reports.review.return')}
        done={t('reports.review.returned')}
        button={{ size: 'md' }}
        send={(comment) =>
          answer(api.POST('/api/v1/submissions/{id}/return', { ...asked, body: { comment, resubmitBy } }))
        }
      >
        <CivilField
          label={t('reports.review.resubmitBy')}
          description={t('reports.review.resubmitHint')}
          minDate={today()}
          value={resubmitBy}
          onChange={setResubmitBy}
        />
      </ReasonWindow>
    </Group>
  );
}
