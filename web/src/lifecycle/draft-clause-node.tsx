import { ActionIcon, Button, Group, Menu, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconDots, IconPencil } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CLAUSE_KINDS, nameOf, type ClauseKind, type Node } from './draft-clauses.tree.js';

export type Deed = 'merge' | 'deeper' | 'shallower' | 'up' | 'down' | 'remove' | 'find';

interface Props {
  node: Node;
  index: number;
  isOpen: boolean;
  onOpen: (index: number | null) => void;
  onChange: (index: number, change: Partial<Node>) => void;
  onDeed: (index: number, deed: Deed) => void;
}

/** One proposed clause: read at a glance, corrected in place. */
export const ClauseNode = memo(function ClauseNode({
  node,
  index,
  isOpen,
  onOpen,
  onChange,
  onDeed,
}: Props): ReactNode {
  const { t } = useTranslation();
  const name = nameOf(node);
  return (
    <li data-depth={Math.min(node.depth, 5)}>
      <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
        <div style={{ minWidth: 0 }}>
          <Text size="xs" c="dimmed">
            {t(`lifecycle.draft.clauseKind.${node.kind}`)}
          </Text>
          <p className="draft-clause">
            <strong>{[node.label, node.heading].filter(Boolean).join(' ')}</strong>{' '}
            {!isOpen && (
              <Text span size="sm">
                {node.text}
              </Text>
            )}
          </p>
        </div>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            aria-label={t('lifecycle.draft.editClause', { name })}
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : index)}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={t('lifecycle.draft.clauseActions', { name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {node.from !== null && (
                <Menu.Item onClick={() => onDeed(index, 'find')}>{t('lifecycle.draft.seeInText')}</Menu.Item>
              )}
              {index > 0 && (
                <Menu.Item onClick={() => onDeed(index, 'merge')}>{t('lifecycle.draft.mergeUp')}</Menu.Item>
              )}
              {index > 0 && (
                <Menu.Item onClick={() => onDeed(index, 'deeper')}>{t('lifecycle.draft.deeper')}</Menu.Item>
              )}
              {node.depth > 0 && (
                <Menu.Item onClick={() => onDeed(index, 'shallower')}>{t('lifecycle.draft.shallower')}</Menu.Item>
              )}
              <Menu.Item onClick={() => onDeed(index, 'up')}>{t('lifecycle.draft.up')}</Menu.Item>
              <Menu.Item onClick={() => onDeed(index, 'down')}>{t('lifecycle.draft.down')}</Menu.Item>
              <Menu.Item onClick={() => onDeed(index, 'remove')}>{t('lifecycle.draft.removeClause')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      {isOpen && (
        <ClauseFields value={node} set={(change) => onChange(index, change)}>
          <Group justify="flex-end">
            <Button size="xs" variant="default" onClick={() => onOpen(null)}>
              {t('lifecycle.draft.done')}
            </Button>
          </Group>
        </ClauseFields>
      )}
    </li>
  );
});

interface FieldsProps {
  value: { kind: ClauseKind; label: string; heading: string; text: string };
  set: (change: Partial<FieldsProps['value']>) => void;
  children: ReactNode;
}

/** Kind, label, heading and words of a clause. */
export function ClauseFields({ value, set, children }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" py="xs">
      <Group gap="xs" align="flex-start">
        <Select
          label={t('lifecycle.draft.clauseKindLabel')}
          w={150}
          allowDeselect={false}
          data={CLAUSE_KINDS.map((kind) => ({ value: kind, label: t(`lifecycle.draft.clauseKind.${kind}`) }))}
          value={value.kind}
          onChange={(kind) => kind && set({ kind: kind })}
        />
        <TextInput
          label={t('lifecycle.draft.label')}
          w={130}
          value={value.label}
          onChange={(event) => set({ label: event.currentTarget.value })}
        />
        <TextInput
          label={t('lifecycle.draft.heading')}
          flex="1 1 200px"
          value={value.heading}
          onChange={(event) => set({ heading: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        label={t('lifecycle.draft.clauseText')}
        autosize
        minRows={2}
        maxRows={14}
        value={value.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      {children}
    </Stack>
  );
}
