/** Who may import whom: a folder imports strictly lower floors only (design §8). The one array. */
export const FLOORS: readonly (readonly string[])[] = [
  ['core'],
  ['platform'],
  ['bodies', 'regime'],
  ['access'],
  ['agreements'],
  ['commitments'],
  ['reports', 'reviews'],
  ['lifecycle', 'compliance', 'intake'],
  ['notices', 'desk'],
  ['sweep'],
  ['sample'],
];

/** The same words in the interface (web/src): what the register says, what a page is made of, the nouns, the frame. */
export const WEB_FLOORS: typeof FLOORS = [
  ['api'],
  ['ui'],
  ['bodies', 'regime'],
  ['access'],
  ['agreements'],
  ['commitments'],
  ['reports', 'reviews'],
  ['history'],
  ['lifecycle', 'compliance'],
  ['sweep'],
  ['app'],
];

/** Files at the top see everything; nothing sees them. */
export const ROOF = ['main.ts', 'cli.ts', 'server.ts', 'app.module.ts', 'data-source.ts', 'entities.ts', 'main.tsx'];

export interface Import {
  file: string;
  to: string;
}

function floorOf(folder: string, floors: typeof FLOORS): number {
  return floors.findIndex((floor) => floor.includes(folder));
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** Every import that goes up or sideways, or comes from a folder that has no floor; paths relative to src/ or web/src/. */
export function upwardImports(imports: readonly Import[], floors = FLOORS): string[] {
  const floorIn = (folder: string): number => floorOf(folder, floors);
  return imports.flatMap(({ file, to }) => {
    const from = folderOf(file);
    const target = folderOf(to);
    if (from === '') return ROOF.includes(file) ? [] : [`${file}: stands on no floor`];
    if (floorIn(from) < 0) return [`${file}: ${from}/ stands on no floor`];
    if (target === from) return [];
    if (target !== '' && floorIn(target) >= 0 && floorIn(target) < floorIn(from)) return [];
    return [`${file} → ${to}`];
  });
}
