import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { BodyService } from '../bodies/body.service.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { FOREIGN_KEY, given, insertUnseen, newId, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { ReportingSchemeRow } from '../regime/scheme.entity.js';
import { AgreementLife } from './agreement-life.service.js';
import { searchText, writeParts, type Parts } from './agreement-parts.js';
import type { AgreementAnswer } from './agreement.answers.js';
import type { AgreementChange, NewAgreement, NewSignature } from './agreement.contract.js';
import { Agreement, AgreementLink } from './agreement.entity.js';
import { pictureOf } from './agreement.picture.js';
import { AgreementQueries } from './agreement.queries.js';
import { refuseAgreement } from './agreement.refusals.js';
import { checkHeader, checkIssuers, checkLinks, checkParties } from './agreement.rules.js';
import type { AgreementState } from './agreement.words.js';

/** What a running plan rests on; changed by amendment or extension only. */
const FIXED_BY_ACTIVATION = ['inForceFrom', 'termKind', 'termTo', 'schemeId', 'followedSince', 'parties'] as const;

const BEFORE_ACTIVATION: readonly AgreementState[] = ['draft', 'signed'];

@Injectable()
export class AgreementService {
  constructor(
    private readonly work: Work,
    private readonly queries: AgreementQueries,
    private readonly life: AgreementLife,
    private readonly bodies: BodyService,
  ) {}

