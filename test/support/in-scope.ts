import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** What only a seat over the whole register may do; in scope these are still asked by the administrator. */
const WHOLE_ONLY: readonly [string, RegExp][] = [
  ['', /^\/(sweeps|audit-|calendar-changes)/],
  ['POST', /^\/(reporting-schemes|bodies$|seats$)/],
  ['PATCH', /^\/(reporting-schemes|bodies)/],
  ['POST', /^\/(body-events|bodies\/[^/]+\/events)$/],
];

/** With STORY_SCOPE=bodies the stories are told by somebody who holds every role over each body, and no seat over all. */
export const IN_SCOPE = process.env['STORY_SCOPE'] === 'bodies';

export function needsWhole(method: string, path: string): boolean {
  return WHOLE_ONLY.some(([verb, route]) => (verb === '' || verb === method) && route.test(path.replace(/\?.*$/, '')));
}

/** A member whom each new body seats in all roles; returns the header of the session. */
export async function seatInEveryBody(db: DataSource): Promise<{ authorization: string }> {
  await db.query(
    `insert into member (login, full_name, password_hash) select 'trong-pham-vi', full_name, password_hash from member limit 1`,
  );
  await db.query(`
    create function seat_storyteller() returns trigger language plpgsql as $$
    begin
      with chair as (insert into seat (body_id, name_vi, role)
        select new.id, 'Người kể', unnest(array['REGISTRAR', 'REPORTER', 'REVIEWER', 'OFFICIAL', 'ADMINISTRATOR']) returning id)
      insert into seat_holding (seat_id, member_id, from_on)
      select chair.id, m.id, '2000-01-01' from chair, member m where m.login = 'trong-pham-vi';
      return null;
    end $$;
    create trigger body_seats_storyteller after insert on body for each row execute function seat_storyteller()`);
  await db.query(`alter function seat_storyteller() security definer`);
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `insert into session (token_hash, member_id, carried_by, opened_at, last_seen_at, expires_at)
     select $1, id, 'bearer', now(), '9999-12-31', '9999-12-31' from member where login = 'trong-pham-vi'`,
    [createHash('sha256').update(token).digest('hex')],
  );
  return { authorization: `Bearer ${token}` };
}
