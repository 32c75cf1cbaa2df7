import { readDocx } from './docx.reader.js';
import { LONGEST_TEXT, isLegacyText, pastedLines, type Reading } from './lines.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The lines of a file that was checked at the door, or why there are none. */
export async function readFile(bytes: Buffer, mediaType: string): Promise<Reading> {
  switch (mediaType) {
    case WORD:
      return readDocx(bytes);
    case 'application/pdf':
      // Half a second to load, so only for who needs it.
      return (await import('./pdf.reader.js')).readPdf(bytes);
    case 'text/plain':
      return readText(bytes.toString('utf8'));
    case 'application/x-cfb':
    case 'application/msword':
      return { unread: 'old-word' };
    default:
      if (mediaType.startsWith('image/')) return { unread: 'picture' };
      return { unread: mediaType.includes('sheet') ? 'sheet' : 'other-kind' };
  }
}

export function readText(text: string): Reading {
  if (text.length > LONGEST_TEXT) return { unread: 'too-long' };
  if (isLegacyText(text)) return { unread: 'legacy-font' };
  return text.trim() === '' ? { unread: 'no-text' } : { source: 'TEXT', lines: pastedLines(text) };
}
