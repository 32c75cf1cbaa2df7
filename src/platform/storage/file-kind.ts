import { fileTypeFromBuffer } from 'file-type';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const WORD = `${OFFICE}.wordprocessingml.document`;
const SHEET = `${OFFICE}.spreadsheetml.sheet`;

/** What may be stored, by content, and the endings that such a file may have: what is downloaded opens by its name. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  [WORD]: ['docx'],
  [SHEET]: ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/x-cfb': ['doc', 'xls', 'ppt'],
  'application/msword': ['doc'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
  'text/plain': ['txt', 'csv'],
};

/** Media type read from the bytes, or null when this kind is not accepted. Plain text must be UTF-8 without NUL. */
export async function kindOf(bytes: Uint8Array): Promise<string | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found === 'application/zip') return officeKind(bytes);
  if (found !== undefined) return found in ENDINGS ? found : null;
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** Whether the name's ending is one of the kind's; a name without any is none. */
export function nameFits(name: string, kind: string): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && (ENDINGS[kind] ?? []).includes(ending);
}

/** Some writers order the parts so that only the list of names at the end tells a sheet from any other zip. */
function officeKind(bytes: Uint8Array): string | null {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!names.includes('[Content_Types].xml')) return null;
  if (names.includes('word/document.xml')) return WORD;
  return names.includes('xl/workbook.xml') ? SHEET : null;
}

/** Scripts and markup are refused even as text. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/^\s*(?:#!|<\?|@echo)|<\/?[a-z!?]/i.test(text);
  } catch {
    return false;
  }
}
