import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../platform/config/config.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { AuditEntriesQuery, AuditEntryAnswer } from './audit-entry.contract.js';
import { refuseAudit } from './audit-entry.refusals.js';
import { deedWords } from './deed.words.js';
import { idsIn, RecordNames } from './record-names.queries.js';

type Row = Omit<AuditEntryAnswer, 'actor' | 'whatVi' | 'whatEn' | 'records'> & { actorId: string; actorName: string };

@Injectable()
export class AuditEntryQueries {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly names: RecordNames,
  ) {}

  /** The latest first. Only what is asked stands in the text, so that each filter may walk its own index. */
  async page(query: AuditEntriesQuery): Promise<Page<AuditEntryAnswer>> {
    const { agreementId, subjectId, actorId, what, from, to } = query;
    if (from !== undefined && to !== undefined && to < from) throw refuseAudit('dates-reversed', { from, to }, '/to');
    const place = placeOf(query, 'number')?.[0];
    const values: unknown[] = [];
    const where = (value: unknown, condition: (at: string) => string): string[] =>
      value === undefined ? [] : [condition(`$${values.push(value)}`)];
    const edge = (day: string): string =>
      `(${day})::timestamp at time zone $${values.push(this.config.timeZone)}::text`;
    const conditions = [
      ...where(agreementId, (at) => `e.agreement_id = ${at}`),
      ...where(subjectId, (at) => `e.subject_id = ${at}`),
      ...where(actorId, (at) => `e.actor_id = ${at}`),
      ...where(what, (at) => `(e.what = ${at} or starts_with(e.what, ${at} || '.'))`),
      ...where(from, (at) => `e.at >= ${edge(`${at}::date`)}`),
      ...where(to, (at) => `e.at < ${edge(`${at}::date + 1`)}`),
      ...where(place, (at) => `e.id < ${at}::bigint`),
    ];
    const rows = await this.db.query<Row[]>(
      `select e.id::text as id, e.at, e.actor_id as "actorId", e.actor_name as "actorName", e.from_address as from,
         e.by_credential as by, e.request_id as "requestId", e.what, e.subject_id as "subjectId",
         e.agreement_id as "agreementId", e.before, e.after, l.seq, encode(l.hash, 'hex') as hash
       from audit_entry e left join audit_link l on l.entry_id = e.id
       ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} order by e.id desc limit ${fetchSize(query)}`,
      values,
    );
    const entries = rows.map(({ actorId: id, actorName: name, ...row }) => {
      const { vi: whatVi, en: whatEn } = deedWords(row.what);
      return { ...row, actor: { id, name }, whatVi, whatEn };
    });
    const { items, next } = pageOf(entries, query, ({ id }) => [id]);
    const named = await this.names.attach(items, ({ subjectId, agreementId: within, before, after }) =>
      idsIn([subjectId, within, before, after]),
    );
    return { items: named, next };
  }
}
