import { Alert, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntervalWords } from '../commitments/interval-words.js';
import { typedSchedule } from '../commitments/interval.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { daysAfter, today } from '../ui/today.js';
import { ToneBadge } from '../ui/tone.js';
import type { Change } from './agreement-amend-change.js';
import { above } from './agreement-clause-order.js';
import { useClauseName } from './agreement-clause.js';
import { Side, TONE } from './agreement-differences.js';
import { dayOf } from './agreement-promise.js';
import { useCommitments, useReports, type Clause, type Commitment, type DueReport } from './agreement-record.js';

const KIND = { REPLACE: 'CHANGED', END: 'ENDED', ADD: 'ADDED' } as const;
const UNSENT: readonly DueReport['standing'][] = [
  ...(['overdue', 'returned', 'due_today', 'due_soon', 'in_term', 'not_started'] as const),
];
/** Due days named in a line; the rest is counted. */
const DAYS_NAMED = 3;

interface Props {
  id: string;
  effectiveFrom: string;
  clauses: readonly Clause[];
  changes: readonly Change[];
}

/** What an amendment will do, before it is recorded: the words on both sides, and the promises and due days that hang on them. */
export function AmendPreview({ id, effectiveFrom, clauses, changes }: Props): ReactNode {
  const { t } = useTranslation();
  const title = t('lifecycle.agreement.amendments.previewTitle');
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), []);
  const named = changes.filter(({ op, clauseId }) => op === 'ADD' || clauseId !== null);
  return (
    <section ref={frame} tabIndex={-1} className="agreement-part" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {named.map((change, index) => (
          <li key={index}>
            <Difference change={change} clauses={clauses} />
          </li>
        ))}
      </ul>
      <Touched id={id} on={effectiveFrom} touched={touchedBy(named, clauses)} />
    </section>
  );
}

function Difference({ change, clauses }: { change: Change; clauses: readonly Clause[] }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useClauseName();
  const { op, clauseId, label, heading, text, kind } = change;
  const clause = clauses.find((one) => one.id === clauseId);
  const within = op === 'END' ? clauses.filter((one) => above(clauses, one.id).includes(clauseId ?? '')).length : 0;
  const before = op === 'ADD' ? null : clause;
  const words = [label, heading, text].filter(Boolean).join('\n');
  const was = before ? [before.label, before.heading, before.text].filter(Boolean).join('\n') : null;
  return (
    <>
      <ToneBadge tone={TONE[KIND[op]]}>{t(`lifecycle.agreement.clauses.${KIND[op]}`)}</ToneBadge>{' '}
      <b>{before ? nameOf(before) : [t(`lifecycle.agreement.clauseKind.${kind}`), label].filter(Boolean).join(' ')}</b>
      {within > 0 && <Text size="sm">{t('lifecycle.agreement.amendments.previewWithin', { count: within })}</Text>}
      {was === words && <Text size="sm">{t('lifecycle.agreement.amendments.previewSame')}</Text>}
      <div className="difference">
        <Side label={t('lifecycle.agreement.clauses.before')} text={was} />
        <Side label={t('lifecycle.agreement.clauses.after')} text={op === 'END' ? null : words} />
      </div>
    </>
  );
}

/** The clauses that change or end; an end takes along what stands below. */
function touchedBy(changes: readonly Change[], clauses: readonly Clause[]): ReadonlySet<string> {
  const ids = changes.flatMap(({ op, clauseId }) => {
    if (op === 'ADD' || clauseId === null) return [];
    if (op === 'REPLACE') return [clauseId];
    return [clauseId, ...clauses.filter((one) => above(clauses, one.id).includes(clauseId)).map((one) => one.id)];
  });
  return new Set(ids);
}

interface TouchedProps {
  id: string;
  on: string;
  touched: ReadonlySet<string>;
}

/** A change of the text alone moves no due day; whose words it changes is said by name, with the days that stay. */
function Touched({ id, on, touched }: TouchedProps): ReactNode {
  const { t } = useTranslation();
  const commitments = useCommitments(id, on);
  const reports = useReports(id, { from: daysAfter(today(), -730), to: daysAfter(today(), 550) });
  return (
    <Answered of={commitments} rows={2}>
      {(promises) => (
        <Answered of={reports} rows={2}>
          {(due) => {
            const bound = promises.filter(({ clauseIds }) => clauseIds.some((one) => touched.has(one)));
            if (bound.length === 0) return <Text>{t('lifecycle.agreement.amendments.previewUnbound')}</Text>;
            return (
              <Alert variant="light" color="blue" title={t('lifecycle.agreement.amendments.previewBound')}>
                <Stack gap="xs">
                  <Text size="sm">{t('lifecycle.agreement.amendments.previewStays')}</Text>
                  <ul>
                    {bound.map((commitment) => (
                      <li key={commitment.id}>
                        <Bound commitment={commitment} due={due} />
                      </li>
                    ))}
                  </ul>
                </Stack>
              </Alert>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}

function Bound({ commitment, due }: { commitment: Commitment; due: readonly DueReport[] }): ReactNode {
  const { t } = useTranslation();
  const { civil, count } = useFormats();
  const words = useIntervalWords();
  const own = due.filter(({ commitmentId, standing }) => commitmentId === commitment.id && UNSENT.includes(standing));
  const days = [...new Set(own.map(dayOf))].sort();
  const named = days.slice(0, DAYS_NAMED).map(civil).join(', ');
  return (
    <>
      <b>{commitment.title}</b>
      {commitment.schedules.map((schedule) => (
        <Text key={schedule.id} size="sm">
          {words(typedSchedule(schedule))}
        </Text>
      ))}
      <Text size="sm">
        {own.length === 0
          ? t('lifecycle.agreement.amendments.previewNoDue')
          : t(`lifecycle.agreement.amendments.${days.length > DAYS_NAMED ? 'previewDueMore' : 'previewDue'}`, {
              n: count(own.length),
              days: named,
            })}
      </Text>
    </>
  );
}
