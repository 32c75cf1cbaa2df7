import {
  Alert,
  Button,
  Checkbox,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Textarea,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { Page } from '../ui/page.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Recorded } from './body-event-recorded.js';
import { KINDS, START } from './body-event-typed.js';
import { BodyPicker } from './body-picker.js';
import { AddBody } from './body-windows.js';
import { SeveralBodies } from './several-bodies.js';

const route = getRouteApi('/inside/co-quan/$id/bien-dong');
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** Renamed, merged, split, dissolved, moved: what a decision made of a body. */
export default function BodyEventPage(): ReactNode {
  const { id } = route.useParams();
  const body = useQuery({
    queryKey: ['bodies', id],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id }, query: {} } })),
  });
  return <Answered of={body}>{(data) => <Form key={data.id} body={data} />}</Answered>;
}

function Form({ body }: { body: Schemas['BodyAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { say, civil } = useFormats();
  const client = useQueryClient();
  const { value, set, forget } = useKept(`body-event.${body.id}`, START);
  const [isSure, setSure] = useState(false);
  const [wantsSure, setWantsSure] = useState(false);
  const put = (part: Partial<typeof START>): void => {
    set((was) => ({ ...was, ...part }));
  };
  const name = say(body.nameVi, body.nameEn ?? body.nameVi);
  const { kind } = value;
  const ends = kind === 'MERGED' || kind === 'SPLIT' || kind === 'DISSOLVED';
  const send = useMutation({
    mutationFn: async () => {
      const event = await answer(
        api.POST('/api/v1/body-events', {
          body: {
            kind,
            effectiveOn: value.effectiveOn ?? '',
            basisNumber: orNull(value.basisNumber),
            basisDatedOn: value.basisDatedOn,
            basisIssuer: orNull(value.basisIssuer),
            basisTitle: orNull(value.basisTitle),
            note: orNull(value.note),
            predecessorIds: [body.id, ...(ends ? value.also.map(({ id }) => id) : [])],
            ...(ends ? { successorIds: value.successors.map(({ id }) => id) } : {}),
            ...(kind === 'RENAMED' ? { newNameVi: value.newNameVi, newNameEn: orNull(value.newNameEn) } : {}),
            ...(kind === 'TRANSFERRED' ? { newParentId: value.newParentId } : {}),
          },
        }),
      );
      forget(START);
      await client.invalidateQueries();
      return event;
    },
  });
  const at = (pointer: string): string | undefined => faultAt(send.error, pointer);
  const choose = async (list: 'also' | 'successors', id: string): Promise<void> => {
    const found = await client.query({
      queryKey: ['bodies', id],
      queryFn: () => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id }, query: {} } })),
    });
    const entry = { id, name: say(found.nameVi, found.nameEn ?? found.nameVi) };
    set((was) => ({ ...was, [list]: [...was[list].filter((one) => one.id !== id), entry] }));
  };
  const several = (list: 'also' | 'successors', label: string, hint: string, pointer: string): ReactNode => (
    <SeveralBodies
      label={label}
      hint={hint}
      error={at(pointer)}
      value={value[list]}
      onAdd={(id) => void choose(list, id)}
      onRemove={(id) => {
        put({ [list]: value[list].filter((one) => one.id !== id) });
      }}
    />
  );
  const text = (
    field: 'basisNumber' | 'basisIssuer' | 'basisTitle' | 'newNameVi' | 'newNameEn',
    max: number,
    required = false,
  ): ReactNode => (
    <TextInput
      label={t(`bodies.${field}`)}
      required={required}
      maxLength={max}
      value={value[field]}
      error={at(`/${field}`)}
      onChange={({ currentTarget }) => {
        put({ [field]: currentTarget.value });
      }}
    />
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setWantsSure(!isSure);
    if (isSure) send.mutate();
  };
  const trail = [
    { label: t('app.bodies'), to: '/co-quan' },
    { label: name, to: `/co-quan/${body.id}` },
  ];
  if (send.data !== undefined)
    return (
      <Page title={t('bodies.recorded')} trail={trail}>
        <Recorded event={send.data} bodyId={body.id} />
      </Page>
    );
  return (
    <Page title={t('bodies.recordTitle')} trail={trail}>
      <form onSubmit={submit}>
        <Stack maw={760}>
          <Text fw={600}>{name}</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('bodies.kindLabel')}
              required
              allowDeselect={false}
              data={KINDS.map((one) => ({ value: one, label: t(`bodies.kind.${one}`) }))}
              value={kind}
              onChange={(next) => {
                if (next !== null) put({ kind: next });
              }}
            />
            <CivilField
              label={t('bodies.effectiveOn')}
              description={t('bodies.effectiveHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              value={value.effectiveOn}
              error={at('/effectiveOn')}
              onChange={(effectiveOn) => {
                put({ effectiveOn });
              }}
            />
          </SimpleGrid>
          {kind === 'RENAMED' && (
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {text('newNameVi', 500, true)}
              {text('newNameEn', 500)}
            </SimpleGrid>
          )}
          {kind === 'TRANSFERRED' && (
            <BodyPicker
              label={t('bodies.newParent')}
              placeholder={t('bodies.parentNone')}
              value={value.newParentId}
              error={at('/newParentId')}
              onChange={(newParentId) => {
                put({ newParentId });
              }}
            />
          )}
          {ends && (
            <>
              {several('also', t('bodies.alsoGone'), t('bodies.alsoGoneHint', { name }), '/predecessorIds')}
              {several('successors', t('bodies.successors'), t(`bodies.successorsHint.${kind}`), '/successorIds')}
              <Group gap="xs">
                <Text size="sm">{t('bodies.newBody')}</Text>
                <AddBody parentId={body.parentId} onAdded={({ id }) => void choose('successors', id)} />
              </Group>
            </>
          )}
          <Stack component="fieldset" gap="xs" p={0} m={0} bd="none">
            <Title order={2} size="h5">
              {t('bodies.basis')}
            </Title>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {text('basisNumber', 200)}
              <CivilField
                label={t('bodies.basisDatedOn')}
                value={value.basisDatedOn}
                error={at('/basisDatedOn')}
                onChange={(basisDatedOn) => {
                  put({ basisDatedOn });
                }}
              />
            </SimpleGrid>
            {text('basisIssuer', 500)}
            {text('basisTitle', 2000)}
          </Stack>
          <Textarea
            label={t('bodies.note')}
            autosize
            minRows={2}
            maxLength={2000}
            value={value.note}
            error={at('/note')}
            onChange={({ currentTarget }) => {
              put({ note: currentTarget.value });
            }}
          />
          <Alert color="navy" variant="outline" title={t('bodies.consequence')}>
            {t(ends ? 'bodies.consequenceEnding' : 'bodies.consequenceKept', { on: civil(value.effectiveOn) })}
          </Alert>
          <Checkbox
            label={t('bodies.sure')}
            checked={isSure}
            error={wantsSure && !isSure ? t('bodies.sureNeeded') : undefined}
            onChange={({ currentTarget }) => {
              setSure(currentTarget.checked);
            }}
          />
          <ProblemNote of={send.error} />
          <Group>
            <Button type="submit" loading={send.isPending}>
              {t('bodies.record')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
