import type { EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { refuseRequest } from '../http/refusals.js';
import type { Tx } from './work.js';

interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/** Changes one row if nobody changed it since `version` was read, else refuses (412). Returns the new version. */
export async function updateGuarded<T extends Versioned>(
  tx: Tx,
  entity: EntityTarget<T>,
  seen: { id: string; version: number },
  changes: QueryDeepPartialEntity<T>,
): Promise<number> {
  const result = await tx
    .createQueryBuilder()
    .update(entity)
    .set({ ...changes, version: () => 'version + 1' })
    .where('id = :id and version = :version', seen)
    .execute();
  if (result.affected !== 1) throw refuseRequest('version-changed');
  return seen.version + 1;
}
