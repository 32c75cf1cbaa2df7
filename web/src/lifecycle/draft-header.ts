import type { Schemas } from '../api/client.js';
import type { Agreement } from './draft-queries.js';

type Whole = Required<Omit<Schemas['NewAgreement'], 'followedSince' | 'noSecretConfirmed'>>;

/** The header as it is typed; what the register leaves out is null or empty here. */
export type HeaderTyped = Whole & { noSecretConfirmed: boolean };

const PARTY: Schemas['NewParty'] = {
  bodyId: '',
  role: 'PARTY',
  nameAsSigned: '',
  signatoryName: '',
  signatoryPosition: '',
  authority: null,
};

export function newParty(bodyId = ''): Schemas['NewParty'] {
  return { ...PARTY, bodyId };
}

/** Two parties, the first one's own office when there is one. */
export function newHeader(ownBodyId: string | null): HeaderTyped {
  return {
    kind: 'PROGRAMME',
    title: '',
    numbers: [],
    parties: [newParty(ownBodyId ?? ''), newParty()],
    witnesses: [],
    legalBases: [],
    links: [],
    signedOn: null,
    signedAtPlace: '',
    ceremonyNote: '',
    inForceFrom: null,
    termKind: 'UNKNOWN',
    termTo: null,
    renewal: 'NONE',
    renewalMonths: null,
    noticeDays: null,
    noticeDayKind: 'CALENDAR',
    openness: 'PUBLIC',
    schemeId: null,
    noSecretConfirmed: false,
  };
}

export function typedHeader(agreement: Agreement): HeaderTyped {
  const { kind, title, signedOn, inForceFrom, termKind, termTo, renewal, renewalMonths } = agreement;
  const { noticeDays, noticeDayKind, openness, schemeId, witnesses, legalBases } = agreement;
  return {
    ...{ kind, title, signedOn, inForceFrom, termKind, termTo, renewal, renewalMonths },
    ...{ noticeDays, noticeDayKind, openness, schemeId, witnesses, legalBases, noSecretConfirmed: true },
    numbers: agreement.numbers.map(({ printed, issuerId }) => ({ printed, issuerId })),
    parties: agreement.parties.map(
      ({ bodyId, role, nameAsSigned, signatoryName, signatoryPosition, authority, contact, joinedOn }) => ({
        ...{ bodyId, role, nameAsSigned, authority, contact, joinedOn },
        ...{ signatoryName: signatoryName ?? '', signatoryPosition: signatoryPosition ?? '' },
      }),
    ),
    links: agreement.links.map(({ kind: how, toAgreementId, toText }) => ({
      kind: how,
      toAgreementId,
      toText: toAgreementId === null ? toText : null,
    })),
    signedAtPlace: agreement.signedAtPlace ?? '',
    ceremonyNote: agreement.ceremonyNote ?? '',
  };
}

const said = (text: string | null | undefined): string | null => text?.trim() || null;

/** As the register takes it: empty texts and rows left out; the day of signing is recorded at the end, so that a draft can be deleted. */
export function sentHeader({ signedOn, ...typed }: HeaderTyped): Schemas['NewAgreement'] {
  return {
    ...typed,
    title: typed.title.trim(),
    inForceFrom: typed.inForceFrom ?? signedOn,
    termTo: typed.termKind === 'FIXED' || typed.termKind === 'TERM_OF_OFFICE' ? typed.termTo : null,
    signedAtPlace: said(typed.signedAtPlace),
    ceremonyNote: said(typed.ceremonyNote),
    numbers: typed.numbers.filter(({ printed }) => said(printed) !== null),
    parties: typed.parties
      .filter(({ bodyId }) => bodyId !== '')
      .map((party) => ({
        ...party,
        nameAsSigned: said(party.nameAsSigned),
        signatoryName: said(party.signatoryName),
        signatoryPosition: said(party.signatoryPosition),
      })),
    witnesses: typed.witnesses.filter(({ name }) => said(name) !== null),
    legalBases: typed.legalBases.filter(({ text }) => said(text) !== null),
    links: typed.links
      .map((link) => ({ ...link, toText: said(link.toText) }))
      .filter(({ toAgreementId, toText }) => (toAgreementId ?? toText) !== null),
  };
}

/** Only what differs from what the register holds: what activation has fixed is not sent again. */
export function changedHeader(typed: HeaderTyped, agreement: Agreement): Schemas['AgreementChange'] {
  const before: Record<string, unknown> = { ...sentHeader(typedHeader(agreement)) };
  if (agreement.inForceFrom === null) before['inForceFrom'] = null;
  const entries = Object.entries(sentHeader(typed)).filter(
    ([field, value]) => field !== 'noSecretConfirmed' && JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  return Object.fromEntries(entries);
}
