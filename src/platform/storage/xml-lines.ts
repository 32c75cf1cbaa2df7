import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { LONGEST_LINE, linesOf } from '../../core/secrecy-mark.js';
import { UnreadableFile, type SeesLine } from './scan-budget.js';

/** Elements (without prefix) whose text is a line of its own: of WordprocessingML, DrawingML, SpreadsheetML, OpenDocument. */
const LINES = new Set([
  ...['p', 'h', 'si', 'is', 'v', 'text', 'comment', 'lpwstr', 'bstr', 'lpstr', 'user-defined'],
  ...['title', 'subject', 'description', 'keyword', 'keywords', 'category', 'contentStatus'],
  ...['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'],
]);
const BREAKS = new Set(['br', 'cr', 'tab', 'ptab', 'line-break']);
/** Not part of what is read: field codes, and how East Asian signs are pronounced. */
const SILENT = new Set(['instrText', 'fldData', 'binary-data', 'rPh']);
/** Text that stands in an attribute: WordArt behind the text, names of sheets. */
const SPOKEN: Readonly<Record<string, string>> = { textpath: 'string', sheet: 'name', table: 'table:name' };
/** `&C&"Times New Roman,Bold"&14MẬT`: places and fonts in the header of a sheet. */
function headerText(coded: string): string {
  return coded
    .replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d+/g, '')
    .replace(/&[LCR]/g, '\n')
    .replace(/&[A-Z]/g, '');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Tells the lines of an XML part, chunk by chunk; text boxes inside a paragraph are lines beside it. */
export class XmlLines {
  readonly parser = new SaxesParser({ position: false });
  private readonly decoder: TextDecoder;
  private readonly open: string[] = [''];
  private silent = 0;
  private found = false;

  constructor(
    private readonly sees: SeesLine,
    firstBytes: Uint8Array,
  ) {
    const [a, b] = firstBytes;
    this.decoder = new TextDecoder(
      a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8',
    );
    // No office file has a document type; entities are how XML is made to explode.
    this.parser.on('doctype', () => this.fail('has a document type'));
    this.parser.on('error', (error) => this.fail(error.message));
    this.parser.on('opentag', ({ name, attributes }) => {
      this.opens(localName(name), attributes as Record<string, string>);
    });
    this.parser.on('closetag', ({ name }) => {
      this.closes(localName(name));
    });
    this.parser.on('text', (text) => {
      this.says(text);
    });
    this.parser.on('cdata', (text) => {
      this.says(text);
    });
  }

  /** True as soon as a line was seen. */
  take(chunk: Uint8Array): boolean {
    this.parser.write(this.decoder.decode(chunk, { stream: true }));
    return this.found;
  }

  end(): boolean {
    this.parser.write(this.decoder.decode());
    this.parser.close();
    this.tell(this.open[0] ?? '');
    return this.found;
  }

  private opens(name: string, attributes: Record<string, string>): void {
    if (SILENT.has(name)) this.silent += 1;
    if (LINES.has(name)) this.open.push('');
    if (BREAKS.has(name)) this.says('\n');
    if (name === 's') this.says(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 10)));
    const spoken = attributes[SPOKEN[name] ?? ''];
    if (spoken !== undefined) this.tell(spoken);
  }

  private closes(name: string): void {
    if (SILENT.has(name)) this.silent -= 1;
    if (!LINES.has(name)) return;
    const line = this.open.pop() ?? '';
    this.tell(/(?:Header|Footer)$/.test(name) ? headerText(line) : line);
  }

  /** The beginning of a long line is enough, but each of its parts between two breaks has its own. */
  private says(text: string): void {
    if (this.silent > 0) return;
    const at = this.open.length - 1;
    const line = (this.open[at] ?? '') + text;
    const cut = line.lastIndexOf('\n');
    if (cut >= 0) this.tell(line.slice(0, cut));
    this.open[at] = line.slice(cut + 1).slice(0, LONGEST_LINE + 50);
  }

  private tell(text: string): void {
    this.found = this.found || linesOf(text).some((line) => this.sees(line));
  }

  private fail(reason: string): never {
    throw new UnreadableFile(reason);
  }
}
