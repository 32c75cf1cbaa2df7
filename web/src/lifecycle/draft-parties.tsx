import { ActionIcon, Button, Checkbox, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useMay } from '../api/session.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { newParty } from './draft-header.js';
import { NewBodyModal } from './draft-new-body.js';

type Party = Schemas['NewParty'];
const AUTHORITIES = ['TM', 'KT', 'TL', 'TUQ', 'Q', 'DIRECT'] as const;

interface Props {
  value: Party[];
  set: (parties: Party[]) => void;
  problem: Problem | null;
  isFixed: boolean;
}

/** The bodies that sign, two at least; how each is named and who signs is folded away. */
export function PartiesField({ value, set, problem, isFixed }: Props): ReactNode {
  const { t } = useTranslation();
  const mayAdd = useMay('bodies.register');
  const [making, setMaking] = useState<number | null>(null);
  const change = (index: number, next: Partial<Party>): void =>
    set(value.map((party, at) => (at === index ? { ...party, ...next } : party)));
  const rows = value.map((party, index) => ({ party, index })).filter(({ party }) => party.role !== 'STANDING_BODY');
  const stands = (bodyId: string): boolean =>
    value.some((one) => one.bodyId === bodyId && one.role === 'STANDING_BODY');
  const setStanding = (bodyId: string, isOn: boolean): void => {
    const others = value.filter((one) => !(one.bodyId === bodyId && one.role === 'STANDING_BODY'));
    set(isOn ? [...others, { ...newParty(bodyId), role: 'STANDING_BODY' }] : others);
  };
  return (
    <Stack gap="sm" role="group" aria-label={t('lifecycle.draft.parties')}>
      {rows.map(({ party, index }, no) => (
        <Paper key={index} withBorder p="sm">
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <BodyPicker
              label={t('lifecycle.draft.party', { no: no + 1 })}
              required
              flex={1}
              disabled={isFixed}
              value={party.bodyId || null}
              onChange={(bodyId) => {
                if (stands(party.bodyId)) setStanding(party.bodyId, false);
                change(index, { bodyId: bodyId ?? '', nameAsSigned: '' });
              }}
              error={problem?.at(`/parties/${index}/bodyId`)}
            />
            {rows.length > 2 && !isFixed && (
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('lifecycle.draft.takeOut', { what: t('lifecycle.draft.party', { no: no + 1 }) })}
                onClick={() =>
                  set(
                    value.filter(
                      (one, at) => at !== index && !(one.role === 'STANDING_BODY' && one.bodyId === party.bodyId),
                    ),
                  )
                }
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </Group>
          {mayAdd && !isFixed && party.bodyId === '' && (
            <Button
              variant="subtle"
              size="compact-sm"
              mt={6}
              className="draft-wrapping"
              onClick={() => setMaking(index)}
            >
              {t('lifecycle.draft.newBody')}
            </Button>
          )}
          {!isFixed && (
            <details className="fold">
              <summary>{t('lifecycle.draft.signing')}</summary>
              <Signing party={party} change={(next) => change(index, next)} />
              <Checkbox
                mt="sm"
                label={t('lifecycle.draft.standing')}
                disabled={party.bodyId === ''}
                checked={stands(party.bodyId)}
                onChange={(event) => setStanding(party.bodyId, event.currentTarget.checked)}
              />
            </details>
          )}
        </Paper>
      ))}
      {problem?.at('/parties') && (
        <Text size="sm" c="var(--mantine-color-error)">
          {problem.at('/parties')}
        </Text>
      )}
      {!isFixed && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => set([...value, newParty()])}
          >
            {t('lifecycle.draft.addParty')}
          </Button>
        </Group>
      )}
      <NewBodyModal
        opened={making !== null}
        onClose={() => setMaking(null)}
        onMade={(bodyId) => {
          if (making !== null) change(making, { bodyId });
          setMaking(null);
        }}
      />
    </Stack>
  );
}

function Signing({ party, change }: { party: Party; change: (next: Partial<Party>) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group align="flex-start" gap="sm" pt="xs">
      <TextInput
        label={t('lifecycle.draft.nameAsSigned')}
        description={t('lifecycle.draft.nameAsSignedHint')}
        flex="1 1 100%"
        value={party.nameAsSigned ?? ''}
        onChange={(event) => change({ nameAsSigned: event.currentTarget.value })}
      />
      <Select
        label={t('lifecycle.draft.authority')}
        w={200}
        allowDeselect={false}
        data={[
          { value: '', label: t('lifecycle.draft.notStated') },
          ...AUTHORITIES.map((each) => ({ value: each, label: t(`agreements.authority.${each}`) })),
        ]}
        value={party.authority ?? ''}
        onChange={(authority) => change({ authority: authority || null })}
      />
      <TextInput
        label={t('lifecycle.draft.position')}
        w={220}
        value={party.signatoryPosition ?? ''}
        onChange={(event) => change({ signatoryPosition: event.currentTarget.value })}
      />
      <TextInput
        label={t('lifecycle.draft.signatory')}
        w={240}
        value={party.signatoryName ?? ''}
        onChange={(event) => change({ signatoryName: event.currentTarget.value })}
      />
    </Group>
  );
}
