import { Button, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementPicker } from '../agreements/agreement-picker.js';
import { answer, api, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { KeptNote } from '../ui/kept-note.js';
import { Heirs } from './successions-heirs.js';
import {
  useSuccessionChanged,
  type Awaiting,
  type SuccessionAnswer,
  type SuccessionKind,
} from './successions.queries.js';

const KINDS = ['CONTINUED_BY', 'REPLACED_BY', 'TERMINATED', 'SUSPENDED'] as const;

interface Typed {
  decision: SuccessionKind | null;
  commitmentId: string | null;
  heirs: { bodyId: string; name: string }[];
  from: string | null;
  basis: string;
  note: string;
  replacedBy: string | null;
}

export type About = Pick<Awaiting, 'agreementId' | 'bodyId' | 'bodyName' | 'commitments' | 'proposed'> & {
  /** The first day a decision can begin on. */
  earliest: string;
};

interface Props {
  about: About;
  onDecided: (answered: SuccessionAnswer) => void;
  onClose: () => void;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function bodyOf(typed: Typed, decision: SuccessionKind, bodyId: string): Schemas['NewSuccession'] {
  return {
    bodyId,
    commitmentId: typed.commitmentId,
    decision,
    successorIds: decision === 'CONTINUED_BY' ? typed.heirs.map((heir) => heir.bodyId) : [],
    from: typed.from ?? '',
    basis: orNull(typed.basis),
    note: orNull(typed.note),
    replacedByAgreementId: decision === 'REPLACED_BY' ? typed.replacedBy : null,
  };
}

/** Who takes the place of a body that is gone, from which day and by what paper. */
export function SuccessionForm({ about, onDecided, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const changed = useSuccessionChanged();
  const { agreementId, bodyId, bodyName, commitments, proposed, earliest } = about;
  const start: Typed = {
    decision: proposed.length > 0 ? 'CONTINUED_BY' : null,
    commitmentId: null,
    heirs: proposed,
    from: earliest,
    basis: '',
    note: '',
    replacedBy: null,
  };
  const kept = useKept<Typed>(`succession.${agreementId}.${bodyId}`, start);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { value: typed } = kept;
  const { decision, commitmentId, heirs, from } = typed;
  const put = (part: Partial<Typed>): void => {
    kept.set((was) => ({ ...was, ...part }));
  };
  const send = useMutation({
    mutationFn: (kind: SuccessionKind) =>
      answer(
        api.POST('/api/v1/agreements/{id}/successions', {
          params: { path: { id: agreementId } },
          body: bodyOf(typed, kind, bodyId),
        }),
      ),
    onError: (error) => {
      setProblem(error instanceof Problem ? error : null);
    },
    onSuccess: async (answered) => {
      kept.forget();
      onDecided(answered);
      await changed();
    },
  });
  const isComplete =
    decision !== null &&
    from !== null &&
    (decision !== 'CONTINUED_BY' || heirs.length > 0) &&
    (decision !== 'REPLACED_BY' || typed.replacedBy !== null);
  const scope = commitments.find((one) => one.commitmentId === commitmentId)?.title;
  return (
    <Stack gap="sm">
      <KeptNote from={kept.broughtBackFrom} onDrop={() => kept.forget(start)} />
      {commitments.length > 0 && (
        <Select
          label={t('lifecycle.succession.scope')}
          data={[
            { value: 'all', label: t('lifecycle.succession.scopeAll') },
            ...commitments.map((one) => ({ value: one.commitmentId, label: one.title })),
          ]}
          allowDeselect={false}
          value={commitmentId ?? 'all'}
          onChange={(value) => put({ commitmentId: value === 'all' ? null : value })}
          error={problem?.at('/commitmentId')}
        />
      )}
      <Radio.Group
        label={t('lifecycle.succession.ask', { body: bodyName })}
        value={decision}
        onChange={(chosen) => put({ decision: KINDS.find((one) => one === chosen) ?? null })}
      >
        <Stack gap="xs" mt="xs">
          {KINDS.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`lifecycle.succession.kind.${kind}`)}
              description={t(`lifecycle.succession.means.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {decision === 'CONTINUED_BY' && (
        <Heirs
          proposed={proposed}
          heirs={heirs}
          on={from ?? earliest}
          onChange={(next) => put({ heirs: next })}
          error={problem?.at('/successorIds') ?? problem?.at('/successorIds/0')}
        />
      )}
      {decision === 'REPLACED_BY' && (
        <AgreementPicker
          label={t('lifecycle.succession.replacedBy')}
          required
          value={typed.replacedBy}
          onChange={(replacedBy) => put({ replacedBy })}
          error={problem?.at('/replacedByAgreementId')}
        />
      )}
      <Group align="flex-start" gap="sm">
        <CivilField
          label={t('lifecycle.succession.from')}
          required
          minDate={earliest}
          value={from}
          onChange={(day) => put({ from: day })}
          error={problem?.at('/from')}
          w={180}
        />
        <TextInput
          label={`${t('lifecycle.succession.basis')} (${t('ui.optional')})`}
          placeholder={t('lifecycle.succession.basisHint')}
          maxLength={2000}
          value={typed.basis}
          onChange={(event) => put({ basis: event.currentTarget.value })}
          error={problem?.at('/basis')}
          flex="1 1 260px"
        />
      </Group>
      <Textarea
        label={`${t('lifecycle.succession.note')} (${t('ui.optional')})`}
        autosize
        minRows={2}
        maxLength={5000}
        value={typed.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
      <Group>
        {decision === null || !isComplete ? (
          <Button disabled>{t('lifecycle.succession.save')}</Button>
        ) : (
          <Confirmed
            variant="filled"
            label={t('lifecycle.succession.save')}
            confirmLabel={t('lifecycle.succession.sure')}
            question={
              <>
                <p>
                  <strong>{scope ?? t('lifecycle.succession.scopeAll')}</strong>
                </p>
                <p>
                  {t(
                    commitmentId === null
                      ? `lifecycle.succession.will.${decision}`
                      : `lifecycle.succession.willOne.${decision}`,
                    { body: bodyName, heirs: heirs.map(({ name }) => name).join('; '), from: civil(from) },
                  )}
                </p>
              </>
            }
            onConfirm={() => send.mutateAsync(decision)}
          />
        )}
        <Button variant="default" onClick={onClose}>
          {t('ui.close')}
        </Button>
      </Group>
    </Stack>
  );
}
