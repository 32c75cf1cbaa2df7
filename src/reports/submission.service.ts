import { Injectable } from '@nestjs/common';
import { Body } from '../bodies/body.entity.js';
import { refuseBody } from '../bodies/body.refusals.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { Submission, type Occurrence } from './occurrence.entity.js';
import { OCCURRENCE_LIFE, checkNotTooEarly } from './occurrence.rules.js';
import { lockOccurrence, lockSubmission } from './report.locks.js';
import { refuseReport } from './report.refusals.js';
import type { NewSubmission, SubmissionAnswer, SubmissionChange } from './submission.contract.js';
import { SubmissionQueries } from './submission.queries.js';
import { EMPTY_DRAFT, SUBMISSION_LIFE, checkArrival, checkChannel, draftOf } from './submission.rules.js';

/** Drafts of reports: begun, changed, thrown away. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly work: Work,
    private readonly queries: SubmissionQueries,
  ) {}

  draft(act: Act, occurrenceId: string, input: NewSubmission): Promise<SubmissionAnswer> {
    return this.work.run(act, async (tx) => {
      const occurrence = await lockOccurrence(tx, occurrenceId);
      refuseStale(act, occurrence.version);
      OCCURRENCE_LIFE.next(occurrence.state, 'file');
      await this.mustOwe(tx, occurrence, input.onBehalfOf ?? occurrence.bodyId);
      const row = draftOf(EMPTY_DRAFT, input);
      const fault =
        checkChannel(row.channel, act.rights) ??
        checkNotTooEarly(occurrence, act.today) ??
        checkArrival({ ...row, sentOn: null }, act.today);
      if (fault) throw fault;
      const round = await this.nextRound(tx, occurrence.id);
      const id = await insertOne(tx, Submission, {
        ...row,
        occurrenceId: occurrence.id,
        round,
        state: 'draft',
        onBehalfOf: occurrence.bodyId,
        draftedBy: act.actor.id,
        draftedAt: act.at,
      });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'submission.drafted', after.id, { after });
      return after;
    });
  }

  change(act: Act, id: string, input: SubmissionChange): Promise<SubmissionAnswer> {
    return this.work.run(act, async (tx) => {
      const { submission } = await lockSubmission(tx, id);
      const version = versionSeen(act);
      SUBMISSION_LIFE.next(submission.state, 'change');
      const before = await this.queries.one(id, tx);
      const row = draftOf(submission, input);
      const fault = checkChannel(row.channel, act.rights) ?? checkArrival({ ...row, sentOn: null }, act.today);
      if (fault) throw fault;
      await updateGuarded(tx, Submission, { id, version }, { ...row });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'submission.changed', id, { before, after });
      return after;
    });
  }

  async discard(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const { submission } = await lockSubmission(tx, id);
      refuseStale(act, submission.version);
      SUBMISSION_LIFE.next(submission.state, 'change');
      const before = await this.queries.one(id, tx);
      await tx.delete(Submission, { id });
      await note(tx, act, 'submission.discarded', id, { before });
      return {};
    });
  }

  private async mustOwe(tx: Tx, occurrence: Occurrence, bodyId: string): Promise<void> {
    if (bodyId === occurrence.bodyId) return;
    const body = await tx.findOneBy(Body, { id: bodyId });
    if (!body) throw refuseBody('not-in-register', { id: bodyId }, '/onBehalfOf');
    throw refuseReport('owes-nothing', { name: body.nameVi }, '/onBehalfOf');
  }

  private async nextRound(tx: Tx, occurrenceId: string): Promise<number> {
    const last = await tx.findOne(Submission, { where: { occurrenceId }, order: { round: 'DESC' } });
    if (last?.state === 'draft') throw refuseReport('draft-open', { round: last.round });
    return (last?.round ?? 0) + 1;
  }
}
