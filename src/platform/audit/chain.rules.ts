import { createHash } from 'node:crypto';

/** What the chain takes up of an entry, each value as PostgreSQL writes it, in the order of the function audit_hash. */
export type EntryParts = readonly (string | null)[];

export interface ChainLink {
  seq: number;
  entryId: number;
  previous: Buffer;
  hash: Buffer;
  /** null: the entry is gone. */
  parts: EntryParts | null;
}

export const FAULT_KINDS = [
  'LINK_MISSING',
  'ENTRY_MISSING',
  'ENTRY_CHANGED',
  'ORDER_BROKEN',
  'ENTRY_UNLINKED',
  'HEAD_LOST',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface ChainFault {
  kind: FaultKind;
  /** Place in the chain; null for an entry that has none. */
  seq: number | null;
  entryId: number | null;
}

export interface ChainHead {
  seq: number;
  hash: Buffer;
}

/** Before the first link. */
export const ROOT: ChainHead = { seq: 0, hash: Buffer.alloc(32) };

/** SHA-256 over the hash before and the entry as a JSON array: what makes a link (migration 1764200000004). */
export function linkHash(previous: Buffer, parts: EntryParts): Buffer {
  const entry = `[${parts.map((value) => JSON.stringify(value)).join(', ')}]`;
  return createHash('sha256').update(previous).update(entry).digest();
}

/** What is wrong with a link that follows `before`; the walk goes on from the link itself, so one fault is told once. */
export function faultsOf(before: ChainHead, link: ChainLink): ChainFault[] {
  const { seq, entryId, parts } = link;
  const faults: ChainFault[] = [];
  const gap = seq !== before.seq + 1;
  if (gap) faults.push({ kind: 'LINK_MISSING', seq: before.seq + 1, entryId: null });
  if (!gap && !link.previous.equals(before.hash)) faults.push({ kind: 'ORDER_BROKEN', seq, entryId });
  if (parts === null) faults.push({ kind: 'ENTRY_MISSING', seq, entryId });
  else if (!linkHash(link.previous, parts).equals(link.hash)) faults.push({ kind: 'ENTRY_CHANGED', seq, entryId });
  return faults;
}
