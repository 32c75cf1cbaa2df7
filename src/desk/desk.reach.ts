import { coversSql } from '../access/charge.sql.js';
import type { Charge } from '../platform/http/right.js';
import { COUNTED } from './desk.contract.js';

interface Order {
  by: string;
  /** Of the rows found, called `x`, where several walks are put together. */
  again?: string;
}

const LIMIT = `limit ${COUNTED + 1}`;

/** The bodies for which a right is held, in SQL; null: all. A list starts from them, by its index, and is cut early. */
export class Reach {
  /** `name` of the rows that `tablesSql` gives. */
  constructor(private readonly name: string | null) {}

  /** Rows of ids; `roots` is the place of the tops of the subtrees. */
  tablesSql(roots: string): string[] {
    const { name } = this;
    if (name === null) return [];
    return [
      `${name} as materialized (select unnest(bodies_under(${roots}::uuid[])) as id)`,
      // Whatever a charge names is a party or the recipient of a promise: no other agreement need be looked at.
      `${name}_agreements as materialized (
        select p.agreement_id as id from party p where p.body_id in (select id from ${name})
        union select c.agreement_id from commitment c where c.recipient_id in (select id from ${name}))`,
    ];
  }

  covers(charge: Charge, record: string): string {
    return this.name === null ? 'true' : coversSql(charge, record, `select id from ${this.name}`);
  }

  holds(body: string): string {
    return this.name === null ? 'true' : `${body} in (select id from ${this.name})`;
  }

  anywhere(select: string, conditions: readonly string[], { by }: Order): string {
    return `${select} where ${conditions.join(' and ')} order by ${by} ${LIMIT}`;
  }

  fromBodies(select: string, body: string, conditions: readonly string[], order: Order): string {
    return this.from(this.name, select, body, conditions, order);
  }

  fromAgreements(select: string, agreement: string, conditions: readonly string[], order: Order): string {
    return this.from(this.name && `${this.name}_agreements`, select, agreement, conditions, order);
  }

  private from(
    start: string | null,
    select: string,
    column: string,
    conditions: readonly string[],
    order: Order,
  ): string {
    if (start === null) return this.anywhere(select, conditions, order);
    const each = this.anywhere(select, [`${column} = t.id`, ...conditions], order);
    return `select x.* from ${start} t cross join lateral (${each}) x order by ${order.again ?? 'x.place, x.id'} ${LIMIT}`;
  }
}
