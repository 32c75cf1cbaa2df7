import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableFile, type SeesLine } from './scan-budget.js';

/** Marks stand on the first pages of a document and of its annexes; of a very long file both ends are read. */
const PAGES_AT_EACH_END = 200;

/** In heights of the letters: no blank inside a line is wider. */
const WIDE = 2;

interface Piece {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** The text of a PDF page by page, its notes and stamps, and its title. Pictures of text are not read. */
export async function readPdf(bytes: Buffer, sees: SeesLine): Promise<boolean> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const pdf = await loading.promise.catch((error: unknown) => {
      throw new UnreadableFile(error instanceof Error ? error.name : 'not a PDF');
    });
    const { info } = await pdf.getMetadata();
    if (Object.values(info).some((value) => typeof value === 'string' && sees(value))) return true;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      if (number > PAGES_AT_EACH_END && number <= pdf.numPages - PAGES_AT_EACH_END) continue;
      const page = await pdf.getPage(number);
      if ((await textLines(page)).some(sees) || (await noteLines(page)).some(sees)) return true;
      page.cleanup();
    }
    return false;
  } finally {
    await loading.destroy();
  }
}

async function textLines(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  const lines: string[] = [];
  let last: Piece | null = null;
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const piece = item as Piece;
    // The reader fills the room between two columns with one wide blank.
    if (piece.str.trim() === '' && piece.width > WIDE * sizeOf(piece)) {
      last = null;
      continue;
    }
    if (last !== null && follows(last, piece)) lines.push(`${lines.pop() ?? ''}${piece.str}`);
    else lines.push(piece.str);
    last = piece;
  }
  return lines;
}

function sizeOf({ transform: [a = 1, b = 0], height }: Piece): number {
  return Math.hypot(a, b) || height || 1;
}

/** On the same base line, in the same direction, and no farther away than a wide blank. */
function follows(last: Piece, next: Piece): boolean {
  const [a = 1, b = 0, , , x = 0, y = 0] = last.transform;
  const [c = 1, d = 0, , , nextX = 0, nextY = 0] = next.transform;
  const size = sizeOf(last);
  const [along, across] = [a / size, b / size];
  const [dx, dy] = [nextX - x, nextY - y];
  const gap = dx * along + dy * across - last.width;
  const rise = Math.abs(dy * along - dx * across);
  const turn = Math.abs(along * d - across * c) / (Math.hypot(c, d) || 1);
  return rise < size / 2 && turn < 0.1 && gap < WIDE * size && gap > -last.width - size;
}

async function noteLines(page: PDFPageProxy): Promise<string[]> {
  const notes = (await page.getAnnotations()) as { contentsObj?: { str?: string }; fieldValue?: unknown }[];
  return notes
    .flatMap(({ contentsObj, fieldValue }) => [contentsObj?.str, fieldValue])
    .filter((text) => typeof text === 'string')
    .flatMap((text) => text.split(/[\r\n]+/));
}
