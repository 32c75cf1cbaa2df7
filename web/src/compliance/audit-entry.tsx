import { Drawer, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { ChangesTable, changesOf } from './audit-changes.js';

type Entry = Schemas['AuditEntryAnswer'];

/** Nouns whose records have a page of their own. */
const PAGES = {
  agreement: '/van-ban/$id',
  occurrence: '/bao-cao/$id',
  review: '/so-ket/$id',
  body: '/co-quan/$id',
  member: '/thanh-vien/$id',
} as const;

function pageOf(what: string): (typeof PAGES)[keyof typeof PAGES] | null {
  const noun = what.split('.')[0] ?? '';
  return noun in PAGES ? PAGES[noun as keyof typeof PAGES] : null;
}

/** One entry whole: who, from where, before and after, its place in the chain. */
export function AuditEntry({ entry, onClose }: { entry: Entry | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  return (
    <Drawer
      opened={entry !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={entry === null ? '' : say(entry.whatVi, entry.whatEn)}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {entry !== null && <Whole entry={entry} />}
    </Drawer>
  );
}

function Whole({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const { instant, count } = useFormats();
  const page = pageOf(entry.what);
  return (
    <Stack>
      <Facts
        rows={[
          [t('compliance.audit.at'), instant(entry.at)],
          [t('compliance.audit.who'), entry.actor.name],
          [t('compliance.audit.where'), <Where key="where" entry={entry} />],
          [t('compliance.audit.seq'), entry.seq === null ? t('compliance.audit.unlinked') : count(entry.seq)],
          [t('compliance.audit.hash'), entry.hash],
          [t('compliance.audit.request'), entry.requestId],
        ]}
      />
      <ChangesTable changes={changesOf(entry.before, entry.after)} />
      <Group>
        {page !== null && (
          <TextLink to={page} params={{ id: entry.subjectId }}>
            {t('compliance.audit.record')}
          </TextLink>
        )}
        {entry.agreementId !== null && page !== PAGES.agreement && (
          <TextLink to="/van-ban/$id" params={{ id: entry.agreementId }}>
            {t('compliance.audit.agreement')}
          </TextLink>
        )}
        <TextLink to="/nhat-ky" search={{ 'ban-ghi': entry.subjectId }}>
          {t('compliance.audit.only')}
        </TextLink>
      </Group>
    </Stack>
  );
}

/** The address of the machine and what was shown at the door. */
export function Where({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  if (entry.from === null) return t('compliance.audit.house');
  return (
    <div>
      {entry.from}
      {entry.by !== null && (
        <Text span size="sm" c="dimmed" display="block">
          {t(`compliance.audit.by.${entry.by}`)}
        </Text>
      )}
    </div>
  );
}
