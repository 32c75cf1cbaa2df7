import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** `shared/fixtures` beside the clone, or beside one of the folders it lies in. */
function findFixtures(from: string): string | undefined {
  const here = join(from, 'shared/fixtures');
  if (existsSync(here)) return here;
  return dirname(from) === from ? undefined : findFixtures(dirname(from));
}

export const FIXTURES = findFixtures(resolve(import.meta.dirname, '../../..'));

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
