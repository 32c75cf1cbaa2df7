import { aZip } from './files.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

interface Look {
  bold?: boolean;
  italic?: boolean;
  centred?: boolean;
  /** List and level: `[1, 0]`. */
  list?: readonly [list: number, level: number];
  style?: string;
  font?: string;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A paragraph; its text may be broken into runs, as editors leave it. */
export function para(text: string, look: Look = {}): string {
  const { bold, italic, centred, list, style, font } = look;
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : '',
    centred ? '<w:jc w:val="center"/>' : '',
  ].join('');
  const run = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${font ? `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>` : ''}`;
  const half = Math.floor(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)].map(
    (part) => `<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${escape(part)}</w:t></w:r>`,
  );
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`;
}

/** Rows of cells, each a list of paragraphs; without lines, as heads and signatures stand. */
export function table(rows: readonly (readonly (readonly string[])[])[], ruled = false): string {
  const line = ruled ? 'single' : 'none';
  const borders = `<w:tblBorders><w:top w:val="${line}"/><w:insideH w:val="${line}"/><w:insideV w:val="${line}"/></w:tblBorders>`;
  const cells = rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.join('')}</w:tc>`).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr>${borders}</w:tblPr>${cells.join('')}</w:tbl>`;
}

/** List 1: Chương I, Điều 1., 1., a) – list 2: I., 1., a) – list 3: dashes. */
const NUMBERING = `<w:numbering ${W}>${[
  [
    ['upperRoman', 'Chương %1'],
    ['decimal', 'Điều %2.', 'never'],
    ['decimal', '%3.'],
    ['lowerLetter', '%4)'],
  ],
  [
    ['upperRoman', '%1.'],
    ['decimal', '%2.'],
    ['lowerLetter', '%3)'],
  ],
  [['bullet', '-']],
]
  .map(
    (levels, at) =>
      `<w:abstractNum w:abstractNumId="${at}">${levels
        .map(
          ([format = '', text = '', never], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${never ? '<w:lvlRestart w:val="0"/>' : ''}<w:lvlText w:val="${text}"/></w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}${[1, 2, 3].map((list) => `<w:num w:numId="${list}"><w:abstractNumId w:val="${list - 1}"/></w:num>`).join('')}</w:numbering>`;

const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Dieu"><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>`;

/** A Word file as a word processor writes it: body, styles, numbering. */
export function aWordFile(...body: string[]): Buffer {
  return aZip([
    { name: '[Content_Types].xml', text: '<?xml version="1.0"?><Types/>' },
    {
      name: 'word/document.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body.join('')}</w:body></w:document>`,
    },
    { name: 'word/styles.xml', text: STYLES },
    { name: 'word/numbering.xml', text: NUMBERING },
  ]);
}
