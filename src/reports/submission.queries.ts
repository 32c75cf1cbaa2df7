import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import { refuseReport } from './report.refusals.js';
import type { SubmissionAnswer } from './submission.contract.js';

function memberName(column: string): string {
  return `(select m.full_name from member m where m.id = ${column})`;
}

/** A draft is the reporter's own until it is filed: the partners do not read it. */
const SHOWN = `(select * from submission where state <> 'draft' or scope_covers(on_behalf_of))`;

/** Submissions `s` as they are answered; a condition may follow. */
export const SUBMISSION = `select s.id, s.occurrence_id as "occurrenceId", s.round, s.state,
    s.on_behalf_of as "onBehalfOf", s.nothing_to_report as "nothingToReport", s.done, s.difficulties, s.proposals,
    s.assessment, s.figures, s.channel, s.received_on as "receivedOn", s.filed_on as "filedOn",
    ${memberName('s.drafted_by')} as "draftedBy", s.drafted_at as "draftedAt",
    ${memberName('s.submitted_by')} as "submittedBy", s.entered_at as "enteredAt",
    ${memberName('s.reviewed_by')} as "reviewedBy", s.reviewed_at as "reviewedAt",
    s.review_comment as "reviewComment", s.resubmit_by as "resubmitBy", s.imported,
    (select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'sha256', e.sha256, 'size', f.size,
       'mediaType', f.media_type, 'datedOn', e.dated_on, 'note', e.note, 'addedAt', e.added_at) order by e.id), '[]')
     from evidence e join stored_file f on f.sha256 = e.sha256 where e.submission_id = s.id) as evidence,
    s.version
  from ${SHOWN} s`;

@Injectable()
export class SubmissionQueries {
  constructor(private readonly db: DataSource) {}

  async one(id: string, tx: Tx = this.db.manager): Promise<SubmissionAnswer> {
    const [row] = await tx.query<SubmissionAnswer[]>(`${SUBMISSION} where s.id = $1`, [id]);
    if (!row) throw refuseReport('submission-unknown');
    return row;
  }

  /** Where the content of a piece of evidence lies. */
  async evidence(id: string): Promise<{ name: string; sha256: string; mediaType: string }> {
    const [row] = await this.db.query<{ name: string; sha256: string; mediaType: string }[]>(
      `select e.name, e.sha256, f.media_type as "mediaType"
       from evidence e join ${SHOWN} s on s.id = e.submission_id join stored_file f on f.sha256 = e.sha256 where e.id = $1`,
      [id],
    );
    if (!row) throw refuseReport('evidence-unknown');
    return row;
  }
}
