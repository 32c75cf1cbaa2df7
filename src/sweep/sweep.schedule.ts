import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { CONFIG, type Config } from '../platform/config/config.js';
import { messageOf } from './one-bad-row.js';
import { SweepService } from './sweep.service.js';

const EVERY_MINUTE = '0 * * * * *';

/** Asks every minute whether tonight's sweep is done: a cron instant can be missed, the ledger cannot. */
@Injectable()
export class SweepSchedule implements OnApplicationBootstrap {
  private readonly log = new Logger('sweep');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly registry: SchedulerRegistry,
    private readonly sweeps: SweepService,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.scheduler) return;
    const job = CronJob.from({
      cronTime: EVERY_MINUTE,
      timeZone: this.config.timeZone,
      waitForCompletion: true,
      onTick: () => this.tick(),
    });
    this.registry.addCronJob('sweep', job);
    job.start();
  }

  /** Also run once at start, for a night missed. */
  async tick(): Promise<void> {
    try {
      const run = await this.sweeps.night();
      if (run) this.log.log({ sweep: run.asOf, state: run.state, ...run.counts });
      if (run && run.failures.length > 0) this.log.error({ sweep: run.asOf, failures: run.failures });
    } catch (error) {
      this.log.error({ sweep: 'did not run', message: messageOf(error) });
    }
  }
}
