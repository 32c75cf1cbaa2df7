import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const CORE = resolve(import.meta.dirname, '../../node_modules/@mantine/core');
const NAMED = /import\s+(?!type)(?:\w+,\s*)?\{([^}]*)\}\s*from\s*["']@mantine\/(\w+)["']/g;
const RELATIVE = /from\s*["'](\.[^"']+\.mjs)["']/g;

interface Found {
  from: string;
  name: string;
}

/** What a text imports by name from the libraries of components. */
function namedIn(text: string): Found[] {
  return [...text.matchAll(NAMED)].flatMap(([, names = '', from = '']) =>
    names.split(',').map((one) => ({ from, name: one.trim().split(/\s+as\s+/)[0] ?? '' })),
  );
}

/** The styles, by file name without '.css', that the components named in these texts are drawn with. */
export function stylesFor(texts: readonly string[]): Set<string> {
  const styles = new Set<string>();
  const seen = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    const own = /([\w-]+)\.module\.mjs$/.exec(path)?.[1];
    if (own !== undefined && existsSync(join(CORE, 'styles', `${own}.css`))) styles.add(own);
    const text = readFileSync(path, 'utf8');
    for (const [, to = ''] of text.matchAll(RELATIVE)) walk(join(dirname(path), to));
    namedIn(text).forEach(component);
  };
  const component = ({ from, name }: Found): void => {
    for (const folder of [join('esm/components', name), join('esm', name), 'esm'])
      walk(join(CORE, '..', from, folder, `${name}.mjs`));
  };
  texts.flatMap(namedIn).forEach(component);
  return styles;
}
