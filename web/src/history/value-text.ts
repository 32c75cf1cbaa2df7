import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useDueWords, useIntervalWords } from '../commitments/interval-words.js';
import type { DueRule, Interval } from '../commitments/interval.js';
import { useFormats } from '../ui/format.js';
import { isEmpty } from './changes.js';
import { dutyFields } from './duty-fields.vi.js';
import { fields } from './fields.vi.js';
import { vi } from './words.vi.js';

export type Named = Schemas['NamedRecord'];
type Known = keyof typeof fields | keyof typeof dutyFields;
type Group = Readonly<Record<string, unknown>>;

const isKnown = (name: string): name is Known => name in fields || name in dutyFields;

/** A field in words: 'Kỳ báo cáo › Tình trạng'. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return (field) =>
    field
      .split('/')
      .map((name) => (isKnown(name) ? t(`history.field.${name}`) : name))
      .join(' › ');
}

type Own = keyof (typeof vi)['value'];
const isOwn = (word: string): word is Own => word in vi.value;

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const A_WORD = /^(?:[A-Z][A-Z0-9_]*|[a-z_]+)$/;

/** Where the words of an enumeration stand, by the field; of a state and a kind, by the noun of the record too. What is not there is in `history.value`. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  'agreement.kind': ['agreements.kind'],
  'document.kind': ['agreements.documentKind'],
  'body.kind': ['bodies.kind'],
  'link.kind': ['agreements.linkKind'],
  'links.kind': ['agreements.linkKind'],
  'window.kind': ['commitments.form.windows'],
  kind: ['commitments.kind', 'regime.dayKind'],
  'agreement.state': ['agreements.state'],
  'submission.state': ['reports.said.state'],
  'extension.state': ['reports.extension.state'],
  'follow-up.state': ['commitments.standing'],
  state: ['commitments.standing', 'reports.said.state', 'agreements.state'],
  agreementState: ['agreements.state'],
  role: ['access.role', 'commitments.role', 'agreements.partyRole'],
  authority: ['agreements.authority'],
  termKind: ['agreements.termKind'],
  renewal: ['agreements.renewal'],
  openness: ['agreements.openness'],
  frequency: ['commitments.form.frequency'],
  roll: ['commitments.form.rolls'],
  qualifier: ['commitments.form.qualifiers'],
  anchor: ['commitments.form.dueAs'],
  decision: ['reviews.decision'],
  channel: ['reports.form'],
  suspendedBecause: ['reports.asked'],
  system: ['bodies.system'],
  level: ['bodies.level'],
  countedFrom: [],
  noticeDayKind: [],
  carriedBy: [],
  by: [],
  trigger: [],
};

/** Of lists whose members have many fields, those that tell which member it is. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  parties: ['nameAsSigned', 'role', 'signatoryPosition', 'signatoryName'],
  numbers: ['printed'],
  predecessors: ['name'],
  successors: ['name'],
  bodies: ['name', 'role', 'fromOn', 'toOn'],
  reporters: ['name', 'bodyName', 'tier'],
  holdings: ['memberName', 'from', 'to'],
};
/** What is told without saying what it is. */
const NAMES = new Set([
  'name',
  'nameAsSigned',
  'memberName',
  'bodyName',
  'printed',
  'text',
  'label',
  'finding',
  'title',
]);
const YEARS = new Set(['year', 'reportYear', 'seq']);

interface Of {
  /** Of the deed: 'agreement', 'submission'. */
  noun: string;
  records: readonly Named[];
}

/** A value as a person reads it: dates in their form, enumerations in words, a record by its name, a rule as a sentence. */
export function useValueText({ noun, records }: Of): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation();
  const { civil, instant, count, say } = useFormats();
  const intervalWords = useIntervalWords();
  const dueWords = useDueWords();
  const fieldName = useFieldName();
  const inWords = (path: readonly string[], word: string): string => {
    const field = path.at(-1) ?? '';
    const owner = path.at(-2) ?? noun;
    const places = VOCABULARY[`${owner}.${field}`] ?? VOCABULARY[`${noun}.${field}`] ?? VOCABULARY[field];
    const key = places?.map((place) => `${place}.${word}`).find((one) => i18n.exists(one));
    if (key !== undefined) return t(key as 'ui.yes');
    return places !== undefined && isOwn(word) ? t(`history.value.${word}`) : word;
  };
  const ofText = (path: readonly string[], value: string): string => {
    if (CIVIL.test(value)) return civil(value);
    if (INSTANT.test(value)) return instant(value);
    if (ID.test(value)) {
      const record = records.find(({ id }) => id === value);
      return record === undefined ? t('history.unknownRecord') : say(record.nameVi, record.nameEn);
    }
    return A_WORD.test(value) ? inWords(path, value) : value;
  };
  const ofGroup = (path: readonly string[], group: Group): string => {
    const field = path.at(-1) ?? '';
    if (field === 'schedules') {
      const due = (group['dues'] as { rule: DueRule | null }[] | undefined)?.[0]?.rule ?? null;
      return intervalWords({ ...(group as unknown as Interval), due });
    }
    if (field === 'dues') return group['rule'] == null ? t('history.nothing') : dueWords(group['rule'] as DueRule);
    const names = Object.keys(group).filter(
      (name) => TELLING[field]?.includes(name) ?? (name !== 'id' && name !== 'version' && name !== 'ordinal'),
    );
    const isCalled = names.some((name) => NAMES.has(name));
    return names
      .filter((name) => !isEmpty(group[name]) && group[name] !== false && !(isCalled && ID.test(String(group[name]))))
      .map((name) => {
        const said = text([...path, name], group[name]);
        return NAMES.has(name) || TELLING[field] ? said : `${fieldName(name)}: ${said}`;
      })
      .join(', ');
  };
  const text = (path: readonly string[], value: unknown): string => {
    if (isEmpty(value)) return t('history.nothing');
    if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
    if (typeof value === 'number') return YEARS.has(path.at(-1) ?? '') ? String(value) : count(value);
    if (typeof value === 'string') return ofText(path, value);
    if (!Array.isArray(value)) return ofGroup(path, value as Group);
    const isOfGroups = value.some((one) => typeof one === 'object' && one !== null);
    return value.map((one) => text(path, one)).join(isOfGroups ? '; ' : ', ');
  };
  return (field, value) => text(field.split('/'), value);
}
