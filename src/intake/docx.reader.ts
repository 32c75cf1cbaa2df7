import { ListCounter } from './docx-numbering.rules.js';
import {
  NumberingReader,
  StyleReader,
  isOn,
  lookOf,
  readParts,
  type Element,
  type Listener,
  type Look,
} from './docx-parts.js';
import { Tables } from './docx-tables.js';
import { LONGEST_TEXT, inColumns, isLegacyText, numbered, type IntakeLine, type Reading } from './lines.js';

const LEGACY_FONT = /^(?:\.Vn|VNI[- ])/iu;
/** Text that is there twice, is gone, or is a code. */
const SILENT = new Set(['Fallback', 'instrText', 'delText', 'del', 'moveFrom', 'fldData', 'footnotes']);

type Line = Omit<IntakeLine, 'no'>;

interface Paragraph extends Look {
  text: string;
  style: string | null;
  /** How many letters are bold, italic, of a font without Unicode. */
  boldLetters: number;
  italicLetters: number;
  letters: number;
}

/** The body of a Word file as lines, with the numbers that Word would print. */
export async function readDocx(bytes: Buffer): Promise<Reading> {
  const styles = new StyleReader();
  const numbering = new NumberingReader();
  let body: BodyReader | null = null;
  await readParts(bytes, (part) => {
    if (part === 'styles') return styles;
    if (part === 'numbering') return numbering;
    return (body = new BodyReader(styles, new ListCounter(numbering.numbering)));
  });
  const read = body as BodyReader | null;
  const lines = numbered(inColumns(read?.lines() ?? []));
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (letters > LONGEST_TEXT) return { unread: 'too-long' };
  if (letters < 20) return { unread: 'no-text' };
  const legacy = (read?.legacyLetters ?? 0) * 5 > letters;
  if (legacy || isLegacyText(lines.map(({ text }) => text).join('\n'))) return { unread: 'legacy-font' };
  return { source: 'DOCX', lines };
}

class BodyReader implements Listener {
  legacyLetters = 0;
  private readonly tables = new Tables();
  private readonly open: Paragraph[] = [];
  private run: Look = {};
  private silent = 0;
  private inRunProperties = false;
  private inParagraphProperties = false;
  private inText = false;

  constructor(
    private readonly styles: StyleReader,
    private readonly counter: ListCounter,
  ) {}

  lines(): Line[] {
    return this.tables.result();
  }

  opens(element: Element): void {
    const { name, attributes } = element;
    if (SILENT.has(name)) this.silent += 1;
    if (this.silent > 0) return;
    const paragraph = this.open.at(-1);
    if (name === 'p') this.open.push({ text: '', style: null, boldLetters: 0, italicLetters: 0, letters: 0 });
    else if (name === 'r') this.run = {};
    else if (name === 'pPr') this.inParagraphProperties = true;
    else if (name === 'rPr') this.inRunProperties = true;
    else if (name === 't') this.inText = true;
    else if (name === 'tab' && !this.inParagraphProperties) this.adds('\t');
    else if (name === 'br' || name === 'cr') this.adds(attributes['type'] === 'page' ? '' : '\n');
    else if (name === 'noBreakHyphen') this.adds('-');
    else if (this.inRunProperties) {
      if (!this.inParagraphProperties)
        Object.assign(this.run, name === 'rStyle' ? this.styles.look(attributes['val'] ?? '') : lookOf(element));
    } else if (this.inParagraphProperties && paragraph) {
      if (name === 'pStyle') paragraph.style = attributes['val'] ?? null;
      else if (name === 'vanish' && isOn(element)) paragraph.style = null;
      else Object.assign(paragraph, lookOf(element));
    }
    this.tables.opens(element);
  }

  closes(name: string): void {
    if (SILENT.has(name)) this.silent -= 1;
    if (this.silent > 0) return;
    if (name === 'pPr') this.inParagraphProperties = false;
    else if (name === 'rPr') this.inRunProperties = false;
    else if (name === 't') this.inText = false;
    else if (name === 'p') this.endParagraph();
    this.tables.closes(name);
  }

  says(text: string): void {
    if (this.silent === 0 && this.inText) this.adds(text);
  }

  private adds(text: string): void {
    const paragraph = this.open.at(-1);
    if (!paragraph) return;
    const look = { ...this.styles.look(paragraph.style ?? this.styles.defaultParagraph), ...this.run };
    paragraph.text += look.caps ? text.toUpperCase() : text;
    const letters = text.trim().length;
    paragraph.letters += letters;
    if (look.bold) paragraph.boldLetters += letters;
    if (look.italic) paragraph.italicLetters += letters;
    if (LEGACY_FONT.test(look.font ?? '')) this.legacyLetters += letters;
  }

  private endParagraph(): void {
    const paragraph = this.open.pop();
    if (!paragraph) return;
    const { text, letters, boldLetters, italicLetters } = paragraph;
    const marker = text.trim() === '' ? null : this.markerOf(paragraph);
    const centred =
      paragraph.centred ?? this.styles.look(paragraph.style ?? this.styles.defaultParagraph).centred ?? false;
    this.tables.add({
      // Their heading stands on the next line, as it is typed where Word does not count.
      text:
        marker === null
          ? text.trim()
          : `${marker}${/^(?:chương|phần|mục|tiểu mục)\s/iu.test(marker) ? '\n' : ' '}${text.trim()}`,
      marker,
      bold: letters > 0 && boldLetters * 2 > letters,
      italic: letters > 0 && italicLetters * 2 > letters,
      centred,
      cell: null,
      page: null,
    });
  }

  private markerOf({ style, list, level }: Paragraph): string | null {
    const styled = this.styles.look(style ?? this.styles.defaultParagraph);
    const numId = list ?? styled.list;
    if (numId === undefined || numId === '0') return null;
    const at =
      level ??
      (list === undefined ? styled.level : undefined) ??
      (style === null ? 0 : this.counter.levelOfStyle(numId, style));
    return this.counter.next(numId, at);
  }
}
