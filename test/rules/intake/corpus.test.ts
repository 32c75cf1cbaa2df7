import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAgreement } from '../../../src/intake/proposal.rules.js';
import { aWordFile, para } from '../../support/word.js';
import { CORPUS_COUNTS, FIXTURES } from '../../support/fixtures.js';
import { linesOf, valuesOf } from './reading.js';

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
  it.each(CORPUS_COUNTS)('%s has its articles, khoản, điểm and dashes, typed or counted', async (name, ...counts) => {
    const lines = readFileSync(join(FIXTURES ?? '', 'corpus', `${name}.txt`), 'utf8').split(/\r?\n/u);
    for (const write of [(line: string) => para(line), counted]) {
      const { proposals } = readAgreement(await linesOf(aWordFile(...lines.map(write))));
      const labels = valuesOf(proposals, 'CLAUSE').map(({ label }) => String(label));
      const many = (label: RegExp): number => labels.filter((one) => label.test(one)).length;
      expect([many(/^Điều/u), many(/^\d+\s*[.-]$/u), many(/^[a-zđ]\)/u), many(/^[-–+]$/u)]).toEqual(counts);
    }
  });
});
