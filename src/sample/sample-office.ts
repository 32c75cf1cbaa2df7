import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { SweepService } from '../sweep/sweep.service.js';
import { enterDatedAgreement } from './dated-agreement.js';
import { enterFoundingAgreements } from './founding-agreements.js';
import { tellEndOfDistrict, tellOneBoard } from './reorganisations.js';
import { registerBodies } from './sample-bodies.js';
import { SampleDesk } from './sample-desk.js';
import { enterWardPlan, enterWardProgramme } from './ward-agreements.js';

/** The sample office of a trial: the bodies of Quận 10 and of the wards after it, with agreements in every state. */
@Injectable()
export class SampleOffice {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly desk: SampleDesk,
    private readonly sweeps: SweepService,
  ) {}

  /** Loads once, into an empty register; true when it did. */
  async loadIfNew(): Promise<boolean> {
    const [body] = await this.db.query<unknown[]>(`select from body limit 1`);
    if (body) return false;
    const today = this.clock.today();
    const cast = await registerBodies(this.desk, today);
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
