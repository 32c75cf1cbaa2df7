import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertUnseen, newId } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { searchOf } from './agreement-parts.js';
import { Agreement, AgreementLink, AgreementStep, Party } from './agreement.entity.js';
import { refuseAgreement } from './agreement.refusals.js';
import { AGREEMENT_LIFE } from './agreement.rules.js';
import type { LinkKind } from './agreement.words.js';

export type AgreementVerb =
  'sign' | 'begin' | 'near_end' | 'extend' | 'renew' | 'pause' | 'resume' | 'end' | 'replace' | 'terminate';

interface Move {
  /** The day that counts, which may lie before the day of entry. */
  on: CivilDate;
  reason?: string | null;
  /** What shows it, and its legal basis. */
  document?: string | null;
  basis?: string | null;
  changes?: QueryDeepPartialEntity<Agreement>;
}

/** The life of an agreement inside somebody's transaction; the stories that need it lie on higher floors. */
@Injectable()
export class AgreementLife {
  /** Nobody else changes the agreement until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Agreement> {
    const row = await tx.findOne(Agreement, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw refuseAgreement('unknown');
    return row;
  }

  async mustExist(tx: Tx, id: string): Promise<void> {
    if (!(await tx.existsBy(Agreement, { id }))) throw refuseAgreement('unknown');
  }

  /** The agreement, if it may get duties now. */
  async lockRunning(tx: Tx, id: string): Promise<Agreement> {
    const row = await this.lock(tx, id);
    if (!isRunning(row)) throw refuseAgreement('not-in-force', { state: row.state });
    return row;
  }

  /** Moves along the table or refuses; leaves a dated step with its author. */
  async move(
    tx: Tx,
    act: Act,
    row: Agreement,
    verb: AgreementVerb,
    { on, reason = null, document = null, basis = null, changes = {} }: Move,
  ): Promise<void> {
    const state = AGREEMENT_LIFE.next(row.state, verb);
    row.version = await updateGuarded(tx, Agreement, row, { ...changes, state });
    await tx.insert(AgreementStep, {
      agreementId: row.id,
      verb,
      fromState: row.state,
      toState: state,
      onDate: on,
      at: act.at,
      byId: act.actor.id,
      reason,
      document,
      basis,
    });
    await note(tx, act, `agreement.${verb}`, row.id, {
      before: { state: row.state },
      after: { ...changes, state, on, reason, document, basis },
    });
    Object.assign(row, changes, { state });
  }

  /** A new last day, from which renewals are counted anew; an expiring agreement is in force again. */
  async extend(tx: Tx, act: Act, row: Agreement, termTo: CivilDate, reason: string | null): Promise<void> {
    if (row.state === 'expiring') {
      await this.move(tx, act, row, 'extend', { on: act.today, reason, changes: { termTo, firstTermTo: null } });
      return;
    }
    const before = { termTo: row.termTo };
    row.version = await updateGuarded(tx, Agreement, row, { termTo, firstTermTo: null });
    Object.assign(row, { termTo, firstTermTo: null });
    await note(tx, act, 'agreement.extended', row.id, { before, after: { termTo, reason } });
  }

  /** A draft with the same kind and parties, linked to this agreement: what an amendment or a replacement starts from. */
  async draftFrom(tx: Tx, act: Act, row: Agreement, link: LinkKind): Promise<string> {
    const id = await newId(tx);
    const parties = await tx.find(Party, { where: { agreementId: row.id }, order: { ordinal: 'ASC' } });
    const standing = parties.filter((party) => party.leftOn === null);
    const sides = standing.length > 0 ? standing : parties;
    const names = sides.map(({ nameAsSigned }) => nameAsSigned);
    await insertUnseen(tx, Agreement, {
      id,
      kind: row.kind,
      title: row.title,
      schemeId: row.schemeId,
      openness: row.openness,
      noSecretConfirmedBy: act.actor.id,
      noSecretConfirmedAt: act.at,
      search: searchOf(row.title, names),
    });
    await insertUnseen(
      tx,
      Party,
      sides.map(({ bodyId, ordinal, role, nameAsSigned, contact }) => ({
        agreementId: id,
        bodyId,
        ordinal,
        role,
        nameAsSigned,
        contact,
      })),
    );
    await tx.insert(AgreementLink, { agreementId: id, kind: link, toAgreementId: row.id });
    await note(tx, act, 'agreement.drafted', id, { after: { link, from: row.id } });
    return id;
  }
}

/** In force and making duties. */
export function isRunning(row: Pick<Agreement, 'state'>): boolean {
  return row.state === 'in_force' || row.state === 'expiring';
}

/** Entered into force and not over: it runs, or is paused. */
export function isActive(row: Pick<Agreement, 'state'>): boolean {
  return isRunning(row) || row.state === 'paused';
}
