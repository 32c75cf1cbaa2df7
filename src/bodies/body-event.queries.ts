import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import type { BodyEventAnswer, BodyEventsAnswer, KinAnswer, LineageAnswer } from './body-event.contract.js';
import type { BodyEventSide } from './body-event.entity.js';
import { nameOnSql } from './body-history.sql.js';
import { refuseBody } from './body.refusals.js';

function partiesSql(side: BodyEventSide, day: string): string {
  return `(select coalesce(json_agg(json_build_object('bodyId', b.id, 'code', b.code, 'name', ${nameOnSql(day)})
      order by b.code), '[]')
    from body_event_party p join body b on b.id = p.body_id where p.event_id = v.id and p.side = '${side}')`;
}

const EVENT = `select v.id, v.kind, v.effective_on as "effectiveOn", v.basis_number as "basisNumber",
  v.basis_dated_on as "basisDatedOn", v.basis_issuer as "basisIssuer", v.basis_title as "basisTitle", v.note,
  v.new_name_vi as "newNameVi", v.new_name_en as "newNameEn", v.new_parent_id as "newParentId", v.at,
  ${partiesSql('PREDECESSOR', 'v.effective_on - 1')} as predecessors,
  ${partiesSql('SUCCESSOR', 'v.effective_on')} as successors
  from body_event v`;

/** Bodies reached from `start` by events, one way, with their distance; an event of one body leads nowhere. */
export function kinSql(start: string, towards: BodyEventSide): string {
  const from: BodyEventSide = towards === 'SUCCESSOR' ? 'PREDECESSOR' : 'SUCCESSOR';
  return `with recursive kin (body_id, distance) as (
      select ${start}, 0
      union
      select o.body_id, k.distance + 1 from kin k
      join body_event_party m on m.body_id = k.body_id and m.side = '${from}'
      join body_event_party o on o.event_id = m.event_id and o.side = '${towards}'
    ) select body_id, min(distance) as distance from kin where distance > 0 group by body_id`;
}

@Injectable()
export class BodyEventQueries {
  constructor(private readonly db: DataSource) {}

  async one(id: string, tx: Tx): Promise<BodyEventAnswer | undefined> {
    const [row] = await tx.query<BodyEventAnswer[]>(`${EVENT} where v.id = $1`, [id]);
    return row;
  }

  /** Both what made the body and what became of it. */
  async of(bodyId: string): Promise<BodyEventsAnswer> {
    await this.mustExist(bodyId);
    return { items: await this.eventsOf([bodyId]) };
  }

  async lineage(bodyId: string): Promise<LineageAnswer> {
    await this.mustExist(bodyId);
    const [predecessors, successors] = [await this.kin(bodyId, 'PREDECESSOR'), await this.kin(bodyId, 'SUCCESSOR')];
    const family = [bodyId, ...[...predecessors, ...successors].map((kin) => kin.bodyId)];
    return { predecessors, successors, events: await this.eventsOf(family) };
  }

  private eventsOf(bodyIds: readonly string[]): Promise<BodyEventAnswer[]> {
    return this.db.query<BodyEventAnswer[]>(
      `${EVENT} where v.id in (select event_id from body_event_party where body_id = any ($1::uuid[]))
       order by v.effective_on, v.id`,
      [bodyIds],
    );
  }

  private kin(bodyId: string, side: BodyEventSide): Promise<KinAnswer[]> {
    return this.db.query<KinAnswer[]>(
      `select b.id as "bodyId", b.code, b.name_vi as name, '${side}' as side, k.distance,
         b.valid_from as "validFrom", b.valid_to as "validTo"
       from (${kinSql('$1::uuid', side)}) k join body b on b.id = k.body_id order by k.distance, b.code`,
      [bodyId],
    );
  }

  private async mustExist(bodyId: string): Promise<void> {
    const [row] = await this.db.query<unknown[]>(`select from body where id = $1`, [bodyId]);
    if (!row) throw refuseBody('unknown');
  }
}
