import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { linesOf } from '../../src/commitments/clause-lines.rules.js';
import { splitClauseText } from '../../src/commitments/clause-text.rules.js';

/** `shared/fixtures` beside the clone, or beside one of the folders it lies in. */
function findCorpus(from: string): string | undefined {
  const here = join(from, 'shared/fixtures/corpus');
  if (existsSync(here)) return here;
  return dirname(from) === from ? undefined : findCorpus(dirname(from));
}

const corpus = findCorpus(resolve(import.meta.dirname, '../..'));

/** Lines that open an article, khoản, điểm or dash (domain §1.3). */
const COUNTS: readonly [string, number, number, number, number][] = [
  ['01-nqlt-403-2017', 24, 64, 53, 0],
  ['02-ttlt-30-2010', 14, 38, 9, 0],
  ['04-ttlt-08-2011', 10, 32, 33, 5],
  ['05-qd-81-2014', 8, 18, 0, 0],
  ['06-nqlt-01-1999', 5, 21, 0, 16],
  ['07-ttlt-43-2015', 20, 72, 71, 23],
  ['09-qd-21-2021', 10, 24, 32, 3],
  ['10-ttlt-01-2012', 15, 40, 7, 0],
];

(corpus === undefined ? describe.skip : describe)('real texts beside the clone (skipped where there are none)', () => {
  it.each(COUNTS)('%s has its articles, khoản, điểm and dashes, and all of its words', (name, ...counts) => {
    const text = readFileSync(join(corpus ?? '', `${name}.txt`), 'utf8');
    const { clauses } = splitClauseText(text);
    const many = (label: RegExp): number => clauses.filter((clause) => label.test(clause.label ?? '')).length;
    expect([many(/^Điều/u), many(/^\d+\s*[.-]$/u), many(/^[a-zđ]\)/u), many(/^[-–+]$/u)]).toEqual(counts);
    const words = (parts: (string | null)[]): string =>
      parts
        .filter(Boolean)
        .join(' ')
        .replace(/[\s.:]+/gu, '');
    const body = linesOf(text).slice((clauses[0]?.fromLine ?? 1) - 1);
    expect(words(clauses.flatMap(({ label, heading, text: own }) => [label, heading, own]))).toBe(
      words(body.map(({ printed }) => printed)),
    );
  });
});
