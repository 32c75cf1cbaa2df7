// The list of due reports over HTTP, signed in, against a bare handler that runs the same SQL: requests a second, in turns.
import autocannon from 'autocannon';
import { createHash, randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { median } from './database.mjs';

const SECONDS = 8;
const CONNECTIONS = 32;

function serve(kind, url, env = {}) {
  const child = fork(join(import.meta.dirname, 'list-server.mjs'), [kind, url], { env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }) => resolve({ child, port }));
    child.once('exit', (code) => reject(new Error(`${kind} server left with ${code}`)));
  });
}

/** A session as sign-in makes it. */
async function signIn(db, login) {
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `insert into session (token_hash, member_id, opened_at, expires_at)
     select $1, id, now(), now() + interval '1 hour' from member where login = $2`,
    [createHash('sha256').update(token).digest('hex'), login],
  );
  return { authorization: `Bearer ${token}` };
}

/** Somebody with a seat in one body, who sees the agreements that it is a party to. */
async function unitOf(db, body) {
  await db.query(
    `with person as (insert into member (login, full_name, password_hash) values ('unit-' || $1, 'Unit', 'x')
       on conflict do nothing returning id),
     chair as (insert into seat (body_id, name_vi, role) select $1::uuid, 'Unit', 'REPORTER' from person returning id)
     insert into seat_holding (seat_id, member_id, from_on) select chair.id, person.id, '2000-01-01' from chair, person`,
    [body],
  );
  const { rows } = await db.query('select distinct agreement_id as id from party where body_id = $1', [body]);
  return { headers: await signIn(db, `unit-${body}`), agreements: rows.map(({ id }) => id) };
}

/** The statement the product runs, caught on its way to PostgreSQL. */
async function statementOf(url, path, headers) {
  const { default: pg } = await import('pg');
  const caught = [];
  const { createServer } = await import('../dist/src/server.js');
  const { readConfig } = await import('../dist/src/platform/config/config.js');
  const app = await createServer({ ...readConfig({ DATABASE_URL: url, SCHEDULER: 'off' }), logLevel: 'error' }, url);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (sql, values, ...rest) {
    if (typeof sql === 'object' && sql.text) caught.push(sql);
    else caught.push({ text: sql, values });
    return query.call(this, sql, values, ...rest);
  };
  const reply = await app.inject({ method: 'GET', url: path, headers });
  pg.Client.prototype.query = query;
  await app.close();
  if (reply.statusCode !== 200) throw new Error(`${path} answered ${reply.statusCode}`);
  const statement = caught.find(({ text }) => String(text).includes('from occurrence'));
  return { statement: { text: statement.text, values: statement.values }, rows: reply.json().items.length };
}

async function fire(url, headers) {
  const { requests, latency, errors, non2xx } = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} refused`);
  return { perSecond: requests.average, p99: latency.p99 };
}

async function compare({ url, ownerUrl }, path, headers, { statement, rows }, rounds) {
  const product = await serve('product', url);
  const bare = await serve('bare', ownerUrl, { BENCH_STATEMENT: JSON.stringify(statement) });
  const seen = { product: [], bare: [], prepared: [] };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const one = await fire(`http://127.0.0.1:${bare.port}/list`, {});
      const two = await fire(`http://127.0.0.1:${product.port}${path}`, headers);
      const three = await fire(`http://127.0.0.1:${bare.port}/prepared`, {});
      if (round === 0) continue;
      seen.bare.push(one);
      seen.prepared.push(three);
      seen.product.push(two);
    }
  } finally {
    for (const { child } of [product, bare]) child.disconnect();
  }
  const of = (kind, what) => median(seen[kind].map((run) => run[what]));
  return {
    rowsInPage: rows,
    rounds,
    connections: CONNECTIONS,
    barePerSecond: Math.round(of('bare', 'perSecond')),
    barePreparedPerSecond: Math.round(of('prepared', 'perSecond')),
    productPerSecond: Math.round(of('product', 'perSecond')),
    bareP99Ms: of('bare', 'p99'),
    productP99Ms: of('product', 'p99'),
    ratio: of('product', 'perSecond') / of('bare', 'perSecond'),
    ratioToPrepared: of('product', 'perSecond') / of('prepared', 'perSecond'),
  };
}

/** `url`: as the app's role, under which the product works; `ownerUrl`: the bare handler, whom no policy stands before. */
export async function benchList({ db, url, ownerUrl }, { rounds }) {
  const headers = await signIn(db, 'bench');
  const {
    rows: [{ id }],
  } = await db.query(
    `select body_id as id from occurrence where state in ('due', 'returned') group by body_id order by count(*) desc limit 1`,
  );
  const path = `/api/v1/occurrences?limit=50&bodyId=${id}`;
  const everything = await compare({ url, ownerUrl }, path, headers, await statementOf(url, path, headers), rounds);

  const unit = await unitOf(db, id);
  const own = '/api/v1/occurrences?limit=50';
  const { rows } = await statementOf(url, own, unit.headers);
  const { statement } = await statementOf(url, own, headers);
  // What a hand would write for this caller: the agreements named in the statement.
  const only = `from (select * from occurrence where agreement_id = any ('{${unit.agreements.join(',')}}')) o`;
  const byHand = { ...statement, text: statement.text.replace(/from occurrence o\b/, only) };
  const inScope = await compare({ url, ownerUrl }, own, unit.headers, { statement: byHand, rows }, rounds);
  return { everything, inScope: { agreementsSeen: unit.agreements.length, ...inScope } };
}
