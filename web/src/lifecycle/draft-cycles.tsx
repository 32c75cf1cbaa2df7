import { Button, Drawer, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { Foreseen } from '../commitments/foreseen.js';
import { IntervalFields } from '../commitments/interval-fields.js';
import { useIntervalWords } from '../commitments/interval-words.js';
import { hasDates, interval, intervalOf, type Interval } from '../commitments/interval.js';
import { Answered } from '../ui/answered.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { KeptNote } from '../ui/kept-note.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { ToneBadge } from '../ui/tone.js';
import { cyclesQuery, isDraft, signing, type Agreement } from './draft-queries.js';

type Cycle = Schemas['ReviewCycleAnswer'];
type Kind = Cycle['kind'];

const KINDS: readonly Kind[] = ['INTERIM_REVIEW', 'FINAL_REVIEW', 'MEETING', 'INSPECTION'];

/** What is usual when the text names no interval (domain §1.4). */
const USUAL: Readonly<Record<Kind, Interval>> = {
  INTERIM_REVIEW: interval('YEARLY', { window: { kind: 'ANCHOR' } }),
  FINAL_REVIEW: interval('END_OF_TERM'),
  MEETING: interval('QUARTERLY'),
  INSPECTION: interval('YEARLY', { window: { kind: 'ANCHOR' } }),
};

/** Reviews, meetings and inspections that come round. */
export function CyclesPart({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const words = useIntervalWords();
  const cycles = useQuery(cyclesQuery(agreement.id));
  const [chosen, setOpen] = useState<{ kind: Kind; cycle?: Cycle } | null>(null);
  const { ky } = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = cycles.data?.find(({ id }) => id === ky);
  const open = chosen ?? (asked ? { kind: asked.kind, cycle: asked } : null);
  const close = (): void => {
    setOpen(null);
    if (ky !== undefined) void navigate({ to: '.', search: { buoc: 'cam-ket' }, replace: true });
  };
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('lifecycle.draft.cycles')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('lifecycle.draft.cyclesHint')}
      </Text>
      <Answered of={cycles} rows={2}>
        {(items) => (
          <>
            {items.length === 0 && <Text size="sm">{t('lifecycle.draft.noCycle')}</Text>}
            {items.map((cycle) => (
              <Group key={cycle.id} gap="xs">
                <Text size="sm">
                  <strong>{t(`commitments.kind.${cycle.kind}`)}</strong>: {words(intervalOf(cycle))} – {cycle.hostName}
                  {cycle.nextDueOn !== null && ` – ${t('lifecycle.draft.due', { date: civil(cycle.nextDueOn) })}`}
                </Text>
                {cycle.frequency === 'UNSPECIFIED' && (
                  <ToneBadge tone="soon">{t('lifecycle.draft.needsInterval')}</ToneBadge>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('lifecycle.draft.editCycle', { what: t(`commitments.kind.${cycle.kind}`) })}
                  onClick={() => setOpen({ kind: cycle.kind, cycle })}
                >
                  {t('ui.edit')}
                </Button>
                {isDraft(agreement) && <Delete cycle={cycle} />}
              </Group>
            ))}
          </>
        )}
      </Answered>
      <Group gap="xs">
        {KINDS.map((kind) => (
          <Button key={kind} size="xs" variant="default" onClick={() => setOpen({ kind })}>
            {t(`lifecycle.draft.addCycle.${kind}`)}
          </Button>
        ))}
      </Group>
      <Drawer
        opened={open !== null}
        onClose={close}
        position="right"
        size="xl"
        title={open === null ? '' : t(`commitments.kind.${open.kind}`)}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {open !== null && <CycleForm agreement={agreement} {...open} onDone={close} />}
      </Drawer>
    </Stack>
  );
}

/** Only before activation: later a cycle is changed, or ends with what amends it. */
function Delete({ cycle: { id, kind, version } }: { cycle: Cycle }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <Confirmed
      size="compact-sm"
      variant="subtle"
      label={t('lifecycle.draft.removeCycle')}
      aria-label={t('lifecycle.draft.removeCycleOf', { what: t(`commitments.kind.${kind}`) })}
      question={t('lifecycle.draft.removeCycleAsk', { what: t(`commitments.kind.${kind}`) })}
      onConfirm={async () => {
        await answer(api.DELETE('/api/v1/review-cycles/{id}', { params: { path: { id }, header: ifMatch(version) } }));
        tell(t('lifecycle.draft.cycleRemoved'));
        await client.invalidateQueries();
      }}
    />
  );
}

