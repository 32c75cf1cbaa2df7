import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subtreeSql } from '../bodies/body.queries.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { derivationWords, periodName, type Language } from '../core/derivation-words.js';
import { movesWords } from '../core/due-move.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { seesEverything } from '../platform/database/scope.js';
import { prepared } from '../platform/database/prepared.js';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import { movesSql } from '../regime/due-move.contract.js';
import type { OccurrenceAnswer, OccurrenceRow, OccurrencesQuery } from './occurrence.contract.js';
import { COUNTED, type OccurrenceCounts, type OccurrenceCountsQuery } from './occurrence-reading.contract.js';
import { EXTENSION, ExtensionQueries } from './extension.queries.js';
import { extensionWords } from './extension.rules.js';
import { clockEnd, splitClock, type Round } from './report-clock.rules.js';
import { refuseReport } from './report.refusals.js';
import { standingSql, standsAs } from './standing.js';
import { SUBMISSION } from './submission.queries.js';

/** Before the period has its words. */
export type Unnamed<T extends OccurrenceRow> = Omit<T, 'periodVi' | 'periodEn'>;

/** A due report `o` in a list, joined by `OCCURRENCE_JOINS`. */
export const OCCURRENCE_ROW = `o.id, o.agreement_id as "agreementId", a.title as "agreementTitle", o.commitment_id as "commitmentId",
  c.title as "commitmentTitle", c.kind as "commitmentKind", o.schedule_id as "scheduleId", o.body_id as "bodyId",
  b.name_vi as "bodyName", o.period_key as "periodKey", o.report_year as "reportYear", o.tier,
  o.window_start as "windowStart", o.window_end as "windowEnd", o.due_on as "dueOn",
  o.agreed_due_on as "agreedDueOn", o.overdue_from as "overdueFrom",
  o.state, o.first_filed_on as "firstFiledOn", o.filed_on as "filedOn", o.nothing_to_report as "nothingToReport",
  o.first_filed_on <= o.due_on as "onTimeOriginal",
  o.first_filed_on <= coalesce(o.agreed_due_on, o.due_on) as "onTimeAgreed",
  o.version`;

export const OCCURRENCE_JOINS = `join agreement a on a.id = o.agreement_id join commitment c on c.id = o.commitment_id
  join body b on b.id = o.body_id`;

const MISSING = `select coalesce(json_agg(json_build_object('occurrenceId', m.id, 'bodyId', m.body_id,
    'bodyName', mb.name_vi, 'tier', m.tier, 'dueOn', m.due_on) order by m.tier, mb.code), '[]')
  from occurrence m join body mb on mb.id = m.body_id
  where m.schedule_id = o.schedule_id and m.period_key = o.period_key and m.tier < o.tier
    and m.state in ('due', 'returned', 'suspended')`;

const WHOLE = `${OCCURRENCE_ROW}, (select s.text_as_written from schedule s where s.id = o.schedule_id) as sentence, o.due_raw as "dueRaw", o.derivation, o.accepted_on as "acceptedOn",
  o.suspended_on as "suspendedOn", o.suspended_because as "suspendedBecause", o.waived_on as "waivedOn",
  o.waived_because as "waivedBecause", o.overdue_noticed_on as "overdueNoticedOn",
  (select json_build_object('id', k.id, 'lineageId', k.lineage_id, 'label', k.label, 'heading', k.heading, 'text', k.text,
    'effectiveFrom', k.effective_from, 'effectiveTo', k.effective_to)
   from clause k where k.id = o.clause_id) as clause,
  (select coalesce(json_agg(x order by x."askedOn", x.id), '[]')
   from (${EXTENSION} where e.occurrence_id = o.id) x) as extensions,
  (select coalesce(json_agg(x order by x.round), '[]') from (${SUBMISSION} where s.occurrence_id = o.id) x) as submissions,
  (${MISSING}) as missing, ${movesSql('occurrence_id', 'o.id')} as moves`;

