import { Button, Checkbox, Collapse, Group, Paper, SegmentedControl, Select, SimpleGrid, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyPicker } from '../bodies/body-picker.js';
import { CivilField } from '../ui/civil-field.js';
import { today } from '../ui/today.js';
import { AgreementPicker } from '../agreements/agreement-picker.js';
import { DUTIES, GROUPINGS, KINDS, NAMES, type Asked } from './summary-asked.js';

interface Props {
  asked: Asked;
  change: (next: Partial<Record<keyof typeof NAMES, string | string[] | null>>) => void;
}

/** All but the grouping. */
const NOTHING = Object.fromEntries(
  Object.keys(NAMES)
    .filter((name) => name !== 'by')
    .map((name) => [name, null]),
);
const SPAN_NAMES = ['year', 'quarter', 'half', 'lastYear', 'all', 'chosen'] as const;

/** How the summary is asked for: the usual questions in one line, the others behind a button. */
export function SummaryFilters({ asked, change }: Props): ReactNode {
  const { t } = useTranslation();
  const isNarrowed =
    asked.agreementId !== null ||
    asked.kind !== null ||
    asked.asOf !== today() ||
    asked.duty.join() !== 'REPORT' ||
    asked.isOriginal ||
    asked.withAverages;
  const [isOpen, { toggle }] = useDisclosure(isNarrowed);
  return (
    <Paper
      withBorder
      p="sm"
      mb="md"
      className="no-print"
      component="section"
      aria-label={t('compliance.summary.by.label')}
    >
      <Group gap="sm" align="flex-end">
        <div>
          <Text size="sm" fw={500} id="summary-by">
            {t('compliance.summary.by.label')}
          </Text>
          <SegmentedControl
            aria-labelledby="summary-by"
            className="summary-by"
            data={GROUPINGS.map((value) => ({ value, label: t(`compliance.summary.by.${value}`) }))}
            value={asked.by}
            onChange={(by) => {
              change({ by, open: null, key: null });
            }}
          />
        </div>
        <Select
          label={t('compliance.summary.span_.label')}
          w={190}
          allowDeselect={false}
          data={SPAN_NAMES.map((value) => ({ value, label: t(`compliance.summary.span_.${value}`) }))}
          value={asked.span}
          onChange={(span) => {
            const ends =
              span === 'chosen' ? { from: asked.from ?? null, to: asked.to ?? null } : { from: null, to: null };
            change({ span, ...ends });
          }}
        />
        {asked.span === 'chosen' && (
          <>
            <CivilField
              label={t('ui.from')}
              w={150}
              value={asked.from ?? null}
              onChange={(from) => {
                change({ from });
              }}
            />
            <CivilField
              label={t('ui.to')}
              w={150}
              value={asked.to ?? null}
              onChange={(to) => {
                change({ to });
              }}
            />
          </>
        )}
        <BodyPicker
          label={t('compliance.summary.body')}
          placeholder={t('compliance.summary.everything')}
          w={280}
          value={asked.bodyId}
          onChange={(bodyId) => {
            change({ bodyId, open: null, key: null });
          }}
        />
        <Button
          variant="subtle"
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {isOpen ? t('compliance.summary.fewerFilters') : t('compliance.summary.filters')}
        </Button>
        {(isNarrowed || asked.bodyId !== null || asked.span !== 'year') && (
          <Button
            variant="subtle"
            onClick={() => {
              change(NOTHING);
            }}
          >
            {t('compliance.summary.clearFilters')}
          </Button>
        )}
      </Group>
      <Collapse expanded={isOpen}>
        <MoreFilters asked={asked} change={change} />
      </Collapse>
    </Paper>
  );
}

function MoreFilters({ asked, change }: Props): ReactNode {
  const { t } = useTranslation();
  const isToday = asked.asOf === today();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} mt="sm" spacing="sm">
      <CivilField
        label={t('compliance.summary.asOf')}
        value={asked.asOf}
        maxDate={today()}
        clearable={false}
        onChange={(asOf) => {
          change({ asOf: asOf === today() ? null : asOf });
        }}
      />
      <Select
        label={t('compliance.summary.sense.label')}
        description={isToday ? undefined : t('compliance.summary.senseHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        disabled={isToday}
        allowDeselect={false}
        data={(['NOW', 'THEN'] as const).map((value) => ({ value, label: t(`compliance.summary.sense.${value}`) }))}
        value={asked.sense}
        onChange={(sense) => {
          change({ sense: sense === 'THEN' ? 'luc-do' : null });
        }}
      />
      <AgreementPicker
        label={t('compliance.summary.agreement')}
        placeholder={t('compliance.summary.everything')}
        value={asked.agreementId}
        onChange={(agreementId) => {
          change({ agreementId });
        }}
      />
      <Select
        label={t('compliance.summary.kind')}
        placeholder={t('compliance.summary.everything')}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        data={KINDS.map((value) => ({ value, label: t(`commitments.kind.${value}`) }))}
        value={asked.kind}
        onChange={(kind) => {
          change({ kind });
        }}
      />
      <Checkbox.Group
        label={t('compliance.summary.duty.label')}
        value={asked.duty}
        onChange={(duty) => {
          change({ duty: duty.length === 0 || duty.join() === 'REPORT' ? null : duty });
        }}
      >
        {DUTIES.map((value) => (
          <Checkbox key={value} mt={6} value={value} label={t(`compliance.summary.duty.${value}`)} />
        ))}
      </Checkbox.Group>
      <Select
        label={t('compliance.summary.clock.label')}
        allowDeselect={false}
        data={(['agreed', 'original'] as const).map((value) => ({
          value,
          label: t(`compliance.summary.clock.${value}`),
        }))}
        value={asked.isOriginal ? 'original' : 'agreed'}
        onChange={(clock) => {
          change({ clock: clock === 'original' ? 'ban-dau' : null });
        }}
      />
      <Checkbox
        mt={{ base: 0, sm: 30 }}
        label={t('compliance.summary.averages')}
        checked={asked.withAverages}
        onChange={(event) => {
          change({ averages: event.currentTarget.checked ? 'co' : null });
        }}
      />
    </SimpleGrid>
  );
}
