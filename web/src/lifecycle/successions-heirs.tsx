import { Checkbox, Input, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { ProblemNote } from '../ui/problem-note.js';

interface Heir {
  bodyId: string;
  name: string;
}

interface Props {
  /** By the events recorded. */
  proposed: readonly Heir[];
  /** Those chosen; the first hosts the reviews. */
  heirs: readonly Heir[];
  /** Day on which they must exist. */
  on: string;
  onChange: (heirs: Heir[]) => void;
  error: string | undefined;
}

/** The successors: those that the events name, and any other. */
export function Heirs({ proposed, heirs, on, onChange, error }: Props): ReactNode {
  const { t } = useTranslation();
  const offered = [...proposed, ...heirs.filter(({ bodyId }) => !proposed.some((one) => one.bodyId === bodyId))];
  const chosen = heirs.map(({ bodyId }) => bodyId);
  return (
    <Stack gap="xs">
      {offered.length > 0 && (
        <Checkbox.Group
          label={t('lifecycle.succession.heirs')}
          value={chosen}
          onChange={(ids) => onChange(ids.flatMap((id) => offered.find(({ bodyId }) => bodyId === id) ?? []))}
          error={error}
        >
          <Stack gap="xs" mt="xs">
            {offered.map(({ bodyId, name }) => (
              <Checkbox key={bodyId} value={bodyId} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Another on={on} onFound={(heir) => onChange([...heirs.filter(({ bodyId }) => bodyId !== heir.bodyId), heir])} />
      {offered.length === 0 && error !== undefined && <Input.Error>{error}</Input.Error>}
      {heirs.length > 1 && (
        <Select
          label={t('lifecycle.succession.firstHeir')}
          data={heirs.map(({ bodyId, name }) => ({ value: bodyId, label: name }))}
          allowDeselect={false}
          value={chosen[0] ?? null}
          onChange={(first) =>
            onChange([...heirs].sort((a, b) => Number(b.bodyId === first) - Number(a.bodyId === first)))
          }
        />
      )}
    </Stack>
  );
}

/** A body that no event names; it joins the list as soon as it is chosen. */
function Another({ on, onFound }: { on: string; onFound: (heir: Heir) => void }): ReactNode {
  const { t } = useTranslation();
  const find = useMutation({
    mutationFn: (id: string) => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id }, query: {} } })),
    onSuccess: ({ id, nameVi }) => onFound({ bodyId: id, name: nameVi }),
  });
  return (
    <>
      <BodyPicker
        label={t('lifecycle.succession.addHeir')}
        on={on}
        value={null}
        onChange={(bodyId) => {
          if (bodyId !== null) find.mutate(bodyId);
        }}
      />
      <ProblemNote of={find.error} />
    </>
  );
}
