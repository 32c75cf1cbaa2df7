type Picture = Readonly<Record<string, unknown>>;

export interface Change {
  /** Path of the field: 'dates/from'. */
  field: string;
  from: unknown;
  to: unknown;
}

function isGroup(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function flat(picture: Picture, path = ''): [field: string, value: unknown][] {
  return Object.entries(picture).flatMap(([name, value]): [string, unknown][] => {
    const field = path === '' ? name : `${path}/${name}`;
    return isGroup(value) ? flat(value, field) : [[field, isEmpty(value) ? null : value]];
  });
}

/** Field by field what is different; a field that the later picture does not name was left out, not taken away. */
export function changesOf(before: object | null, after: object | null): Change[] {
  const earlier = new Map(flat((before ?? {}) as Picture));
  const later = new Map(flat((after ?? {}) as Picture));
  const fields = after === null ? [...earlier.keys()] : [...later.keys()];
  return fields
    .map((field) => ({ field, from: earlier.get(field) ?? null, to: later.get(field) ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

/** How the register keeps the record: nothing to a reader. */
const INSIDE = new Set(['id', 'version', 'search', 'ordinal', 'derivation', 'lineageId', 'plannedTo', 'sha256']);

/** The changes that a reader can use: without what is kept inside, and a record by its name rather than its id. */
export function readable(changes: readonly Change[]): Change[] {
  const fields = new Set(changes.map(({ field }) => field));
  return changes.filter(({ field }) => {
    const name = field.split('/').at(-1) ?? field;
    return !INSIDE.has(name) && !(name.endsWith('Id') && fields.has(`${field.slice(0, -2)}Name`));
  });
}
