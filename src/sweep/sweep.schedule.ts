import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { CONFIG, type Config } from '../platform/config/config.js';
import { seeingEverything } from '../platform/database/scope.js';
import { messageOf } from './one-bad-row.js';
import { SweepService } from './sweep.service.js';

const EVERY_MINUTE = '0 * * * * *';

/** Asks every minute whether tonight's sweep is done: a cron instant can be missed, the ledger cannot. */
@Injectable()
export class SweepSchedule {
  private readonly log = new Logger('sweep');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sweeps: SweepService,
  ) {}

  /** Also called once at start, for a night missed. */
  @Cron(EVERY_MINUTE, { name: 'sweep', waitForCompletion: true })
  async tick(): Promise<void> {
    if (!this.config.scheduler) return;
    try {
      const run = await seeingEverything(() => this.sweeps.night());
      if (run) this.log.log({ sweep: run.asOf, state: run.state, ...run.counts });
      if (run && run.failures.length > 0) this.log.error({ sweep: run.asOf, failures: run.failures });
    } catch (error) {
      this.log.error({ sweep: 'did not run', message: messageOf(error) });
    }
  }
}
