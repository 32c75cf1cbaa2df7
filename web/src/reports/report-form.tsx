import { Alert, Card, Checkbox, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { TEXTS, contentOf, isUnnamed, startOf, type Content } from './content.js';
import { Conflict } from './conflict.js';
import { useDraft, type Draft } from './draft.js';
import { EvidenceField } from './evidence-field.js';
import { FiguresField } from './figures-field.js';
import { commitmentQuery, lastFiling, lastReportQuery, useReportChanged, type Report } from './report.queries.js';
import { SavedNote } from './saved-note.js';
import { SendButton } from './send-button.js';

interface Props {
  report: Report;
  takesPaper: boolean;
}

/** The form of a report; it starts from what was returned, else from the figures of the last period. */
export function ReportForm({ report, takesPaper }: Props): ReactNode {
  const { t } = useTranslation();
  const returned = lastFiling(report);
  const begun = report.submissions.some(({ state }) => state === 'draft') || returned !== null;
  const last = useQuery({ ...lastReportQuery(report), enabled: !begun });
  const commitment = useQuery({ ...commitmentQuery(report.commitmentId), enabled: !begun });
  if (!begun && (last.isPending || commitment.isPending)) return <Answered of={last}>{() => null}</Answered>;
  const before = last.data ? lastFiling(last.data) : null;
  const start =
    returned === null
      ? startOf(before, commitment.data?.target ?? null, (unit) => t('reports.form.targetLabel', { unit }))
      : { ...contentOf(returned), channel: 'ELECTRONIC' as const, receivedOn: null };
  const hint =
    returned !== null ? t('reports.form.fromReturned') : before?.figures.length ? t('reports.form.fromLast') : null;
  return <Fields report={report} takesPaper={takesPaper} start={start} hint={hint} />;
}

function Fields({ report, takesPaper, start, hint }: Props & { start: Content; hint: string | null }): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const draft = useDraft(report, start);
  const { content, edit } = draft;
  const open = report.submissions.find(({ state }) => state === 'draft') ?? null;
  const [waiting, setWaiting] = useState(0);
  const [sentOn, setSentOn] = useState<string | null>(null);
  const isPaper = content.channel === 'PAPER';
  return (
    <Card withBorder component="section" aria-labelledby="writing">
      <Stack>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4" id="writing">
            {t('reports.form.title')}
          </Title>
          <SavedNote draft={draft} />
        </Group>
        {draft.broughtBackFrom !== null && draft.conflict === null && (
          <Alert variant="outline" color="navy" role="status">
            {t('ui.keptBack', { at: instant(draft.broughtBackFrom) })}
          </Alert>
        )}
        {draft.conflict !== null && <Conflict draft={draft} theirs={draft.conflict} />}
        {hint !== null && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {takesPaper && <Arrival content={content} edit={edit} sentOn={sentOn} onSentOn={setSentOn} />}
        <Checkbox
          label={t('reports.form.nothing')}
          description={t('reports.form.nothingHint')}
          checked={content.nothingToReport}
          onChange={(event) => edit({ nothingToReport: event.currentTarget.checked })}
        />
        {!content.nothingToReport && (
          <section aria-labelledby="figures">
            <Title order={3} size="h5" id="figures" mb={6}>
              {t('reports.form.figures')}
            </Title>
            <FiguresField figures={content.figures} onChange={(figures) => edit({ figures })} />
          </section>
        )}
        {TEXTS.filter((name) => !content.nothingToReport || name !== 'done' || content.done !== '').map((name) => (
          <Textarea
            key={name}
            label={t(`reports.form.${name}`)}
            {...(name === 'done' ? { description: t('reports.form.doneHint') } : {})}
            autosize
            minRows={name === 'done' ? 5 : 2}
            maxRows={24}
            maxLength={100_000}
            value={content[name]}
            onChange={(event) => edit({ [name]: event.currentTarget.value })}
          />
        ))}
        <section aria-labelledby="evidence">
          <Title order={3} size="h5" id="evidence" mb={6}>
            {t('reports.evidence.title')}
          </Title>
          <EvidenceField draft={open} begin={draft.flush} onWaiting={setWaiting} />
        </section>
        <ProblemNote of={draft.refused} />
        {waiting > 0 && (
          <Text role="status" className="tone tone-soon">
            {t('reports.evidence.waiting', { count: waiting })}
          </Text>
        )}
        <Group className="report-send" justify="space-between" gap="xs">
          <SendButton
            report={report}
            draft={draft}
            evidence={open?.evidence.length ?? 0}
            arrival={isPaper ? { receivedOn: content.receivedOn, sentOn } : null}
            isHeld={content.figures.some(isUnnamed) || draft.conflict !== null || waiting > 0}
          />
          {open !== null && <Discard id={open.id} draft={draft} />}
        </Group>
      </Stack>
    </Card>
  );
}

interface ArrivalProps {
  content: Content;
  edit: Draft['edit'];
  sentOn: string | null;
  onSentOn: (day: string | null) => void;
}

/** Only office staff: a paper report has days of its own. */
function Arrival({ content, edit, sentOn, onSentOn }: ArrivalProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('reports.form.channel')}
        value={content.channel}
        data={(['ELECTRONIC', 'PAPER'] as const).map((value) => ({ value, label: t(`reports.form.${value}`) }))}
        onChange={(channel) => edit({ channel, ...(channel === 'ELECTRONIC' ? { receivedOn: null } : {}) })}
      />
      {content.channel === 'PAPER' && (
        <>
          <Group>
            <CivilField
              label={t('reports.form.receivedOn')}
              maxDate={today()}
              value={content.receivedOn}
              onChange={(receivedOn) => edit({ receivedOn })}
            />
            <CivilField label={t('reports.form.sentOn')} maxDate={today()} value={sentOn} onChange={onSentOn} />
          </Group>
          <Text size="sm" c="dimmed">
            {t('reports.form.paperHint')}
          </Text>
        </>
      )}
    </Stack>
  );
}

interface DiscardProps {
  id: string;
  draft: Draft;
}

function Discard({ id, draft }: DiscardProps): ReactNode {
  const { t } = useTranslation();
  const changed = useReportChanged();
  const discard = useMutation({
    mutationFn: async () => {
      const { version } = await draft.flush();
      await answer(api.DELETE('/api/v1/submissions/{id}', { params: { path: { id } }, headers: ifMatch(version) }));
      draft.close();
      await changed();
      tell(t('reports.form.discarded'));
    },
  });
  return (
    <Confirmed
      label={t('reports.form.discard')}
      variant="subtle"
      question={t('reports.form.discardQuestion')}
      onConfirm={() => discard.mutateAsync()}
    />
  );
}
