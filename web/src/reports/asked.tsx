import { Alert, Anchor, Button, Card, Collapse, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconArrowBackUp, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import type { Report } from './report.queries.js';
import './report.css';

/** What is asked, word for word, by when, and why by then. */
export function Asked({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const { clause, sentence, missing } = report;
  return (
    <Card withBorder component="section" aria-labelledby="asked">
      <Stack gap="sm">
        <Title order={2} size="h4" id="asked">
          {t('reports.asked.title')}
        </Title>
        {clause !== null && (
          <div>
            <Text fw={600} size="sm">
              {[clause.label, clause.heading].filter((part) => part !== null).join(' ')}
            </Text>
            <blockquote className="report-clause">{clause.text}</blockquote>
            {clause.effectiveFrom !== null && (
              <Text size="sm" c="dimmed">
                {t('reports.asked.version', { from: civil(clause.effectiveFrom) })}
              </Text>
            )}
          </div>
        )}
        {sentence !== null && sentence !== clause?.text && (
          <div>
            <Text fw={600} size="sm">
              {t('reports.asked.source')}
            </Text>
            <blockquote className="report-clause">{sentence}</blockquote>
          </div>
        )}
        <Facts
          rows={[
            [
              t('reports.asked.agreement'),
              <Anchor key="agreement" component={Link} to={`/van-ban/${report.agreementId}`}>
                {report.agreementTitle}
              </Anchor>,
            ],
            [t('reports.asked.body'), report.bodyName],
            [
              t('reports.asked.window'),
              t('reports.asked.windowDays', { from: civil(report.windowStart), to: civil(report.windowEnd) }),
            ],
            [t('reports.asked.due'), <strong key="due">{civil(report.dueOn)}</strong>],
            [t('reports.asked.agreedDue'), report.agreedDueOn === null ? null : civil(report.agreedDueOn)],
            [
              t('reports.asked.clock'),
              report.clock.rounds === 0
                ? null
                : t('reports.asked.clockDays', {
                    reporter: report.clock.reporterDays,
                    reviewer: report.clock.reviewerDays,
                  }),
            ],
          ]}
        />
        <Why report={report} />
        {missing.length > 0 && (
          <Alert
            color="yellow"
            variant="outline"
            title={t('reports.asked.missing')}
            icon={<IconInfoCircle aria-hidden />}
          >
            <ul>
              {missing.map(({ occurrenceId, bodyName, dueOn }) => (
                <li key={occurrenceId}>
                  <Anchor component={Link} to={`/bao-cao/${occurrenceId}`}>
                    {t('reports.asked.missingRow', { body: bodyName, date: civil(dueOn) })}
                  </Anchor>
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </Stack>
    </Card>
  );
}

/** "Vì sao ngày này?": the rule, the working day it moved to, and whoever moved it since. */
function Why({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const { dueRaw, derivation, moves } = report;
  const { on } = derivation as unknown as { on: string };
  return (
    <div>
      <Button variant="default" size="xs" onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
        {t('reports.asked.why')}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap={4} pt="xs">
          <Text>{say(report.whyVi, report.whyEn)}</Text>
          {dueRaw !== on && <Text>{t('reports.asked.raw', { raw: civil(dueRaw), due: civil(on) })}</Text>}
          {moves.length > 0 && (
            <ol>
              {moves.map(({ changeId, on: day, by, fromDueOn, toDueOn, reason }) => (
                <li key={changeId}>
                  {t('reports.asked.moved', { on: civil(day), by, from: civil(fromDueOn), to: civil(toDueOn) })}
                  {reason !== null && <> {t('reports.asked.movedWhy', { reason })}</>}
                </li>
              ))}
            </ol>
          )}
        </Stack>
      </Collapse>
    </div>
  );
}

/** What the state of the report asks of whoever opens it: returned, waiting, accepted, suspended, waived, too early. */
export function StateNote({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const { civil, instant } = useFormats();
  const returned = report.submissions.filter(({ state }) => state === 'returned').at(-1);
  if (report.state === 'returned' && returned !== undefined) {
    return (
      <Alert
        color="red"
        variant="outline"
        icon={<IconArrowBackUp aria-hidden />}
        title={t('reports.asked.returned', { date: returned.reviewedAt === null ? '–' : instant(returned.reviewedAt) })}
      >
        <Text fw={600}>{t('reports.asked.returnedBy', { who: returned.reviewedBy ?? '–' })}</Text>
        <p className="report-text">{returned.reviewComment}</p>
        {returned.resubmitBy !== null && (
          <Text fw={600} mt="xs">
            {t('reports.asked.returnedUntil', { date: civil(returned.resubmitBy) })}
          </Text>
        )}
      </Alert>
    );
  }
  const sentence = stateWords(report, t, civil);
  if (sentence === null) return null;
  return (
    <Alert
      variant="outline"
      color={report.state === 'accepted' ? 'green' : 'navy'}
      icon={<IconInfoCircle aria-hidden />}
    >
      {sentence}
    </Alert>
  );
}

type Say = TFunction;

function stateWords(report: Report, t: Say, civil: (date: string | null) => string): string | null {
  switch (report.state) {
    case 'filed':
      return t('reports.asked.filedWaiting', { date: civil(report.filedOn) });
    case 'accepted':
      return t('reports.asked.acceptedOn', { date: civil(report.acceptedOn) });
    case 'suspended': {
      const why = report.suspendedBecause === null ? '' : t(`reports.asked.${report.suspendedBecause}`);
      return `${t('reports.asked.suspended', { date: civil(report.suspendedOn) })} ${why}`;
    }
    case 'waived':
      return `${t('reports.asked.waived', { date: civil(report.waivedOn) })} ${report.waivedBecause ?? ''}`;
    case 'due':
    case 'returned':
      if (!isTooEarly(report)) return null;
      return t('reports.asked.notStarted', { date: civil(report.windowStart) });
  }
}

/** The register takes a report from the first day of its period; one due before that at any time. */
export function isTooEarly({ windowStart, dueOn }: Pick<Report, 'windowStart' | 'dueOn'>): boolean {
  return windowStart > today() && windowStart <= dueOn;
}
