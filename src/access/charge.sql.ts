import type { Charge } from '../platform/http/right.js';

/**
 * Whether a charge on `record` is within `mine`, both in SQL: an id, and rows of body ids. Where the charge names no body
 * the verb itself answers. The door asks it of one record, the desk of each record of a list.
 */
export function coversSql({ sql = '', every = false }: Charge, record: string, mine: string): string {
  return `(select coalesce(${every ? 'bool_and' : 'bool_or'}(coalesce(named.body_id in (${mine}), false)), true)
    from (select ${record} as id) asked cross join lateral (${sql.replaceAll('$1', 'asked.id')}) named)`;
}
