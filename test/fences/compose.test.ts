import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../src/platform/config/config.js';

// No container engine runs where the tests run, so the files are read instead.
const root = resolve(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  image?: string;
  build?: string;
  depends_on?: Record<string, { condition: string }>;
  environment: Record<string, string>;
  healthcheck?: { test: string[] };
  volumes: string[];
}

interface Compose {
  services: { db: Service; app: Service };
  volumes: Record<string, null>;
}

const source = text('docker-compose.yml');
const compose = parse(source) as Compose;
const { db, app } = compose.services;
const dockerfile = text('Dockerfile');

/** What compose makes of `${NAME}`, `${NAME:-preset}` and `${NAME:?message}`. */
const filled = (value: string, given: Record<string, string>) =>
  value.replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, name: string, preset = '') => given[name] ?? String(preset));

const SECRET = /password|secret|token|key/i;

/** Settings whose name or address holds a secret that is written out instead of taken from the environment. */
function literalSecrets(services: Service[]): string[] {
  return services.flatMap(({ environment }) =>
    Object.entries(environment)
      .filter(
        ([name, value]) => (SECRET.test(name) && !/^\$\{\w+/.test(value)) || /:\/\/[^:]+:(?!\$\{)[^@]*@/.test(value),
      )
      .map(([name]) => name),
  );
}

describe('docker-compose.yml', () => {
  it('has a database and an application that waits until it is healthy', () => {
    expect(Object.keys(compose.services)).toEqual(['db', 'app']);
    expect(db.image).toBe('postgres:18');
    expect(db.healthcheck?.test).toContain('pg_isready');
    expect(app.build).toBe('.');
    expect(app.depends_on).toEqual({ db: { condition: 'service_healthy' } });
  });

  it('keeps data and files in declared volumes, at the paths the images use', () => {
    expect(db.volumes).toEqual(['db:/var/lib/postgresql']);
    expect(app.volumes).toEqual([`files:${app.environment['FILES_DIR']}`]);
    expect(Object.keys(compose.volumes)).toEqual(['db', 'files']);
    expect(dockerfile).toContain(`mkdir -p ${app.environment['FILES_DIR']}`);
  });

  it('contains no secret, and the check would see one', () => {
    expect(literalSecrets([db, app])).toEqual([]);
    const planted = { ...app, environment: { ADMIN_PASSWORD: 'x1', DATABASE_URL: 'postgres://u:x1@db/d' } };
    expect(literalSecrets([planted])).toEqual(['ADMIN_PASSWORD', 'DATABASE_URL']);
  });

  it('explains every variable it asks for', () => {
    const asked = new Set(source.match(/\$\{\w+/g)?.map((name) => name.slice(2)));
    const explained = source.match(/^# {3}\w+/gm)?.map((line) => line.slice(4));
    expect([...asked].sort()).toEqual(explained?.sort());
  });

  it('gives the application settings it accepts, with the database under one role that owns and one that works', () => {
    const given = { POSTGRES_PASSWORD: 'abc123', APP_DB_PASSWORD: 'def456' };
    const environment = Object.fromEntries(
      Object.entries(app.environment).map(([name, value]) => [name, filled(value, given)]),
    );
    const config = readConfig(environment);
    const { POSTGRES_USER, POSTGRES_DB } = db.environment;
    expect(config.databaseOwnerUrl).toBe(`postgres://${POSTGRES_USER}:abc123@db:5432/${POSTGRES_DB}`);
    expect(config.databaseUrl).toBe(`postgres://so_phoi_hop_app:def456@db:5432/${POSTGRES_DB}`);
    expect(config).toMatchObject({ filesDir: '/data/files', adminLogin: 'admin', adminPassword: null });
  });
});

describe('Dockerfile', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: { start: string } };
  const lines = dockerfile.split('\n');
  const last = lines.lastIndexOf(lines.findLast((line) => line.startsWith('FROM')) ?? '');
  const runtime = lines.slice(last).join('\n');

  it('runs the file that `npm start` runs', () => {
    const command = /^CMD (\[.*\])$/m.exec(runtime)?.[1] ?? '[]';
    expect((JSON.parse(command) as string[]).join(' ')).toBe(scripts.start);
  });

  it('runs as an ordinary user, asks /health/ready, and keeps the binary of argon2', () => {
    expect(runtime).toMatch(/^USER node$/m);
    expect(runtime).toMatch(/^HEALTHCHECK [\s\S]*\/health\/ready/m);
    expect(runtime).not.toContain('--omit=optional');
  });

  it('copies nothing that .dockerignore hides', () => {
    const kept = text('.dockerignore')
      .match(/^!.+/gm)
      ?.map((line) => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => match[1]!.split(' '));
    expect([...new Set(copied)].sort()).toEqual(kept?.sort());
  });
});
