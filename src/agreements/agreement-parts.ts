import { nameOnSql } from '../bodies/body-history.sql.js';
import type { CivilDate } from '../core/civil-date.js';
import { fold } from '../core/vietnamese.js';
import { insertUnseen } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import { parseAgreementNumber } from './agreement-number.rules.js';
import type { NewAgreement } from './agreement.contract.js';
import { AgreementLink, AgreementNumber, LegalBasis, Party, Witness } from './agreement.entity.js';

/** The lists of an agreement: each is written whole. */
export type Parts = Partial<Pick<NewAgreement, 'numbers' | 'parties' | 'witnesses' | 'legalBases' | 'links'>>;

/** Replaces the lists that are given and leaves the others. The parties first: by them the agreement comes into sight. */
export async function writeParts(
  tx: Tx,
  { id: agreementId, signedOn }: { id: string; signedOn: CivilDate | null },
  parts: Parts,
): Promise<void> {
  const owner = { agreementId };
  if (parts.parties) {
    await tx.delete(Party, owner);
    const names = await namesThen(tx, signedOn, parts.parties);
    await insertUnseen(
      tx,
      Party,
      parts.parties.map((party, ordinal) => ({
        agreementId,
        ordinal,
        bodyId: party.bodyId,
        role: party.role ?? 'PARTY',
        nameAsSigned: party.nameAsSigned ?? names.get(party.bodyId) ?? '',
        signatoryName: party.signatoryName ?? null,
        signatoryPosition: party.signatoryPosition ?? null,
        authority: party.authority ?? null,
        contact: party.contact ?? null,
        joinedOn: party.joinedOn ?? null,
        leftOn: null,
      })),
    );
  }
  if (parts.numbers) {
    await tx.delete(AgreementNumber, owner);
    const rows = parts.numbers.map(({ printed, issuerId = null }, ordinal) => {
      const { seq, year, type, orgs } = parseAgreementNumber(printed);
      return { agreementId, ordinal, printed, issuerId, seq, year, type, orgs: orgs.length > 0 ? [...orgs] : null };
    });
    if (rows.length > 0) await tx.insert(AgreementNumber, rows);
  }
  if (parts.witnesses) {
    await tx.delete(Witness, owner);
    const rows = parts.witnesses.map(({ name, position = null, bodyId = null }, ordinal) => ({
      agreementId,
      ordinal,
      name,
      position,
      bodyId,
    }));
    if (rows.length > 0) await tx.insert(Witness, rows);
  }
  if (parts.legalBases) {
    await tx.delete(LegalBasis, owner);
    const rows = parts.legalBases.map(({ text, number = null, datedOn = null }, ordinal) => ({
      agreementId,
      ordinal,
      text,
      number,
      datedOn,
    }));
    if (rows.length > 0) await tx.insert(LegalBasis, rows);
  }
  if (parts.links) {
    await tx.delete(AgreementLink, owner);
    const rows = parts.links.map(({ kind, toAgreementId, toText }) => ({
      agreementId,
      kind,
      toAgreementId: toAgreementId ?? null,
      toText: toText ?? null,
    }));
    if (rows.length > 0) await tx.insert(AgreementLink, rows);
  }
}

/** What search looks in: title, numbers and parties as signed, folded. */
export async function searchText(tx: Tx, agreementId: string, title: string): Promise<string> {
  const numbers = await tx.findBy(AgreementNumber, { agreementId });
  const parties = await tx.findBy(Party, { agreementId });
  return searchOf(title, [
    ...numbers.map(({ printed }) => printed),
    ...parties.map(({ nameAsSigned }) => nameAsSigned),
  ]);
}

export function searchOf(title: string, others: readonly string[]): string {
  return fold([title, ...others].join(' | '));
}

/** What the bodies were called on the day of signing; unsigned: today. */
async function namesThen(
  tx: Tx,
  signedOn: CivilDate | null,
  parties: readonly { bodyId: string }[],
): Promise<Map<string, string>> {
  const bodies = await tx.query<{ id: string; name: string }[]>(
    `select b.id, ${nameOnSql('$1::date')} as name from body b where b.id = any ($2::uuid[])`,
    [signedOn, parties.map(({ bodyId }) => bodyId)],
  );
  return new Map(bodies.map(({ id, name }) => [id, name]));
}
