import type { AgreementAnswer } from './agreement.answers.js';

/**
 * What the audit trail keeps of an agreement: of a contact only that there is one (docs/decisions/0018), of a linked
 * agreement no title, since not everybody who reads this history may see it.
 */
export function pictureOf({ parties, links, ...answer }: AgreementAnswer): object {
  return {
    ...answer,
    parties: parties.map((party) => ({ ...party, contact: party.contact !== null })),
    links: links.map((link) => (link.toAgreementId === null ? link : { ...link, toText: null })),
  };
}
