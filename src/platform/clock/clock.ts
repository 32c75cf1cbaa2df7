import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../core/civil-date.js';

/** The one clock: the only file that reads the wall clock (design §3.1). */
@Injectable()
export class Clock {
  constructor(private readonly zone: string) {}

  /** Today as a civil date in the configured zone. */
  today(): CivilDate {
    return Temporal.Now.plainDateISO(this.zone).toString();
  }

  /** This instant, ISO 8601 in UTC with milliseconds. */
  now(): string {
    return new Date().toISOString();
  }

  /** Milliseconds since some fixed moment, for durations only. */
  ticks(): number {
    return performance.now();
  }
}
