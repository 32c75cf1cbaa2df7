import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** `shared/fixtures` beside the clone, or beside one of the folders it lies in. */
function findFixtures(from: string): string | undefined {
  const here = join(from, 'shared/fixtures');
  if (existsSync(here)) return here;
  return dirname(from) === from ? undefined : findFixtures(dirname(from));
}

export const FIXTURES = findFixtures(resolve(import.meta.dirname, '../..'));

/** What each text of the corpus has: articles, khoản, điểm, dashes (domain §1.3). */
export const CORPUS_COUNTS: readonly [string, number, number, number, number][] = [
  ['01-nqlt-403-2017', 24, 64, 53, 0],
  ['02-ttlt-30-2010', 14, 38, 9, 0],
  ['04-ttlt-08-2011', 10, 32, 33, 5],
  ['05-qd-81-2014', 8, 18, 0, 0],
  ['06-nqlt-01-1999', 5, 21, 0, 16],
  ['07-ttlt-43-2015', 20, 72, 71, 23],
  ['09-qd-21-2021', 10, 24, 32, 3],
  ['10-ttlt-01-2012', 15, 40, 7, 0],
];

export interface GoldRow {
  id: string;
  sentence: string;
  kind: string;
}

export function goldRows(): GoldRow[] {
  const lines = readFileSync(join(FIXTURES ?? '', 'cadence-gold.tsv'), 'utf8')
    .split('\n')
    .slice(1);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', , , sentence = '', kind = ''] = line.split('\t');
      return { id, sentence, kind };
    });
}
