import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconBookmarkPlus, IconSettings } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { Confirmed } from '../ui/confirmed.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';

type View = Schemas['SavedViewAnswer'];

interface Props {
  /** How the list is seen now. */
  present: { query: string; columns: string[] };
  onChoose: (view: View) => void;
}

const KEY = ['views', 'agreements'];

/** Lists kept under a name: choose one, keep the present one, look after them. */
export function SavedViews({ present, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [isSaving, saving] = useDisclosure(false);
  const [isManaging, managing] = useDisclosure(false);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => answer(api.GET('/api/v1/me/views', { params: { query: { page: 'agreements' } } })),
  });
  const views = data?.items ?? [];
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button ref={button} variant="default" leftSection={<IconBookmark size={18} aria-hidden />}>
            {t('agreements.views.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && (
            <Text size="sm" c="dimmed" px="sm" py="xs">
              {t('agreements.views.none')}
            </Text>
          )}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              aria-current={view.query === present.query ? 'true' : undefined}
              fw={view.query === present.query ? 600 : undefined}
              onClick={() => onChoose(view)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconBookmarkPlus size={18} aria-hidden />} onClick={saving.open}>
            {t('agreements.views.save')}
          </Menu.Item>
          {views.length > 0 && (
            <Menu.Item leftSection={<IconSettings size={18} aria-hidden />} onClick={managing.open}>
              {t('agreements.views.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={isSaving}
        onClose={saving.close}
        onExitTransitionEnd={() => button.current?.focus()}
        title={t('agreements.views.save')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <NewView present={present} onDone={saving.close} />
      </Modal>
      <Modal
        opened={isManaging && views.length > 0}
        onClose={managing.close}
        onExitTransitionEnd={() => button.current?.focus()}
        title={t('agreements.views.manage')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack gap="lg">
          {views.map((view) => (
            <KeptView key={`${view.id} ${view.version}`} view={view} present={present} />
          ))}
        </Stack>
      </Modal>
    </>
  );
}

function NewView({ present, onDone }: { present: Props['present']; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/me/views', { body: { page: 'agreements', name, ...present } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY });
      tell(t('agreements.views.saved', { name }));
      onDone();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('agreements.views.name')}
          description={t('agreements.views.nameHint')}
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <ProblemNote of={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t('ui.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function KeptView({ view, present }: { view: View; present: Props['present'] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(view.name);
  const place = { path: { id: view.id }, header: ifMatch(view.version) };
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: KEY });
  const change = useMutation({
    mutationFn: (body: Schemas['ViewChange']) => answer(api.PATCH('/api/v1/me/views/{id}', { params: place, body })),
    onSuccess: async () => {
      await refresh();
      tell(t('agreements.views.saved', { name }));
    },
  });
  const remove = async (): Promise<void> => {
    await answer(api.DELETE('/api/v1/me/views/{id}', { params: { path: { id: view.id } } }));
    await refresh();
    tell(t('agreements.views.removed', { name: view.name }));
  };
  return (
    <form
      aria-label={view.name}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ name });
      }}
    >
      <Stack gap="xs">
        <Group align="flex-end" gap="xs">
          <TextInput
            flex={1}
            label={t('agreements.views.name')}
            maxLength={100}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={name.trim() === '' || name === view.name}
          >
            {t('agreements.views.rename')}
          </Button>
        </Group>
        <Group gap="xs">
          <Confirmed
            size="xs"
            label={t('agreements.views.update')}
            question={t('agreements.views.update')}
            onConfirm={() => change.mutateAsync(present)}
          />
          <Confirmed
            size="xs"
            color="red"
            label={t('agreements.views.remove')}
            question={t('agreements.views.removeQuestion', { name: view.name })}
            onConfirm={remove}
          />
        </Group>
        <ProblemNote of={change.error} />
      </Stack>
    </form>
  );
}
