import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import { deedWords, READINGS } from './deed.words.js';
import type { HistoryEntry, HistoryQuery } from './history.contract.js';
import { changesOf } from './history.rules.js';
import { idsIn, RecordNames } from './record-names.queries.js';

type Picture = Record<string, unknown> | null;

type Row = Pick<HistoryEntry, 'id' | 'at' | 'by' | 'what' | 'subjectId' | 'agreementId'> & {
  before: Picture;
  after: Picture;
};

/** The record and what hangs on it by one string; an agreement's whole family is named in its entries themselves. */
const SUBJECTS = `select $1::uuid
  union all select id from submission where occurrence_id = $1
  union all select id from follow_up where review_id = $1
  union all select id from schedule where commitment_id = $1`;

/** What somebody wrote and has not filed is shown to the reporter's side alone, and what was thrown away too. */
const SHOWN = `(e.what not in ('submission.drafted', 'submission.changed', 'submission.discarded', 'evidence.added',
    'evidence.removed')
  or scope_covers(coalesce((select on_behalf_of from submission where id = e.subject_id),
    (e.before->>'onBehalfOf')::uuid)))`;

@Injectable()
export class HistoryQueries {
  constructor(
    private readonly db: DataSource,
    private readonly names: RecordNames,
  ) {}

  /** The latest first. Each arm walks its own index from the end, so that a page costs a page. */
  async page(query: HistoryQuery): Promise<Page<HistoryEntry>> {
    const place = placeOf(query, 'number');
    const size = fetchSize(query);
    const arm = (condition: string): string =>
      `(select e.* from audit_entry e where ${condition} and ($2::text is null or e.what = $2 or starts_with(e.what, $2 || '.'))
          and e.what <> all ($4::text[]) and ($3::bigint is null or e.id < $3) order by e.id desc limit ${size})`;
    const arms =
      query.subjectId === undefined
        ? arm('$1::uuid is null')
        : `${arm(`e.subject_id in (${SUBJECTS})`)} union ${arm('e.agreement_id = $1')}`;
    const rows = await this.db.query<Row[]>(
      `select e.id::text as id, e.at, e.actor_name as by, e.what, e.subject_id as "subjectId",
         e.agreement_id as "agreementId",
         case when ${SHOWN} then e.before end as before, case when ${SHOWN} then e.after end as after
       from (${arms}) e order by e.id desc limit ${size}`,
      [query.subjectId ?? null, query.what ?? null, place?.[0] ?? null, READINGS],
    );
    const entries = rows.map(({ before, after, ...row }) => {
      const { vi: whatVi, en: whatEn } = deedWords(row.what);
      return { ...row, whatVi, whatEn, changes: changesOf(before, after) };
    });
    const { items, next } = pageOf(entries, query, ({ id }) => [id]);
    const named = await this.names.attach(items, ({ subjectId, changes }) => [subjectId, ...idsIn(changes)]);
    return { items: named, next };
  }
}
