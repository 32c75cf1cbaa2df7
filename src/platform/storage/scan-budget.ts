/** The file cannot be read, or costs too much to read: whoever cannot check it must not keep it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const PARTS = 10_000;
const INFLATED_BYTES = 192 * 1024 * 1024;
/** Below this much a part may be as repetitive as it likes. */
const SMALL_BYTES = 1024 * 1024;
/** Sheets of office programs stay below 1:100; a bomb comes close to deflate's limit of 1:1,032. */
const RATIO = 400;

/** What the reading of one file may cost in all, the packages inside it included. */
export class ScanBudget {
  private parts = PARTS;
  private bytes = INFLATED_BYTES;

  takePart(compressed: number, inflated: number): void {
    this.parts -= 1;
    if (this.parts < 0) throw new UnreadableFile('too many parts');
    if (inflated > SMALL_BYTES && inflated > compressed * RATIO) throw new UnreadableFile('inflates too much');
  }

  takeBytes(count: number): void {
    this.bytes -= count;
    if (this.bytes < 0) throw new UnreadableFile('too large when inflated');
  }
}

/** Takes one line of the file's text; `true` ends the reading. */
export type SeesLine = (line: string) => boolean;
