import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { Body } from '../bodies/body.entity.js';
import { refuseBody } from '../bodies/body.refusals.js';
import type { CivilDate } from '../core/civil-date.js';
import { hasInterval } from '../core/schedule-rule.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import type { EventAnswer, NewEvent, NewWaiver, OccurrenceAnswer } from './occurrence.contract.js';
import { Occurrence } from './occurrence.entity.js';
import { OccurrencePlanner } from './occurrence.planner.js';
import { OccurrenceQueries } from './occurrence.queries.js';
import { OCCURRENCE_LIFE } from './occurrence.rules.js';
import { insertOccurrences, loadSchedule } from './planning.rows.js';
import { eventDuties, occurrencesOf, type NewOccurrence, type ScheduleFacts } from './planning.rules.js';
import { lockOccurrence } from './report.locks.js';
import { refuseReport } from './report.refusals.js';

/** Due reports that a person makes or takes away: set off by an event, waived. */
@Injectable()
export class OccurrenceService {
  constructor(
    private readonly work: Work,
    private readonly queries: OccurrenceQueries,
    private readonly planner: OccurrencePlanner,
    private readonly agreements: AgreementLife,
  ) {}

  /** An event or a request asks for reports of a schedule that has no interval. */
  event(act: Act, scheduleId: string, input: NewEvent): Promise<EventAnswer> {
    return this.work.run(act, async (tx) => {
      const schedule = await loadSchedule(tx, scheduleId);
      if (!schedule) throw refuseReport('schedule-unknown');
      await this.agreements.lockRunning(tx, schedule.agreementId);
      checkEvent(schedule, input);
      const { on, dueOn = null, bodyId = null } = input;
      const duties = eventDuties(schedule, { on, dueOn }, await this.planner.desk(tx));
      const owed = duties.flatMap((duty) => occurrencesOf(schedule, duty));
      const ids = await insertOccurrences(tx, await this.ofBody(tx, owed, bodyId));
      if (ids.length === 0) throw refuseReport('event-known', { on }, '/on');
      // From now on reports hang on the schedule, which is then not changed in place.
      await tx.query(`update schedule set planned_to = greatest(planned_to, $2) where id = $1`, [scheduleId, on]);
      const occurrences = await this.queries.several(ids, act.today, tx);
      await note(tx, act, 'schedule.event', scheduleId, { after: { on, dueOn, bodyId, occurrences: ids } });
      return { occurrences };
    });
  }

  /** Takes one report off what is owed, with the reason; it stays in the register. */
  waive(act: Act, id: string, { reason }: NewWaiver): Promise<OccurrenceAnswer> {
    return this.work.run(act, async (tx) => {
      const occurrence = await lockOccurrence(tx, id);
      refuseStale(act, occurrence.version);
      const state = OCCURRENCE_LIFE.next(occurrence.state, 'waive');
      await updateGuarded(tx, Occurrence, occurrence, { state, waivedOn: act.today, waivedBecause: reason });
      await note(tx, act, 'occurrence.waived', id, { before: { state: occurrence.state }, after: { state, reason } });
      return this.queries.one(id, act.today, tx);
    });
  }

  private async ofBody(tx: Tx, owed: NewOccurrence[], bodyId: string | null): Promise<NewOccurrence[]> {
    const asked = bodyId === null ? owed : owed.filter((row) => row.bodyId === bodyId);
    if (asked.length > 0) return asked;
    if (bodyId === null) throw refuseReport('nobody-reports');
    const body = await tx.findOneBy(Body, { id: bodyId });
    if (!body) throw refuseBody('not-in-register', { id: bodyId }, '/bodyId');
    throw refuseReport('owes-nothing', { name: body.nameVi }, '/bodyId');
  }
}

/** An event within the term; the schedule dates it, a request names its due day. */
function checkEvent(schedule: ScheduleFacts, { on, dueOn = null }: NewEvent): void {
  const { frequency, inForceFrom, termEnd } = schedule;
  if (hasInterval(frequency) || frequency === 'CONTINUOUS' || frequency === 'UNSPECIFIED') {
    throw refuseReport('not-by-event', { frequency });
  }
  if ((inForceFrom !== null && on < inForceFrom) || (termEnd !== null && on > termEnd)) {
    throw refuseReport('event-outside-term', { on, from: shown(inForceFrom), to: shown(termEnd) }, '/on');
  }
  if (dueOn === null) {
    if (frequency === 'ON_REQUEST') throw refuseReport('due-on-missing', {}, '/dueOn');
    return;
  }
  const dated = schedule.dues.some(({ rule }) => rule !== null);
  if (frequency === 'ON_EVENT' && dated) throw refuseReport('due-on-fixed', {}, '/dueOn');
  if (dueOn < on) throw refuseReport('due-before-request', { dueOn, on }, '/dueOn');
}

function shown(day: CivilDate | null): string {
  return day ?? '…';
}
