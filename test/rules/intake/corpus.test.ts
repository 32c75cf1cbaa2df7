import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAgreement } from '../../../src/intake/proposal.rules.js';
import { aWordFile, para } from '../../support/word.js';
import { FIXTURES } from './fixtures.js';
import { linesOf, valuesOf } from './reading.js';

/** Articles, khoản, điểm, dashes (domain §1.3). */
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

const MARKS: readonly [RegExp, readonly [list: number, level: number]][] = [
  [/^Điều\s+(?:\d+|l)\s*[.:]\s*/u, [1, 1]],
  [/^\d{1,2}\s*[.-]\s*(?=\S)/u, [1, 2]],
  [/^[a-zđ]\)\s+/u, [1, 3]],
  [/^[-–+]\s+/u, [3, 0]],
];

/** A paragraph whose number Word counts in place of the typed one. */
function counted(line: string): string {
  for (const [mark, list] of MARKS) if (mark.test(line)) return para(line.replace(mark, ''), { list });
  return para(line);
}

(FIXTURES === undefined ? describe.skip : describe)('real texts as Word files (skipped where there are none)', () => {
  it.each(COUNTS)('%s has its articles, khoản, điểm and dashes, typed or counted', async (name, ...counts) => {
    const lines = readFileSync(join(FIXTURES ?? '', 'corpus', `${name}.txt`), 'utf8').split(/\r?\n/u);
    for (const write of [(line: string) => para(line), counted]) {
      const { proposals } = readAgreement(await linesOf(aWordFile(...lines.map(write))));
      const labels = valuesOf(proposals, 'CLAUSE').map(({ label }) => String(label));
      const many = (label: RegExp): number => labels.filter((one) => label.test(one)).length;
      expect([many(/^Điều/u), many(/^\d+\s*[.-]$/u), many(/^[a-zđ]\)/u), many(/^[-–+]$/u)]).toEqual(counts);
    }
  });
});
