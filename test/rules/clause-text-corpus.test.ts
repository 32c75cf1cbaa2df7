import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../../src/commitments/clause-lines.rules.js';
import { splitClauseText } from '../../src/commitments/clause-text.rules.js';
import { CORPUS_COUNTS, FIXTURES } from '../support/fixtures.js';

(FIXTURES === undefined ? describe.skip : describe)(
  'real texts beside the clone (skipped where there are none)',
  () => {
    it.each(CORPUS_COUNTS)('%s has its articles, khoản, điểm and dashes, and all of its words', (name, ...counts) => {
      const text = readFileSync(join(FIXTURES ?? '', 'corpus', `${name}.txt`), 'utf8');
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
  },
);
