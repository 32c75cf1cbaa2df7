import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import { CREDENTIALS } from './credentials.js';
import type { PersonAnswer, PersonData, PersonDeed, PersonRecords, PersonSeat } from './person.contract.js';
import { ViewQueries } from './view.queries.js';
import { refusePerson } from './person.refusals.js';

const LATEST_DEEDS = 5_000;
const MOST_IDS = 1_000;
/** Never leaves the house, whoever asks: digests, keys, counters. */
const INSIDE = /hash|secret|token|verifier|step/;

@Injectable()
export class PersonQueries {
  constructor(
    private readonly db: DataSource,
    private readonly views: ViewQueries,
  ) {}

  async one(id: string, tx: Tx = this.db.manager): Promise<PersonAnswer> {
    const [row] = await tx.query<PersonAnswer[]>(
      `select m.id, m.login, m.full_name as "fullName", m.email, m.phone, m.disabled_at as "disabledAt",
         case when d.id is not null then json_build_object('on', d.on_date, 'reason', d.reason,
           'anonymisedAt', d.anonymised_at) end as departure
       from member m left join departure d on d.member_id = m.id where m.id = $1`,
      [id],
    );
    if (!row) throw refusePerson('unknown');
    return row;
  }

  async data(tx: Tx, id: string, at: string): Promise<PersonData> {
    const member = await this.one(id, tx);
    const seats = await this.seats(id, tx);
    const [total] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from audit_entry where actor_id = $1`,
      [id],
    );
    const deeds = await tx.query<PersonDeed[]>(
      `select id::text as id, at, what, subject_id as "subjectId" from audit_entry where actor_id = $1
       order by audit_entry.id desc limit ${LATEST_DEEDS}`,
      [id],
    );
    const [credentials, records] = [await this.credentials(tx, id), await this.records(tx, id)];
    const { items: views } = await this.views.of(id, null, tx);
    return { at, member, seats, credentials, deedsTotal: total?.count ?? 0, deeds, views, records };
  }

  seats(id: string, tx: Tx = this.db.manager): Promise<PersonSeat[]> {
    return tx.query<PersonSeat[]>(
      `select h.seat_id as "seatId", s.name_vi as "seatName", coalesce(b.name_vi, '') as "bodyName", h.from_on as "from", h.to_on as "to"
       from seat_holding h join seat s on s.id = h.seat_id left join body b on b.id = s.body_id
       where h.member_id = $1 order by h.from_on`,
      [id],
    );
  }

  private async credentials(tx: Tx, id: string): Promise<PersonData['credentials']> {
    const found: PersonData['credentials'] = {};
    for (const { table } of await columnsOf(tx, `c.relname = any($1) and a.attname = 'member_id'`, [CREDENTIALS])) {
      const rows = await tx.query<{ row: Record<string, unknown> }[]>(
        `select to_jsonb(t) - 'member_id' as row from "${table}" t where member_id = $1`,
        [id],
      );
      found[table] = rows.map(({ row }) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !INSIDE.test(name))),
      );
    }
    return found;
  }

  /** Asked of the catalogue, so that no table that names its author is forgotten. */
  private async records(tx: Tx, id: string): Promise<PersonRecords[]> {
    const authors = await columnsOf(
      tx,
      `a.atttypid = 'uuid'::regtype and (a.attname ~ '(_by|^by_id|_by_id)$' or exists (select from pg_constraint f
           where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'member'::regclass and f.conkey = array[a.attnum]))
         and c.relname <> all($1) and exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id')`,
      [[...CREDENTIALS, 'seat_holding', 'saved_view']],
    );
    const records: PersonRecords[] = [];
    for (const { table, column } of authors) {
      const [found] = await tx.query<{ count: number; ids: string[] | null }[]>(
        `select count(*)::int as count, (array_agg(id order by id))[1:${MOST_IDS}] as ids from "${table}" where "${column}" = $1`,
        [id],
      );
      if (found && found.count > 0)
        records.push({ where: `${table}.${column}`, count: found.count, ids: found.ids ?? [] });
    }
    return records;
  }
}

function columnsOf(tx: Tx, condition: string, values: unknown[]): Promise<{ table: string; column: string }[]> {
  return tx.query(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and ${condition} order by 1, 2`,
    values,
  );
}
