import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import ts from 'typescript';
import { said as en } from '../../web/src/app/said.en.js';
import { said as vi } from '../../web/src/app/said.vi.js';
import { upwardImports, WEB_FLOORS } from './floors.js';
import { untranslated, wordsAskedFor } from './interface.js';
import { stylesFor } from './mantine-styles.js';

const WEB = resolve(import.meta.dirname, '../../web/src');
const FILES = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
const textOf = (path: string): string => readFileSync(join(WEB, path), 'utf8');
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, before = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value] as [string, string]] : leaves(value, `${before}${key}.`),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the interface', () => {
  it('has only imports that go down', () => {
    const imports = FILES.flatMap((file) =>
      ts
        .preProcessFile(textOf(file), true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => name.startsWith('.'))
        .map((name) => ({ file, to: normalize(join(dirname(file), name)) })),
    );
    expect(imports.length).toBeGreaterThan(50);
    expect(upwardImports(imports, WEB_FLOORS)).toEqual([]);
  });

  it.each([
    ['a noun that knows the frame', 'reports/report.page.tsx', 'app/router.js'],
    ['a room that looks at its neighbour', 'reports/report.page.tsx', 'reviews/review.page.js'],
    ['a piece of any page that knows a noun', 'ui/page.tsx', 'agreements/state-badge.js'],
  ])('notices %s', (_, file, to) => {
    expect(upwardImports([{ file, to }], WEB_FLOORS)).toHaveLength(1);
  });

  it('says nothing that stands in a page itself', () => {
    expect(FILES.filter((path) => path.endsWith('.tsx')).flatMap((path) => untranslated(path, textOf(path)))).toEqual(
      [],
    );
  });

  it.each([
    ['a text', 'const a = <p>Quá hạn</p>;'],
    ['a label', 'const a = <input aria-label="Tìm" />;'],
    ['a text put together', 'const a = <p>{`còn ${days}`}</p>;'],
    ['one of two texts', "const a = <p>{late ? 'Quá hạn' : t('x')}</p>;"],
  ])('notices %s', (_, text) => {
    expect(untranslated('x.tsx', text)).toHaveLength(1);
  });

  it('says the same in both languages, with the same blanks to fill in', () => {
    const blanks = (tree: Tree) => Object.fromEntries(leaves(tree).map(([key, text]) => [key, placeholders(text)]));
    const plain = (tree: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(tree).filter(([key]) => !/_(?:zero|one)$/.test(key)));
    expect(plain(blanks(en))).toEqual(plain(blanks(vi)));
    expect([...leaves(vi), ...leaves(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has no word that no page asks for', () => {
    const asked = FILES.filter((path) => !/words\.\w+\.ts$/.test(path)).map((path) =>
      wordsAskedFor(path, textOf(path)),
    );
    const whole = new Set(asked.flatMap((one) => one.whole));
    const beginnings = asked.flatMap((one) => one.beginnings).filter((text) => text.includes('.'));
    const idle = leaves(vi)
      .map(([key]) => key.replace(PLURAL, ''))
      .filter((key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
    expect([...new Set(idle)]).toEqual([]);
  });

  it('sends the styles of every component that a page uses, and of no other', () => {
    const BASE = ['baseline', 'default-css-variables', 'global'];
    const sent = [...textOf('app/mantine.css').matchAll(/styles\/([\w-]+)\.css/g)].map(([, name = '']) => name);
    const needed = stylesFor(FILES.map(textOf));
    expect(needed.size).toBeGreaterThan(30);
    expect(sent.toSorted()).toEqual([...BASE, ...needed].toSorted());
  });
});
