import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { noteHead } from '../platform/audit/chain.js';
import { Clock } from '../platform/clock/clock.js';
import type { Act } from '../platform/http/act.js';
import { Checklist } from './checklist.js';
import { oneBadRowAlone } from './one-bad-row.js';
import type { SweepAnswer, SweepFailure, SweepTrigger } from './sweep.contract.js';
import { SweepQueries } from './sweep.queries.js';
import { refuseSweep } from './sweep.refusals.js';

/** Any number that no other advisory lock here uses. */
const SWEEP_LOCK = 7_402_027;
const LOOK_AGAIN_MS = 250;
const NIGHT = { id: '00000000-0000-0000-0000-000000000000', name: 'Rà soát ban đêm' };

/** Whoever starts a sweep: by a request, or at the command line under a name. */
type Starter = Act | string;

interface Manner {
  /** Waits while another sweep runs, instead of saying so. */
  waits?: boolean;
  /** Stands around the sweep once it is its turn: whoever waits for it holds no connection. */
  within?: (sweep: () => Promise<SweepAnswer>) => Promise<SweepAnswer>;
}

const alone: Required<Manner>['within'] = (sweep) => sweep();

/** The night: the same code for the scheduler and for a person (design §4). */
@Injectable()
export class SweepService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly queries: SweepQueries,
    private readonly checklist: Checklist,
  ) {}

  /** Tonight's sweep, unless it is done or somebody is at it: null. Nights missed before are healed by it, as steps compare dates. */
  async night(): Promise<SweepAnswer | null> {
    const night = this.clock.today();
    return this.alone(false, async () => {
      const [done] = await this.db.query<unknown[]>(
        `select from sweep_night n join sweep_run r on r.id = n.run_id where n.night = $1 and r.state <> 'running'`,
        [night],
      );
      if (done) return null;
      const answer = await this.run(night, 'NIGHT', NIGHT.name);
      await this.db.query(
        `insert into sweep_night (night, claimed_at, run_id) values ($1, $2, $3)
         on conflict (night) do update set claimed_at = excluded.claimed_at, run_id = excluded.run_id`,
        [night, answer.startedAt, answer.id],
      );
      return answer;
    });
  }

  /** A person's sweep as of a day, not after today. While another runs it waits, or says so (busy). */
  async byHand(
    asOf: CivilDate,
    starter: Starter,
    { waits = false, within = alone }: Manner = {},
  ): Promise<SweepAnswer> {
    const today = this.clock.today();
    if (asOf > today) throw refuseSweep('in-future', { asOf, today }, '/asOf');
    const answer = await this.alone(waits, () => within(() => this.run(asOf, 'PERSON', starter)));
    if (!answer) throw refuseSweep('busy');
    return answer;
  }

  /** The lock keeps two sweeps from overlapping; that a night is done once is the ledger's matter. It dies with its process. */
  private async alone<T>(waits: boolean, deed: () => Promise<T>): Promise<T | null> {
    for (;;) {
      const runner = this.db.createQueryRunner();
      try {
        if (await locked(runner)) return await deed();
      } finally {
        await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
        // A waiter gives its connection back between two looks: whoever sweeps needs more than one.
        await runner.release();
      }
      if (!waits) return null;
      await pause(LOOK_AGAIN_MS);
    }
  }

  private async run(asOf: CivilDate, trigger: SweepTrigger, starter: Starter): Promise<SweepAnswer> {
    const startedBy = typeof starter === 'string' ? starter : starter.actor.name;
    const id = await this.queries.open(asOf, trigger, startedBy, this.clock.now());
    const act: Act = { actor: NIGHT, today: asOf, at: this.clock.now(), requestId: id, from: null, by: 'system' };
    const start = typeof starter === 'string' ? { ...act, actor: { ...NIGHT, name: starter } } : starter;
    await this.db.transaction((tx) => note(tx, start, 'sweep.started', id, { after: { asOf, trigger } }));
    const counts: Record<string, number> = {};
    const failures: SweepFailure[] = [];
    for (const step of this.checklist.steps(act)) {
      const result = await oneBadRowAlone(this.db, step, asOf);
      counts[step.name] = result.count;
      failures.push(...result.failures.map((failure) => ({ step: step.name, ...failure })));
    }
    await noteHead(this.db.manager, act);
    return this.queries.close(id, { counts, failures, at: this.clock.now() });
  }
}

async function locked(runner: QueryRunner): Promise<boolean> {
  const [row] = (await runner.query('select pg_try_advisory_lock($1) as got', [SWEEP_LOCK])) as { got: boolean }[];
  return row?.got ?? false;
}
