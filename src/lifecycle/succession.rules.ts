import { existsOn } from '../bodies/body.rules.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import type { SuccessionKind } from './succession.entity.js';
import { refuseSuccession } from './succession.refusals.js';

interface Asked {
  bodyId: string;
  decision: SuccessionKind;
  successorIds: readonly string[];
  from: CivilDate;
  commitmentId: string | null;
  replacedByAgreementId: string | null;
}

export interface SuccessionFacts {
  name: string;
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  /** Present parties; the body itself while it has not left. */
  parties: readonly string[];
  wasParty: boolean;
  /** The last word that stands already: on the agreement, or on the commitment asked for. */
  decided: { decision: SuccessionKind; decidedOn: CivilDate } | null;
  /** Of the commitment asked for; null = no such commitment in the agreement. */
  hasPart: boolean | null;
}

/** Only a body that is gone is succeeded, once, and from its end on. */
export function checkSuccession(asked: Asked, facts: SuccessionFacts, today: CivilDate): Refusal | null {
  return checkBody(asked, facts, today) ?? checkSuccessors(asked, facts) ?? checkReplacement(asked);
}

function checkBody({ bodyId, from, commitmentId }: Asked, facts: SuccessionFacts, today: CivilDate): Refusal | null {
  const { name, validTo, decided } = facts;
  if (!facts.wasParty) return refuseSuccession('not-a-party', { name }, '/bodyId');
  if (existsOn(facts, today) || validTo === null) return refuseSuccession('still-exists', { name }, '/bodyId');
  if (decided) {
    return refuseSuccession('already-decided', { name, decision: decided.decision, on: decided.decidedOn });
  }
  if (!facts.parties.includes(bodyId)) return refuseSuccession('not-a-party', { name }, '/bodyId');
  if (commitmentId !== null && facts.hasPart === null) {
    return refuseSuccession('commitment-elsewhere', {}, '/commitmentId');
  }
  if (commitmentId !== null && !facts.hasPart) return refuseSuccession('no-part', { name }, '/commitmentId');
  return from <= validTo ? refuseSuccession('from-too-early', { from, endedOn: validTo, name }, '/from') : null;
}

function checkSuccessors(asked: Asked, { name, parties }: SuccessionFacts): Refusal | null {
  const { bodyId, decision, successorIds, commitmentId } = asked;
  if (decision !== 'CONTINUED_BY') {
    return successorIds.length > 0 ? refuseSuccession('successor-unasked', { decision }, '/successorIds') : null;
  }
  if (successorIds.length === 0) return refuseSuccession('successor-missing', {}, '/successorIds');
  const itself = successorIds.indexOf(bodyId);
  if (itself >= 0) return refuseSuccession('into-itself', { name }, `/successorIds/${itself}`);
  const again = successorIds.findIndex((id, index) => successorIds.indexOf(id) < index);
  if (again >= 0) return refuseSuccession('successor-twice', {}, `/successorIds/${again}`);
  const left = new Set([...parties.filter((party) => party !== bodyId), ...successorIds]);
  return commitmentId === null && left.size < 2 ? refuseSuccession('one-party-left', {}, '/successorIds') : null;
}

function checkReplacement({ decision, replacedByAgreementId }: Asked): Refusal | null {
  if (decision === 'REPLACED_BY') {
    return replacedByAgreementId === null
      ? refuseSuccession('replacement-missing', {}, '/replacedByAgreementId')
      : null;
  }
  if (replacedByAgreementId === null) return null;
  return refuseSuccession('replacement-unasked', { decision }, '/replacedByAgreementId');
}