function roundsSql(zone: string): string {
  return `(select coalesce(json_agg(json_build_object('filedOn', s.filed_on, 'returned', s.state = 'returned',
      'decidedOn', (s.reviewed_at at time zone ${zone})::date) order by s.round), '[]')
    from submission s where s.occurrence_id = o.id and s.state <> 'draft')`;
}

const OWED = ['overdue', 'due_today', 'due_soon', 'returned', 'in_term'] as const;

/** Collects values and gives back their places, with their type. */
class Values {
  readonly list: unknown[] = [];
  at(value: unknown, type: 'date' | 'uuid' | 'uuid[]' | 'text'): string {
    return `$${this.list.push(value)}::${type}`;
  }
}

@Injectable()
export class OccurrenceQueries {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly extensions: ExtensionQueries,
  ) {}

  /** The most urgent first. Only the conditions asked for are written, so that the partial indexes can serve them. */
  async page(query: OccurrencesQuery, today: CivilDate): Promise<Page<OccurrenceRow>> {
    const values = new Values();
    const [now, soonTo] = this.days(values, today);
    const asked = conditions(query, values, [now, soonTo]);
    const rows = await prepared<Unnamed<OccurrenceRow>>(
      this.db,
      `select ${OCCURRENCE_ROW}, ${standingSql(now, soonTo)} as standing from (${picked(query, values, asked)}) o ${OCCURRENCE_JOINS}
       order by o.due_on, o.id`,
      values.list,
    );
    return pageOf(rows.map(named), query, (row) => [row.dueOn, row.id]);
  }

  /** Each standing is counted by the index of its own rows, up to a bound. */
  async counts(query: OccurrenceCountsQuery, today: CivilDate): Promise<OccurrenceCounts> {
    const values = new Values();
    const days = this.days(values, today);
    const counts = OWED.map((standing) => {
      const asked: OccurrencesQuery = { ...query, standing: [standing], limit: COUNTED };
      const rows = picked(asked, values, conditions(asked, values, days));
      return `(select json_build_object('standing', '${standing}', 'count', least(count(*), ${COUNTED})::int,
        'capped', count(*) > ${COUNTED}) from (${rows}) o)`;
    });
    const [row] = await prepared<OccurrenceCounts>(
      this.db,
      `select json_build_array(${counts.join(', ')}) as items`,
      values.list,
    );
    return row ?? { items: [] };
  }

  async one(id: string, today: CivilDate, tx: Tx = this.db.manager): Promise<OccurrenceAnswer> {
    const values = new Values();
    const [now, soonTo] = this.days(values, today);
    const zone = values.at(this.config.timeZone, 'text');
    const [found] = await tx.query<
      (Omit<Unnamed<OccurrenceAnswer>, 'whyVi' | 'whyEn' | 'clock'> & { filings: Round[] })[]
    >(
      `select ${WHOLE}, ${roundsSql(zone)} as filings, ${standingSql(now, soonTo)} as standing from occurrence o ${OCCURRENCE_JOINS}
       where o.id = ${values.at(id, 'uuid')}`,
      values.list,
    );
    if (!found) throw refuseReport('unknown');
    const { filings, ...row } = found;
    const { firstFiledOn, acceptedOn } = row;
    return named<Unnamed<OccurrenceAnswer>>({
      ...row,
      extensions: await this.extensions.warned(row.extensions, tx),
      clock: { ...splitClock(row, filings, clockEnd(row, today)), rounds: filings.length, firstFiledOn, acceptedOn },
      whyVi: why(row, 'vi'),
      whyEn: why(row, 'en'),
    });
  }

  async several(ids: readonly string[], today: CivilDate, tx: Tx): Promise<OccurrenceRow[]> {
    const values = new Values();
    const [now, soonTo] = this.days(values, today);
    const rows = await tx.query<Unnamed<OccurrenceRow>[]>(
      `select ${OCCURRENCE_ROW}, ${standingSql(now, soonTo)} as standing from occurrence o ${OCCURRENCE_JOINS}
       where o.id = any (${values.at(ids, 'uuid[]')}) order by o.due_on, o.tier, b.code`,
      values.list,
    );
    return rows.map(named);
  }

  private days(values: Values, today: CivilDate): [string, string] {
    return [values.at(today, 'date'), values.at(addDays(today, this.config.dueSoonDays), 'date')];
  }
}

