/** Who may import whom: a folder imports strictly lower floors only (design §8). The one array. */
export const FLOORS: readonly (readonly string[])[] = [
  ['core'],
  ['platform'],
  ['bodies', 'regime'],
  ['access'],
  ['agreements'],
  ['commitments'],
  ['reports', 'reviews'],
  ['lifecycle', 'compliance'],
  ['notices', 'desk'],
  ['sweep'],
  ['sample'],
];

/** Files at the top see everything; nothing sees them. */
export const ROOF = ['main.ts', 'cli.ts', 'server.ts', 'app.module.ts', 'data-source.ts', 'entities.ts'];

export interface Import {
  file: string;
  to: string;
}

function floorOf(folder: string): number {
  return FLOORS.findIndex((floor) => floor.includes(folder));
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** Every import that goes up or sideways, or comes from a folder that has no floor; paths relative to src/. */
export function upwardImports(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, to }) => {
    const from = folderOf(file);
    const target = folderOf(to);
    if (from === '') return ROOF.includes(file) ? [] : [`${file}: stands on no floor`];
    if (floorOf(from) < 0) return [`${file}: ${from}/ stands on no floor`];
    if (target === from) return [];
    if (target !== '' && floorOf(target) >= 0 && floorOf(target) < floorOf(from)) return [];
    return [`${file} → ${to}`];
  });
}
