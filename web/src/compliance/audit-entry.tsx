import { Drawer, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { changesOf } from '../history/changes.js';
import { ChangesTable } from '../history/changes-table.js';
import { RecordLink } from '../history/record-link.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';

type Entry = Schemas['AuditEntryAnswer'];

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
  const subject = entry.records.find(({ id }) => id === entry.subjectId);
  const agreement = entry.records.find(({ id }) => id === entry.agreementId);
  return (
    <Stack>
      <Facts
        rows={[
          [t('compliance.audit.at'), instant(entry.at)],
          [t('compliance.audit.who'), entry.actor.name],
          [t('compliance.audit.subject'), subject && <RecordLink key="subject" record={subject} />],
          [
            t('compliance.audit.agreement'),
            agreement && agreement !== subject ? <RecordLink key="agreement" record={agreement} /> : null,
          ],
          [t('compliance.audit.where'), <Where key="where" entry={entry} />],
          [t('compliance.audit.seq'), entry.seq === null ? t('compliance.audit.unlinked') : count(entry.seq)],
          [t('compliance.audit.hash'), entry.hash],
          [t('compliance.audit.request'), entry.requestId],
        ]}
      />
      <ChangesTable what={entry.what} changes={changesOf(entry.before, entry.after)} records={entry.records} />
      <Group>
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
