import { Button, Group, NativeSelect, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { above } from './agreement-clause-order.js';
import { useClauseName } from './agreement-clause.js';
import type { Clause } from './agreement-record.js';

const OPS = ['REPLACE', 'END', 'ADD'] as const;
const KINDS = ['PART', 'CHAPTER', 'SECTION', 'ARTICLE', 'CLAUSE', 'POINT', 'ITEM', 'PARAGRAPH'] as const;

export interface Change {
  op: Schemas['AmendmentOp'];
  /** REPLACE, END: the clause itself; ADD: the one it stands in. */
  clauseId: string | null;
  kind: Schemas['ClauseKind'];
  label: string;
  heading: string;
  text: string;
}

export const NEW_CHANGE: Change = { op: 'REPLACE', clauseId: null, kind: 'CLAUSE', label: '', heading: '', text: '' };

interface Props {
  n: number;
  change: Change;
  clauses: readonly Clause[];
  at: (field: string) => string | undefined;
  onChange: (next: Change) => void;
  onRemove?: () => void;
}

/** One change of a clause; a replacement starts from the words as they are. */
export function ChangeFields({ n, change, clauses, at, onChange, onRemove }: Props): ReactNode {
  const { t } = useTranslation();
  const nameOf = useClauseName();
  const { op } = change;
  const names = new Map(clauses.map((clause) => [clause.id, `${nameOf(clause)} ${clause.text.slice(0, 60)}`]));
  const options = clauses.map(({ id }) => ({
    value: id,
    label: `${'– '.repeat(above(clauses, id).length)}${names.get(id) ?? ''}`,
  }));
  const choose = (clauseId: string | null): void => {
    const clause = op === 'REPLACE' ? clauses.find(({ id }) => id === clauseId) : undefined;
    const words =
      clause === undefined ? {} : { label: clause.label ?? '', heading: clause.heading ?? '', text: clause.text };
    onChange({ ...change, clauseId, ...words });
  };
  return (
    <fieldset className="change">
      <legend>{t('lifecycle.agreement.amendments.changeNo', { n })}</legend>
      <Stack gap="sm">
        <NativeSelect
          label={t('lifecycle.agreement.amendments.op')}
          data={OPS.map((value) => ({ value, label: t(`lifecycle.agreement.amendments.${value}`) }))}
          value={op}
          onChange={({ currentTarget }) =>
            onChange({ ...NEW_CHANGE, op: OPS.find((one) => one === currentTarget.value) ?? 'REPLACE' })
          }
        />
        <Select
          label={t(`lifecycle.agreement.amendments.${op === 'ADD' ? 'parent' : 'clause'}`)}
          placeholder={op === 'ADD' ? t('lifecycle.agreement.amendments.top') : ''}
          required={op !== 'ADD'}
          searchable
          clearable={op === 'ADD'}
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          nothingFoundMessage={t('ui.nothingFound')}
          data={options}
          value={change.clauseId}
          error={at(op === 'ADD' ? 'parentId' : 'clauseId')}
          onChange={choose}
        />
        {op === 'END' && <Text size="sm">{t('lifecycle.agreement.amendments.endHint')}</Text>}
        {op !== 'END' && (
          <>
            <Group gap="sm" grow preventGrowOverflow={false}>
              {op === 'ADD' && (
                <NativeSelect
                  label={t('lifecycle.agreement.amendments.kind')}
                  data={KINDS.map((value) => ({ value, label: t(`lifecycle.agreement.clauseKind.${value}`) }))}
                  value={change.kind}
                  onChange={({ currentTarget }) =>
                    onChange({ ...change, kind: KINDS.find((one) => one === currentTarget.value) ?? 'CLAUSE' })
                  }
                />
              )}
              <TextInput
                label={t('lifecycle.agreement.amendments.label')}
                maxLength={100}
                value={change.label}
                error={at('label')}
                onChange={({ currentTarget }) => onChange({ ...change, label: currentTarget.value })}
              />
              <TextInput
                label={t('lifecycle.agreement.amendments.heading')}
                maxLength={1000}
                value={change.heading}
                error={at('heading')}
                onChange={({ currentTarget }) => onChange({ ...change, heading: currentTarget.value })}
              />
            </Group>
            <Textarea
              label={t('lifecycle.agreement.amendments.text')}
              required={change.heading === ''}
              autosize
              minRows={3}
              value={change.text}
              error={at('text')}
              onChange={({ currentTarget }) => onChange({ ...change, text: currentTarget.value })}
            />
          </>
        )}
        {onRemove !== undefined && (
          <Button variant="subtle" size="xs" style={{ alignSelf: 'start' }} onClick={onRemove}>
            {t('lifecycle.agreement.amendments.removeChange', { n })}
          </Button>
        )}
      </Stack>
    </fieldset>
  );
}
