import type { Tx } from '../platform/database/work.js';

/** Who plans with the calendar and the schemes: any number at once, but none while they are being changed. */
export async function holdRegime(tx: Tx): Promise<void> {
  await tx.query('lock table calendar_day, calendar_year, reporting_scheme in row share mode');
}

/** Who changes the calendar: alone, after the planners at work have ended, so that no date of the old one slips in behind. */
export async function holdCalendarAlone(tx: Tx): Promise<void> {
  await tx.query('lock table calendar_day, calendar_year in exclusive mode');
}

/** The same for reporting schemes. */
export async function holdSchemesAlone(tx: Tx): Promise<void> {
  await tx.query('lock table reporting_scheme in exclusive mode');
}
