import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const checklist = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** Files named between backticks: a folder or a known file at the top. */
function named(text: string): string[] {
  return [
    ...text.matchAll(/`((?:src|test|migrations|docs)\/[\w./-]+|[\w.-]+\.(?:json|yml|mjs)|Dockerfile|\.dockerignore)`/g),
  ].map(([, path = '']) => path);
}

const missing = (text: string): string[] => named(text).filter((path) => !existsSync(join(ROOT, path)));

interface Source {
  path: string;
  text: string;
}

const sources: Source[] = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }));

const where = (pattern: RegExp, among: Source[] = sources): string[] =>
  among.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

const OUTGOING = /from '(?:node:)?(?:https?|net|tls|dns|undici)'|\bfetch\(/;
const WEAK_RANDOM = /Math\.random\(/;
const UNCHECKED_TLS = /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/;
/** Tells whether a preview still holds; a sum over what was shown, no secret. */
const NO_SECRETS = ['lifecycle/replanning.service.ts'];
/** A secret compared by its characters tells by its time how many of them were right. */
const COMPARED = /\b\w*(?:secret|token|digest|hmac|signature)\w*(?:Hash)? (?:===|!==) (?!undefined|null|'|"|\d)/i;

describe('docs/security.md', () => {
  it('names files that exist, and would be caught naming one that does not', () => {
    expect(named(checklist).length).toBeGreaterThan(80);
    expect(missing(checklist)).toEqual([]);
    expect(missing('`src/planted.ts` `test/stories/planted.test.ts` `package.json`')).toEqual([
      'src/planted.ts',
      'test/stories/planted.test.ts',
    ]);
  });

  it('has every chapter of the standard', () => {
    for (let chapter = 1; chapter <= 17; chapter += 1) expect(checklist).toMatch(new RegExp(`\\bV${chapter}\\b`));
  });
});

describe('what the checklist promises of the code', () => {
  it('nothing but the guarded message and the embedded database opens connections', () => {
    const elsewhere = where(OUTGOING).filter(
      (path) => !/^platform\/(outgoing|database|http\/(headers|bare-faults))/.test(path),
    );
    expect(elsewhere).toEqual([]);
    expect(where(OUTGOING, [{ path: 'planted', text: "import { request } from 'node:https';" }])).toEqual(['planted']);
  });

  it.each([
    ['a weak random number', WEAK_RANDOM, 'Math.random()'],
    ['an unchecked certificate', UNCHECKED_TLS, 'rejectUnauthorized: false'],
    ['a secret compared by ===', COMPARED, 'if (row.secretHash === given) return'],
  ])('there is not %s', (_, pattern, planted) => {
    expect(where(pattern).filter((path) => !NO_SECRETS.includes(path))).toEqual([]);
    expect(where(pattern, [{ path: 'planted', text: planted }])).toEqual(['planted']);
  });
});
