import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { given, insertOne, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { versionSeen } from '../platform/http/etag.js';
import type { BodyAnswer, BodyChange, NewBody } from './body.contract.js';
import { Body } from './body.entity.js';
import { BodyQueries } from './body.queries.js';
import { refuseBody } from './body.refusals.js';
import { checkPlace, checkValidity, existsOn, searchText } from './body.rules.js';

@Injectable()
export class BodyService {
  constructor(
    private readonly work: Work,
    private readonly queries: BodyQueries,
  ) {}

  register(act: Act, input: NewBody): Promise<BodyAnswer> {
    return this.work.run(act, async (tx) => {
      const row = {
        ...input,
        nameEn: input.nameEn ?? null,
        abbreviation: input.abbreviation ?? null,
        parentId: input.parentId ?? null,
        validFrom: input.validFrom ?? null,
        validTo: input.validTo ?? null,
      };
      const fault = checkValidity(row);
      if (fault) throw fault;
      if (row.parentId !== null) await this.mustExist(tx, [{ id: row.parentId, pointer: '/parentId' }]);
      const id = await this.insert(tx, { ...row, search: searchText(row) });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'body.registered', id, { after });
      return after;
    });
  }

  change(act: Act, id: string, input: BodyChange): Promise<BodyAnswer> {
    return this.work.run(act, async (tx) => {
      // Two moves at once could each be right and together close a circle.
      if (input.parentId) await tx.query('lock table body in share row exclusive mode');
      const before = await this.queries.one(id, tx);
      const sent = given(input);
      const row = { ...before, ...sent };
      const parentId = row.parentId;
      if (parentId !== null) await this.mustExist(tx, [{ id: parentId, pointer: '/parentId' }]);
      const ancestors = parentId === null ? [] : await this.queries.ancestors(parentId, tx);
      const fault = checkValidity(row) ?? checkPlace(id, ancestors);
      if (fault) throw fault;
      if (row.validTo !== before.validTo) await this.refuseEnded(tx, id);
      const search = searchText(row, await this.queries.formerNames(id, tx));
      await updateGuarded(tx, Body, { id, version: versionSeen(act) }, { ...sent, search });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'body.changed', id, { before, after });
      return after;
    });
  }

  /** Refuses ids that name no body; with `on`, also bodies that do not exist on that day. */
  async mustExist(tx: Tx, asked: readonly { id: string; pointer: string }[], on?: CivilDate): Promise<void> {
    const found = await tx.findBy(Body, { id: In([...new Set(asked.map(({ id }) => id))]) });
    const byId = new Map(found.map((body) => [body.id, body]));
    for (const { id, pointer } of asked) {
      const body = byId.get(id);
      if (!body) throw refuseBody('not-in-register', { id }, pointer);
      if (on !== undefined && !existsOn(body, on)) throw refuseBody('not-on-day', { name: body.nameVi, on }, pointer);
    }
  }

  /** The last day that an event has set is not corrected by hand: duties hang on it. */
  private async refuseEnded(tx: Tx, id: string): Promise<void> {
    const [event] = await tx.query<{ on: CivilDate }[]>(
      `select e.effective_on as on from body_event e join body_event_party p on p.event_id = e.id
       where p.body_id = $1 and p.side = 'PREDECESSOR' and e.kind in ('MERGED', 'SPLIT', 'DISSOLVED')`,
      [id],
    );
    if (event) throw refuseBody('ended-by-event', { on: event.on }, '/validTo');
  }

  private async insert(tx: Tx, row: Omit<Body, 'id' | 'version'>): Promise<string> {
    try {
      return await insertOne(tx, Body, row);
    } catch (error) {
      if (violates(error, 'body_code_key')) {
        throw refuseBody('code-taken', { code: row.code }, '/code');
      }
      throw error;
    }
  }
}
