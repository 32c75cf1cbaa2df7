import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import type { ExtensionAnswer, NewExtension, NewExtensionRefusal, NewGrant } from './extension.contract.js';
import { Extension } from './extension.entity.js';
import { ExtensionQueries } from './extension.queries.js';
import { refuseExtension } from './extension.refusals.js';
import { EXTENSION_LIFE, checkAsked, checkGranted, clockAfterGrant } from './extension.rules.js';
import { Occurrence } from './occurrence.entity.js';
import { lockOccurrence, refusePaused } from './report.locks.js';

/** A later day for one due report: asked with a reason, granted or refused. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly work: Work,
    private readonly queries: ExtensionQueries,
  ) {}

  /** One request at a time. */
  ask(act: Act, occurrenceId: string, { to, reason }: NewExtension): Promise<ExtensionAnswer> {
    return this.work.run(act, async (tx) => {
      const occurrence = await lockOccurrence(tx, occurrenceId);
      refuseStale(act, occurrence.version);
      const fault = checkAsked(occurrence, to, act.today);
      if (fault) throw fault;
      const waiting = await tx.findOneBy(Extension, { occurrenceId: occurrence.id, state: 'asked' });
      if (waiting) throw refuseExtension('asked-already', { to: waiting.askedTo });
      const id = await insertOne(tx, Extension, {
        occurrenceId: occurrence.id,
        askedTo: to,
        reason,
        askedBy: act.actor.id,
        askedOn: act.today,
        askedAt: act.at,
      });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'extension.asked', id, { after });
      return after;
    });
  }

  grant(act: Act, id: string, input: NewGrant): Promise<ExtensionAnswer> {
    return this.work.run(act, async (tx) => {
      const { extension, occurrence } = await this.open(tx, act, id);
      const state = EXTENSION_LIFE.next(extension.state, 'grant');
      const to = input.to ?? extension.askedTo;
      const fault = checkGranted(occurrence, to, act.today);
      if (fault) throw fault;
      await refusePaused(tx, occurrence.agreementId);
      const clock = clockAfterGrant(occurrence, to, await this.resubmitBy(tx, occurrence.id));
      await updateGuarded(tx, Occurrence, occurrence, clock);
      await this.decide(tx, act, extension, {
        state,
        grantedTo: to,
        decisionNote: input.note ?? null,
        document: input.document ?? null,
      });
      const after = await this.queries.one(id, tx);
      const { agreedDueOn, overdueFrom } = occurrence;
      await note(tx, act, 'extension.granted', id, {
        before: { state: extension.state, occurrence: { agreedDueOn, overdueFrom } },
        after: { ...after, occurrence: clock },
      });
      return after;
    });
  }

  refuse(act: Act, id: string, { note: decisionNote }: NewExtensionRefusal): Promise<ExtensionAnswer> {
    return this.work.run(act, async (tx) => {
      const { extension } = await this.open(tx, act, id);
      const state = EXTENSION_LIFE.next(extension.state, 'refuse');
      await this.decide(tx, act, extension, { state, decisionNote });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'extension.refused', id, { before: { state: extension.state }, after });
      return after;
    });
  }

  /** The request is read after its report is held, so that of two decisions one finds the other's. */
  private async open(tx: Tx, act: Act, id: string): Promise<{ extension: Extension; occurrence: Occurrence }> {
    const found = await tx.findOneBy(Extension, { id });
    if (!found) throw refuseExtension('unknown');
    const occurrence = await lockOccurrence(tx, found.occurrenceId);
    const extension = await tx.findOneByOrFail(Extension, { id });
    refuseStale(act, extension.version);
    return { extension, occurrence };
  }

  private async decide(tx: Tx, act: Act, extension: Extension, decision: Partial<Extension>): Promise<void> {
    const author = { decidedBy: act.actor.id, decidedOn: act.today, decidedAt: act.at };
    await updateGuarded(tx, Extension, extension, { ...author, ...decision });
  }

  /** The day named at the last return. */
  private async resubmitBy(tx: Tx, occurrenceId: string): Promise<CivilDate | null> {
    const [last] = await tx.query<{ day: CivilDate | null }[]>(
      `select resubmit_by as day from submission where occurrence_id = $1 and state = 'returned' order by round desc limit 1`,
      [occurrenceId],
    );
    return last?.day ?? null;
  }
}
