import { Button, Checkbox, Group, Select, Stack, Text, TextInput, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { Page } from '../ui/page.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { ChangeEffect } from './change-effect.js';
import { DueFields, WindowFields } from './scheme-fields.js';
import { PERIOD_TYPES, type PeriodType } from './scheme-words.js';

const ROLLS = ['NEXT', 'PREVIOUS', 'NONE'] as const;

type Typed = Required<Schemas['NewScheme']>;
type Scheme = Schemas['SchemeAnswer'];

const EMPTY: Typed = {
  code: '',
  nameVi: '',
  nameEn: '',
  basis: null,
  roll: 'NEXT',
  beforeCountsDay: false,
  windows: {},
  dues: {},
};

const typedOf = ({ code, nameVi, nameEn, basis, roll, beforeCountsDay, windows, dues }: Scheme): Typed => ({
  ...{ code, nameVi, nameEn, basis, roll, beforeCountsDay, windows, dues },
});

/** The same but for one kind of period. */
function without<T extends object>(all: T, type: PeriodType): Omit<T, PeriodType> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== type)) as Omit<T, PeriodType>;
}

/** A scheme of the office's own: a new one, or (with an id) the change of one, shown before it is made. */
export default function SchemeDraftPage(): ReactNode {
  const { id } = useParams({ strict: false });
  const schemes = useQuery({
    queryKey: ['schemes'],
    queryFn: () => answer(api.GET('/api/v1/reporting-schemes', { params: { query: { limit: 200 } } })),
  });
  return (
    <Answered of={schemes}>
      {({ items }) => <Draft key={id ?? ''} all={items} scheme={items.find((one) => one.id === id) ?? null} />}
    </Answered>
  );
}

function Draft({ all, scheme }: { all: readonly Scheme[]; scheme: Scheme | null }): ReactNode {
  const { t } = useTranslation();
  const { say, count } = useFormats();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { value, set, forget } = useKept<Typed>(
    `scheme.${scheme?.id ?? 'new'}`,
    scheme === null ? EMPTY : typedOf(scheme),
  );
  const [reason, setReason] = useState('');
  const put = (part: Partial<Typed>): void => {
    set((was) => ({ ...was, ...part }));
  };
  const { code, ...change } = value;
  const asked = JSON.stringify(change);
  const leave = async (id: string): Promise<void> => {
    forget();
    await client.invalidateQueries();
    await navigate({ to: '/che-do-bao-cao/$id', params: { id } });
  };
  const path = { path: { id: scheme?.id ?? '' } };
  /** A new scheme is added at once; the change of one is first shown. */
  const send = useMutation({
    mutationFn: async () => {
      if (scheme !== null) {
        const params = path;
        return {
          of: asked,
          shown: await answer(api.POST('/api/v1/reporting-schemes/{id}/previews', { params, body: change })),
        };
      }
      const added = await answer(api.POST('/api/v1/reporting-schemes', { body: { code, ...change } }));
      tell(t('regime.added', { name: say(added.nameVi, added.nameEn) }));
      await leave(added.id);
      return null;
    },
  });
  const shown = send.data?.of === asked ? send.data.shown : null;
  const apply = useMutation({
    mutationFn: (token: string) =>
      answer(
        api.POST('/api/v1/reporting-schemes/{id}/revisions', {
          params: path,
          body: { ...change, token, reason: reason.trim() === '' ? null : reason },
        }),
      ),
    onSuccess: async ({ counts, scheme: { id } }) => {
      tell(t('regime.applied', { n: count(counts.moved) }));
      await leave(id);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    apply.reset();
    send.mutate();
  };
  const text = (field: 'code' | 'nameVi' | 'nameEn', label: string): ReactNode => (
    <TextInput
      label={label}
      required
      maxLength={field === 'code' ? 50 : 200}
      value={value[field]}
      error={faultAt(send.error, `/${field}`)}
      onChange={({ currentTarget }) => {
        put({ [field]: currentTarget.value });
      }}
    />
  );
  return (
    <Page
      title={scheme === null ? t('regime.addScheme') : t('regime.changeScheme')}
      trail={[
        { label: t('app.schemes'), to: '/che-do-bao-cao' },
        ...(scheme === null ? [] : [{ label: say(scheme.nameVi, scheme.nameEn), to: `/che-do-bao-cao/${scheme.id}` }]),
      ]}
    >
      <form onSubmit={submit}>
        <Stack maw={980}>
          {scheme === null && (
            <Select
              label={t('regime.basedOn')}
              placeholder={t('regime.basedOnNone')}
              data={all.map((one) => ({ value: one.id, label: say(one.nameVi, one.nameEn) }))}
              onChange={(id) => {
                const origin = all.find((one) => one.id === id);
                if (origin) put({ ...typedOf(origin), code: value.code, nameVi: value.nameVi, nameEn: value.nameEn });
              }}
            />
          )}
          {scheme === null && text('code', t('regime.schemeCode'))}
          {text('nameVi', t('regime.nameVi'))}
          {text('nameEn', t('regime.nameEn'))}
          <TextInput
            label={t('regime.basis')}
            value={value.basis ?? ''}
            error={faultAt(send.error, '/basis')}
            onChange={({ currentTarget }) => {
              const typed = currentTarget.value;
              put({ basis: typed.trim() === '' ? null : typed });
            }}
          />
          <Select
            label={t('regime.rollLabel')}
            allowDeselect={false}
            data={ROLLS.map((roll) => ({ value: roll, label: t(`regime.roll.${roll}`) }))}
            value={value.roll}
            onChange={(roll) => {
              if (roll !== null) put({ roll });
            }}
          />
          <Checkbox
            label={t('regime.beforeCounts')}
            description={t('regime.beforeCountsHint')}
            checked={value.beforeCountsDay}
            onChange={({ currentTarget }) => {
              put({ beforeCountsDay: currentTarget.checked });
            }}
          />
          {PERIOD_TYPES.map((type) => (
            <Stack key={type} component="section" gap="xs">
              <Title order={2} size="h5">
                {t(`regime.periodType.${type}`)}
              </Title>
              <WindowFields
                type={type}
                value={value.windows[type]}
                onChange={(cutoff) => {
                  const others = without(value.windows, type);
                  put({ windows: cutoff === undefined ? others : { ...others, [type]: cutoff } });
                }}
              />
              <DueFields
                type={type}
                value={value.dues[type] ?? []}
                onChange={(tiers) => {
                  const others = without(value.dues, type);
                  put({ dues: tiers.length === 0 ? others : { ...others, [type]: tiers } });
                }}
              />
            </Stack>
          ))}
          <ProblemNote of={send.error ?? apply.error} />
          {shown !== null && <ChangeEffect preview={shown} />}
          {shown !== null && !apply.isError && (
            <Textarea
              label={t('regime.reason')}
              description={t('regime.reasonHint')}
              maxLength={2000}
              value={reason}
              onChange={({ currentTarget }) => {
                setReason(currentTarget.value);
              }}
            />
          )}
          <Group>
            {shown === null || apply.isError ? (
              <Button type="submit" loading={send.isPending}>
                {scheme === null ? t('regime.addScheme') : t('regime.preview')}
              </Button>
            ) : (
              <Button
                loading={apply.isPending}
                onClick={() => {
                  apply.mutate(shown.token);
                }}
              >
                {t('regime.apply')}
              </Button>
            )}
          </Group>
          {scheme !== null && <Text size="sm">{t('regime.schemesIntro')}</Text>}
        </Stack>
      </form>
    </Page>
  );
}
