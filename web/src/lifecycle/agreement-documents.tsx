import { Anchor, Button, Checkbox, Group, Loader, Progress, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Suspense, lazy, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, upload, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useMay } from '../api/session.js';
import { CivilField } from '../ui/civil-field.js';
import { Confirmed } from '../ui/confirmed.js';
import { Empty } from '../ui/empty.js';
import { FileDrop } from '../ui/file-drop.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { useRefresh, type Agreement } from './agreement-record.js';

const Pdf = lazy(() => import('./agreement-pdf.js'));

type Document = Schemas['DocumentAnswer'];

const KINDS = ['SIGNED_TEXT', 'CARRIER', 'ANNEX', 'MINUTES', 'OTHER'] as const satisfies readonly Document['kind'][];
const PDF = 'application/pdf';

/** The papers of the agreement: read here, take away, add, delete. */
export default function Documents({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const mayRegister = useMay('agreements.register');
  const { documents, state } = agreement;
  const [open, setOpen] = useState(() => documents.find(({ mediaType }) => mediaType === PDF)?.id ?? null);
  const shown = documents.find(({ id }) => id === open);
  return (
    <Stack gap="md">
      {documents.length === 0 && <Empty title={t('lifecycle.agreement.documents.none')} />}
      <ul className="clauses" aria-label={t('lifecycle.agreement.tabs.documents')}>
        {documents.map((document) => (
          <li key={document.id} className="agreement-part">
            <DocumentRow
              document={document}
              stays={state !== 'draft' && document.kind === 'SIGNED_TEXT'}
              isOpen={document.id === open}
              onView={() => setOpen(document.id)}
            />
          </li>
        ))}
      </ul>
      {mayRegister && <NewDocument id={agreement.id} />}
      {shown !== undefined && (
        <Suspense fallback={<Loader aria-label={t('ui.loading')} />}>
          <Pdf key={shown.id} id={shown.id} name={shown.name} />
        </Suspense>
      )}
    </Stack>
  );
}

interface RowProps {
  document: Document;
  /** The signed text of an agreement is never deleted. */
  stays: boolean;
  isOpen: boolean;
  onView: () => void;
}

function DocumentRow({ document, stays, isOpen, onView }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { civil, size, instant } = useFormats();
  const mayRegister = useMay('agreements.register');
  const refresh = useRefresh();
  const { id, name } = document;
  const remove = async (): Promise<void> => {
    await answer(api.DELETE('/api/v1/documents/{id}', { params: { path: { id } } }));
    await refresh();
    tell(t('lifecycle.agreement.documents.removed', { name }));
  };
  const about = [
    t(`agreements.documentKind.${document.kind}`),
    document.datedOn === null ? '' : civil(document.datedOn),
    size(document.size),
    t('lifecycle.agreement.documents.added', { at: instant(document.addedAt) }),
    stays && t('lifecycle.agreement.documents.stays'),
  ];
  return (
    <Group justify="space-between" gap="xs">
      <div style={{ minWidth: 0, flex: '1 1 240px' }}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {about.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap="xs">
        {document.mediaType === PDF && (
          <Button
            size="xs"
            variant={isOpen ? 'light' : 'default'}
            aria-pressed={isOpen}
            leftSection={<IconEye size={16} aria-hidden />}
            aria-label={t('lifecycle.agreement.documents.viewOf', { name })}
            onClick={onView}
          >
            {t('lifecycle.agreement.documents.view')}
          </Button>
        )}
        <Anchor
          href={`/api/v1/documents/${id}/content`}
          download={name}
          size="sm"
          aria-label={t('lifecycle.agreement.documents.downloadOf', { name })}
        >
          <Group gap={4} wrap="nowrap">
            <IconDownload size={16} aria-hidden />
            {t('ui.download')}
          </Group>
        </Anchor>
        {mayRegister && !stays && (
          <Confirmed
            size="xs"
            label={t('lifecycle.agreement.documents.remove')}
            aria-label={t('lifecycle.agreement.documents.removeOf', { name })}
            question={t('lifecycle.agreement.documents.removeQuestion', { name })}
            onConfirm={remove}
          />
        )}
      </Group>
    </Group>
  );
}

const EMPTY = { kind: 'SIGNED_TEXT' as Document['kind'], name: '', datedOn: null as string | null, isConfirmed: false };

function NewDocument({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const { size, percent } = useFormats();
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [about, setAbout] = useState(EMPTY);
  const [part, setPart] = useState(0);
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const form = new FormData();
      form.set('noSecretConfirmed', 'true');
      form.set('kind', about.kind);
      form.set('name', about.name.trim() === '' ? chosen.name : about.name.trim());
      if (about.datedOn !== null) form.set('datedOn', about.datedOn);
      form.set('file', chosen);
      return upload(`/api/v1/agreements/${id}/documents`, form, { onProgress: setPart });
    },
    onSuccess: async (_, chosen) => {
      await refresh();
      tell(t('lifecycle.agreement.documents.sent', { name: about.name || chosen.name }));
      setFile(null);
      setAbout(EMPTY);
    },
    onSettled: () => setPart(0),
  });
  const problem = send.error instanceof Problem ? send.error : null;
  return (
    <form
      className="agreement-part no-print"
      aria-label={t('lifecycle.agreement.documents.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) send.mutate(file);
      }}
    >
      <h2>{t('lifecycle.agreement.documents.add')}</h2>
      <Stack gap="sm">
        <FileDrop withCamera onFiles={([first]) => setFile(first ?? null)} />
        <Text size="sm" c="dimmed" role="status">
          {file === null
            ? t('lifecycle.agreement.documents.accept')
            : t('lifecycle.agreement.documents.chosen', { name: file.name, size: size(file.size) })}
        </Text>
        {file !== null && (
          <>
            <Group gap="sm" grow preventGrowOverflow={false}>
              <Select
                label={t('lifecycle.agreement.documents.kind')}
                allowDeselect={false}
                data={KINDS.map((kind) => ({ value: kind, label: t(`agreements.documentKind.${kind}`) }))}
                value={about.kind}
                error={problem?.at('/kind')}
                onChange={(kind) => setAbout({ ...about, kind: kind ?? 'OTHER' })}
              />
              <TextInput
                label={t('lifecycle.agreement.documents.name')}
                placeholder={file.name}
                maxLength={200}
                value={about.name}
                error={problem?.at('/name')}
                onChange={({ currentTarget }) => setAbout({ ...about, name: currentTarget.value })}
              />
              <CivilField
                label={t('lifecycle.agreement.documents.datedOn')}
                value={about.datedOn}
                error={problem?.at('/datedOn')}
                onChange={(datedOn) => setAbout({ ...about, datedOn })}
              />
            </Group>
            <Checkbox
              label={t('ui.noSecret')}
              required
              checked={about.isConfirmed}
              onChange={({ currentTarget }) => setAbout({ ...about, isConfirmed: currentTarget.checked })}
            />
            {send.isPending && <Progress value={part * 100} aria-label={t('ui.uploading', { part: percent(part) })} />}
            <ProblemNote of={send.error} />
            <Group>
              <Button type="submit" loading={send.isPending} disabled={!about.isConfirmed}>
                {t('lifecycle.agreement.documents.send')}
              </Button>
              {!about.isConfirmed && <Text size="sm">{t('lifecycle.agreement.documents.mustConfirm')}</Text>}
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}
