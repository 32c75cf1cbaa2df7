import { OmitType } from '@nestjs/swagger';
import { Bool, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { OccurrencesQuery } from './occurrence.contract.js';
import { STANDINGS, type Standing } from './report.words.js';

/** Reports that are counted of each standing; beyond them `capped` says that there are more. */
export const COUNTED = 1_000;

export class OccurrenceCountsQuery extends OmitType(OccurrencesQuery, ['limit', 'cursor', 'standing'] as const) {}

export class StandingCount {
  @OneOf(STANDINGS, 'Standing') standing: Standing;
  @Int({ min: 0, max: COUNTED, about: `Exact up to ${COUNTED}` }) count: number;
  @Bool({ about: `There are more than ${COUNTED}` }) capped: boolean;
}

export class OccurrenceCounts {
  @Many(() => StandingCount, { about: 'What is still owed: overdue, due today, due soon, returned, within the term' })
  items: StandingCount[];
}

export class OccurrenceRights {
  @Text({
    many: true,
    about: 'Which of the rights on due reports the caller holds over this one; its state may still refuse',
    example: ['reports.file'],
  })
  rights: string[];
}
