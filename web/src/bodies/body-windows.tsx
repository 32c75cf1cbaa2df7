import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { FormWindow } from '../ui/form-window.js';
import { tell } from '../ui/tell.js';
import { BodyFields, EMPTY, type Typed } from './body-form.js';

/** Adds a body, at first below `parentId`. */
export function AddBody({
  parentId = null,
  onAdded,
}: {
  parentId?: string | null;
  onAdded: (body: Schemas['BodyAnswer']) => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [value, setValue] = useState<Typed>(EMPTY);
  const send = async (): Promise<void> => {
    const body = await answer(api.POST('/api/v1/bodies', { body: value }));
    await client.invalidateQueries({ queryKey: ['bodies'] });
    tell(t('bodies.added', { name: body.nameVi }));
    onAdded(body);
  };
  return (
    <FormWindow
      label={t('bodies.add')}
      submitLabel={t('ui.add')}
      size="lg"
      onSend={send}
      onOpen={() => {
        setValue({ ...EMPTY, parentId });
      }}
    >
      {(error) => <BodyFields value={value} onChange={setValue} error={error} isNew />}
    </FormWindow>
  );
}

/** Corrects what is said of a body; a new name by a decision is an event and not a correction. */
export function ChangeBody({ body }: { body: Schemas['BodyAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [value, setValue] = useState<Typed>(body);
  const send = async (): Promise<void> => {
    const { nameVi, nameEn, abbreviation, system, level, parentId, validFrom, validTo } = value;
    await answer(
      api.PATCH('/api/v1/bodies/{id}', {
        params: { path: { id: body.id }, header: ifMatch(body.version) },
        body: {
          ...{ nameVi, nameEn, abbreviation, system, level, validFrom, validTo },
          ...(parentId === body.parentId ? {} : { parentId }),
        },
      }),
    );
    await client.invalidateQueries({ queryKey: ['bodies'] });
    tell(t('ui.saved'));
  };
  return (
    <FormWindow
      label={t('bodies.change')}
      size="lg"
      onSend={send}
      onOpen={() => {
        setValue(body);
      }}
    >
      {(error) => <BodyFields value={value} onChange={setValue} error={error} isNew={false} />}
    </FormWindow>
  );
}
