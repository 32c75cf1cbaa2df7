import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { periodName } from '../core/derivation-words.js';
import { isId } from '../platform/http/fields.js';
import type { NamedRecord, RecordKind } from './record-names.contract.js';

/** For each kind its table with `id`, and the name in both languages; of what comes round, the period too. */
const NAMES: Readonly<Record<RecordKind, string>> = {
  agreement: `select x.id, x.title, x.title, null from agreement x`,
  document: `select x.id, x.name, x.name, null from agreement_document x`,
  clause: `select x.id, k.name, k.name, null from clause x cross join lateral (
    select coalesce(nullif(concat_ws(' ', x.label, x.heading), ''), left(x.text, 80)) as name) k`,
  commitment: `select x.id, x.title, x.title, null from commitment x`,
  schedule: `select x.id, c.title, c.title, null from schedule x join commitment c on c.id = x.commitment_id`,
  occurrence: `select x.id, c.title, c.title, x.period_key from occurrence x join commitment c on c.id = x.commitment_id`,
  submission: `select x.id, c.title, c.title, o.period_key from submission x join occurrence o on o.id = x.occurrence_id
    join commitment c on c.id = o.commitment_id`,
  evidence: `select x.id, x.name, x.name, null from evidence x`,
  extension: `select x.id, c.title, c.title, o.period_key from extension x join occurrence o on o.id = x.occurrence_id
    join commitment c on c.id = o.commitment_id`,
  'review-cycle': `select x.id, a.title, a.title, null from review_cycle x join agreement a on a.id = x.agreement_id`,
  review: `select x.id, a.title, a.title, x.derivation -> 'period' ->> 'key' from review x
    join agreement a on a.id = x.agreement_id`,
  'follow-up': `select x.id, x.title, x.title, null from follow_up x`,
  body: `select x.id, x.name_vi, x.name_en, null from body x`,
  member: `select x.id, x.full_name, x.full_name, null from member x`,
  seat: `select x.id, x.name_vi, x.name_en, null from seat x`,
  'reporting-scheme': `select x.id, x.name_vi, x.name_en, null from reporting_scheme x`,
};

const ALL = Object.entries(NAMES)
  .map(
    ([kind, rows]) =>
      `select '${kind}' as kind, n.* from (${rows} where x.id = any ($1::uuid[])) n (id, vi, en, period)`,
  )
  .join(' union all ');

interface Row {
  kind: RecordKind;
  id: string;
  vi: string;
  en: string | null;
  period: string | null;
}

/** Every id that stands anywhere in a picture. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return isId(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

/** What records are called that are known by their ids alone; only those in sight. */
@Injectable()
export class RecordNames {
  constructor(private readonly db: DataSource) {}

  /** The same rows, each with the names of the records that `idsOf` finds in it. */
  async attach<T>(
    rows: readonly T[],
    idsOf: (row: T) => readonly string[],
  ): Promise<(T & { records: NamedRecord[] })[]> {
    const own = rows.map((row) => [...new Set(idsOf(row))]);
    const known = await this.named([...new Set(own.flat())]);
    return rows.map((row, place) => ({ ...row, records: (own[place] ?? []).flatMap((id) => known.get(id) ?? []) }));
  }

  private async named(ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<Row[]>(ALL, [ids]);
    return new Map(
      rows.map(({ kind, id, vi, en, period }) => {
        const called = (name: string, language: 'vi' | 'en'): string =>
          period === null ? name : `${name} – ${periodName(period, language)}`;
        return [id, { id, kind, nameVi: called(vi, 'vi'), nameEn: called(en ?? vi, 'en') }];
      }),
    );
  }
}
