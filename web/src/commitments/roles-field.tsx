import { ActionIcon, Alert, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';
import { BodyName } from './body-name.js';
import { BodyPicker } from '../bodies/body-picker.js';
import type { CommitmentTyped, Role } from './commitment-typed.js';
import type { Involved } from './schedule-fields.js';

type Bodies = CommitmentTyped['bodies'];

interface Props {
  parties: readonly Involved[];
  value: Bodies;
  set: (bodies: Bodies) => void;
  problem: Problem | null;
}

const ROLES = ['LEAD', 'COORDINATE', 'INFORM'] as const;

/** Who leads, who coordinates, who is informed: one line a party; any other body may be informed. */
export function RolesField({ parties, value, set, problem }: Props): ReactNode {
  const { t } = useTranslation();
  const isParty = (bodyId: string): boolean => parties.some((party) => party.bodyId === bodyId);
  const roleOf = (bodyId: string): Role | 'NONE' => value.find((one) => one.bodyId === bodyId)?.role ?? 'NONE';
  const choose = (bodyId: string, role: string | null): void => {
    const others = value.filter((one) => one.bodyId !== bodyId);
    const before = value.find((one) => one.bodyId === bodyId);
    set(role === 'NONE' || role === null ? others : [...others, { ...before, bodyId, role: role as Role }]);
  };
  const leads = value.filter(({ role }) => role === 'LEAD').length;
  const choices = [...ROLES, 'NONE' as const].map((role) => ({
    value: role,
    label: role === 'NONE' ? t('commitments.form.noRole') : t(`commitments.role.${role}`),
  }));
  const faults = value.map((_, index) => problem?.at(`/bodies/${index}/bodyId`)).filter(Boolean);
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t('commitments.form.whoHint')}
      </Text>
      <div className="roles">
        {parties.map(({ bodyId, name }) => (
          <Role
            key={bodyId}
            name={name}
            choices={choices}
            value={roleOf(bodyId)}
            onChange={(role) => choose(bodyId, role)}
          />
        ))}
      </div>
      {leads === 0 && (
        <Text size="sm" role="status">
          {t('commitments.form.noLead')}
        </Text>
      )}
      {leads > 1 && (
        <Alert color="orange" variant="outline" role="status" p="xs">
          {t('commitments.form.severalLeads', { count: leads })}
        </Alert>
      )}
      {value
        .filter(({ bodyId }) => !isParty(bodyId))
        .map(({ bodyId, role }) => (
          <Group key={bodyId} gap="xs" wrap="nowrap">
            <Text size="sm">
              <BodyName id={bodyId} /> – {t(`commitments.role.${role}`)}
            </Text>
            <ActionIcon variant="subtle" aria-label={t('ui.remove')} onClick={() => choose(bodyId, null)}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      <BodyPicker
        label={t('commitments.form.informOthers')}
        value={null}
        onChange={(bodyId) =>
          bodyId !== null && !value.some((one) => one.bodyId === bodyId) && choose(bodyId, 'INFORM')
        }
        maw={480}
        error={faults[0] ?? problem?.at('/bodies')}
      />
    </Stack>
  );
}

interface RoleProps {
  name: string;
  choices: { value: string; label: string }[];
  value: string;
  onChange: (role: string | null) => void;
}

function Role({ name, choices, value, onChange }: RoleProps): ReactNode {
  const { t } = useTranslation();
  const label = t('commitments.form.roleOf', { name });
  return (
    <>
      <Text size="sm">{name}</Text>
      <SegmentedControl
        aria-label={label}
        data={choices}
        value={value}
        onChange={onChange}
        size="xs"
        visibleFrom="sm"
        withItemsBorders={false}
      />
      <Select
        aria-label={label}
        data={choices}
        value={value}
        onChange={onChange}
        allowDeselect={false}
        hiddenFrom="sm"
      />
    </>
  );
}
