import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { note } from '../platform/audit/audit.js';
import { verifyChain, type ChainReport } from '../platform/audit/chain.js';
import type { ChainFault } from '../platform/audit/chain.rules.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { AuditFaultAnswer, AuditVerificationAnswer, NewAuditVerification } from './audit-entry.contract.js';
import { refuseAudit } from './audit-entry.refusals.js';
import { FAULT_WORDS } from './audit-entry.words.js';

/** Some seconds; a longer chain is walked by several calls, or by `npm run audit:verify`. */
const MOST = 500_000;
/** Any number that no other advisory lock here uses. */
const VERIFYING = 7_402_029;
const HASH = /^[0-9a-f]{64}$/i;

export function isHash(text: string): boolean {
  return HASH.test(text);
}

@Injectable()
export class AuditVerificationService {
  constructor(private readonly work: Work) {}

  /** Verifies the chain, one caller at a time; that it was done is itself an entry. */
  verify(act: Act, { from, head }: NewAuditVerification): Promise<AuditVerificationAnswer> {
    if (head && !isHash(head)) throw refuseAudit('not-a-hash', {}, '/head');
    return this.work.run(act, async (tx) => {
      const [lock] = await tx.query<[{ got: boolean }]>('select pg_try_advisory_xact_lock($1) as got', [VERIFYING]);
      if (!lock.got) throw refuseAudit('busy');
      const id = randomUUID();
      const order = { from: from ?? 1, most: MOST, ...(head ? { head } : {}) };
      const answer = await this.answer(tx, await verifyChain(tx, order), Boolean(head));
      const { links, to, faults, first } = answer;
      const after = { from: order.from, to, links, head: answer.head, faults, first: first?.kind ?? null };
      await note(tx, act, 'audit.verified', id, { after });
      return { id, ...answer };
    });
  }

  async answer(tx: Tx, report: ChainReport, asked: boolean): Promise<Omit<AuditVerificationAnswer, 'id'>> {
    const { first, askedHeadSeq = null } = report;
    return {
      ...report,
      sound: report.faults === 0 && !(asked && askedHeadSeq === null),
      first: first && (await this.told(tx, first)),
      askedHeadSeq,
    };
  }

  /** A fault in words, with what its entry says today. */
  private async told(tx: Tx, { kind, seq, entryId }: ChainFault): Promise<AuditFaultAnswer> {
    const [entry] = await tx.query<{ what: string; at: string }[]>(`select what, at from audit_entry where id = $1`, [
      entryId,
    ]);
    const { vi: kindVi, en: kindEn } = FAULT_WORDS[kind];
    return {
      kind,
      kindVi,
      kindEn,
      seq,
      entryId: entryId === null ? null : String(entryId),
      what: entry?.what ?? null,
      at: entry?.at ?? null,
    };
  }
}
