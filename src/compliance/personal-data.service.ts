import { Injectable } from '@nestjs/common';
import { fold } from '../core/vietnamese.js';
import { note } from '../platform/audit/audit.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { NamedPlace, PersonalDataAnswer } from './personal-data.contract.js';

const MOST = 1_000;
/** Names on paper: of those who signed, who witnessed, and whom to ask. */
const PLACES = [
  ['party', 'signatory_name'],
  ['party', 'contact'],
  ['witness', 'name'],
] as const;

const ALL = PLACES.map(
  ([table, column]) => `select '${table}.${column}' as "where", p.id, p.agreement_id as "agreementId",
    a.title as "agreementTitle", p.${column} as name
    from ${table} p join agreement a on a.id = p.agreement_id where p.${column} is not null`,
).join(' union all ');

/** Where a person stands who has no account here, so that a request of that person can be answered. */
@Injectable()
export class PersonalDataService {
  constructor(private readonly work: Work) {}

  /** Looked through name by name: rare, and names are written in many ways. The trail keeps that it was asked, not for whom. */
  find(act: Act, name: string): Promise<PersonalDataAnswer> {
    return this.work.run(act, async (tx) => {
      const wanted = fold(name);
      const rows = await tx.query<NamedPlace[]>(`${ALL} order by 1, 2`);
      const places = rows.filter((row) => fold(row.name).includes(wanted)).slice(0, MOST);
      await note(tx, act, 'person.name-searched', act.actor.id, { after: { found: places.length } });
      return { places };
    });
  }
}
