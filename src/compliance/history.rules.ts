/** One field of a record before and after a deed; a group's fields are named by a path: `dates/from`. */
export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

type Picture = Readonly<Record<string, unknown>>;

/** Of no interest to a reader: how the register keeps the record. */
const KEPT_INSIDE = new Set(['id', 'version', 'search']);

/**
 * What a deed changed, field by field. Where there was a picture before, a field that only the later one names is new;
 * one that only the earlier one names was left out of the later, not taken away. A list is one value.
 */
export function changesOf(before: Picture | null, after: Picture | null): Change[] {
  if (after === null) {
    return flat(before ?? {})
      .filter(([, from]) => from !== null)
      .map(([field, from]) => ({ field, from, to: null }));
  }
  const earlier = new Map(flat(before ?? {}));
  return flat(after)
    .map(([field, to]) => ({ field, from: earlier.get(field) ?? null, to }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function flat(picture: Picture, path = ''): [string, unknown][] {
  return Object.entries(picture).flatMap(([name, value]): [string, unknown][] => {
    if (KEPT_INSIDE.has(name)) return [];
    const field = path === '' ? name : `${path}/${name}`;
    return isGroup(value) ? flat(value, field) : empty(value) ? [[field, null]] : [[field, value]];
  });
}

function isGroup(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function empty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
