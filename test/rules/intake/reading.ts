import type { IntakeLine } from '../../../src/intake/lines.js';
import type { Proposal } from '../../../src/intake/proposal.rules.js';
import type { ProposalPart } from '../../../src/intake/proposal.words.js';
import { readFile } from '../../../src/intake/reader.js';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function linesOf(bytes: Buffer, mediaType = WORD): Promise<IntakeLine[]> {
  const read = await readFile(bytes, mediaType);
  if ('unread' in read) throw new Error(read.unread);
  return read.lines;
}

export function valuesOf(proposals: readonly Proposal[], part: ProposalPart): Readonly<Record<string, unknown>>[] {
  return proposals.filter((one) => one.part === part).map(({ value }) => value);
}
