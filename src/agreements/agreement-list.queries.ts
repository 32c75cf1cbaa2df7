import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { likeText, subtreeSql } from '../bodies/body.queries.js';
import { fold } from '../core/vietnamese.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type {
  AgreementCounts,
  AgreementFilters,
  AgreementRow,
  AgreementSort,
  AgreementsQuery,
  SortOrder,
} from './agreement.answers.js';

/** An agreement `a` in a list. */
export const AGREEMENT_ROW = `a.id, a.kind, a.title, a.signed_on as "signedOn", a.in_force_from as "inForceFrom",
  a.term_to as "termTo", a.state, a.version,
  array(select n.printed from agreement_number n where n.agreement_id = a.id order by n.ordinal) as numbers,
  array(select p.name_as_signed from party p where p.agreement_id = a.id and p.role = 'PARTY' order by p.ordinal) as parties`;

/** A day that is not known comes last, whichever way the list runs. */
const UNKNOWN: Readonly<Record<SortOrder, string>> = { asc: '2200-12-31', desc: '1900-01-01' };

const SORTS: Readonly<Record<AgreementSort, { key: (order: SortOrder) => string; kind: 'date' | 'text' }>> = {
  signedOn: { key: (order) => `coalesce(a.signed_on, '${UNKNOWN[order]}')`, kind: 'date' },
  termTo: { key: (order) => `coalesce(a.term_to, '${UNKNOWN[order]}')`, kind: 'date' },
  // By what search compares, so without accents; as much of it as a cursor holds.
  title: { key: () => `left(a.search, 150) collate "C"`, kind: 'text' },
};

type Given = (value: unknown) => string;

@Injectable()
export class AgreementListQueries {
  constructor(private readonly db: DataSource) {}

  /** The latest signed first unless told otherwise. */
  async page(query: AgreementsQuery): Promise<Page<AgreementRow>> {
    const { sort = 'signedOn', order = sort === 'signedOn' ? 'desc' : 'asc' } = query;
    const { key, kind } = SORTS[sort];
    const values: unknown[] = [];
    const given: Given = (value) => `$${values.push(value)}`;
    const conditions = Object.values(filters(query, given));
    const place = placeOf(query, kind, 'id');
    if (place) {
      const [after, id] = place;
      const way = order === 'asc' ? '>' : '<';
      conditions.push(`(${key(order)}, a.id) ${way} (${given(after)}::${kind}, ${given(id)}::uuid)`);
    }
    const rows = await this.db.query<(AgreementRow & { place?: string })[]>(
      `select ${AGREEMENT_ROW}, ${key(order)}::text as place from agreement a ${whereAll(conditions)}
       order by ${key(order)} ${order}, a.id ${order} limit ${fetchSize(query)}`,
      values,
    );
    const { items, next } = pageOf(rows, query, (row) => [row.place ?? '', row.id]);
    for (const row of items) delete row.place;
    return { items, next };
  }

  /** Each group without its own filter, so that what would be found by another choice is told too. */
  async counts(query: AgreementFilters): Promise<AgreementCounts> {
    const values: unknown[] = [];
    const { state = 'true', kind = 'true', ...others } = filters(query, (value) => `$${values.push(value)}`);
    const group = (column: 'state' | 'kind', filter: string): string =>
      `(select coalesce(json_agg(json_build_object('${column}', g.${column}, 'count', g.count) order by g.${column}), '[]')
        from (select a.${column}, count(*)::int as count from a where ${filter} group by 1) g)`;
    const [row] = await this.db.query<[AgreementCounts]>(
      `with a as materialized (select a.state, a.kind from agreement a ${whereAll(Object.values(others))})
       select (select count(*)::int from a where ${state} and ${kind}) as total,
         ${group('state', kind)} as "byState", ${group('kind', state)} as "byKind"`,
      values,
    );
    return row;
  }
}

function whereAll(conditions: readonly string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}

/** Only the conditions asked for, by name. */
function filters(query: AgreementFilters, given: Given): Record<string, string> {
  const { q, state, kind, bodyId, signedFrom, signedTo, termToBy } = query;
  return {
    ...(q === undefined ? {} : { q: named(given(likeText(fold(q)))) }),
    ...(state === undefined ? {} : { state: `a.state = any (${given(state)}::text[])` }),
    ...(kind === undefined ? {} : { kind: `a.kind = ${given(kind)}` }),
    ...(bodyId === undefined
      ? {}
      : {
          body: `a.id in (select p.agreement_id from party p where p.body_id in (${subtreeSql(given(bodyId))}))`,
        }),
    ...(signedFrom === undefined ? {} : { signedFrom: `a.signed_on >= ${given(signedFrom)}::date` }),
    ...(signedTo === undefined ? {} : { signedTo: `a.signed_on <= ${given(signedTo)}::date` }),
    ...(termToBy === undefined ? {} : { termToBy: `a.term_to <= ${given(termToBy)}::date` }),
  };
}

/** Title, numbers and parties as signed; or what a party has been called before or since. */
function named(text: string): string {
  return `(a.search like '%' || ${text} || '%' or a.id in (
    select p.agreement_id from party p join body b on b.id = p.body_id where b.search like '%' || ${text} || '%'))`;
}
