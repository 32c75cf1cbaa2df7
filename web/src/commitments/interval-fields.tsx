import { Button, Chip, Fieldset, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { DueFields } from './due-fields.js';
import { FREQUENCY_ORDER, PRESETS, isCounted, withFrequency, type Interval } from './interval.js';
import { readIntervals } from './interval-read.js';
import { useIntervalWords } from './interval-words.js';

interface Props<T extends Interval> {
  value: T;
  set: (change: Partial<T>) => void;
  /** The sentence of the agreement; what is typed there fills the fields. */
  sentence: string;
  onSentence: (sentence: string, read: Interval | undefined) => void;
  /** The further intervals that the sentence names, when there is room for them. */
  onSplit?: ((intervals: Interval[]) => void) | undefined;
  presets?: readonly (keyof typeof PRESETS)[];
  problem?: Problem | null;
  /** What the due day is called; default: the day of sending. */
  dueLabel?: string;
}

const ALL_PRESETS = Object.keys(PRESETS) as (keyof typeof PRESETS)[];
const ROMAN = ['I', 'II', 'III', 'IV'];

/** How often and by when, said as an agreement says it: a sentence, a press on what is usual, or field by field. */
export function IntervalFields<T extends Interval>({
  value,
  set,
  sentence,
  onSentence,
  onSplit,
  presets = ALL_PRESETS,
  problem = null,
  dueLabel,
}: Props<T>): ReactNode {
  const { t } = useTranslation();
  const words = useIntervalWords();
  const change = (next: Partial<Interval>): void => set(next as Partial<T>);
  const read = readIntervals(sentence);
  const typed = (text: string): void => {
    onSentence(text, readIntervals(text)[0]);
  };
  return (
    <Stack gap="sm">
      <Textarea
        label={t('commitments.form.asWritten')}
        description={t('commitments.form.asWrittenHint')}
        autosize
        minRows={1}
        maxRows={5}
        value={sentence}
        onChange={(event) => typed(event.currentTarget.value)}
      />
      {sentence.trim() !== '' && (
        <Group gap="xs" role="status">
          <Text size="sm">
            {read[0] === undefined
              ? t('commitments.form.notUnderstood')
              : t('commitments.form.understood', { what: words(read[0]) })}
          </Text>
          {read.length > 1 && onSplit && (
            <Button size="xs" variant="light" onClick={() => onSplit(read)}>
              {t('commitments.form.splitIn', { count: read.length })}
            </Button>
          )}
        </Group>
      )}
      <Group gap="xs" role="group" aria-label={t('commitments.form.presets')}>
        {presets.map((name) => (
          <Button key={name} size="xs" variant="default" onClick={() => change(PRESETS[name])}>
            {t(`commitments.form.preset.${name}`)}
          </Button>
        ))}
      </Group>
      <Group align="flex-start" gap="sm" wrap="wrap">
        <Select
          label={t('commitments.form.howOften')}
          data={FREQUENCY_ORDER.map((each) => ({ value: each, label: t(`commitments.form.frequency.${each}`) }))}
          value={value.frequency}
          allowDeselect={false}
          maxDropdownHeight={420}
          onChange={(next) => next && change(withFrequency(value, next))}
          error={problem?.at('/frequency')}
          w={280}
          maw="100%"
        />
        {isCounted(value.frequency) && (
          <NumberInput
            label={t('commitments.form.n', {
              unit: t(
                value.frequency === 'EVERY_N_MONTHS' ? 'commitments.form.unitMonths' : 'commitments.form.unitYears',
              ),
            })}
            min={1}
            max={120}
            allowDecimal={false}
            hideControls
            w={110}
            value={value.n ?? ''}
            onChange={(n) => change({ n: typeof n === 'number' ? n : null })}
            error={problem?.at('/n')}
          />
        )}
        {value.frequency === 'ONCE' && (
          <CivilField
            label={t('commitments.form.onDay')}
            required
            w={170}
            value={value.anchorOn}
            onChange={(anchorOn) => change({ anchorOn })}
            error={problem?.at('/anchorOn')}
          />
        )}
        <DueFields
          value={value}
          set={change}
          problem={problem}
          {...(dueLabel === undefined ? {} : { label: dueLabel })}
        />
      </Group>
      <Only value={value} set={change} />
    </Stack>
  );
}

/** Of four quarters or two halves, only some are reported. */
function Only({ value, set }: { value: Interval; set: (change: Partial<Interval>) => void }): ReactNode {
  const { t } = useTranslation();
  const { frequency, included } = value;
  const size = frequency === 'QUARTERLY' ? 4 : frequency === 'HALF_YEARLY' ? 2 : 0;
  if (size === 0 || value.window.kind === 'ANCHOR') return null;
  const all = Array.from({ length: size }, (_, index) => String(index + 1));
  const name = (no: string): string =>
    size === 2
      ? t(`commitments.form.half.${no as '1'}`)
      : t('commitments.form.quarter', { roman: ROMAN[Number(no) - 1] ?? no });
  return (
    <Fieldset legend={t('commitments.form.onlyPeriods')} variant="unstyled">
      <Chip.Group
        multiple
        value={included?.map(String) ?? all}
        onChange={(chosen) =>
          set({
            included: chosen.length === 0 || chosen.length === size ? null : chosen.map(Number).sort((a, b) => a - b),
          })
        }
      >
        <Group gap="xs">
          {all.map((no) => (
            <Chip key={no} value={no} size="xs">
              {name(no)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
