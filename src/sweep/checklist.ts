import { Injectable } from '@nestjs/common';
import type { Act } from '../platform/http/act.js';
import { AgreementSteps } from './agreement.steps.js';
import { DutySteps } from './duty.steps.js';
import type { Step } from './one-bad-row.js';
import { PersonSteps } from './person.steps.js';

/** All that the night does, in its order. */
@Injectable()
export class Checklist {
  constructor(
    private readonly agreements: AgreementSteps,
    private readonly duties: DutySteps,
    private readonly persons: PersonSteps,
  ) {}

  /** What is suspended or over is neither planned nor late. */
  steps(act: Act): Step[] {
    return [
      ...this.duties.suspensions(),
      ...this.agreements.steps(act),
      ...this.duties.plans(act),
      ...this.duties.flags(),
      ...this.persons.steps(act),
    ];
  }
}
