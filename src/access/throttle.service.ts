import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { note } from '../platform/audit/audit.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseAccess } from './access.refusals.js';
import { LIMITS, afterAttempt, beginsHold, waitMs, type Count, type LimitName } from './throttle.rules.js';

/** Under what an attempt is counted; what it names is kept hashed. */
export interface Counted {
  limit: LimitName;
  of: string;
}

interface Row {
  key: string;
  failures: number;
  last_at: Date;
  held_until: Date | null;
}

function keyOf({ limit, of }: Counted): string {
  return `${limit}:${createHash('sha256').update(of).digest('base64url')}`;
}

function countOf(row: Row | undefined): Count {
  return {
    failures: row?.failures ?? 0,
    lastAt: row?.last_at.getTime() ?? 0,
    heldUntil: row?.held_until?.getTime() ?? 0,
  };
}

function withoutKey(act: Act): Act {
  const attempt = { ...act };
  delete attempt.idempotencyKey;
  return attempt;
}

/** Counts attempts in the database, for all instances: each is written before the password is looked at, so that many at once do not pass. */
@Injectable()
export class ThrottleService {
  constructor(private readonly work: Work) {}

  /**
   * Refuses (429) while one of the counts is held, else counts the attempt as failed until `forgive`. An attempt is no
   * deed of the request: it does not take the key under which the deed that follows is kept.
   */
  reserve(act: Act, subject: string, counted: readonly Counted[]): Promise<object> {
    const keys = [...counted].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const now = Date.parse(act.at);
    return this.work.run(withoutKey(act), async (tx) => {
      const rows = await this.lock(tx, keys.map(keyOf), act.at);
      const states = keys.map((key) => ({
        ...key,
        key: keyOf(key),
        count: countOf(rows.find((row) => row.key === keyOf(key))),
      }));
      const longest = Math.max(...states.map(({ limit, count }) => waitMs(LIMITS[limit], count, now)));
      if (longest > 0) throw refuseAccess('too-many-attempts', { seconds: Math.ceil(longest / 1000) });
      const next = states.map((state) => ({ ...state, count: afterAttempt(LIMITS[state.limit], state.count, now) }));
      await tx.query(
        `update sign_in_count c set failures = n.failures, last_at = $2, held_until = n.held_until
         from jsonb_to_recordset($1::jsonb) as n (key text, failures integer, held_until timestamptz) where c.key = n.key`,
        [
          JSON.stringify(
            next.map(({ key, count }) => ({
              key,
              failures: count.failures,
              held_until: new Date(count.heldUntil).toISOString(),
            })),
          ),
          act.at,
        ],
      );
      for (const { limit, count } of next) {
        if (beginsHold(LIMITS[limit], count)) await note(tx, act, 'sign-in.held-back', subject, { after: { limit } });
      }
      return {};
    });
  }

  /** The attempt was right: its own count starts anew, the wider ones lose this attempt. */
  async forgive(tx: Tx, counted: readonly Counted[], at: string): Promise<void> {
    const isOwn = ({ limit }: Counted): boolean => limit !== 'address' && limit !== 'account';
    await tx.query(`delete from sign_in_count where key = any($1) or last_at < $2::timestamptz - interval '1 day'`, [
      counted.filter(isOwn).map(keyOf),
      at,
    ]);
    await tx.query(`update sign_in_count set failures = greatest(failures - 1, 0) where key = any($1)`, [
      counted.filter((one) => !isOwn(one)).map(keyOf),
    ]);
  }

  /** In the order of the keys, so that two attempts never wait for each other. */
  private async lock(tx: Tx, keys: readonly string[], at: string): Promise<Row[]> {
    await tx.query(
      `insert into sign_in_count (key, failures, last_at) select key, 0, $2 from unnest($1::text[]) as k (key)
       order by key collate "C" on conflict do nothing`,
      [keys, at],
    );
    return tx.query<Row[]>(
      `select key, failures, last_at, held_until from sign_in_count where key = any($1) order by key collate "C" for update`,
      [keys],
    );
  }
}
