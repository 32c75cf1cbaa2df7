import { isPausedSql } from '../agreements/pause.rows.js';
import type { Tx } from '../platform/database/work.js';
import { Evidence, Occurrence, Submission } from './occurrence.entity.js';
import { refuseReport } from './report.refusals.js';

export interface Filing {
  occurrence: Occurrence;
  submission: Submission;
}

/** Every verb holds the occurrence first, so that of two acceptances one finds the other's state. */
export async function lockOccurrence(tx: Tx, id: string): Promise<Occurrence> {
  const row = await tx.findOne(Occurrence, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw refuseReport('unknown');
  return row;
}

/** While its agreement is paused no report gets a new day to be late on. */
export async function refusePaused(tx: Tx, agreementId: string): Promise<void> {
  const [row] = await tx.query<{ paused: boolean }[]>(`select ${isPausedSql('$1::uuid')} as paused`, [agreementId]);
  if (row?.paused) throw refuseReport('agreement-paused');
}

/** The submission is read after the lock is held: before it, another verb may still change it. */
export async function lockSubmission(tx: Tx, id: string): Promise<Filing> {
  const occurrence = await tx
    .createQueryBuilder(Occurrence, 'o')
    .innerJoin(Submission, 's', 's.occurrenceId = o.id')
    .where('s.id = :id', { id })
    .setLock('pessimistic_write', undefined, ['o'])
    .getOne();
  const submission = await tx.findOneBy(Submission, { id });
  if (!occurrence || !submission) throw refuseReport('submission-unknown');
  return { occurrence, submission };
}

export async function lockEvidence(tx: Tx, id: string): Promise<Filing & { evidence: Evidence }> {
  const found = await tx.findOneBy(Evidence, { id });
  if (!found) throw refuseReport('evidence-unknown');
  const filing = await lockSubmission(tx, found.submissionId);
  const evidence = await tx.findOneBy(Evidence, { id });
  if (!evidence) throw refuseReport('evidence-unknown');
  return { ...filing, evidence };
}
