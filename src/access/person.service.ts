import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { seeingEverything } from '../platform/database/scope.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { closeCredentials } from './credentials.js';
import { Departure } from './departure.entity.js';
import { Member } from './member.entity.js';
import type { Contact, NewDeparture, PersonAnswer, PersonData } from './person.contract.js';
import { PersonQueries } from './person.queries.js';
import { refusePerson } from './person.refusals.js';
import { anonymous, checkAnonymisation, checkContact, checkDeparture } from './person.rules.js';

/** Any number that no other advisory lock here uses. */
const NUMBERS_LOCK = 7_402_061;

/** Members as persons. The audit trail says what was done to their data, never the data (decision 0013). */
@Injectable()
export class PersonService {
  constructor(
    private readonly work: Work,
    private readonly queries: PersonQueries,
  ) {}

  setContact(act: Act, { email = null, phone = null }: Contact): Promise<PersonAnswer> {
    return this.work.run(act, async (tx) => {
      const fault = checkContact({ email, phone });
      if (fault) throw fault;
      const { id } = act.actor;
      await tx.update(Member, { id }, { email, phone });
      await note(tx, act, 'member.contact-set', id, { after: { email: email !== null, phone: phone !== null } });
      return this.queries.one(id, tx);
    });
  }

  /** Ends the sign-in, the sessions and the seats; the deeds stay. */
  depart(act: Act, id: string, { on, reason }: NewDeparture): Promise<PersonAnswer> {
    return this.work.run(act, async (tx) => {
      // Whoever changes holdings holds the seats first (SeatService).
      const seats = await tx.query<{ id: string }[]>(
        `select id from seat where id in (select seat_id from seat_holding where member_id = $1 and (to_on is null or to_on > $2))
         order by id for update`,
        [id, on],
      );
      const known = await this.lock(tx, id);
      const fault = checkDeparture(known, { on, today: act.today, oneself: id === act.actor.id });
      if (fault) throw fault;
      const seatIds = seats.map((seat) => seat.id);
      // What has begun stays in the history of the seat, also when the day of departure is told late.
      await tx.query(`delete from seat_holding where member_id = $1 and from_on > greatest($2::date, $3::date)`, [
        id,
        on,
        act.today,
      ]);
      await tx.query(
        `update seat_holding set to_on = greatest(from_on, $2::date) where member_id = $1 and (to_on is null or to_on > $2)`,
        [id, on],
      );
      await tx.query(`update seat set version = version + 1 where id = any($1)`, [seatIds]);
      await tx.query(`update member set disabled_at = coalesce(disabled_at, $2), password_hash = null where id = $1`, [
        id,
        act.at,
      ]);
      await closeCredentials(tx, id);
      await tx.insert(Departure, { memberId: id, onDate: on, reason, byId: act.actor.id, at: act.at });
      await note(tx, act, 'member.departed', id, { after: { on, reason, seatIds } });
      return this.queries.one(id, tx);
    });
  }

  anonymise(act: Act, id: string): Promise<PersonAnswer> {
    // Kept answers of others repeat the name too.
    return seeingEverything(() =>
      this.work.run(act, async (tx) => {
        const known = await this.lock(tx, id);
        const fault = checkAnonymisation(known);
        if (fault) throw fault;
        await this.takeNameOff(tx, act, id);
        return this.queries.one(id, tx);
      }),
    );
  }

  /** Former members whose time is over: the night's. */
  async dueIds(tx: Tx, asOf: CivilDate, months: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select member_id as id from departure
       where anonymised_at is null and (on_date + make_interval(months => $2))::date <= $1 order by on_date, id`,
      [asOf, months],
    );
    return rows.map(({ id }) => id);
  }

  async anonymiseEach(tx: Tx, act: Act, ids: readonly string[]): Promise<number> {
    let count = 0;
    for (const id of ids) {
      if (checkAnonymisation(await this.lock(tx, id))) continue;
      await this.takeNameOff(tx, act, id);
      count += 1;
    }
    return count;
  }

  /** Everything known of a person, handed out once and noted. */
  export(act: Act, id: string): Promise<PersonData> {
    // Whole: what a person did also stands where the seats of today do not reach.
    return seeingEverything(() =>
      this.work.run(act, async (tx) => {
        const data = await this.queries.data(tx, id, act.at);
        await note(tx, act, 'person.data-exported', id, {
          after: { deeds: data.deedsTotal, records: data.records.length },
        });
        return data;
      }),
    );
  }

  private async lock(tx: Tx, id: string): Promise<Departure | null> {
    const member = await tx.findOne(Member, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!member) throw refusePerson('unknown');
    return tx.findOneBy(Departure, { memberId: id });
  }

  /** A number in place of the name: what two former members did is still told apart. */
  private async takeNameOff(tx: Tx, act: Act, id: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock($1)`, [NUMBERS_LOCK]);
    const [last] = await tx.query<{ number: number }[]>(`select coalesce(max(number), 0) as number from departure`);
    const number = (last?.number ?? 0) + 1;
    await tx.update(Member, { id }, { ...anonymous(number), email: null, phone: null, passwordHash: null });
    await closeCredentials(tx, id);
    // Kept answers repeat what was registered.
    await tx.query(`delete from idempotency_key where actor_id = $1 or answer ->> 'id' = $2`, [id, id]);
    await tx.update(Departure, { memberId: id }, { number, anonymisedAt: act.at, anonymisedBy: act.actor.id });
    await note(tx, act, 'member.anonymised', id, { after: { number } });
  }
}
