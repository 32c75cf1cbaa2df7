import { romanOfNumber } from '../core/roman.js';
/** A level of a list as numbering.xml defines it. */
export interface ListLevel {
  start: number;
  format: string;
  /** "Điều %1.", "%1.%2." */
  text: string;
  /** The level after which it starts anew; 0 = never; null = after any higher one. */
  restart: number | null;
  style: string | null;
}

export interface Numbering {
  abstracts: Map<string, Map<number, ListLevel>>;
  lists: Map<string, { abstract: string; starts: Map<number, number>; levels: Map<number, ListLevel> }>;
}

/** Counts the numbers that the document's paragraphs get, in their order (ECMA-376 §17.9). */
export class ListCounter {
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();

  constructor(private readonly numbering: Numbering) {}

  /** The level that a style belongs to when the paragraph names none. */
  levelOfStyle(list: string, style: string): number {
    const found = this.numbering.lists.get(list);
    const levels = found && this.numbering.abstracts.get(found.abstract);
    for (const [level, { style: own }] of levels ?? []) if (own === style) return level;
    return 0;
  }

  /** The marker of the next paragraph of a list at a level; null where there is none, as for bullets without a sign. */
  next(list: string, level: number): string | null {
    const found = this.numbering.lists.get(list);
    if (!found) return null;
    const levelAt = (at: number): ListLevel | undefined =>
      found.levels.get(at) ?? this.numbering.abstracts.get(found.abstract)?.get(at);
    const own = levelAt(level);
    if (!own) return null;
    const counts = this.counts.get(found.abstract) ?? new Map<number, number>();
    this.counts.set(found.abstract, counts);
    if (!this.begun.has(`${list} ${level}`)) {
      this.begun.add(`${list} ${level}`);
      const start = found.starts.get(level);
      if (start !== undefined) counts.set(level, start - 1);
    }
    for (let above = 0; above < level; above += 1)
      if (!counts.has(above)) counts.set(above, levelAt(above)?.start ?? 1);
    counts.set(level, (counts.get(level) ?? own.start - 1) + 1);
    for (const deeper of [...counts.keys()].filter((at) => at > level)) {
      const restart = levelAt(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts.delete(deeper);
    }
    if (own.format === 'none' && !own.text.includes('%')) return own.text || null;
    if (own.format === 'bullet') return '-';
    const marker = own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return written(counts.get(at) ?? levelAt(at)?.start ?? 1, levelAt(at)?.format ?? 'decimal');
    });
    return marker.trim() || null;
  }
}

/** Word letters go on with aa, bb after z. */
function letters(n: number): string {
  const letter = String.fromCodePoint(97 + ((n - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(n / 26), 4));
}

function written(n: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return romanOfNumber(n);
    case 'lowerRoman':
      return romanOfNumber(n).toLowerCase();
    case 'lowerLetter':
      return letters(n);
    case 'upperLetter':
      return letters(n).toUpperCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(n);
  }
}
