import { fileTypeFromBuffer } from 'file-type';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What may be stored, by content; the name of a file proves nothing. */
const ACCEPTED = new Set([
  'application/pdf',
  WORD,
  SHEET,
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/x-cfb',
  'application/msword',
  'image/png',
  'image/jpeg',
  'image/tiff',
]);

/** Media type read from the bytes, or null when this kind is not accepted. Plain text must be UTF-8 without NUL. */
export async function kindOf(bytes: Uint8Array): Promise<string | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found === 'application/zip') return officeKind(bytes);
  if (found !== undefined) return ACCEPTED.has(found) ? found : null;
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** Some writers order the parts so that only the list of names at the end tells a sheet from any other zip. */
function officeKind(bytes: Uint8Array): string | null {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!names.includes('[Content_Types].xml')) return null;
  if (names.includes('word/document.xml')) return WORD;
  return names.includes('xl/workbook.xml') ? SHEET : null;
}

/** Markup a browser would act on is refused even as text. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/<\s*(?:!doctype|html|script|svg|body|iframe|\?xml)/i.test(text);
  } catch {
    return false;
  }
}
