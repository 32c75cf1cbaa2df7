import type { CivilDate } from '../core/civil-date.js';
import { defineLifeCycle } from '../core/life-cycle.js';
import type { Refusal } from '../core/refusal.js';
import { refuseAgreement } from './agreement.refusals.js';
import type { PartyRole, TermKind } from './agreement.words.js';

/** From paper to its end (design §2; domain §10.2). Extending takes an expiring agreement back; a pause stops its duties and not its term. */
export const AGREEMENT_LIFE = defineLifeCycle('agreement', {
  initial: ['draft', 'signed'],
  final: ['ended', 'replaced', 'terminated'],
  states: {
    draft: { sign: 'signed' },
    signed: { begin: 'in_force', terminate: 'terminated' },
    in_force: {
      renew: 'in_force',
      near_end: 'expiring',
      pause: 'paused',
      end: 'ended',
      replace: 'replaced',
      terminate: 'terminated',
    },
    expiring: {
      renew: 'in_force',
      extend: 'in_force',
      pause: 'paused',
      end: 'ended',
      replace: 'replaced',
      terminate: 'terminated',
    },
    paused: { resume: 'in_force', end: 'ended', replace: 'replaced', terminate: 'terminated' },
    ended: {},
    replaced: {},
    terminated: {},
  },
});

interface PartyFacts {
  bodyId: string;
  role?: PartyRole;
}

interface HeaderFacts {
  signedOn?: CivilDate | null;
  inForceFrom?: CivilDate | null;
  termKind?: TermKind;
  termTo?: CivilDate | null;
}

/** Two or more different bodies; each stands once in a role; the standing body is a party. */
export function checkParties(parties: readonly PartyFacts[]): Refusal | null {
  const roleOf = (party: PartyFacts): PartyRole => party.role ?? 'PARTY';
  const signing = new Set(parties.filter((party) => roleOf(party) === 'PARTY').map((party) => party.bodyId));
  if (signing.size < 2) return refuseAgreement('needs-two-parties', { count: signing.size }, '/parties');
  const seen = new Set<string>();
  for (const [index, party] of parties.entries()) {
    const place = `${roleOf(party)} ${party.bodyId}`;
    if (seen.has(place)) return refuseAgreement('party-twice', {}, `/parties/${index}/bodyId`);
    if (!signing.has(party.bodyId)) return refuseAgreement('standing-body-not-party', {}, `/parties/${index}/bodyId`);
    seen.add(place);
  }
  return null;
}

/** Days in order; nothing is signed tomorrow. Unknown days are normal (domain §1.7). */
export function checkHeader(header: HeaderFacts, today: CivilDate): Refusal | null {
  const { signedOn = null, inForceFrom = null, termTo = null, termKind = 'UNKNOWN' } = header;
  if (signedOn !== null && signedOn > today)
    return refuseAgreement('signed-in-future', { signedOn, today }, '/signedOn');
  if (termTo === null) return null;
  if (termKind === 'OPEN' || termKind === 'UNTIL_REPLACED') return refuseAgreement('open-with-end', {}, '/termTo');
  const from = inForceFrom ?? signedOn;
  if (from === null || from <= termTo) return null;
  return refuseAgreement('term-reversed', { termTo, inForceFrom: from }, '/termTo');
}

interface LinkFacts {
  toAgreementId?: string | null;
  toText?: string | null;
}

export function checkLinks(links: readonly LinkFacts[]): Refusal | null {
  const wrong = links.findIndex((link) => Boolean(link.toAgreementId) === Boolean(link.toText));
  return wrong < 0 ? null : refuseAgreement('link-names-one', {}, `/links/${wrong}`);
}

/** An issuer named for a number is one of the parties; no issuer = a joint number (domain §3.4). */
export function checkIssuers(
  numbers: readonly { issuerId?: string | null }[],
  parties: readonly PartyFacts[],
): Refusal | null {
  const bodies = new Set(parties.map((party) => party.bodyId));
  const wrong = numbers.findIndex(
    ({ issuerId }) => issuerId !== undefined && issuerId !== null && !bodies.has(issuerId),
  );
  return wrong < 0 ? null : refuseAgreement('issuer-not-party', {}, `/numbers/${wrong}/issuerId`);
}
