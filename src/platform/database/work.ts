import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../http/act.js';
import { refuseRequest } from '../http/refusals.js';

/** The open transaction; whoever starts the story passes it down as first argument. */
export type Tx = EntityManager;

interface Kept {
  fingerprint: string;
  answer: unknown;
}

/** Opens the transaction of a story and makes a repeated Idempotency-Key answer as the first time. */
@Injectable()
export class Work {
  constructor(private readonly db: DataSource) {}

  /** Runs the story once: all of it is written, or nothing. A repeat with the same key returns the first answer. */
  async run<T extends object>(act: Act, story: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      const kept = await this.claim(tx, act);
      if (kept) return kept as T;
      const answer = await story(tx);
      await this.keep(tx, act, answer);
      return answer;
    });
  }

  /** Runs the story and takes everything back: what would happen, told by the code that does it. */
  async rehearse<T>(story: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.db.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      return await story(runner.manager);
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  /** A parallel repeat waits on the key's row until the first has committed, then finds its answer. */
  private async claim(tx: Tx, act: Act): Promise<unknown> {
    if (act.idempotencyKey === undefined) return null;
    const claimed = await tx.query<unknown[]>(
      `insert into idempotency_key (actor_id, key, fingerprint) values ($1, $2, $3)
       on conflict do nothing returning key`,
      [act.actor.id, act.idempotencyKey, act.fingerprint],
    );
    if (claimed.length > 0) return null;
    const [kept] = await tx.query<Kept[]>(
      `select fingerprint, answer from idempotency_key where actor_id = $1 and key = $2`,
      [act.actor.id, act.idempotencyKey],
    );
    if (kept?.fingerprint !== act.fingerprint) throw refuseRequest('key-reused');
    return kept?.answer;
  }

  private async keep(tx: Tx, act: Act, answer: object): Promise<void> {
    if (act.idempotencyKey === undefined) return;
    await tx.query(`update idempotency_key set answer = $3 where actor_id = $1 and key = $2`, [
      act.actor.id,
      act.idempotencyKey,
      JSON.stringify(answer),
    ]);
  }
}
