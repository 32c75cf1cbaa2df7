import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { SweepService } from '../sweep/sweep.service.js';
import { enterDatedAgreement } from './dated-agreement.js';
import { enterFoundingAgreements } from './founding-agreements.js';
import { tellEndOfDistrict, tellOneBoard } from './reorganisations.js';
import { registerBodies } from './sample-bodies.js';
import { SampleDesk } from './sample-desk.js';
import { seatPeople } from './sample-people.js';
import { trialPassword } from './trial-password.js';
import { enterWardPlan, enterWardProgramme } from './ward-agreements.js';

/** The sample office of a trial: the bodies of Quận 10 and of the wards after it, with agreements in every state. */
@Injectable()
export class SampleOffice {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly desk: SampleDesk,
    private readonly sweeps: SweepService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What everybody here signs in with at first; null in a register that was begun without it. */
  async password(): Promise<string | null> {
    const [member] = await this.db.query<unknown[]>(`select from member limit 1`);
    return trialPassword(this.config.dataDir, member === undefined);
  }

  /** Loads once, into an empty register; true when it did. Without a password nobody is seated. */
  async loadIfNew(password: string | null = null): Promise<boolean> {
    const [body] = await this.db.query<unknown[]>(`select from body limit 1`);
    if (body) return false;
    const today = this.clock.today();
    const cast = await registerBodies(this.desk, today);
    if (password !== null) await seatPeople(this.desk, cast, { from: '2025-07-01', today, password });
    const founding = await enterFoundingAgreements(this.desk, cast);
    await enterDatedAgreement(this.desk, cast);
    await tellOneBoard(this.desk, cast, founding);
    await tellEndOfDistrict(this.desk, cast);
    await enterWardProgramme(this.desk, cast, today);
    await enterWardPlan(this.desk, cast, today);
    await this.sweeps.byHand(today, 'sample office');
    return true;
  }
}
