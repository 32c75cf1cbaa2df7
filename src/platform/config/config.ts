import ipaddr from 'ipaddr.js';
import { join, resolve } from 'node:path';

/** Injection token of the settings; the value is what `readConfig` returned at start. */
export const CONFIG = Symbol('CONFIG');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Sign-in through an OpenID Connect provider. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  /** Absent: a public client, known by PKCE alone. */
  clientSecret: string | null;
  /** What the button says. */
  label: string;
  /** Claim that holds the login, for linking by login and for new members; a link itself is always by issuer and subject. */
  claim: string;
  linkBy: 'none' | 'login';
  create: boolean;
}

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
  anonymiseAfterMonths: number;
  scheduler: boolean;
  /** Address under which people reach the register; https makes browsers stay with https. */
  publicUrl: string | null;
  /** Whose word on the caller's address counts: nobody's, that of so many proxies, or of these addresses. */
  trustProxy: false | number | string[];
  /** Requests a minute of one signed-in account; 0 = no limit. */
  ratePerMinuteAccount: number;
  /** Requests a minute of one address for which nobody is signed in; 0 = no limit. */
  ratePerMinuteAddress: number;
  webhookAllowLoopback: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Absent: nobody signs in through a provider. */
  oidc: OidcSettings | null;
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

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** https anywhere, http only to the machine itself: what is signed in there goes over nobody's wire. */
function secureUrl(env: Environment, name: string): URL | null {
  const value = text(env, name);
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (url && secure && url.username === '' && url.search === '' && url.hash === '') return url;
  throw new ConfigError(name, 'must be an https address (http only on this machine), such as https://so.example.vn');
}

function publicUrl(env: Environment): string | null {
  const value = text(env, 'PUBLIC_URL');
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new ConfigError('PUBLIC_URL', 'must be an origin such as https://so.example.vn');
}

function oidc(env: Environment): OidcSettings | null {
  if (secureUrl(env, 'OIDC_ISSUER') === null) return null;
  if (secureUrl(env, 'PUBLIC_URL') === null) throw new ConfigError('PUBLIC_URL', 'is needed when OIDC_ISSUER is set');
  const clientId = text(env, 'OIDC_CLIENT_ID');
  if (clientId === null) throw new ConfigError('OIDC_CLIENT_ID', 'is needed when OIDC_ISSUER is set');
  return {
    issuer: text(env, 'OIDC_ISSUER') ?? '',
    clientId,
    clientSecret: text(env, 'OIDC_CLIENT_SECRET'),
    label: text(env, 'OIDC_LABEL') ?? 'OpenID Connect',
    claim: text(env, 'OIDC_CLAIM') ?? 'preferred_username',
    linkBy: oneOf(env, 'OIDC_LINK_BY', 'none', ['none', 'login']),
    create: oneOf(env, 'OIDC_CREATE', 'off', ['on', 'off']) === 'on',
  };
}

/** `true` is not offered: whoever believes every proxy believes the caller. */
function trustProxy(env: Environment): false | number | string[] {
  const value = text(env, 'TRUST_PROXY') ?? 'off';
  if (value === 'off' || value === '0') return false;
  if (/^[1-9]$/.test(value)) return Number(value);
  const addresses = value.split(',').map((address) => address.trim());
  if (addresses.every((address) => ipaddr.isValid(address) || ipaddr.isValidCIDR(address))) return addresses;
  throw new ConfigError(
    'TRUST_PROXY',
    'must be off, a number of proxies from 1 to 9, or addresses with commas between',
  );
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
    anonymiseAfterMonths: whole(env, 'ANONYMISE_AFTER_MONTHS', 24, [1, 600]),
    scheduler: oneOf(env, 'SCHEDULER', 'on', ['on', 'off']) === 'on',
    publicUrl: publicUrl(env),
    trustProxy: trustProxy(env),
    ratePerMinuteAccount: whole(env, 'RATE_PER_MINUTE_ACCOUNT', 600, [0, 1_000_000]),
    ratePerMinuteAddress: whole(env, 'RATE_PER_MINUTE_ADDRESS', 120, [0, 1_000_000]),
    webhookAllowLoopback: oneOf(env, 'WEBHOOK_ALLOW_LOOPBACK', 'off', ['on', 'off']) === 'on',
    logLevel: oneOf(env, 'LOG_LEVEL', 'info', LOG_LEVELS),
    oidc: oidc(env),
  };
}
