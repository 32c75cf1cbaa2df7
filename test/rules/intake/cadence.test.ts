import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cadencesIn } from '../../../src/intake/cadence.rules.js';
import { inShort } from './in-short.js';

const linesOf = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const SENTENCES = [
  'own-sentences.tsv',
  'second-sentences.tsv',
  'third-sentences.tsv',
  'fourth-sentences.tsv',
  'fifth-sentences.tsv',
]
  .flatMap(linesOf)
  .map((line) => line.split('\t') as [string, string]);

describe('sentences of a cadence, written before the rules', () => {
  it.each(SENTENCES)('%s ← %s', (expected, sentence) => {
    expect(cadencesIn(sentence).map(inShort).sort()).toEqual(expected === '-' ? [] : expected.split(' + ').sort());
  });
});

describe('sentences that only look alike', () => {
  it.each(linesOf('look-alikes.txt'))('%s', (sentence) => {
    expect(cadencesIn(sentence).map(inShort)).toEqual([]);
  });
});
