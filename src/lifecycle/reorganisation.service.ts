import { Injectable } from '@nestjs/common';
import type { NewBodiesEvent } from '../bodies/body-event.contract.js';
import { isEnding } from '../bodies/body-event.rules.js';
import { BodyEventService } from '../bodies/body-event.service.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { BodyEventRecorded } from './succession.contract.js';
import { SuccessionEffect } from './succession-effect.service.js';

/** Bodies change, and what they would owe after their end waits for a successor: both in one transaction. */
@Injectable()
export class ReorganisationService {
  constructor(
    private readonly work: Work,
    private readonly events: BodyEventService,
    private readonly effect: SuccessionEffect,
  ) {}

  /** A day that lies ahead is noted; its night does the rest. */
  record(act: Act, input: NewBodiesEvent): Promise<BodyEventRecorded> {
    return this.work.run(act, async (tx) => {
      const event = await this.events.record(tx, act, input);
      const now = isEnding(event.kind) && event.effectiveOn <= act.today;
      const { reports, reviews } = now
        ? await this.effect.suspend(tx, input.predecessorIds, act.today)
        : { reports: 0, reviews: 0 };
      return { ...event, suspendedReports: reports, suspendedReviews: reviews };
    });
  }
}
