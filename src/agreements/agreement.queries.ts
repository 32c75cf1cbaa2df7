import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import type { AgreementAnswer } from './agreement.answers.js';
import { refuseAgreement } from './agreement.refusals.js';
import { lastNoticeDay, type NoticeFacts } from './renewal.rules.js';

/** A JSON list of `fields` from `source`, in order; empty instead of null. */
function list(fields: string, source: string, order: string): string {
  return `(select coalesce(json_agg(json_build_object(${fields}) order by ${order}), '[]') from ${source})`;
}

const ONE = `select a.id, a.kind, a.title, a.state, a.signed_on as "signedOn", a.signed_at_place as "signedAtPlace",
  a.ceremony_note as "ceremonyNote", a.in_force_from as "inForceFrom", a.term_kind as "termKind", a.term_to as "termTo",
  a.renewal, a.renewal_months as "renewalMonths", a.notice_days as "noticeDays", a.notice_day_kind as "noticeDayKind",
  a.first_term_to as "firstTermTo", (select json_build_object('givenOn', r.given_on, 'bodyId', r.body_id,
    'document', r.document) from renewal_notice r where r.agreement_id = a.id and r.term_to = a.term_to) as "renewalNotice",
  a.openness, a.scheme_id as "schemeId", a.followed_since as "followedSince",
  a.activated_on as "activatedOn", a.ended_on as "endedOn", a.version,
  ${list(
    `'printed', n.printed, 'issuerId', n.issuer_id, 'seq', n.seq, 'year', n.year, 'type', n.type, 'orgs', n.orgs`,
    'agreement_number n where n.agreement_id = a.id',
    'n.ordinal',
  )} as numbers,
  ${list(
    `'bodyId', p.body_id, 'role', p.role, 'nameAsSigned', p.name_as_signed, 'nameNow', b.name_vi,
     'signatoryName', p.signatory_name, 'signatoryPosition', p.signatory_position, 'authority', p.authority,
     'contact', p.contact, 'joinedOn', p.joined_on, 'leftOn', p.left_on`,
    'party p join body b on b.id = p.body_id where p.agreement_id = a.id',
    'p.ordinal',
  )} as parties,
  ${list(
    `'name', w.name, 'position', w.position, 'bodyId', w.body_id`,
    'witness w where w.agreement_id = a.id',
    'w.ordinal',
  )} as witnesses,
  ${list(
    `'text', l.text, 'number', l.number, 'datedOn', l.dated_on`,
    'legal_basis l where l.agreement_id = a.id',
    'l.ordinal',
  )} as "legalBases",
  ${list(
    `'kind', k.kind, 'toAgreementId', k.to_agreement_id, 'toText', coalesce(k.to_text, t.title)`,
    'agreement_link k left join agreement t on t.id = k.to_agreement_id where k.agreement_id = a.id',
    'k.kind, k.id',
  )} as links,
  ${list(
    `'id', d.id, 'kind', d.kind, 'name', d.name, 'sha256', d.sha256, 'size', f.size, 'mediaType', f.media_type,
     'datedOn', d.dated_on, 'addedAt', d.added_at`,
    'agreement_document d join stored_file f on f.sha256 = d.sha256 where d.agreement_id = a.id',
    'd.id',
  )} as documents,
  ${list(
    `'verb', s.verb, 'fromState', s.from_state, 'toState', s.to_state, 'onDate', s.on_date, 'at', s.at, 'reason', s.reason,
     'document', s.document, 'basis', s.basis`,
    'agreement_step s where s.agreement_id = a.id',
    's.id',
  )} as steps,
  ${list(
    `'from', z.paused_from, 'reason', z.reason, 'document', z.document, 'pausedBy', pm.full_name,
     'pausedAt', z.paused_at, 'resumedOn', z.resumed_on, 'resumedBy', rm.full_name, 'resumedAt', z.resumed_at`,
    `agreement_pause z join member pm on pm.id = z.paused_by left join member rm on rm.id = z.resumed_by
     where z.agreement_id = a.id`,
    'z.id',
  )} as pauses
  from agreement a where a.id = $1`;

@Injectable()
export class AgreementQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendars: CalendarQueries,
  ) {}

  async one(id: string, tx: Tx = this.db.manager): Promise<AgreementAnswer> {
    const [row] = await tx.query<Omit<AgreementAnswer, 'lastNoticeDay'>[]>(ONE, [id]);
    if (!row) throw refuseAgreement('unknown');
    return { ...row, lastNoticeDay: await this.lastNoticeDay(row, tx) };
  }

  /** Computed when asked, so that a changed calendar is never contradicted by a stored day. */
  async lastNoticeDay(facts: NoticeFacts, tx: Tx): Promise<CivilDate | null> {
    const inWorkingDays = facts.renewal === 'TACIT' && facts.noticeDayKind === 'WORKING';
    return lastNoticeDay(facts, inWorkingDays ? await this.calendars.calendar(tx) : null);
  }
}
