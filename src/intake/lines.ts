/** A line of a document as the rules read it, wherever it came from. */
export interface IntakeLine {
  /** From 1. */
  no: number;
  /** As a reader of the document sees it, with its number where the program counted it; NFC. */
  text: string;
  /** The part of `text` that automatic numbering made. */
  marker: string | null;
  bold: boolean;
  italic: boolean;
  centred: boolean;
  /** Place in a table without ruled lines, or in columns side by side: head and signatures stand so. */
  cell: { table: number; row: number; column: number } | null;
  page: number | null;
}

export const INTAKE_SOURCES = ['DOCX', 'PDF', 'TEXT'] as const;
export type IntakeSource = (typeof INTAKE_SOURCES)[number];

/** Why a file is kept but not read. */
export const UNREAD = [
  'scan',
  'old-word',
  'picture',
  'sheet',
  'other-kind',
  'legacy-font',
  'too-long',
  'no-text',
  'unreadable',
] as const;
export type Unread = (typeof UNREAD)[number];

export type Reading = { source: IntakeSource; lines: IntakeLine[] } | { unread: Unread };

/** In letters. A regulation of 38 articles, the longest of 62, has a tenth of it (domain §1.1). */
export const LONGEST_TEXT = 300_000;

const PLAIN = { marker: null, bold: false, italic: false, centred: false, cell: null, page: null };

/** Numbers the lines; those with breaks in them become several. */
export function numbered(lines: readonly Omit<IntakeLine, 'no'>[]): IntakeLine[] {
  return lines
    .flatMap((line) =>
      line.text
        .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
        .map((text, at) => ({ ...line, text, marker: at === 0 ? line.marker : null })),
    )
    .map((line, at) => ({ ...line, text: line.text.normalize('NFC').trimEnd(), no: at + 1 }));
}

/** The lines of a pasted text; columns side by side, by tab or wide gap, become cells. */
export function pastedLines(text: string): IntakeLine[] {
  let table = 0;
  let last = false;
  let row = 0;
  const lines: Omit<IntakeLine, 'no'>[] = [];
  let columns: Omit<IntakeLine, 'no'>[][] = [];
  const flush = (): void => {
    lines.push(...columns.flat());
    columns = [];
  };
  for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    const parts = line.split(/\t+| {5,}/).map((part) => part.trim());
    const cells = parts.filter((part) => part !== '');
    if (cells.length < 2 || cells.length > 4 || /^(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))$/u.test(cells[0] ?? '')) {
      // Inside columns, a line that is pushed far to the right stands in the last of them.
      const right = last && parts.length > 1 && parts[0] === '' && cells.length === 1;
      if (right)
        columns
          .at(-1)
          ?.push({ ...PLAIN, text: cells[0] ?? '', cell: { table, row: row++, column: columns.length - 1 } });
      else {
        flush();
        lines.push({ ...PLAIN, text: line.trim() });
        last = last && cells.length === 0;
      }
      continue;
    }
    if (columns.length !== cells.length) {
      flush();
      table += 1;
      row = 0;
      columns = cells.map(() => []);
    }
    for (const [column, cell] of cells.entries())
      columns[column]?.push({ ...PLAIN, text: cell, cell: { table, row, column } });
    row += 1;
    last = true;
  }
  flush();
  return numbered(lines);
}

/** Whether the text was typed for the fonts of TCVN3 (.VnTime) or VNI, whose letters are not Unicode (domain §1.9). */
export function isLegacyText(text: string): boolean {
  return /C[éÐ]ng h[ßo]|x· héi|§éc l[ËÊ]p|§iÒu \d|(?:Coäng|COÄNG) h(?:oøa|oaø)|Ñoäc laäp|Ñieàu \d|ÑAÛNG/iu.test(text);
}
