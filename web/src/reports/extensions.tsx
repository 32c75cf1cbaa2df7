import { Button, Card, Group, Modal, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarPlus, IconCheck, IconHourglass, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { daysAfter, today } from '../ui/today.js';
import { ToneBadge } from '../ui/tone.js';
import { ExtensionDecision } from './extension-decision.js';
import { useReportChanged, type Report } from './report.queries.js';

type Extension = Schemas['ExtensionAnswer'];

const LOOK = {
  asked: ['soon', IconHourglass],
  granted: ['good', IconCheck],
  refused: ['danger', IconX],
} as const;

interface Props {
  report: Report;
  mayAsk: boolean;
  mayDecide: boolean;
}

/** Later dates: what was asked and answered, the asking, and the deciding. */
export function Extensions({ report, mayAsk, mayDecide }: Props): ReactNode {
  const { t } = useTranslation();
  const { extensions, state } = report;
  const isOwed = state === 'due' || state === 'returned';
  const isAsked = extensions.some((one) => one.state === 'asked');
  const isAskable = mayAsk && isOwed && !isAsked;
  if (extensions.length === 0 && !isAskable) return null;
  return (
    <Card withBorder component="section" aria-labelledby="extension">
      <Stack gap="sm">
        <Title order={2} size="h4" id="extension">
          {t('reports.extension.title')}
        </Title>
        {extensions.map((extension) => (
          <Told key={extension.id} extension={extension}>
            {mayDecide && extension.state === 'asked' && <ExtensionDecision extension={extension} />}
          </Told>
        ))}
        {isAskable && <Ask report={report} />}
      </Stack>
    </Card>
  );
}

function Told({ extension, children }: { extension: Extension; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const [tone, Icon] = LOOK[extension.state];
  const { askedBy, askedOn, askedTo, reason, decidedBy, decidedOn, grantedTo, decisionNote, document } = extension;
  return (
    <Stack gap={4}>
      <div>
        <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
          {t(`reports.extension.state.${extension.state}`)}
        </ToneBadge>
      </div>
      <Text>{t('reports.extension.asked', { who: askedBy, on: civil(askedOn), to: civil(askedTo) })}</Text>
      <p className="report-text">{`${t('reports.extension.reason')}: ${reason}`}</p>
      {extension.state === 'granted' && (
        <Text fw={600}>
          {t('reports.extension.granted', { who: decidedBy ?? '–', on: civil(decidedOn), to: civil(grantedTo) })}
        </Text>
      )}
      {extension.state === 'refused' && (
        <Text fw={600}>{t('reports.extension.refused', { who: decidedBy ?? '–', on: civil(decidedOn) })}</Text>
      )}
      {decisionNote !== null && <p className="report-text">{`${t('reports.extension.note')}: ${decisionNote}`}</p>}
      {document !== null && <Text size="sm">{`${t('reports.extension.document')}: ${document}`}</Text>}
      {extension.warnings.map((warning) => (
        <Text key={warning} size="sm" c="dimmed">
          {warning === 'not-a-working-day' || warning === 'calendar-unconfirmed'
            ? t(`reports.extension.warning.${warning}`)
            : warning}
        </Text>
      ))}
      {children}
    </Stack>
  );
}

function Ask({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const changed = useReportChanged();
  const [isOpen, { open, close }] = useDisclosure(false);
  const last = report.agreedDueOn ?? report.dueOn;
  const earliest = last < today() ? today() : daysAfter(last, 1);
  const [to, setTo] = useState<string | null>(null);
  const reason = useKept(`extension.${report.id}`, '');
  const ask = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/occurrences/{id}/extensions', {
          params: { path: { id: report.id } },
          body: { to: to ?? '', reason: reason.value },
        }),
      ),
    onSuccess: async () => {
      reason.forget('');
      close();
      tell(t('reports.extension.sent'));
      await changed();
    },
  });
  const problem = ask.error instanceof Problem ? ask.error : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <div>
      <Button variant="default" leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={open}>
        {t('reports.extension.ask')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('reports.extension.askTitle')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <form onSubmit={submit}>
          <Stack>
            <CivilField
              label={t('reports.extension.to')}
              required
              minDate={earliest}
              value={to}
              onChange={setTo}
              error={problem?.at('/to')}
            />
            <Textarea
              label={t('reports.extension.reason')}
              required
              autosize
              minRows={3}
              maxLength={2000}
              value={reason.value}
              onChange={(event) => reason.set(event.currentTarget.value)}
              error={problem?.at('/reason')}
            />
            <ProblemNote of={ask.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('ui.cancel')}
              </Button>
              <Button type="submit" loading={ask.isPending}>
                {t('reports.extension.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </div>
  );
}
