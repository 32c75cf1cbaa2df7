import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import ts from 'typescript';
import { FLOORS, upwardImports, type Import } from './floors.js';

const SRC = resolve(import.meta.dirname, '../../src');

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
}

function importsOf(file: string): Import[] {
  const found = ts.preProcessFile(readFileSync(join(SRC, file), 'utf8'), true, true).importedFiles;
  return found
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ file, to: normalize(join(dirname(file), name)) }));
}

describe('floors', () => {
  const imports = sources()
    .flatMap(importsOf)
    .filter(({ to }) => !to.startsWith('../migrations/'));

  it('sees the imports of the house', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it('has only arrows that go down', () => {
    expect(upwardImports(imports)).toEqual([]);
  });

  it.each([
    ['a rule that asks the database', 'core/civil-date.ts', 'platform/database/work.js'],
    ['a room that looks at its neighbour', 'reports/occurrence.service.ts', 'reviews/review.service.js'],
    ['an agreement that knows its reports', 'agreements/agreement.service.ts', 'reports/occurrence.entity.js'],
    ['a folder that imports the top', 'bodies/body.service.ts', 'app.module.js'],
    ['a folder without a floor', 'helpers/dates.ts', 'core/civil-date.js'],
    ['a file beside the floors', 'helpers.ts', 'core/civil-date.js'],
  ])('notices %s', (_, file, to) => {
    expect(upwardImports([{ file, to }])).toHaveLength(1);
  });

  it.each(['utils', 'helpers', 'common', 'shared', 'services'])('has no folder called %s', (name) => {
    expect(sources().filter((path) => path.split('/').includes(name))).toEqual([]);
    expect(FLOORS.flat()).not.toContain(name);
  });

  it('has no barrel', () => {
    expect(sources().filter((path) => /(^|\/)index\.ts$/.test(path))).toEqual([]);
  });
});
