import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { AdministratorService } from '../../src/access/administrator.service.js';
import { SEAT_ROLES } from '../../src/access/seat.entity.js';
import { AppModule } from '../../src/app.module.js';
import type { CivilDate } from '../../src/core/civil-date.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import { embeddedAppUrl } from '../../src/platform/database/app-role.js';
import { standOutside } from '../../src/platform/database/scope.js';
import { adapter, setUpHttp } from '../../src/platform/http/setup.js';
import { RegimeSeeder } from '../../src/regime/regime.seeder.js';
import { auditor } from './audited.js';
import { IN_SCOPE, needsWhole, seatInEveryBody } from './in-scope.js';
import { cloneDatabase } from './database.js';

export const PASSWORD = 'mat-khau-thu-nghiem';

/** A clock that a story sets by hand. */
class StoryClock extends Clock {
  private day: CivilDate = '2026-07-02';
  private told: CivilDate | null = null;
  private telling: Promise<unknown> = Promise.resolve();
  set(day: CivilDate): void {
    this.day = day;
  }
  override today(): CivilDate {
    return this.day;
  }
  /** Some time around noon of the story's day, later at each call. */
  override now(): string {
    const ms = Math.floor(performance.now() % 3_600_000);
    return new Date(Date.parse(`${this.day}T05:00:00Z`) + ms).toISOString();
  }
  /** The database learns what day it is, for what it dates by itself. */
  async tell(db: DataSource): Promise<void> {
    if (this.told !== this.day) this.telling = this.telling.then(() => this.write(db, this.day));
    this.told = this.day;
    await this.telling;
  }
  private write(db: DataSource, day: CivilDate): Promise<unknown> {
    return db.query(
      `create or replace function register_now() returns timestamptz language sql stable as $$
         select timestamptz '${day} 05:00:00+00' + make_interval(secs => extract(epoch from now())::bigint % 3600) $$`,
    );
  }
}

export interface Reply<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Record<string, string | number | string[] | undefined>;
}

export interface Part {
  name: string;
  bytes: Buffer;
}

export interface World {
  app: NestFastifyApplication;
  /** As the owner of the tables: stories look behind the scope. */
  db: DataSource;
  /** As the owner; `appUrl`: as the role the application works as. */
  url: string;
  appUrl: string;
  clock: StoryClock;
  /** Signed in as the administrator unless `authorization` says otherwise. */
  call: <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply<T>>;
  upload: <T = Record<string, unknown>>(
    path: string,
    fields: Record<string, string>,
    file?: Part,
    headers?: Record<string, string>,
  ) => Promise<Reply<T>>;
  close: () => Promise<void>;
}

function form(fields: Record<string, string>, file?: Part): { payload: Buffer; type: string } {
  const boundary = 'ranh-gioi-thu-nghiem';
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = file
    ? `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    : '';
  const payload = Buffer.concat([
    Buffer.from(texts.join('') + head),
    file?.bytes ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, type: `multipart/form-data; boundary=${boundary}` };
}

/** Whoever stories sign in as holds every role over the whole register. */
async function seatEverywhere(db: DataSource, login: string): Promise<void> {
  for (const role of SEAT_ROLES.filter((name) => name !== 'ADMINISTRATOR')) {
    await db.query(
      `with chair as (insert into seat (name_vi, role) values ($2::text, $2::text::seat_role) returning id)
       insert into seat_holding (seat_id, member_id, from_on)
       select chair.id, m.id, '2000-01-01' from chair, member m where m.login = $1`,
      [login, role],
    );
  }
}

/** The whole application on a database of its own; today is 2026-07-02 until the story says otherwise. */
export async function openWorld(settings: Record<string, string> = {}): Promise<World> {
  const database = await cloneDatabase();
  const root = resolve(import.meta.dirname, '../..', '.tmp');
  const filesDir = await mkdtemp(join(root, 'files-'));
  standOutside();
  const appUrl = embeddedAppUrl(database.url);
  const config = readConfig({
    DATABASE_URL: appUrl,
    FILES_DIR: filesDir,
    SCHEDULER: 'off',
    ADMIN_PASSWORD: PASSWORD,
    // Stories ask faster than people; the story of the limits sets its own.
    RATE_PER_MINUTE_ACCOUNT: '0',
    RATE_PER_MINUTE_ADDRESS: '0',
    ...settings,
  });
  const clock = new StoryClock(config.timeZone);
  const module = await Test.createTestingModule({ imports: [AppModule.of(config, appUrl)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(adapter(config), {
    logger: ['error', 'fatal'],
    bodyParser: false,
  });
  await setUpHttp(app, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await app.get(RegimeSeeder).seed();
  await app.get(AdministratorService).ensure('admin', PASSWORD);

  const db = await new DataSource({
    ...dataSourceOptions(database.url),
    poolSize: 4,
  } as DataSourceOptions).initialize();
  await seatEverywhere(db, 'admin');
  await db.query(`update seat_holding set from_on = '2000-01-01'`);
  const audited = auditor();
  const send = async <T>(
    method: string,
    path: string,
    payload: Buffer | string | undefined,
    headers: Record<string, string>,
  ): Promise<Reply<T>> => {
    await clock.tell(db);
    const answer = await app.inject({
      method: method as 'GET',
      url: path.startsWith('/health') || path.startsWith('/api') ? path : `/api/v1${path}`,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    await audited(db, { method, path, headers }, answer);
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      body: (json ? answer.json() : answer.rawPayload) as T,
      headers: answer.headers,
    };
  };
  const json = { 'content-type': 'application/json' };
  const session = await send<{ token: string }>(
    'POST',
    '/sessions',
    JSON.stringify({ login: 'admin', password: PASSWORD }),
    json,
  );
  const whole = { authorization: `Bearer ${session.body.token}` };
  const inScope = IN_SCOPE ? await seatInEveryBody(db) : whole;
  const signed = (method: string, path: string) => (needsWhole(method, path) ? whole : inScope);
  // Stories leap over months; nobody signs in again.
  await db.query(`update session set expires_at = '9999-12-31', last_seen_at = '9999-12-31'`);

  return {
    app,
    db,
    url: database.url,
    appUrl,
    clock,
    call: (method, path, body, headers = {}) =>
      send(method, path, body === undefined ? undefined : JSON.stringify(body), {
        ...signed(method, path),
        ...(body === undefined ? {} : json),
        ...headers,
      }),
    upload: (path, fields, file, headers = {}) => {
      const { payload, type } = form(fields, file);
      return send('POST', path, payload, { ...signed('POST', path), 'content-type': type, ...headers });
    },
    close: async () => {
      await app.close();
      await db.destroy();
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}
