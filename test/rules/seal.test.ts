import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Seal } from '../../src/platform/secrets/seal.js';

const root = resolve(import.meta.dirname, '../../.tmp');
mkdirSync(root, { recursive: true });
const dataDir = mkdtempSync(join(root, 'seal-'));
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

const keyed = (secretsKey: string | null, databaseUrl: string | null = null): Seal =>
  new Seal({ secretsKey, databaseUrl, dataDir });
const KEY = 'mot-khoa-dai-du-ba-muoi-hai-ky-tu-de-thu';

describe('a sealed secret', () => {
  const closed = keyed(KEY).close('bí mật', 'lan');

  it('opens on every instance with the key, and tells nothing', () => {
    expect(keyed(KEY).open(closed, 'lan')).toBe('bí mật');
    expect(closed).not.toContain(Buffer.from('bí mật').toString('base64url'));
    expect(keyed(KEY).close('bí mật', 'lan')).not.toBe(closed);
  });

  it('opens with no other key, for nobody else, and not when changed', () => {
    expect(() => keyed(`${KEY}x`).open(closed, 'lan')).toThrow();
    expect(() => keyed(KEY).open(closed, 'minh')).toThrow();
    expect(() => keyed(KEY).open(`${closed.slice(0, -2)}AA`, 'lan')).toThrow();
    const [version, iv, tag = '', text] = closed.split('.');
    expect(() => keyed(KEY).open([version, iv, tag.slice(0, 6), text].join('.'), 'lan')).toThrow();
  });
});

describe('the key of a trial', () => {
  it('is made once, for its owner only, and stays', () => {
    const closed = keyed(null).close('bí mật', 'lan');
    expect(readdirSync(dataDir)).toEqual(['secrets.key']);
    expect(statSync(join(dataDir, 'secrets.key')).mode & 0o777).toBe(0o600);
    expect(keyed(null).open(closed, 'lan')).toBe('bí mật');
  });

  it('is not made for an office, which has several instances', () => {
    expect(keyed(null, 'postgres://u@db/d').isReady()).toBe(false);
    expect(() => keyed(null, 'postgres://u@db/d').close('x', 'y')).toThrow('SECRETS_KEY');
  });
});
