import { join, resolve } from 'node:path';

/** Injection token of the settings; the value is what `readConfig` returned at start. */
export const CONFIG = Symbol('CONFIG');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Absent: the embedded PostgreSQL of `dataDir` is used. */
  databaseUrl: string | null;
  /** Role that owns the tables; needed only by a start or a command that migrates. */
  databaseOwnerUrl: string | null;
  filesDir: string;
  timeZone: string;
  adminLogin: string;
  adminPassword: string | null;
  /** A session that nobody uses for so long ends. */
  sessionIdleMinutes: number;
  /** A session ends after so long, used or not. */
  sessionHours: number;
  /** Seals what is kept to be read again, such as the secrets of one-time codes; the same on every instance. */
  secretsKey: string | null;
  maxUploadBytes: number;
  planHorizonDays: number;
  dueSoonDays: number;
  expiringDays: number;
  scheduler: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** A setting is wrong. `exitCode` is EX_CONFIG of sysexits.h; the message never repeats a value that may be secret. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly exitCode = 78;

  constructor(
    readonly variable: string,
    demand: string,
  ) {
    super(`${variable} ${demand}`);
  }
}

type Environment = Record<string, string | undefined>;

/** Empty counts as absent: compose files pass `${X:-}` as an empty string. */
function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function whole(env: Environment, name: string, preset: number, [min, max]: [number, number]): number {
  const value = text(env, name);
  if (value === null) return preset;
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  throw new ConfigError(name, `must be a whole number from ${min} to ${max}, not "${value}"`);
}

function oneOf<T extends string>(env: Environment, name: string, preset: T, allowed: readonly T[]): T {
  const value = text(env, name);
  if (value === null) return preset;
  const found = allowed.find((word) => word === value);
  if (found) return found;
  throw new ConfigError(name, `must be one of ${allowed.join(', ')}, not "${value}"`);
}

function databaseUrl(env: Environment, name: string): string | null {
  const value = text(env, name);
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return value;
  throw new ConfigError(name, 'must look like postgres://user:password@host:5432/database');
}

const KEY_LENGTH = 32;

function secretsKey(env: Environment): string | null {
  const value = text(env, 'SECRETS_KEY');
  if (value === null || value.length >= KEY_LENGTH) return value;
  throw new ConfigError('SECRETS_KEY', `must have at least ${KEY_LENGTH} characters, as openssl rand -base64 32 makes`);
}

/** Intl also takes offsets such as +07:00; later readers (cron, PostgreSQL) want a name. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

function timeZone(env: Environment): string {
  const value = text(env, 'TIME_ZONE') ?? 'Asia/Ho_Chi_Minh';
  if (isTimeZone(value)) return value;
  throw new ConfigError('TIME_ZONE', `must be an IANA time zone such as Asia/Ho_Chi_Minh, not "${value}"`);
}

export function readConfig(env: Environment): Config {
  const given = databaseUrl(env, 'DATABASE_URL');
  const dataDir = resolve(text(env, 'DATA_DIR') ?? 'data');
  return {
    port: whole(env, 'PORT', 3000, [0, 65_535]),
    host: text(env, 'HOST') ?? (given === null ? '127.0.0.1' : '0.0.0.0'),
    dataDir,
    databaseUrl: given,
    databaseOwnerUrl: databaseUrl(env, 'DATABASE_OWNER_URL'),
    filesDir: resolve(text(env, 'FILES_DIR') ?? join(dataDir, 'files')),
    timeZone: timeZone(env),
    adminLogin: text(env, 'ADMIN_LOGIN') ?? 'admin',
    adminPassword: text(env, 'ADMIN_PASSWORD'),
    sessionIdleMinutes: whole(env, 'SESSION_IDLE_MINUTES', 60, [1, 1440]),
    sessionHours: whole(env, 'SESSION_HOURS', 12, [1, 168]),
    secretsKey: secretsKey(env),
    maxUploadBytes: whole(env, 'MAX_UPLOAD_MB', 25, [1, 1024]) * 1024 * 1024,
    planHorizonDays: whole(env, 'PLAN_HORIZON_DAYS', 400, [31, 3660]),
    dueSoonDays: whole(env, 'DUE_SOON_DAYS', 5, [0, 365]),
    expiringDays: whole(env, 'EXPIRING_DAYS', 90, [0, 3660]),
    scheduler: oneOf(env, 'SCHEDULER', 'on', ['on', 'off']) === 'on',
    logLevel: oneOf(env, 'LOG_LEVEL', 'info', LOG_LEVELS),
  };
}