interface FormProps {
  agreement: Agreement;
  kind: Kind;
  cycle?: Cycle;
  onDone: () => void;
}

function CycleForm({ agreement, kind, cycle, onDone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const start = {
    ...(cycle ? intervalOf(cycle) : USUAL[kind]),
    countedFrom: cycle?.countedFrom ?? ('ANCHOR' as const),
    textAsWritten: cycle?.textAsWritten ?? '',
    hostId: cycle?.hostId ?? null,
  };
  const kept = useKept(`review-cycle.${cycle?.id ?? `new.${agreement.id}.${kind}`}`, start);
  const { value: typed, set: setTyped } = kept;
  const { hostId, textAsWritten, countedFrom, ...rest } = typed;
  const { window, ...said } = rest;
  const counts = hasDates(rest.frequency) && rest.frequency !== 'ONCE' && rest.frequency !== 'END_OF_TERM';
  // A window that follows the scheme is left to the register: years are counted from entry into force.
  const own = counts && countedFrom === 'LAST_HELD' ? ({ kind: 'ANCHOR' } as const) : window;
  const body = {
    ...said,
    ...(own.kind === 'SCHEME' ? {} : { window: own }),
    countedFrom: counts ? countedFrom : ('ANCHOR' as const),
    textAsWritten: textAsWritten.trim() || null,
    ...(hostId === null ? {} : { hostId }),
  };
  const save = useMutation({
    mutationFn: () =>
      cycle
        ? answer(
            api.PATCH('/api/v1/review-cycles/{id}', {
              params: { path: { id: cycle.id }, header: ifMatch(cycle.version) },
              body,
            }),
          )
        : answer(
            api.POST('/api/v1/agreements/{id}/review-cycles', {
              params: { path: { id: agreement.id } },
              body: { ...body, kind },
            }),
          ),
    onSuccess: async () => {
      kept.forget();
      tell(t('lifecycle.draft.cycleSaved'));
      await client.invalidateQueries();
      onDone();
    },
  });
  return (
    <Stack>
      <KeptNote from={kept.broughtBackFrom} onDrop={() => kept.forget(start)} />
      <IntervalFields
        value={rest}
        set={(change) => setTyped((was) => ({ ...was, ...change }))}
        sentence={textAsWritten}
        onSentence={(sentence, read) => setTyped((was) => ({ ...was, ...read, textAsWritten: sentence }))}
        presets={['unspecified']}
        dueLabel={t('commitments.form.heldBy')}
        problem={save.error instanceof Problem ? save.error : null}
      />
      <Group align="flex-start" gap="sm">
        <Select
          label={t('lifecycle.draft.host')}
          w={380}
          maw="100%"
          allowDeselect={false}
          data={[
            { value: '', label: t('lifecycle.draft.hostDefault') },
            ...signing(agreement).map(({ bodyId, name }) => ({ value: bodyId, label: name })),
          ]}
          value={hostId ?? ''}
          onChange={(id) => setTyped({ ...typed, hostId: id === '' ? null : id })}
        />
        {counts && (
          <Select
            label={t('lifecycle.draft.countedFrom')}
            w={300}
            maw="100%"
            allowDeselect={false}
            data={(['ANCHOR', 'LAST_HELD'] as const).map((each) => ({
              value: each,
              label: t(`lifecycle.draft.countedFroms.${each}`),
            }))}
            value={countedFrom}
            onChange={(from) => from && setTyped({ ...typed, countedFrom: from })}
          />
        )}
      </Group>
      <Foreseen agreementId={agreement.id} cycle={{ ...body, kind }} />
      <ProblemNote of={save.error} />
      <Group justify="flex-end">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('ui.save')}
        </Button>
      </Group>
    </Stack>
  );
}
