import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';

const SYSTEMS = [
  'PARTY',
  'GOVERNMENT',
  'PEOPLE_COUNCIL',
  'MILITARY',
  'POLICE',
  'FRONT',
  'MASS_ORGANISATION',
  'OTHER',
] as const;
const LEVELS = ['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'UNIT'] as const;

/** Initials without accents: "Đảng uỷ Phường Hoà Hưng" → DUPHH. */
function codeOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .split(/[\s,-]+/)
    .map((word) => (/^\d+$/.test(word) ? word : (word[0] ?? '')))
    .join('')
    .toUpperCase();
}

interface Props {
  opened: boolean;
  onClose: () => void;
  onMade: (bodyId: string) => void;
}

/** A body that the register lacks, made on the way. */
export function NewBodyModal({ opened, onClose, onMade }: Props): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [nameVi, setName] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [system, setSystem] = useState<(typeof SYSTEMS)[number]>('GOVERNMENT');
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('COMMUNE');
  const [parentId, setParent] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: (body: Schemas['NewBody']) => answer(api.POST('/api/v1/bodies', { body })),
    onSuccess: async ({ id }) => {
      tell(t('lifecycle.draft.body_added'));
      await client.invalidateQueries({ queryKey: ['bodies'] });
      setName('');
      setCode(null);
      onMade(id);
    },
  });
  const problem = make.error instanceof Problem ? make.error : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    make.mutate({ nameVi: nameVi.trim(), code: (code ?? codeOf(nameVi)).trim(), system, level, parentId });
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('lifecycle.draft.body_add')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('lifecycle.draft.body_name')}
            required
            data-autofocus
            value={nameVi}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problem?.at('/nameVi')}
          />
          <TextInput
            label={t('lifecycle.draft.body_code')}
            description={t('lifecycle.draft.body_codeHint')}
            required
            value={code ?? codeOf(nameVi)}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={problem?.at('/code')}
          />
          <Select
            label={t('lifecycle.draft.body_system')}
            allowDeselect={false}
            data={SYSTEMS.map((each) => ({ value: each, label: t(`lifecycle.draft.system.${each}`) }))}
            value={system}
            onChange={(next) => next && setSystem(next)}
          />
          <Select
            label={t('lifecycle.draft.body_level')}
            allowDeselect={false}
            data={LEVELS.map((each) => ({ value: each, label: t(`lifecycle.draft.level.${each}`) }))}
            value={level}
            onChange={(next) => next && setLevel(next)}
          />
          <BodyPicker label={t('lifecycle.draft.body_parent')} value={parentId} onChange={setParent} />
          <ProblemNote of={make.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {t('lifecycle.draft.body_add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
