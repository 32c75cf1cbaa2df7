import { ActionIcon, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import type { DaySetting, YearSetting } from './calendar-windows.js';
import { ChangeEffect } from './change-effect.js';

export interface Draft {
  days: DaySetting[];
  years: YearSetting[];
}

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onApplied: () => void;
}

/** The changes that wait: first what they would move, then exactly that is applied. */
export function CalendarDraft({ draft, onChange, onApplied }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil, count } = useFormats();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const asked = JSON.stringify(draft);
  const preview = useMutation({
    mutationFn: async () => ({
      of: asked,
      shown: await answer(api.POST('/api/v1/calendar-changes/previews', { body: draft })),
    }),
  });
  const shown = preview.data?.of === asked ? preview.data.shown : null;
  const apply = useMutation({
    mutationFn: (token: string) =>
      answer(
        api.POST('/api/v1/calendar-changes', {
          body: { ...draft, token, reason: reason.trim() === '' ? null : reason },
        }),
      ),
    onSuccess: async ({ counts }) => {
      tell(t('regime.applied', { n: count(counts.moved) }));
      onApplied();
      await client.invalidateQueries();
    },
  });
  const lines = [
    ...draft.days.map((day) => ({
      key: day.date,
      of: civil(day.date),
      line: t('regime.pendingDay', {
        on: civil(day.date),
        kind: day.kind == null ? t('regime.ordinary') : `${t(`regime.dayKind.${day.kind}`)}, ${day.name ?? ''}`,
      }),
      rest: { ...draft, days: draft.days.filter(({ date }) => date !== day.date) },
    })),
    ...draft.years.map((year) => ({
      key: String(year.year),
      of: String(year.year),
      line: t('regime.pendingYear', {
        year: year.year,
        state: year.confirmed ? t('regime.yearIs') : t('regime.yearIsNot'),
      }),
      rest: { ...draft, years: draft.years.filter((other) => other.year !== year.year) },
    })),
  ];
  return (
    <Card withBorder component="section">
      <Stack>
        <Title order={2} size="h4">
          {t('regime.pending')}
        </Title>
        {lines.map(({ key, of, line, rest }) => (
          <Group key={key} gap="xs" wrap="nowrap">
            <ActionIcon
              variant="default"
              aria-label={t('regime.drop', { of })}
              onClick={() => {
                onChange(rest);
              }}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
            <Text>{line}</Text>
          </Group>
        ))}
        <ProblemNote of={preview.error ?? apply.error} />
        {shown !== null && <ChangeEffect preview={shown} />}
        {shown === null || apply.isError ? (
          <Group>
            <Button
              loading={preview.isPending}
              onClick={() => {
                apply.reset();
                preview.mutate();
              }}
            >
              {preview.data === undefined ? t('regime.preview') : t('regime.previewAgain')}
            </Button>
          </Group>
        ) : (
          <>
            <Textarea
              label={t('regime.reason')}
              description={t('regime.reasonHint')}
              autosize
              maxLength={2000}
              value={reason}
              onChange={({ currentTarget }) => {
                setReason(currentTarget.value);
              }}
            />
            <Group>
              <Button
                loading={apply.isPending}
                onClick={() => {
                  apply.mutate(shown.token);
                }}
              >
                {t('regime.apply')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Card>
  );
}
