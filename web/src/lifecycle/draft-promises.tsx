import { Button, Drawer, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { CommitmentForm } from '../commitments/commitment-form.js';
import { useIntervalWords } from '../commitments/interval-words.js';
import { typedSchedule } from '../commitments/interval.js';
import { ScheduleEditor } from '../commitments/schedule-editor.js';
import { Answered } from '../ui/answered.js';
import { Confirmed } from '../ui/confirmed.js';
import { ToneBadge } from '../ui/tone.js';
import { nameOf } from './draft-clauses.tree.js';
import { depthsOf } from './draft-clauses.js';
import { CyclesPart } from './draft-cycles.js';
import { clausesQuery, commitmentsQuery, signing, type Agreement } from './draft-queries.js';

type Clause = Schemas['ClauseAnswer'];
type Commitment = Schemas['CommitmentAnswer'];

/** What is open beside the list. */
type Open =
  | { what: 'new'; clause: Clause | null }
  | { what: 'commitment'; commitment: Commitment }
  | { what: 'schedule'; commitment: Commitment; schedule: Schemas['ScheduleAnswer'] | undefined };

/** The third step: what the clauses oblige, who does it, when it is reported, and the reviews. */
export function PromisesStep({ agreement, onNext }: { agreement: Agreement; onNext: () => void }): ReactNode {
  const { t } = useTranslation();
  const { id } = agreement;
  const clauses = useQuery(clausesQuery(id));
  const commitments = useQuery(commitmentsQuery(id));
  const [chosen, setOpen] = useState<Open | null>(null);
  const { lich, camKet } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = chosen ?? asked(commitments.data ?? [], lich, camKet);
  const close = (): void => {
    setOpen(null);
    if (lich !== undefined || camKet !== undefined)
      void navigate({ to: '.', search: { buoc: 'cam-ket' }, replace: true });
  };
  const parties = signing(agreement);
  return (
    <Stack maw={960}>
      <Title order={2} size="h4">
        {t('lifecycle.draft.commitments')}
      </Title>
      <Answered of={commitments}>
        {(promised) => (
          <Answered of={clauses}>
            {(items) => <ByClause clauses={items} commitments={promised} onOpen={setOpen} />}
          </Answered>
        )}
      </Answered>
      <CyclesPart agreement={agreement} />
      <Group>
        <Button onClick={onNext}>{t('lifecycle.draft.next')}</Button>
      </Group>
      <Drawer
        opened={open !== null}
        onClose={close}
        position="right"
        size="xl"
        title={open === null ? '' : titleOf(open, t)}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {open?.what === 'new' && (
          <CommitmentForm
            agreementId={id}
            parties={parties}
            clauses={clauses.data ?? []}
            clause={open.clause}
            onDone={close}
          />
        )}
        {open?.what === 'commitment' && (
          <CommitmentForm
            agreementId={id}
            parties={parties}
            clauses={clauses.data ?? []}
            commitment={open.commitment}
            onDone={close}
          />
        )}
        {open?.what === 'schedule' && (
          <Stack>
            <Text fw={600}>{open.commitment.title}</Text>
            <ScheduleEditor
              agreementId={id}
              commitmentId={open.commitment.id}
              parties={parties}
              {...(open.schedule ? { schedule: open.schedule } : {})}
              onDone={close}
            />
          </Stack>
        )}
      </Drawer>
    </Stack>
  );
}

function titleOf(open: Open, t: TFunction): string {
  if (open.what === 'new') return t('commitments.form.addCommitment');
  if (open.what === 'commitment') return t('commitments.form.editCommitment');
  if (open.schedule === undefined) return t('commitments.form.addSchedule');
  return t(
    open.schedule.frequency === 'UNSPECIFIED' ? 'commitments.form.setInterval' : 'commitments.form.editSchedule',
  );
}

/** What the address of "needs an interval" names: the schedule (?lich=…), or the commitment that has none (?camKet=…). */
function asked(commitments: readonly Commitment[], scheduleId: unknown, commitmentId: unknown): Open | null {
  for (const commitment of commitments) {
    const schedule = commitment.schedules.find(({ id }) => id === scheduleId);
    if (schedule) return { what: 'schedule', commitment, schedule };
  }
  const bare = commitments.find(({ id, schedules }) => id === commitmentId && schedules.length === 0);
  return bare ? { what: 'schedule', commitment: bare, schedule: undefined } : null;
}

interface ListProps {
  clauses: readonly Clause[];
  commitments: readonly Commitment[];
  onOpen: (open: Open) => void;
}

function ByClause({ clauses, commitments, onOpen }: ListProps): ReactNode {
  const { t } = useTranslation();
  const depths = depthsOf(clauses);
  const known = new Set(clauses.map(({ id }) => id));
  const loose = commitments.filter(({ clauseIds }) => !clauseIds.some((id) => known.has(id)));
  const first = new Map(commitments.map((one) => [one.id, one.clauseIds.find((id) => known.has(id))]));
  return (
    <Stack gap="xs">
      {clauses.length === 0 && <Text size="sm">{t('lifecycle.draft.noClauses')}</Text>}
      {clauses.length > 0 && commitments.length === 0 && <Text size="sm">{t('lifecycle.draft.noCommitmentYet')}</Text>}
      {clauses.length > 0 && (
        <ol className="draft-tree" aria-label={t('lifecycle.draft.commitments')}>
          {clauses.map((clause) => (
            <li key={clause.id} data-depth={Math.min(depths.get(clause.id) ?? 0, 5)}>
              <Group gap="xs" align="flex-start" justify="space-between" wrap="nowrap">
                <p className="draft-clause">
                  <strong>{[clause.label, clause.heading].filter(Boolean).join(' ')}</strong> {clause.text}
                </p>
                <Button
                  size="compact-sm"
                  variant="light"
                  style={{ flex: 'none' }}
                  aria-label={t('lifecycle.draft.addFor', { label: nameOf(clause) })}
                  onClick={() => onOpen({ what: 'new', clause })}
                >
                  {t('commitments.form.addCommitment')}
                </Button>
              </Group>
              {commitments
                .filter(({ id }) => first.get(id) === clause.id)
                .map((commitment) => (
                  <Promise key={commitment.id} commitment={commitment} onOpen={onOpen} />
                ))}
            </li>
          ))}
        </ol>
      )}
      {loose.length > 0 && (
        <>
          <Title order={3} size="h6">
            {t('lifecycle.draft.withoutClause')}
          </Title>
          {loose.map((commitment) => (
            <Promise key={commitment.id} commitment={commitment} onOpen={onOpen} />
          ))}
        </>
      )}
      <Group>
        <Button size="xs" variant="default" onClick={() => onOpen({ what: 'new', clause: null })}>
          {t('commitments.form.addCommitment')}
        </Button>
      </Group>
    </Stack>
  );
}

function Promise({ commitment, onOpen }: { commitment: Commitment; onOpen: (open: Open) => void }): ReactNode {
  const { t } = useTranslation();
  const words = useIntervalWords();
  const client = useQueryClient();
  const roles = commitment.bodies.map(({ name, role }) => `${t(`commitments.role.${role}`)}: ${name}`).join('; ');
  return (
    <Paper withBorder p="xs" my={6} role="group" aria-label={commitment.title}>
      <Text fw={600} size="sm">
        {commitment.title}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`commitments.kind.${commitment.kind}`)}. {roles}
      </Text>
      {commitment.warnings.map((warning) => (
        <ToneBadge key={warning} tone="soon">
          {t(`commitments.form.warning.${warning as 'no-lead'}`)}
        </ToneBadge>
      ))}
      {commitment.schedules.map((schedule) => (
        <Group key={schedule.id} gap="xs" mt={4}>
          <Text size="sm">{words(typedSchedule(schedule))}</Text>
          {schedule.frequency === 'UNSPECIFIED' && (
            <ToneBadge tone="soon">{t('lifecycle.draft.needsInterval')}</ToneBadge>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ what: 'schedule', commitment, schedule })}>
            {t(schedule.frequency === 'UNSPECIFIED' ? 'commitments.form.setInterval' : 'commitments.form.editSchedule')}
          </Button>
        </Group>
      ))}
      <Group gap={4} mt={4}>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onOpen({ what: 'schedule', commitment, schedule: undefined })}
        >
          {t('commitments.form.addSchedule')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ what: 'commitment', commitment })}>
          {t('commitments.form.editCommitment')}
        </Button>
        <Confirmed
          size="compact-sm"
          variant="subtle"
          label={t('commitments.form.removeCommitment')}
          question={t('commitments.form.removeCommitmentAsk')}
          onConfirm={async () => {
            const params = { path: { id: commitment.id }, header: ifMatch(commitment.version) };
            await answer(api.DELETE('/api/v1/commitments/{id}', { params }));
            await client.invalidateQueries();
          }}
        />
      </Group>
    </Paper>
  );
}
