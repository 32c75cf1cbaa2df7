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

type Line = Omit<IntakeLine, 'no'>;

/** Where no column begins, a gap says nothing, and long ones are costly to look through. */
const WIDE = /[^\S\n]{4,}/gu;
const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const PLAIN = { marker: null, bold: false, italic: false, centred: false, cell: null, page: null };

/** Numbers the lines; those with breaks in them become several. */
export function numbered(lines: readonly Omit<IntakeLine, 'no'>[]): IntakeLine[] {
  return lines
    .flatMap((line) =>
      line.text
        .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
        .map((text, at) => ({ ...line, text, marker: at === 0 ? line.marker : null })),
    )
    .map((line, at) => ({ ...line, text: line.text.normalize('NFC').replace(WIDE, '   ').trimEnd(), no: at + 1 }));
}

/** What stands side by side in a head or under a text: capitals, number and date, authority, names, "(đã ký)". */
const SIDE =
  /^(?:[^\p{Ll}]*\p{Lu}[^\p{Ll}]*|Số[\s:].*|.*ngày .*tháng .*năm.*|Độc lập.*|T\/M .*|TM\. .*|ĐẠI DIỆN.*|Nơi nhận.*|\(.*\)|\p{Lu}\p{L}*\.?(?:\s+\p{Lu}\p{L}*\.?){1,6}|[*_.-]+)$/u;
const LONGEST_CELL = 160;
const MARKER = /^(?:[-+*•]|\d{1,2}[.)-]|[a-zđ]\)|[IVX]+[.-]|(?:Điều|Chương|Mục|Phần) .{1,8})$/u;

/** The lines of a pasted text. */
export function pastedLines(text: string): IntakeLine[] {
  return numbered(inColumns(text.split(BREAKS).map((line) => ({ ...PLAIN, text: line }))));
}

/** Puts columns that are set by tabs or wide gaps one below the other, as cells of a table. */
export function inColumns(lines: readonly Line[]): Line[] {
  const read: Line[] = [];
  let columns: Line[][] = [];
  let table = 1000;
  let row = 0;
  const flush = (): void => {
    read.push(...columns.flat());
    columns = [];
  };
  for (const line of lines) {
    const parts = line.cell ? [] : line.text.split(/\t+| {5,}/u).map((part) => part.trim());
    const cells = parts.filter((part) => part !== '');
    const sides =
      cells.length > 1 &&
      cells.length < 5 &&
      !MARKER.test(cells[0] ?? '') &&
      cells.every((cell) => cell.length < LONGEST_CELL && SIDE.test(cell));
    // Inside columns, a line that is pushed far to the right stands in the last of them.
    const right = columns.length > 0 && parts.length > 1 && parts[0] === '' && cells.length === 1;
    if (!sides && !right) {
      flush();
      read.push({ ...line, text: line.text.trim() });
      continue;
    }
    if (sides && columns.length !== cells.length) {
      flush();
      table += 1;
      row = 0;
      columns = cells.map(() => []);
    }
    const at = (column: number): Line['cell'] => ({ table, row, column });
    if (right) columns.at(-1)?.push({ ...line, text: cells[0] ?? '', cell: at(columns.length - 1) });
    else for (const [column, text] of cells.entries()) columns[column]?.push({ ...line, text, cell: at(column) });
    row += 1;
  }
  flush();
  return read;
}

/** Whether the text was typed for the fonts of TCVN3 (.VnTime) or VNI, whose letters are not Unicode (domain §1.9). */
export function isLegacyText(text: string): boolean {
  return /C[éÐ]ng h[ßo]|x· héi|§éc l[ËÊ]p|§iÒu \d|(?:Coäng|COÄNG) h(?:oøa|oaø)|Ñoäc laäp|Ñieàu \d|ÑAÛNG/iu.test(text);
}
