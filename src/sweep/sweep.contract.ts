import { Civil, Data, Id, Instant, Many, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';

export const SWEEP_TRIGGERS = ['NIGHT', 'PERSON'] as const;
export type SweepTrigger = (typeof SWEEP_TRIGGERS)[number];

export const SWEEP_STATES = ['running', 'done', 'failed'] as const;
export type SweepState = (typeof SWEEP_STATES)[number];

export class NewSweep {
  @Civil({ optional: true, about: 'Default: today; never after today' }) asOf?: string | null;
}

export class SweepFailure {
  @Text() step: string;
  @Id({ nullable: true }) id: string | null;
  @Text() message: string;
}

export class SweepAnswer {
  @Id() id: string;
  @Civil() asOf: string;
  @OneOf(SWEEP_TRIGGERS, 'SweepTrigger') trigger: SweepTrigger;
  @OneOf(SWEEP_STATES, 'SweepState', { about: 'failed: some step or row failed; the others were done' })
  state: SweepState;
  @Text() startedBy: string;
  @Instant() startedAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
  @Data({ about: 'Rows changed by each step' }) counts: Record<string, number>;
  @Many(() => SweepFailure, { about: 'What failed, row by row' }) failures: SweepFailure[];
  @Text({ nullable: true, about: 'Head of the audit chain when it ended, hexadecimal: to be kept on paper' })
  auditHead: string | null;
}

export class SweepsQuery extends PageQuery {}
