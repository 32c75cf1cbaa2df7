import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { given, insertOne, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { VIEWS_AT_MOST, type NewView, type SavedViewAnswer, type ViewChange } from './view.contract.js';
import { SavedView } from './view.entity.js';
import { ViewQueries } from './view.queries.js';
import { refuseView } from './view.refusals.js';

const COLUMNS_AT_MOST = 50;
const NAMES = 'saved_view_member_id_page_name_key';

/** A member's own. The audit trail says that there is a view of a page, not what its owner looks for. */
@Injectable()
export class ViewService {
  constructor(
    private readonly work: Work,
    private readonly queries: ViewQueries,
  ) {}

  save(act: Act, input: NewView): Promise<SavedViewAnswer> {
    const { page, name, query, columns = null } = input;
    refuseColumns(columns);
    return this.work.run(act, async (tx) => {
      await this.refuseTooMany(tx, act);
      const row = { memberId: act.actor.id, page, name, query, columns };
      const id = await unlessTaken(name, () => insertOne(tx, SavedView, row));
      await note(tx, act, 'view.saved', id, { after: { page } });
      return this.queries.one(tx, act.actor.id, id);
    });
  }

  change(act: Act, id: string, input: ViewChange): Promise<SavedViewAnswer> {
    refuseColumns(input.columns);
    return this.work.run(act, async (tx) => {
      const { page, name } = await this.queries.one(tx, act.actor.id, id);
      const changes = given(input);
      await unlessTaken(input.name ?? name, () =>
        updateGuarded(tx, SavedView, { id, version: versionSeen(act) }, changes),
      );
      await note(tx, act, 'view.changed', id, { after: { page, changed: Object.keys(changes) } });
      return this.queries.one(tx, act.actor.id, id);
    });
  }

  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const { page, version } = await this.queries.one(tx, act.actor.id, id);
      refuseStale(act, version);
      await tx.delete(SavedView, { id });
      await note(tx, act, 'view.removed', id, { before: { page } });
      return {};
    });
  }

  /** Holds the member, so that two at once are counted one after the other. */
  private async refuseTooMany(tx: Tx, { actor }: Act): Promise<void> {
    await tx.query(`select from member where id = $1 for no key update`, [actor.id]);
    if ((await tx.countBy(SavedView, { memberId: actor.id })) >= VIEWS_AT_MOST)
      throw refuseView('too-many', { max: VIEWS_AT_MOST });
  }
}

function refuseColumns(columns: readonly string[] | null | undefined): void {
  if ((columns?.length ?? 0) > COLUMNS_AT_MOST)
    throw refuseView('columns-too-many', { max: COLUMNS_AT_MOST }, '/columns');
}

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw violates(error, NAMES) ? refuseView('name-taken', { name }, '/name') : error;
  }
}
