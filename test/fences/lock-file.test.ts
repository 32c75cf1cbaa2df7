import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

describe('the lock file', () => {
  it('is complete: npm ci would install from it on any platform', () => {
    const npm = process.env['npm_execpath'];
    const args = ['ci', '--dry-run', '--ignore-scripts', '--offline', '--no-audit', '--no-fund'];
    const [command, rest] = npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
    expect(() => execFileSync(command, rest, { cwd: ROOT, stdio: 'pipe', timeout: 60_000 })).not.toThrow();
  }, 70_000);

  it('names no registry', () => {
    expect(readFileSync(resolve(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });
});
