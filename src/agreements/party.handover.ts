import { In, IsNull } from 'typeorm';
import { nameOnSql } from '../bodies/body-history.sql.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { Party } from './agreement.entity.js';

interface Handover {
  agreementId: string;
  /** Whose place is taken. */
  bodyId: string;
  successorIds: readonly string[];
  /** First day of the successors. */
  from: CivilDate;
}

/**
 * Successors become parties under the name they bear on that day; nobody signs in their place. The first takes over as
 * standing body. Who is a party already stays as it is.
 */
export async function joinInPlaceOf(tx: Tx, { agreementId, bodyId, successorIds, from }: Handover): Promise<void> {
  const held = await tx.find(Party, { where: { agreementId }, order: { ordinal: 'ASC' } });
  const names = await tx.query<{ id: string; name: string }[]>(
    `select b.id, ${nameOnSql('$2::date')} as name from body b where b.id = any ($1::uuid[])`,
    [successorIds, from],
  );
  let ordinal = Math.max(...held.map((party) => party.ordinal), -1);
  for (const { role } of held.filter((party) => party.bodyId === bodyId)) {
    const heirs = role === 'STANDING_BODY' ? successorIds.slice(0, 1) : successorIds;
    for (const heir of heirs) {
      if (held.some((party) => party.bodyId === heir && party.role === role)) continue;
      ordinal += 1;
      const nameAsSigned = names.find(({ id }) => id === heir)?.name ?? '';
      await tx.insert(Party, { agreementId, bodyId: heir, ordinal, role, nameAsSigned, joinedOn: from });
    }
  }
  // One that had left comes back.
  await tx.update(Party, { agreementId, bodyId: In(successorIds) }, { leftOn: null });
}

/** `on`: its last day as a party. */
export async function leave(tx: Tx, agreementId: string, bodyId: string, on: CivilDate): Promise<void> {
  await tx.update(Party, { agreementId, bodyId, leftOn: IsNull() }, { leftOn: on });
}
