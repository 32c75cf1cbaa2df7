import { crc32 as checksum, deflateRawSync } from 'node:zlib';

interface Part {
  name: string;
  text: string | Buffer;
  /** As it is, not deflated. */
  stored?: boolean;
}

function header(signature: number, fields: readonly [bytes: 2 | 4, value: number][]): Buffer {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0));
  bytes.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [size, value] of fields) {
    bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

/** A zip of parts, deflated, as office programs write it. */
export function aZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, stored = false } of parts) {
    const plain = Buffer.from(text);
    const packed = stored ? plain : deflateRawSync(plain, { level: 9 });
    const called = Buffer.from(name);
    const facts: [2 | 4, number][] = [
      [2, 0x0800],
      [2, stored ? 0 : 8],
      [4, 0],
      [4, checksum(plain)],
      [4, packed.length],
      [4, plain.length],
      [2, called.length],
      [2, 0],
    ];
    const local = header(0x04034b50, [[2, 20], ...facts]);
    bodies.push(local, called, packed);
    directory.push(
      header(0x02014b50, [[2, 20], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      called,
    );
    offset += local.length + called.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = parts.length;
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...bodies, listed, end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = { name: '[Content_Types].xml', text: '<?xml version="1.0"?><Types/>' };

export function paragraph(...runs: string[]): string {
  return `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;
}

/** A Word file whose body is this XML, with further parts beside it. */
export function aDocx(body: string, ...parts: Part[]): Buffer {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
  return aZip([TYPES, { name: 'word/document.xml', text: document }, ...parts]);
}

export function anXlsx(...parts: Part[]): Buffer {
  return aZip([TYPES, { name: 'xl/workbook.xml', text: '<workbook><sheets/></workbook>' }, ...parts]);
}

/** OpenDocument wants its type first and as it is. */
export function anOdt(...parts: Part[]): Buffer {
  const mimetype = { name: 'mimetype', text: 'application/vnd.oasis.opendocument.text', stored: true };
  return aZip([mimetype, ...parts]);
}

export interface Written {
  text: string;
  x: number;
  y: number;
  size?: number;
}

function hex(text: string): string {
  return Buffer.from(text.normalize('NFC'), 'utf16le').swap16().toString('hex');
}

/** A PDF with a page for each list of lines; a line may also be put at its place. Its font maps each letter to itself. */
export function aPdf(pages: readonly (readonly (string | Written)[])[]): Buffer {
  const objects: string[] = [];
  const add = (text: string): number => objects.push(text);
  const stream = (text: string): string => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`;
  const map = stream(
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end',
  );
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add(map);
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mau /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Mau /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
  );
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Mau /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 3 0 R >>',
  );
  const kids = pages.map((lines) => {
    const drawn = lines.map((line, i) => {
      const { text, x, y, size = 12 } = typeof line === 'string' ? { text: line, x: 72, y: 780 - 20 * i } : line;
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`;
    });
    const content = add(stream(drawn.join('\n')));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = Buffer.byteLength(text);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = Buffer.byteLength(text);
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text);
}

/** The outer form of an old Word file, with this text in it somewhere; not enough for Word to open it. */
export function anOle(...contents: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  const sector = (content: Buffer): Buffer =>
    Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
  return Buffer.concat([head, ...contents.map(sector), Buffer.alloc(512)]);
}
