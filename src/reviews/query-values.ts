import { placeOf, type PageQuery } from '../platform/http/paging.js';

/** Collects values and gives back their places, with their type. */
export class Values {
  readonly list: unknown[] = [];
  at(value: unknown, type: 'date' | 'uuid' | 'text'): string {
    return `$${this.list.push(value)}::${type}`;
  }
}

/** Rows by due date after the page before, as a condition on `alias`. */
export function afterPlace(query: PageQuery, alias: string, values: Values): string[] {
  const place = placeOf(query, 'date', 'id');
  if (place === null) return [];
  const [dueOn, id] = place;
  return [`(${alias}.due_on, ${alias}.id) > (${values.at(dueOn, 'date')}, ${values.at(id, 'uuid')})`];
}

/** `where` with all of the conditions, or nothing. */
export function whereAll(conditions: readonly string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}

/** Any of the conditions; each names its states, so that the partial indexes still serve. */
export function oneOf(conditions: readonly string[]): string {
  return `(${conditions.join(' or ')})`;
}
