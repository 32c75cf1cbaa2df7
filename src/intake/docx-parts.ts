import { SaxesParser } from 'saxes';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ScanBudget, UnreadableFile } from '../platform/storage/scan-budget.js';
import type { ListLevel, Numbering } from './docx-numbering.rules.js';

/** What a paragraph or run looks like, as far as it is said. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  centred?: boolean;
  font?: string;
  list?: string;
  level?: number;
}

export interface Style extends Look {
  basedOn: string | null;
}

export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** What is told about the elements of a part, without their prefixes. */
export interface Listener {
  opens(element: Element): void;
  closes(name: string): void;
  says?(text: string): void;
}

const PARTS: Readonly<Record<string, 'document' | 'numbering' | 'styles'>> = {
  'word/document.xml': 'document',
  'word/numbering.xml': 'numbering',
  'word/styles.xml': 'styles',
};

/** Reads the parts in the order in which they are needed, each streamed; what the zip inflates to is limited. */
export async function readParts(
  bytes: Buffer,
  listener: (part: 'document' | 'numbering' | 'styles') => Listener,
): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false });
  const budget = new ScanBudget();
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    budget.takePart(entry.compressedSize, entry.uncompressedSize);
    const part = PARTS[entry.fileName];
    if (part) entries.set(part, entry);
  }
  for (const part of ['styles', 'numbering', 'document'] as const) {
    const entry = entries.get(part);
    if (entry) await readPart(zip, entry, budget, listener(part));
    else if (part === 'document') throw new UnreadableFile('no document');
  }
}

async function readPart(zip: ZipFile, entry: Entry, budget: ScanBudget, listener: Listener): Promise<void> {
  const parser = new SaxesParser({ position: false });
  const fail = (reason: string): never => {
    throw new UnreadableFile(reason);
  };
  parser.on('doctype', () => fail('has a document type'));
  parser.on('error', (error) => fail(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const local: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes as Record<string, string>)) local[localName(key)] = value;
    listener.opens({ name: localName(name), attributes: local });
  });
  parser.on('closetag', ({ name }) => {
    listener.closes(localName(name));
  });
  parser.on('text', (text) => listener.says?.(text));
  const decoder = new TextDecoder();
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    budget.takeBytes(chunk.length);
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `<w:b/>`, `<w:b w:val="0"/>` */
export function isOn({ attributes: { val } }: Element): boolean {
  return val === undefined || !['0', 'false', 'off', 'none'].includes(val);
}

/** What an element within w:pPr or w:rPr says of the look. */
export function lookOf(element: Element): Look {
  const { name, attributes } = element;
  switch (name) {
    case 'b':
      return { bold: isOn(element) };
    case 'i':
      return { italic: isOn(element) };
    case 'caps':
      return { caps: isOn(element) };
    case 'jc':
      return { centred: attributes['val'] === 'center' };
    case 'rFonts': {
      const font = attributes['ascii'] ?? attributes['hAnsi'];
      return font === undefined ? {} : { font };
    }
    case 'numId':
      return { list: attributes['val'] ?? '0' };
    case 'ilvl':
      return { level: Number(attributes['val'] ?? 0) };
    default:
      return {};
  }
}

/** styles.xml: '' is what holds where nothing is said. */
export class StyleReader implements Listener {
  readonly styles = new Map<string, Style>([['', { basedOn: null }]]);
  private current: { id: string; style: Style; isDefault: boolean } | null = null;
  private defaults = false;
  defaultParagraph = '';

  opens(element: Element): void {
    const { name, attributes } = element;
    if (name === 'docDefaults') this.defaults = true;
    if (name === 'style' && attributes['type'] !== 'table') {
      const isDefault = attributes['type'] === 'paragraph' && attributes['default'] === '1';
      this.current = { id: attributes['styleId'] ?? '', style: { basedOn: null }, isDefault };
    }
    if (name === 'basedOn' && this.current) this.current.style.basedOn = attributes['val'] ?? null;
    const style = this.current?.style ?? (this.defaults ? this.styles.get('') : undefined);
    if (style) Object.assign(style, lookOf(element));
  }

  closes(name: string): void {
    if (name === 'docDefaults') this.defaults = false;
    if (name !== 'style' || !this.current) return;
    this.styles.set(this.current.id, this.current.style);
    if (this.current.isDefault) this.defaultParagraph = this.current.id;
    this.current = null;
  }

  /** With what the styles below it say. */
  look(id: string | null): Look {
    const chain: Style[] = [];
    for (let at = id, steps = 0; at !== null && steps < 20; steps += 1) {
      const style = this.styles.get(at);
      if (!style) break;
      chain.unshift(style);
      at = style.basedOn;
    }
    return Object.assign({}, this.styles.get(''), ...chain) as Look;
  }
}

/** numbering.xml */
export class NumberingReader implements Listener {
  readonly numbering: Numbering = { abstracts: new Map(), lists: new Map() };
  private levels: Map<number, ListLevel> | null = null;
  private level: ListLevel | null = null;
  private list: string | null = null;
  private overridden = 0;

  opens({ name, attributes }: Element): void {
    const val = attributes['val'] ?? '';
    if (name === 'abstractNum') {
      this.levels = new Map();
      this.numbering.abstracts.set(attributes['abstractNumId'] ?? '', this.levels);
    } else if (name === 'num') {
      this.list = attributes['numId'] ?? '';
      this.levels = new Map();
      this.numbering.lists.set(this.list, { abstract: '', starts: new Map(), levels: this.levels });
    } else if (name === 'lvlOverride') this.overridden = Number(attributes['ilvl'] ?? 0);
    else if (name === 'lvl') {
      this.level = { start: 1, format: 'decimal', text: '', restart: null, style: null };
      this.levels?.set(Number(attributes['ilvl'] ?? 0), this.level);
    } else if (name === 'abstractNumId') {
      const list = this.numbering.lists.get(this.list ?? '');
      if (list) list.abstract = val;
    } else if (name === 'startOverride')
      this.numbering.lists.get(this.list ?? '')?.starts.set(this.overridden, Number(val));
    else if (this.level && name === 'start') this.level.start = Number(val);
    else if (this.level && name === 'numFmt') this.level.format = val;
    else if (this.level && name === 'lvlText') this.level.text = val;
    else if (this.level && name === 'lvlRestart') this.level.restart = Number(val);
    else if (this.level && name === 'pStyle') this.level.style = val;
  }

  closes(name: string): void {
    if (name === 'lvl') this.level = null;
    if (name === 'num') this.list = null;
  }
}
