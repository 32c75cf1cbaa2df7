import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import type { CivilDate } from '../core/civil-date.js';
import { Clock } from '../platform/clock/clock.js';
import type { Tx } from '../platform/database/work.js';
import { ClauseQueries } from './clause.queries.js';
import type { CommitmentAnswer, CommitmentsAnswer } from './commitment.contract.js';
import { refuseCommitment, refuseSchedule } from './commitment.refusals.js';
import { warningsOf } from './commitment.rules.js';
import type { ScheduleAnswer } from './schedule.contract.js';

const SCHEDULE = `json_build_object('id', s.id, 'commitmentId', s.commitment_id, 'frequency', s.frequency, 'n', s.n,
  'included', s.included, 'milestones', s.milestones, 'anchorOn', s.anchor_on, 'window', s.window_rule, 'dues', s.dues,
  'roll', s.roll, 'schemeId', s.scheme_id, 'startsOn', s.starts_on, 'endsOn', s.ends_on,
  'textAsWritten', s.text_as_written, 'clauseId', s.clause_id, 'replacesId', s.replaces_id, 'effectiveFrom', s.effective_from, 'plannedTo', s.planned_to, 'version', s.version,
  'reporters', (select coalesce(json_agg(json_build_object('bodyId', r.body_id, 'tier', r.tier, 'fromOn', r.from_on, 'toOn', r.to_on) order by r.tier, r.body_id), '[]')
    from schedule_reporter r where r.schedule_id = s.id))`;

const COMMITMENT = `select c.id, c.agreement_id as "agreementId", c.ordinal, c.title, c.kind,
  c.expected_result as "expectedResult", c.recipient_id as "recipientId", c.active_from as "activeFrom",
  c.active_to as "activeTo", c.replaces_id as "replacesId", c.version,
  case when c.target_quantity is not null then
    json_build_object('quantity', c.target_quantity, 'unit', c.target_unit, 'per', c.target_per) end as target,
  array(select k.clause_id from commitment_clause k join clause x on x.id = k.clause_id
    where k.commitment_id = c.id order by x.ordinal) as "clauseIds",
  (select coalesce(json_agg(json_build_object('bodyId', i.body_id, 'name', b.name_vi, 'role', i.role,
    'fromOn', i.from_on, 'toOn', i.to_on) order by array_position(array['LEAD', 'COORDINATE', 'INFORM'], i.role::text), b.code), '[]')
    from commitment_body i join body b on b.id = i.body_id where i.commitment_id = c.id) as bodies,
  (select coalesce(json_agg(${SCHEDULE} order by s.id), '[]')
    from schedule s where s.commitment_id = c.id) as schedules
  from commitment c`;

type Row = Omit<CommitmentAnswer, 'warnings'>;

@Injectable()
export class CommitmentQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly life: AgreementLife,
    private readonly clauses: ClauseQueries,
  ) {}

  async list(agreementId: string): Promise<CommitmentsAnswer> {
    await this.life.mustExist(this.db.manager, agreementId);
    const rows = await this.db.query<Row[]>(`${COMMITMENT} where c.agreement_id = $1 order by c.ordinal, c.id`, [
      agreementId,
    ]);
    return { items: rows.map((row) => this.warned(row, this.clock.today())) };
  }

  /** What is active on a day, with the schedules and the clause versions of that day. */
  async listOn(agreementId: string, on: CivilDate): Promise<CommitmentsAnswer> {
    const { items } = await this.list(agreementId);
    const clauseOn = await this.clauses.onDay(agreementId, on);
    return {
      items: items
        .filter(({ activeFrom, activeTo }) => isWithin(on, activeFrom, activeTo))
        .map((row) => ({
          ...row,
          clauseIds: [...new Set(row.clauseIds.map(clauseOn))],
          schedules: row.schedules.filter(({ effectiveFrom, endsOn }) => isWithin(on, effectiveFrom, endsOn)),
          warnings: warningsOf(row.bodies, on),
        })),
    };
  }

  async one(id: string, tx: Tx = this.db.manager): Promise<CommitmentAnswer> {
    const [row] = await tx.query<Row[]>(`${COMMITMENT} where c.id = $1`, [id]);
    if (!row) throw refuseCommitment('unknown');
    return this.warned(row, this.clock.today());
  }

  async schedule(id: string, tx: Tx = this.db.manager): Promise<ScheduleAnswer> {
    const [row] = await tx.query<{ schedule: ScheduleAnswer }[]>(
      `select ${SCHEDULE} as schedule from schedule s where s.id = $1`,
      [id],
    );
    if (!row) throw refuseSchedule('unknown');
    return row.schedule;
  }

  private warned(row: Row, today: CivilDate): CommitmentAnswer {
    return { ...row, warnings: warningsOf(row.bodies, today) };
  }
}

function isWithin(day: CivilDate, from: CivilDate | null, to: CivilDate | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
