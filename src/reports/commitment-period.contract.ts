import { Bool, Civil, Id, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { STANDINGS, type Standing } from './report.words.js';

export class PeriodBody {
  @Id() bodyId: string;
  @Text() bodyName: string;
  @Id() occurrenceId: string;
  @Int() tier: number;
  @Civil() dueOn: string;
  @OneOf(STANDINGS, 'Standing', { about: 'As of today' }) standing: Standing;
}

/** Reports of a commitment that are told of, the last by their day. */
export const TOLD = 12;

export class StandingsQuery {
  @Civil({ query: true, about: 'First due day' }) from: string;
  @Civil({ query: true, about: 'Last due day' }) to: string;
}

export class StandingNumber {
  @OneOf(STANDINGS, 'Standing') standing: Standing;
  @Int({ min: 1 }) count: number;
}

/** How the due reports of one commitment stand. */
export class CommitmentStandings {
  @Id() commitmentId: string;
  @Many(() => StandingNumber) standings: StandingNumber[];
  @Id({ many: true, about: `Of those filed the last ${TOLD}, by their due day` }) filed: string[];
}

export class AgreementStandings {
  @Many(() => CommitmentStandings, { about: 'Commitments of which a report falls due in the span' })
  items: CommitmentStandings[];
}

/** What all who owe the report of one period have done of it. */
export class CommitmentPeriod {
  @Id() scheduleId: string;
  @Text({ example: '2026-Q3' }) periodKey: string;
  @Text({ example: 'Quý III/2026' }) periodVi: string;
  @Text({ example: 'Q3 2026' }) periodEn: string;
  @Civil({ about: 'The earliest due day' }) dueOn: string;
  @Many(() => PeriodBody) bodies: PeriodBody[];
  @Bool({ about: 'Everybody who still owes it has filed, and nobody’s stands returned or suspended' })
  complete: boolean;
}
