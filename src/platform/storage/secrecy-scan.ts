import { SecrecyWatch, linesOf, nameHasSecrecyMark } from '../../core/secrecy-mark.js';
import { readOle } from './ole-lines.js';
import { ScanBudget, type SeesLine } from './scan-budget.js';
import { readZip } from './zip-lines.js';

export type Verdict = 'clear' | 'marked' | 'unreadable';

export interface Scanned {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Looks for a secrecy mark in a file's name and text. What cannot be read is told apart; pictures hold no text and pass. */
export async function scanForMark({ name, mediaType, bytes }: Scanned): Promise<Verdict> {
  if (nameHasSecrecyMark(name)) return 'marked';
  const wrapped = mediaType === 'application/pdf' || (mediaType === 'text/plain' && !/\.csv$/i.test(name));
  const watch = new SecrecyWatch(wrapped);
  try {
    return (await read(bytes, mediaType, name, (line) => watch.sees(line))) ? 'marked' : 'clear';
  } catch {
    // Whatever a reader stumbles over: a file that cannot be checked is not kept.
    return 'unreadable';
  }
}

async function read(bytes: Buffer, mediaType: string, name: string, sees: SeesLine): Promise<boolean> {
  if (/^application\/vnd\.(?:openxmlformats|oasis)/.test(mediaType)) return readZip(bytes, new ScanBudget(), sees);
  // Half a second to load, so only for who needs it.
  if (mediaType === 'application/pdf') return (await import('./pdf-lines.js')).readPdf(bytes, sees);
  if (mediaType === 'application/x-cfb' || mediaType === 'application/msword') return readOle(bytes, sees);
  if (mediaType !== 'text/plain') return false;
  const text = bytes.toString('utf8');
  const lines = linesOf(text);
  return (/\.csv$/i.test(name) ? lines.flatMap((line) => line.split(/[,;]/)) : lines).some(sees);
}
