import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile, type ScanBudget, type SeesLine } from './scan-budget.js';
import { XmlLines } from './xml-lines.js';

/** A document put into a document, and one put into that. */
const DEEPEST = 2;
const PACKAGE = /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|odt|ods)$/i;

/** Reads all XML parts of a Word, Excel or OpenDocument file, whatever they are called, and the packages inside it. */
export async function readZip(bytes: Buffer, budget: ScanBudget, sees: SeesLine, depth = 0): Promise<boolean> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false });
  for await (const entry of zip.eachEntry()) {
    budget.takePart(entry.compressedSize, entry.uncompressedSize);
    if (entry.isEncrypted()) throw new UnreadableFile('encrypted');
    const { fileName } = entry;
    if (/\.xml$/i.test(fileName) && (await readPart(zip, entry, budget, sees))) return true;
    if (PACKAGE.test(fileName)) {
      if (depth === DEEPEST) throw new UnreadableFile('too deep');
      budget.takeBytes(entry.uncompressedSize);
      const inner = await buffer(await zip.openReadStreamPromise(entry));
      if (await readZip(inner, budget, sees, depth + 1)) return true;
    }
  }
  return false;
}

async function readPart(zip: ZipFile, entry: Entry, budget: ScanBudget, sees: SeesLine): Promise<boolean> {
  const stream = await zip.openReadStreamPromise(entry);
  let lines: XmlLines | null = null;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    budget.takeBytes(chunk.length);
    lines ??= new XmlLines(sees, chunk);
    if (lines.take(chunk)) return true;
  }
  return lines?.end() ?? false;
}
