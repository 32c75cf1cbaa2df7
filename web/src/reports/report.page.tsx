import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { useDutyTitle } from '../commitments/duty-title.js';
import { StandingBadge } from '../commitments/standing-badge.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { daysBetween, today } from '../ui/today.js';
import { Asked, StateNote, isTooEarly } from './asked.js';
import { Extensions } from './extensions.js';
import { History } from './history.js';
import { ReasonWindow } from './reason-window.js';
import { ReportForm } from './report-form.js';
import { reportQuery, reportRightsQuery, type Report } from './report.queries.js';
import { Review } from './review.js';

const route = getRouteApi('/inside/bao-cao/$id');

/** One due report: for whoever owes it the form, for whoever receives it the reading and the decision. */
export default function ReportPage(): ReactNode {
  const { t } = useTranslation();
  const titled = useDutyTitle();
  const { id } = route.useParams();
  const report = useQuery(reportQuery(id));
  const rights = useQuery(reportRightsQuery(id));
  const { data } = report;
  const title = data ? titled(data.commitmentTitle, data) : t('app.reports');
  return (
    <Page
      title={title}
      trail={[{ label: t('app.reports'), to: '/bao-cao' }]}
      {...(data ? { badges: <Standing report={data} /> } : {})}
      {...(data && rights.data ? { actions: <Waiver report={data} rights={rights.data} /> } : {})}
    >
      <Answered of={report} rows={10}>
        {(found) => <Answered of={rights}>{(held) => <Parts key={id} report={found} rights={held} />}</Answered>}
      </Answered>
    </Page>
  );
}

function Standing({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const isOwed = report.state === 'due' || report.state === 'returned';
  const left = daysBetween(today(), report.overdueFrom) - 1;
  return (
    <>
      <StandingBadge standing={report.standing} />
      {isOwed && left !== 0 && (
        <Text fw={600}>
          {left < 0 ? t('commitments.daysLate', { count: -left }) : t('commitments.daysLeft', { count: left })}
        </Text>
      )}
    </>
  );
}

interface PartsProps {
  report: Report;
  rights: readonly string[];
}

function Parts({ report, rights }: PartsProps): ReactNode {
  const isOwed = report.state === 'due' || report.state === 'returned';
  const mayWrite = rights.includes('reports.file') && isOwed && !isTooEarly(report);
  const isRead = report.state === 'filed' || report.state === 'accepted';
  return (
    <>
      <StateNote report={report} />
      <Asked report={report} />
      {mayWrite && <ReportForm report={report} takesPaper={rights.includes('reports.file-paper')} />}
      {isRead && <Review report={report} mayDecide={rights.includes('reports.review')} />}
      <Extensions
        report={report}
        mayAsk={rights.includes('extensions.ask')}
        mayDecide={rights.includes('extensions.decide')}
      />
      {(report.submissions.length > 1 || !isRead) && <History submissions={report.submissions} />}
    </>
  );
}

/** Only while it is owed or suspended. */
function Waiver({ report, rights }: PartsProps): ReactNode {
  const { t } = useTranslation();
  const isOpen = report.state === 'due' || report.state === 'returned' || report.state === 'suspended';
  if (!isOpen || !rights.includes('reports.waive')) return null;
  return (
    <ReasonWindow
      name={`waiver.${report.id}`}
      open={t('reports.waiver.open')}
      title={t('reports.waiver.title')}
      hint={t('reports.waiver.hint')}
      label={t('reports.waiver.reason')}
      required
      confirm={t('reports.waiver.open')}
      done={t('reports.waiver.done')}
      send={(reason) =>
        answer(
          api.POST('/api/v1/occurrences/{id}/waiver', {
            params: { path: { id: report.id } },
            headers: ifMatch(report.version),
            body: { reason },
          }),
        )
      }
    />
  );
}