  /** A signed agreement starts as signed, an unsigned one as a draft. */
  register(act: Act, input: NewAgreement): Promise<AgreementAnswer> {
    return this.work.run(act, async (tx) => {
      if (!input.noSecretConfirmed) throw refuseAgreement('secret-not-excluded', {}, '/noSecretConfirmed');
      const fault = checkParties(input.parties) ?? checkHeader(input, act.today);
      if (fault) throw fault;
      await this.checkNames(tx, input, input.parties, input.signedOn);
      const id = await this.insert(tx, act, input);
      await writeParts(tx, { id, signedOn: input.signedOn ?? null }, input);
      await tx.update(Agreement, { id }, { search: await searchText(tx, id, input.title) });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'agreement.registered', id, { after: pictureOf(after) });
      return after;
    });
  }

  change(act: Act, id: string, input: AgreementChange): Promise<AgreementAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      const before = await this.queries.one(id, tx);
      const fixed = FIXED_BY_ACTIVATION.find((field) => input[field] !== undefined);
      if (fixed && (row.activatedOn !== null || !BEFORE_ACTIVATION.includes(row.state)))
        throw refuseAgreement('fixed-after-activation', {}, `/${fixed}`);
      const { numbers, parties, witnesses, legalBases, links, ...header } = input;
      const changes = given(header);
      if (parties) refuseDropped(row, before.parties, parties);
      const fault = (parties ? checkParties(parties) : null) ?? checkHeader({ ...row, ...changes }, act.today);
      if (fault) throw fault;
      const named = { ...input, id, numbers: numbers ?? before.numbers };
      await this.checkNames(tx, named, parties ?? before.parties, row.signedOn);
      await writeParts(tx, row, { numbers, parties, witnesses, legalBases, links });
      const search = await searchText(tx, id, input.title ?? row.title);
      await updateGuarded(tx, Agreement, { id, version: versionSeen(act) }, { ...changes, search });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'agreement.changed', id, { before: pictureOf(before), after: pictureOf(after) });
      return after;
    });
  }

  sign(act: Act, id: string, input: NewSignature): Promise<AgreementAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      const fault = checkHeader({ ...row, signedOn: input.signedOn }, act.today);
      if (fault) throw fault;
      const { parties } = await this.queries.one(id, tx);
      await this.checkNames(tx, {}, parties, input.signedOn);
      const signedAtPlace = input.signedAtPlace ?? row.signedAtPlace;
      await this.life.move(tx, act, row, 'sign', {
        on: input.signedOn,
        changes: { signedOn: input.signedOn, signedAtPlace },
      });
      return this.queries.one(id, tx);
    });
  }

  /** Deletes a draft that nothing points to. */
  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      if (row.state !== 'draft') throw refuseAgreement('only-drafts-are-deleted');
      if (await tx.existsBy(AgreementLink, { toAgreementId: id })) throw refuseAgreement('linked-from-others');
      await note(tx, act, 'agreement.deleted', id, { before: pictureOf(await this.queries.one(id, tx)) });
      // What refers to a clause goes with it, in whatever order.
      await tx.query('set constraints all deferred');
      try {
        await tx.delete(Agreement, { id });
      } catch (error) {
        // The review that opened the draft names it.
        throw violates(error, FOREIGN_KEY) ? refuseAgreement('linked-from-others') : error;
      }
      return {};
    });
  }

  private async insert(tx: Tx, act: Act, input: NewAgreement): Promise<string> {
    const id = await newId(tx);
    await insertUnseen(tx, Agreement, {
      id,
      kind: input.kind,
      title: input.title,
      signedOn: input.signedOn ?? null,
      signedAtPlace: input.signedAtPlace ?? null,
      ceremonyNote: input.ceremonyNote ?? null,
      inForceFrom: input.inForceFrom ?? null,
      termKind: input.termKind ?? 'UNKNOWN',
      termTo: input.termTo ?? null,
      renewal: input.renewal ?? 'NONE',
      renewalMonths: input.renewalMonths ?? null,
      noticeDays: input.noticeDays ?? null,
      noticeDayKind: input.noticeDayKind ?? 'CALENDAR',
      openness: input.openness ?? 'PUBLIC',
      schemeId: input.schemeId ?? null,
      followedSince: input.followedSince ?? null,
      state: input.signedOn ? 'signed' : 'draft',
      noSecretConfirmedBy: act.actor.id,
      noSecretConfirmedAt: act.at,
      search: '',
    });
    return id;
  }

  /** Every name that the input uses is in the register; parties exist on the day of signing. */
  private async checkNames(
    tx: Tx,
    input: Parts & { id?: string; schemeId?: string | null },
    parties: readonly { bodyId: string }[],
    signedOn?: string | null,
  ): Promise<void> {
    const asked = parties.map(({ bodyId }, index) => ({ id: bodyId, pointer: `/parties/${index}/bodyId` }));
    await this.bodies.mustExist(tx, asked, input.parties ? (signedOn ?? undefined) : undefined);
    const witnesses = (input.witnesses ?? []).flatMap(({ bodyId }, index) =>
      bodyId ? [{ id: bodyId, pointer: `/witnesses/${index}/bodyId` }] : [],
    );
    await this.bodies.mustExist(tx, witnesses);
    const fault = checkIssuers(input.numbers ?? [], parties) ?? checkLinks(input.links ?? []);
    if (fault) throw fault;
    await this.checkLinked(tx, input);
    if (input.schemeId && !(await tx.existsBy(ReportingSchemeRow, { id: input.schemeId }))) {
      throw refuseAgreement('scheme-unknown', {}, '/schemeId');
    }
  }

  private async checkLinked(tx: Tx, { links = [], id }: Parts & { id?: string }): Promise<void> {
    const asked = links.flatMap(({ toAgreementId }) => (toAgreementId ? [toAgreementId] : []));
    if (asked.length === 0) return;
    const found = new Set((await tx.findBy(Agreement, { id: In(asked) })).map((row) => row.id));
    const wrong = links.findIndex(
      ({ toAgreementId }) => toAgreementId && (toAgreementId === id || !found.has(toAgreementId)),
    );
    if (wrong >= 0) throw refuseAgreement('linked-unknown', {}, `/links/${wrong}/toAgreementId`);
  }
}

/** Who has signed stays: details are mended, a party leaves by succession or amendment. */
function refuseDropped(
  { state }: Agreement,
  before: readonly { bodyId: string; nameAsSigned: string }[],
  after: readonly { bodyId: string }[],
): void {
  if (state === 'draft') return;
  const dropped = before.find(({ bodyId }) => !after.some((party) => party.bodyId === bodyId));
  if (dropped) throw refuseAgreement('party-has-signed', { name: dropped.nameAsSigned }, '/parties');
}
