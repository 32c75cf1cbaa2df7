import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AGREEMENT_LIFE } from '../../src/agreements/agreement.rules.js';
import { AGREEMENT_STATES } from '../../src/agreements/agreement.words.js';
import { hasWords } from '../../src/compliance/deed.words.js';

const SRC = resolve(import.meta.dirname, '../../src');
const VERBS = ['sign', 'begin', 'near_end', 'extend', 'end', 'replace', 'terminate'] as const;

function deedsNoted(): string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const found = files.flatMap((path) => [
    ...readFileSync(join(SRC, path), 'utf8').matchAll(/not(?:e|ed)\(\s*tx,\s*act,\s*'([a-z-]+\.[a-z_-]+)'/g),
  ]);
  return [...new Set(found.map(([, what = '']) => what))].sort();
}

describe('every deed that is noted', () => {
  it('is seen here', () => {
    expect(deedsNoted().length).toBeGreaterThan(40);
  });

  it.each(deedsNoted())('%s has its words', (what) => {
    expect(hasWords(what)).toBe(true);
  });

  it.each(VERBS)('agreement.%s has its words', (verb) => {
    expect(AGREEMENT_STATES.some((state) => AGREEMENT_LIFE.can(state, verb))).toBe(true);
    expect(hasWords(`agreement.${verb}`)).toBe(true);
  });

  it('is noticed without words', () => {
    expect(hasWords('planted.deed')).toBe(false);
  });
});
