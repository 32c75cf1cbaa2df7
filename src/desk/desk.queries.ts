import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rootsOf, type Held } from '../access/access.rules.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { prepared } from '../platform/database/prepared.js';
import { ExtensionQueries } from '../reports/extension.queries.js';
import { named as namedReport } from '../reports/occurrence.queries.js';
import { named as namedReview } from '../reviews/review.queries.js';
import { COUNTED, HORIZON_DAYS, SHOWN, type DeskAnswer } from './desk.contract.js';
import { DAYS, LISTS, type List } from './desk.lists.js';
import { Reach } from './desk.reach.js';

type Lists = Omit<DeskAnswer, 'today'>;

const NAMES = Object.keys(LISTS) as (keyof Lists)[];
const NONE = Object.fromEntries(NAMES.map((name) => [name, null])) as unknown as Lists;
/** So that each place has its type, also where no list asks for it. */
const DAYS_GIVEN = `days as (select ${Object.values(DAYS).join(', ')})`;

@Injectable()
export class DeskQueries {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly extensions: ExtensionQueries,
  ) {}

  /** In one statement, so that all lists are of one moment; only those for which a seat gives the right. */
  async of(held: readonly Held[], today: CivilDate): Promise<DeskAnswer> {
    const { dueSoonDays, expiringDays } = this.config;
    const values: unknown[] = [0, dueSoonDays, HORIZON_DAYS, expiringDays].map((days) => addDays(today, days));
    const { tables, columns } = statementFor(held, values);
    if (columns.length === 0) return { today, ...NONE };
    const sql = `with ${[DAYS_GIVEN, ...tables].join(', ')} select ${columns.join(', ')}`;
    const [row] = await prepared<Lists>(this.db, sql, values);
    return { today, ...(await this.worded({ ...NONE, ...row })) };
  }

  /** The words that the statement does not give. */
  private async worded(lists: Lists): Promise<Lists> {
    const { owes, toAccept, extensions, reviewsDue, reviewsWithoutOutcome } = lists;
    return {
      ...lists,
      owes: each(owes, namedReport),
      toAccept: each(toAccept, namedReport),
      reviewsDue: each(reviewsDue, namedReview),
      reviewsWithoutOutcome: each(reviewsWithoutOutcome, namedReview),
      extensions: extensions && { ...extensions, items: await this.extensions.named(extensions.items) },
    };
  }
}

/** Seats of the same reach share its rows. `values` grows by the roots. */
function statementFor(held: readonly Held[], values: unknown[]): { tables: string[]; columns: string[] } {
  const reaches = new Map<string, Reach>();
  const tables: string[] = [];
  const columns = NAMES.flatMap((name) => {
    const roots = rootsOf(held, LISTS[name].right);
    if (roots === null) return [];
    const key = String(roots);
    let reach = reaches.get(key);
    if (!reach) {
      reach = new Reach(roots === 'everything' ? null : `reach_${reaches.size}`);
      reaches.set(key, reach);
      if (roots !== 'everything') tables.push(...reach.tablesSql(`$${values.push(roots)}`));
    }
    return [`${listSql(LISTS[name], reach)} as "${name}"`];
  });
  return { tables, columns };
}

function listSql({ found, rows, order = 'place, id' }: List, reach: Reach): string {
  return `(with found as materialized (${found(reach)}), shown as materialized (
      select id, row_number() over (order by ${order}) as nth from found order by ${order} limit ${SHOWN})
    select json_build_object('count', least(count(*), ${COUNTED}), 'capped', count(*) > ${COUNTED},
      'items', (select coalesce(json_agg(x), '[]') from (${rows} order by shown.nth) x))
    from found)`;
}

function each<T extends { items: object[] }>(list: T | null, named: (row: never) => object): T | null {
  return list && { ...list, items: list.items.map((row) => named(row as never)) };
}
