// The night against one hand-written SQL statement that makes the same writes, on the same rows, in turns.
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../dist/src/app.module.js';
import { readConfig } from '../dist/src/platform/config/config.js';
import { seeingEverything } from '../dist/src/platform/database/scope.js';
import { SweepService } from '../dist/src/sweep/sweep.service.js';
import { median } from './database.mjs';

const BY_HAND = `update occurrence set overdue_noticed_on = $1
  where state in ('due', 'returned') and overdue_from <= $1 and overdue_noticed_on is null`;

/** Both start from the same state: nothing noticed, dead rows swept away, a checkpoint behind. */
async function forget(db) {
  await db.query('update occurrence set overdue_noticed_on = null where overdue_noticed_on is not null');
  await db.query('vacuum occurrence');
  await db.query('checkpoint');
}

async function timed(deed) {
  const start = performance.now();
  const result = await deed();
  return [performance.now() - start, result];
}

export async function benchSweep({ db, url }, { today, rounds }) {
  const config = readConfig({ DATABASE_URL: url, SCHEDULER: 'off' });
  const app = await NestFactory.createApplicationContext(AppModule.of(config, url), { logger: ['error'] });
  const sweeps = app.get(SweepService);
  const times = { sweep: [], byHand: [] };
  let noticed = 0;
  try {
    for (let round = 0; round <= rounds; round += 1) {
      await forget(db);
      const [hand, { rowCount }] = await timed(() => db.query(BY_HAND, [today]));
      await forget(db);
      const [sweep, run] = await timed(() => seeingEverything(() => sweeps.byHand(today, 'bench')));
      noticed = run.counts.reportsOverdue;
      if (noticed !== rowCount) throw new Error(`the sweep noticed ${noticed} reports, the statement ${rowCount}`);
      // The first round warms both.
      if (round > 0) {
        times.byHand.push(hand);
        times.sweep.push(sweep);
      }
    }
  } finally {
    await app.close();
  }
  const [byHand, sweep] = [median(times.byHand), median(times.sweep)];
  return {
    newlyOverdue: noticed,
    rounds,
    byHandMs: Math.round(byHand),
    sweepMs: Math.round(sweep),
    ratio: sweep / byHand,
  };
}
