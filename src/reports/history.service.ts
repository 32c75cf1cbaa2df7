import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { InvalidRequest } from '../platform/http/validation.js';
import { matchFilings, type KnownReport, type Match, type PastFiling } from './history.rules.js';
import { OCCURRENCE_LIFE } from './occurrence.rules.js';
import { SUBMISSION_LIFE } from './submission.rules.js';

const REPORTS = `select o.id, o.commitment_id as "commitmentId", o.schedule_id as "scheduleId", o.body_id as "bodyId",
    o.period_key as "periodKey", o.window_start as "windowStart", o.due_on as "dueOn", o.state, o.version,
    exists (select from submission s where s.occurrence_id = o.id) as begun
  from occurrence o where o.agreement_id = $1 and o.commitment_id = any ($2::uuid[]) and o.period_key = any ($3::text[])
  order by o.id for no key update of o`;

/** An accepted paper whose reviewer is not known; the day that counts is the day it was filed. */
const FILE = `with r as (
    select * from jsonb_to_recordset($1::jsonb) as r("occurrenceId" uuid, "filedOn" date, "nothingToReport" boolean, note text)
  ), filed as (
    update occurrence o set state = $4, first_filed_on = r."filedOn", filed_on = r."filedOn",
      accepted_on = r."filedOn", nothing_to_report = r."nothingToReport", version = o.version + 1
    from r where o.id = r."occurrenceId" returning o.id, o.body_id
  )
  insert into submission (occurrence_id, round, state, on_behalf_of, nothing_to_report, done, channel, filed_on,
    drafted_by, drafted_at, submitted_by, entered_at, imported)
  select f.id, 1, $5, f.body_id, r."nothingToReport", r.note, 'PAPER', r."filedOn", $2::uuid, $3::timestamptz,
    $2::uuid, $3::timestamptz, true
  from filed f join r on r."occurrenceId" = f.id returning id, occurrence_id as "occurrenceId", filed_on as "filedOn"`;

interface Imported {
  id: string;
  occurrenceId: string;
  filedOn: string;
}

/** Filings from before the register followed an agreement. */
@Injectable()
export class HistoryService {
  /** All of them or none; the periods are planned by now. */
  async record(tx: Tx, act: Act, agreementId: string, filings: readonly PastFiling[]): Promise<number> {
    if (filings.length === 0) return 0;
    const reports = await tx.query<KnownReport[]>(REPORTS, [
      agreementId,
      filings.map(({ commitmentId }) => commitmentId),
      filings.map(({ periodKey }) => periodKey),
    ]);
    const own = await tx.query<{ id: string }[]>(`select id from commitment where agreement_id = $1`, [agreementId]);
    const commitments = new Set(own.map(({ id }) => id));
    const { matches, faults } = matchFilings(filings, { reports, commitments }, act.today);
    if (faults.length > 0) throw new InvalidRequest(faults);
    for (const row of await this.write(tx, act, matches)) {
      await note(tx, act, 'submission.imported', row.id, { after: row });
    }
    return matches.length;
  }

  private write(tx: Tx, act: Act, matches: readonly Match[]): Promise<Imported[]> {
    const rows = matches.map(({ filing, report }) => ({
      occurrenceId: report.id,
      filedOn: filing.filedOn,
      nothingToReport: filing.nothingToReport ?? false,
      note: filing.note ?? null,
    }));
    const occurrence = OCCURRENCE_LIFE.next(OCCURRENCE_LIFE.next('due', 'file'), 'accept');
    const submission = SUBMISSION_LIFE.next(SUBMISSION_LIFE.next('draft', 'submit'), 'accept');
    return tx.query<Imported[]>(FILE, [JSON.stringify(rows), act.actor.id, act.at, occurrence, submission]);
  }
}
