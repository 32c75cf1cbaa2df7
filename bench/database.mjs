// A database of its own for measuring: the product's migrations, and N due reports made by SQL.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { migrate } from '../dist/src/data-source.js';
import { embeddedAppUrl } from '../dist/src/platform/database/app-role.js';
import { openEmbedded } from '../dist/src/platform/database/embedded.js';

const root = resolve(import.meta.dirname, '..');

/** PostgreSQL as an office would run it: its writes are safe, its memory is that of a small server. */
const SETTINGS = ['shared_buffers=2GB', 'max_wal_size=4GB', 'work_mem=32MB', 'checkpoint_timeout=30min'];

export async function openBench() {
  const dataDir = join(root, '.tmp', 'bench');
  mkdirSync(dataDir, { recursive: true });
  const server = await openEmbedded({ dataDir, extraFlags: SETTINGS });
  const appUrl = embeddedAppUrl(server.url);
  await migrate({ url: appUrl, ownerUrl: server.url });
  const db = new pg.Pool({ connectionString: server.url, max: 4 });
  return {
    db,
    url: appUrl,
    ownerUrl: server.url,
    async close({ keep = true } = {}) {
      await db.end();
      await server.stop();
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const BODIES = 500;
const AGREEMENTS = 1000;

/** Makes up to `rows` due reports over ten years, weekly by schedule; 30,000 of the open ones fall due yesterday. */
export async function generate(db, rows, today) {
  const {
    rows: [{ count }],
  } = await db.query('select count(*)::int as count from occurrence');
  if (count >= rows) return count;
  if (count > 0)
    await db.query('truncate occurrence, review, schedule, commitment, party, agreement, seat, body, member cascade');
  const statements = [
    `insert into member (login, full_name, password_hash) values ('bench', 'Bench', 'x')`,
    `insert into seat (name_vi, role) values ('Bench', 'OFFICIAL')`,
    `insert into seat_holding (seat_id, member_id, from_on) select s.id, m.id, '2000-01-01' from seat s, member m`,
    `insert into body (code, name_vi, system, level, search)
       select 'B' || i, 'Cơ quan ' || i, 'PARTY', 'COMMUNE', 'co quan ' || i from generate_series(1, ${BODIES}) i`,
    `update body b set parent_id = p.id from body p where b.code <> 'B1' and p.code = 'B' || (1 + (substring(b.code, 2)::int / 50) * 50) and p.id <> b.id and length(p.code) <= 4`,
    `insert into agreement (kind, title, signed_on, in_force_from, state, activated_on, no_secret_confirmed_by, no_secret_confirmed_at, search)
       select 'PROGRAMME', 'Chương trình phối hợp ' || i, '2016-01-01', '2016-01-01', 'in_force', '2016-01-01', m.id, now(), 'chuong trinh'
       from generate_series(1, ${AGREEMENTS}) i, member m`,
    `insert into party (agreement_id, body_id, ordinal, role, name_as_signed)
       select a.id, b.id, k.k, 'PARTY', b.name_vi
       from (select id, row_number() over (order by id) as n from agreement) a, (values (0), (1)) k (k),
         lateral (select id, name_vi from body where code = 'B' || (1 + (a.n + 250 * k.k) % ${BODIES})) b`,
    `insert into commitment (agreement_id, ordinal, title, kind) select a.id, i, 'Cam kết ' || i, 'REPORT' from agreement a, generate_series(0, 1) i`,
    `insert into schedule (commitment_id, frequency, window_rule, dues, confirmed_by, confirmed_at)
       select c.id, 'WEEKLY', '{"kind":"SCHEME"}', '[]', m.id, now() from commitment c, member m`,
  ];
  for (const statement of statements) await db.query(statement);
  // Most are long done; what is open reaches from yesterday's 30,000 to a year ahead.
  await db.query(
    `with s as (select s.id as schedule_id, c.id as commitment_id, c.agreement_id, row_number() over () as n
                from schedule s join commitment c on c.id = s.commitment_id),
          b as (select id, row_number() over (order by code) as n from body),
          g as (select i, i % (select count(*) from s) + 1 as s, (i / 7) % ${BODIES} + 1 as b,
                  case when i <= 30000 then -1 else 1 - (i % 3650) end as day,
                  i > 30000 and i % 3650 > 330 as done
                from generate_series(1, $1::int) i)
     insert into occurrence (schedule_id, commitment_id, agreement_id, body_id, period_key, report_year, tier, window_start,
       window_end, due_raw, due_on, overdue_from, derivation, state, first_filed_on, filed_on, accepted_on)
     select s.schedule_id, s.commitment_id, s.agreement_id, b.id, 'W' || g.i, 2026, 1, d.day - 7, d.day - 1, d.day, d.day, d.day + 1,
       jsonb_build_object('ordinal', g.i, 'raw', d.day, 'on', d.day, 'roll', 'NEXT', 'rolledBecause', '[]'::jsonb,
         'period', jsonb_build_object('type', 'WEEK', 'key', 'W' || g.i), 'schemeCode', 'ND09', 'unconfirmedYear', false),
       case when g.done then 'accepted' else 'due' end,
       case when g.done then d.day - (g.i % 5 - 1)::int end, case when g.done then d.day end, case when g.done then d.day + 3 end
     from g join s on s.n = g.s join b on b.n = g.b
     cross join lateral (select $2::date + case when g.done or g.i <= 30000 then g.day else 330 - (g.i % 331)::int end as day) d`,
    [rows, today],
  );
  await db.query('vacuum analyze');
  return rows;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
