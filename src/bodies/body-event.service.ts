import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { insertOne } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { BodyEventAnswer, NewBodiesEvent } from './body-event.contract.js';
import { BodyEvent, BodyEventParty, BodyName, BodyParent, type BodyEventSide } from './body-event.entity.js';
import { BodyEventQueries, kinSql } from './body-event.queries.js';
import { checkHappening, checkShape, isEnding, type KnownEvent, type PartyFacts } from './body-event.rules.js';
import { Body } from './body.entity.js';
import { BodyQueries } from './body.queries.js';
import { refuseBody } from './body.refusals.js';
import { checkPlace, searchText } from './body.rules.js';

/** What becomes of bodies, inside somebody's transaction: what follows for their duties is a story of a higher floor. */
@Injectable()
export class BodyEventService {
  constructor(
    private readonly events: BodyEventQueries,
    private readonly bodies: BodyQueries,
  ) {}

  /** An ended body keeps its last day at once, even one that lies ahead; a new name or parent waits for its day. */
  async record(tx: Tx, act: Act, input: NewBodiesEvent): Promise<BodyEventAnswer> {
    const { predecessorIds, successorIds = [], kind, effectiveOn } = input;
    const misshapen = checkShape({ ...input, predecessorIds, successorIds });
    if (misshapen) throw misshapen;
    // Two events at once could each be right and together close a circle.
    await tx.query('lock table body in share row exclusive mode');
    const predecessors = await this.load(tx, predecessorIds, '/predecessorIds');
    const successors = await this.load(tx, successorIds, '/successorIds');
    const descendants = await this.descendants(tx, successorIds);
    const fault = checkHappening({ kind, effectiveOn, predecessors, successors, descendants });
    if (fault) throw fault;
    if (input.newParentId) await this.checkParent(tx, predecessorIds, input.newParentId);
    const id = await this.insert(tx, act, input, successorIds);
    if (isEnding(kind)) await this.end(tx, predecessorIds, addDays(effectiveOn, -1));
    else if (effectiveOn <= act.today) await this.applyDue(tx, act.today, [id]);
    const after = await this.events.one(id, tx);
    if (!after) throw refuseBody('unknown');
    for (const bodyId of [...predecessorIds, ...successorIds]) {
      await note(tx, act, `body.${kind.toLowerCase()}`, bodyId, { after });
    }
    return after;
  }

