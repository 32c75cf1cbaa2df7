import type { Tx } from '../database/work.js';
import type { Act } from '../http/act.js';
import { faultsOf, ROOT, type ChainFault, type ChainHead, type ChainLink, type EntryParts } from './chain.rules.js';

export interface ChainReport {
  /** Links walked, from the first to the last of this walk. */
  links: number;
  from: number;
  to: number;
  /** Hash of the last link walked, hexadecimal: to be kept on paper. */
  head: string;
  /** False: the walk stopped at its bound and goes on from `to` + 1. */
  complete: boolean;
  faults: number;
  first: ChainFault | null;
  /** Place of the head that was asked for; null: it is not in the chain. Absent when none was asked for. */
  askedHeadSeq?: number | null;
}

export interface ChainOrder {
  /** First link to walk (default 1). */
  from?: number;
  /** Walk at most so many links. */
  most?: number;
  /** A head noted earlier, hexadecimal. */
  head?: string;
}

const BATCH = 5_000;
const PARTS = [
  'id',
  '(extract(epoch from e.at) * 1000000)::bigint',
  'actor_id',
  'actor_name',
  'from_address',
  'by_credential',
  'request_id',
  'what',
  'subject_id',
  'agreement_id',
  'before',
  'after',
] as const;
const ENTRY = PARTS.map((column, i) => `${column.startsWith('(') ? column : `e.${column}`}::text as p${i}`).join(', ');

type Row = Omit<ChainLink, 'parts'> & Record<`p${number}`, string | null>;

async function batch(db: Tx, after: number, size: number): Promise<ChainLink[]> {
  const rows = await db.query<Row[]>(
    `select l.seq, l.entry_id as "entryId", l.previous, l.hash, ${ENTRY}
     from (select * from audit_link where seq > $1 order by seq limit $2) l
     left join lateral (select * from audit_entry where id = l.entry_id limit 1) e on true order by l.seq`,
    [after, size],
  );
  return rows.map((row): ChainLink => {
    const parts: EntryParts = PARTS.map((_, i) => row[`p${i}`] ?? null);
    return { ...row, parts: parts[0] === null ? null : parts };
  });
}

async function startAt(db: Tx, from: number): Promise<ChainHead> {
  if (from <= 1) return ROOT;
  const [link] = await db.query<ChainHead[]>(`select seq, hash from audit_link where seq = $1`, [from - 1]);
  return link ?? { seq: from - 1, hash: Buffer.alloc(0) };
}

/** Entries without a link, and noted heads that the chain no longer holds: what no link can tell of. */
async function besideTheChain(db: Tx): Promise<{ faults: number; first: ChainFault | null }> {
  const [loose] = await db.query<[{ count: number; id: number | null }]>(
    `select count(*) as count, min(e.id) as id from audit_entry e
     where not exists (select from audit_link l where l.entry_id = e.id)`,
  );
  const [lost] = await db.query<[{ count: number; seq: number | null }]>(
    `select count(*) as count, min(h.seq) as seq from audit_head h left join audit_link l on l.seq = h.seq
     where h.seq > 0 and l.hash is distinct from h.hash`,
  );
  const faults: ChainFault[] = [
    ...(loose.id === null ? [] : [{ kind: 'ENTRY_UNLINKED' as const, seq: null, entryId: loose.id }]),
    ...(lost.seq === null ? [] : [{ kind: 'HEAD_LOST' as const, seq: lost.seq, entryId: null }]),
  ];
  return { faults: loose.count + lost.count, first: faults[0] ?? null };
}

/**
 * Walks the chain in batches and computes every hash anew, not by the database. Links are only added at its end, so it
 * holds while others write. Whoever can rewrite the whole chain is found out by a head kept elsewhere only.
 */
export async function verifyChain(db: Tx, { from = 1, most = Infinity, head }: ChainOrder = {}): Promise<ChainReport> {
  let before = await startAt(db, from);
  let links = 0;
  let faults = 0;
  let first: ChainFault | null = null;
  let full = true;
  while (full && links < most) {
    const size = Math.min(BATCH, most - links);
    const walked = await batch(db, before.seq, size);
    for (const link of walked) {
      const found = faultsOf(before, link);
      faults += found.length;
      first ??= found[0] ?? null;
      before = link;
    }
    links += walked.length;
    full = walked.length === size;
  }
  const beside = full ? { faults: 0, first: null } : await besideTheChain(db);
  return {
    links,
    from,
    to: before.seq,
    head: before.hash.toString('hex'),
    complete: !full,
    faults: faults + beside.faults,
    first: first ?? beside.first,
    ...(head === undefined ? {} : await asked(db, head)),
  };
}

async function asked(db: Tx, head: string): Promise<{ askedHeadSeq: number | null }> {
  const [link] = await db.query<{ seq: number }[]>(`select seq from audit_link where hash = decode($1, 'hex')`, [head]);
  return { askedHeadSeq: link?.seq ?? null };
}

/** Notes the head as it stands, so that a tail cut off later is missed. */
export async function noteHead(db: Tx, { requestId, at }: Act): Promise<void> {
  await db.query(
    `insert into audit_head (request_id, noted_at, seq, hash)
     select $1, $2, seq, hash from audit_link order by seq desc limit 1`,
    [requestId, at],
  );
}
