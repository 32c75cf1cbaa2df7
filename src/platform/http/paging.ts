import { isCivilDate } from '../../core/civil-date.js';
import { Int, Text, isId } from './fields.js';
import { refuseRequest } from './refusals.js';

export interface Page<T> {
  items: T[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

export class PageQuery {
  @Int({ min: 1, max: 200, optional: true, query: true, about: 'Rows a page (default 50)' }) limit?: number;
  @Text({ max: 1000, optional: true, query: true, about: '`next` of the page before' }) cursor?: string;
}

const DEFAULT_LIMIT = 50;

type Place = readonly string[];

const KINDS = {
  date: isCivilDate,
  id: isId,
  number: (value: string): boolean => /^\d{1,18}$/.test(value),
  text: (value: string): boolean => value.isWellFormed() && !value.includes('\0'),
} as const;

/** Where the page before ended: the sort values of its last row, each of its kind. */
export function placeOf(query: PageQuery, ...kinds: (keyof typeof KINDS)[]): Place | null {
  if (query.cursor === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(query.cursor, 'base64url').toString('utf8'));
    const fits = (kind: keyof typeof KINDS, part: unknown): boolean => typeof part === 'string' && KINDS[kind](part);
    if (Array.isArray(place) && place.length === kinds.length && kinds.every((kind, i) => fits(kind, place[i]))) {
      return place as Place;
    }
  } catch {
    // falls through to the refusal
  }
  throw refuseRequest('bad-cursor', {}, '/cursor');
}

/** Asks for one row more than the page holds, to know whether another page follows. */
export function fetchSize(query: PageQuery): number {
  return (query.limit ?? DEFAULT_LIMIT) + 1;
}

/** Cuts the extra row off and names the place of the last one kept. */
export function pageOf<T>(rows: T[], query: PageQuery, place: (row: T) => Place): Page<T> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? Buffer.from(JSON.stringify(place(last)), 'utf8').toString('base64url') : null };
}

/** Every row of a list, page after page: flat memory, and no connection is held while a slow reader reads. */
export async function* everyRow<T>(page: (cursor: { cursor?: string }) => Promise<Page<T>>): AsyncGenerator<T> {
  let place: { cursor?: string } | null = {};
  while (place) {
    const { items, next }: Page<T> = await page(place);
    yield* items;
    place = next === null ? null : { cursor: next };
  }
}