  /** New names and parents whose day has come; the same again changes nothing. */
  async applyDue(tx: Tx, asOf: CivilDate, only: readonly string[] | null = null): Promise<number> {
    const due = await tx.find(BodyEvent, {
      where: { appliedOn: IsNull(), effectiveOn: LessThanOrEqual(asOf), ...WAITING, ...(only ? { id: In(only) } : {}) },
      order: { effectiveOn: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const event of due) await this.apply(tx, event, asOf);
    return due.length;
  }

  /** Which applyDue would take. */
  async dueIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    const due = await tx.find(BodyEvent, {
      select: { id: true },
      where: { appliedOn: IsNull(), effectiveOn: LessThanOrEqual(asOf), ...WAITING },
    });
    return due.map(({ id }) => id);
  }

  private async apply(tx: Tx, event: BodyEvent, asOf: CivilDate): Promise<void> {
    const party = await tx.findOneByOrFail(BodyEventParty, { eventId: event.id });
    const body = await tx.findOneByOrFail(Body, { id: party.bodyId });
    const toOn = addDays(event.effectiveOn, -1);
    const former = { bodyId: body.id, toOn };
    if (event.kind === 'RENAMED') {
      const fromOn = await firstDay(tx, body, 'body_name');
      await tx.insert(BodyName, { ...former, nameVi: body.nameVi, nameEn: body.nameEn, fromOn });
      const names = { nameVi: event.newNameVi ?? body.nameVi, nameEn: event.newNameEn };
      const search = searchText({ ...body, ...names }, await this.bodies.formerNames(body.id, tx));
      await tx.update(Body, { id: body.id }, { ...names, search, version: body.version + 1 });
    } else {
      if (event.newParentId) await this.checkParent(tx, [body.id], event.newParentId);
      const fromOn = await firstDay(tx, body, 'body_parent');
      await tx.insert(BodyParent, { ...former, parentId: body.parentId, fromOn });
      await tx.update(Body, { id: body.id }, { parentId: event.newParentId, version: body.version + 1 });
    }
    await tx.update(BodyEvent, { id: event.id }, { appliedOn: asOf });
  }

  private async insert(tx: Tx, act: Act, input: NewBodiesEvent, successorIds: readonly string[]): Promise<string> {
    const eventId = await insertOne(tx, BodyEvent, {
      kind: input.kind,
      effectiveOn: input.effectiveOn,
      basisNumber: input.basisNumber ?? null,
      basisDatedOn: input.basisDatedOn ?? null,
      basisIssuer: input.basisIssuer ?? null,
      basisTitle: input.basisTitle ?? null,
      note: input.note ?? null,
      newNameVi: input.newNameVi ?? null,
      newNameEn: input.newNameEn ?? null,
      newParentId: input.newParentId ?? null,
      appliedOn: isEnding(input.kind) ? act.today : null,
      byId: act.actor.id,
      at: act.at,
    });
    const on = (side: BodyEventSide) => (bodyId: string) => ({ eventId, bodyId, side });
    await tx.insert(BodyEventParty, [
      ...input.predecessorIds.map(on('PREDECESSOR')),
      ...successorIds.map(on('SUCCESSOR')),
    ]);
    return eventId;
  }

  private async end(tx: Tx, bodyIds: readonly string[], validTo: CivilDate): Promise<void> {
    await tx.update(Body, { id: In(bodyIds) }, { validTo, version: () => 'version + 1' });
  }

  private async load(tx: Tx, ids: readonly string[], pointer: string): Promise<PartyFacts[]> {
    const found = await tx.query<PartyFacts[]>(
      `select b.id, b.name_vi as "nameVi", b.valid_from as "validFrom", b.valid_to as "validTo",
         (select coalesce(json_agg(json_build_object('kind', e.kind, 'effectiveOn', e.effective_on, 'side', p.side)), '[]')
          from body_event_party p join body_event e on e.id = p.event_id where p.body_id = b.id) as events
       from body b where b.id = any ($1::uuid[])`,
      [ids],
    );
    const byId = new Map(found.map((body) => [body.id, body]));
    return ids.map((id, index) => {
      const body = byId.get(id);
      if (!body) throw refuseBody('not-in-register', { id }, `${pointer}/${index}`);
      return body;
    });
  }

  private async descendants(tx: Tx, successorIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ body_id: string }[]>(
      `select k.body_id from unnest($1::uuid[]) s (id), lateral (${kinSql('s.id', 'SUCCESSOR')}) k`,
      [successorIds],
    );
    return new Set(rows.map((row) => row.body_id));
  }

  private async checkParent(tx: Tx, bodyIds: readonly string[], parentId: string): Promise<void> {
    if (!(await tx.existsBy(Body, { id: parentId })))
      throw refuseBody('not-in-register', { id: parentId }, '/newParentId');
    const ancestors = await this.bodies.ancestors(parentId, tx);
    for (const bodyId of bodyIds) {
      if (checkPlace(bodyId, ancestors)) throw refuseBody('own-ancestor', {}, '/newParentId');
    }
  }
}

const WAITING = { kind: In<KnownEvent['kind']>(['RENAMED', 'TRANSFERRED']) };

/** The day after the last former state, else the body's own first day. */
async function firstDay(tx: Tx, body: Body, table: 'body_name' | 'body_parent'): Promise<CivilDate | null> {
  const [row] = await tx.query<[{ day: CivilDate | null }]>(
    `select max(to_on) + 1 as day from ${table} where body_id = $1`,
    [body.id],
  );
  return row.day ?? body.validFrom;
}