function conditions(query: OccurrencesQuery, values: Values, [now, soonTo]: [string, string]): string[] {
  const { agreementId, commitmentId, standing, state, from, to } = query;
  const place = placeOf(query, 'date', 'id');
  return [
    ...(agreementId === undefined ? [] : [`o.agreement_id = ${values.at(agreementId, 'uuid')}`]),
    ...(commitmentId === undefined ? [] : [ofCommitment(values.at(commitmentId, 'uuid'))]),
    ...(standing === undefined ? [] : [oneOf(standing.map((one) => standsAs(one, now, soonTo)))]),
    ...(state === undefined ? [] : [oneOf(state.map((one) => `o.state = ${values.at(one, 'text')}`))]),
    ...(from === undefined ? [] : [`o.due_on >= ${values.at(from, 'date')}`]),
    ...(to === undefined ? [] : [`o.due_on <= ${values.at(to, 'date')}`]),
    ...(place ? [`(o.due_on, o.id) > (${values.at(place[0], 'date')}, ${values.at(place[1], 'uuid')})`] : []),
  ];
}

/** Each condition names its states, so that the partial indexes still serve. */
function oneOf(conditions: readonly string[]): string {
  return `(${conditions.join(' or ')})`;
}

/** Naming the agreement too lets the index by agreement serve. */
function ofCommitment(id: string): string {
  return `o.commitment_id = ${id} and o.agreement_id = (select agreement_id from commitment where id = ${id})`;
}

/** One page's rows in order. For a subtree each body's own index gives its first rows, and the page is cut from those. */
function picked(query: OccurrencesQuery, values: Values, asked: readonly string[]): string {
  const cut = `order by o.due_on, o.id limit ${fetchSize(query)}`;
  const first = (where: readonly string[]): string =>
    `select o.* from occurrence o ${where.length > 0 ? `where ${where.join(' and ')}` : ''} ${cut}`;
  if (query.bodyId === undefined)
    return seesEverything() || query.agreementId !== undefined ? first(asked) : fromFew(first, asked, cut);
  const bodies = subtreeSql(values.at(query.bodyId, 'uuid'));
  return `select o.* from (${bodies}) t cross join lateral (${first(['o.body_id = t.id', ...asked])}) o ${cut}`;
}

const FEW = 500;

/** Who sees few agreements starts from those, each by its own index; who sees many walks the days until the page is full. */
function fromFew(first: (where: readonly string[]) => string, asked: readonly string[], cut: string): string {
  const few = `(select cardinality(scope_agreements()) <= ${FEW})`;
  return `select o.* from (
      (select o.* from unnest((select scope_agreements())) t (id)
        cross join lateral (${first(['o.agreement_id = t.id', ...asked])}) o where ${few} ${cut})
      union all
      (select o.* from (${first(asked)}) o where not ${few})
    ) o ${cut}`;
}

export function named<T extends Unnamed<OccurrenceRow>>(row: T): T & { periodVi: string; periodEn: string } {
  return { ...row, periodVi: periodName(row.periodKey, 'vi'), periodEn: periodName(row.periodKey, 'en') };
}

/** The rule's sentences, then what people decided. */
function why(
  { derivation, extensions, moves }: Pick<OccurrenceAnswer, 'derivation' | 'extensions' | 'moves'>,
  language: Language,
): string {
  return [derivationWords(derivation, language), movesWords(moves, language), extensionWords(extensions, language)]
    .filter((part) => part !== '')
    .join(' ');
}
