import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format.js';
import { NO_FIGURE, isUnnamed, type Figure } from './content.js';

interface Props {
  figures: readonly Figure[];
  onChange: (figures: Figure[]) => void;
}

interface Removed {
  figure: Figure;
  place: number;
}

/** Figures against their targets, one group each; what is removed can be brought back. */
export function FiguresField({ figures, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const put = (place: number, change: Partial<Figure>): void => {
    onChange(figures.map((figure, index) => (index === place ? { ...figure, ...change } : figure)));
  };
  const remove = (place: number): void => {
    const figure = figures[place];
    if (figure === undefined) return;
    setRemoved(figure.label === '' ? null : { figure, place });
    onChange(figures.filter((_, index) => index !== place));
  };
  const bringBack = ({ figure, place }: Removed): void => {
    onChange([...figures.slice(0, place), figure, ...figures.slice(place)]);
    setRemoved(null);
  };
  return (
    <Stack gap="sm">
      {figures.map((figure, place) => (
        <FigureGroup
          key={place}
          figure={figure}
          nth={place + 1}
          onChange={(change) => put(place, change)}
          onRemove={() => remove(place)}
        />
      ))}
      {removed !== null && (
        <Group role="status" gap="xs">
          <Text size="sm">{t('reports.form.removed', { label: removed.figure.label })}</Text>
          <Button size="xs" variant="default" onClick={() => bringBack(removed)}>
            {t('ui.undo')}
          </Button>
        </Group>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...figures, NO_FIGURE])}
        >
          {t('reports.form.addFigure')}
        </Button>
      </div>
    </Stack>
  );
}

interface GroupProps {
  figure: Figure;
  nth: number;
  onChange: (change: Partial<Figure>) => void;
  onRemove: () => void;
}

function FigureGroup({ figure, nth, onChange, onRemove }: GroupProps): ReactNode {
  const { t } = useTranslation();
  const { percent, language } = useFormats();
  const { label, unit, target, actual } = figure;
  const marks =
    language === 'vi'
      ? ({ thousandSeparator: '.', decimalSeparator: ',' } as const)
      : ({ thousandSeparator: ',', decimalSeparator: '.' } as const);
  const number = (name: string, value: number | null, set: (value: number | null) => void): ReactNode => (
    <NumberInput
      label={name}
      {...marks}
      hideControls
      inputMode="decimal"
      value={value ?? ''}
      onChange={(next) => set(typeof next === 'number' ? next : null)}
    />
  );
  const reached = target !== null && target > 0 && actual !== null ? actual / target : null;
  return (
    <fieldset className="report-figure">
      <legend className="visually-hidden">{label === '' ? t('reports.form.figure', { n: nth }) : label}</legend>
      <div className="report-figure-fields">
        <TextInput
          label={t('reports.form.label')}
          value={label}
          maxLength={500}
          error={isUnnamed(figure) ? t('reports.form.labelNeeded') : undefined}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
        <TextInput
          label={t('reports.form.unit')}
          value={unit}
          maxLength={50}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        {number(t('reports.form.target'), target, (value) => onChange({ target: value }))}
        {number(t('reports.form.actual'), actual, (value) => onChange({ actual: value }))}
      </div>
      <Group justify="space-between" mt={6}>
        <Text size="sm" c="dimmed">
          {reached === null ? '' : t('reports.form.reached', { percent: percent(reached) })}
        </Text>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('reports.form.removeFigure', { label: label === '' ? nth : label })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </fieldset>
  );
}
