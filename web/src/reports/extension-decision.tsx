import { Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { CivilField } from '../ui/civil-field.js';
import { ReasonWindow } from './reason-window.js';

/** Grants the day asked for, or another; or refuses, with the reason. */
export function ExtensionDecision({ extension }: { extension: Schemas['ExtensionAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { id, version, askedTo } = extension;
  const [to, setTo] = useState<string | null>(askedTo);
  const [document, setDocument] = useState('');
  const asked = { params: { path: { id } }, headers: ifMatch(version) };
  return (
    <Group gap="xs">
      <ReasonWindow
        name={`grant.${id}`}
        open={t('reports.extension.grant')}
        title={t('reports.extension.grant')}
        label={t('reports.extension.note')}
        confirm={t('reports.extension.grant')}
        done={t('reports.extension.grantDone')}
        button={{ variant: 'filled' }}
        send={(note) =>
          answer(
            api.POST('/api/v1/extensions/{id}/grant', {
              ...asked,
              body: { to, note: note === '' ? null : note, document: document.trim() === '' ? null : document.trim() },
            }),
          )
        }
      >
        <CivilField label={t('reports.extension.grantTo')} required value={to} onChange={setTo} />
        <TextInput
          label={`${t('reports.extension.document')} (${t('ui.optional')})`}
          maxLength={500}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
      </ReasonWindow>
      <ReasonWindow
        name={`refuse.${id}`}
        open={t('reports.extension.refuse')}
        title={t('reports.extension.refuseTitle')}
        label={t('reports.extension.reason')}
        required
        confirm={t('reports.extension.refuse')}
        done={t('reports.extension.refuseDone')}
        send={(note) => answer(api.POST('/api/v1/extensions/{id}/refusal', { ...asked, body: { note } }))}
      />
    </Group>
  );
}
