import type { Words } from '../ui/words-shape.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  kind: {
    REGULATION: 'Coordination regulation',
    PROGRAMME: 'Coordination programme',
    PLAN: 'Joint plan',
    JOINT_RESOLUTION: 'Joint resolution',
    JOINT_CIRCULAR: 'Joint circular',
    ACCORD: 'Agreement (instrument)',
    MEMORANDUM: 'Memorandum of understanding',
    TWINNING: 'Twinning',
    OTHER: 'Other',
  },
  state: {
    draft: 'Draft',
    signed: 'Signed',
    in_force: 'In force',
    expiring: 'Expiring',
    paused: 'Paused',
    ended: 'Ended',
    replaced: 'Replaced',
    terminated: 'Terminated',
  },
  termKind: {
    FIXED: 'Fixed term',
    TERM_OF_OFFICE: 'Term of office',
    OPEN: 'Open-ended',
    UNTIL_REPLACED: 'Until replaced',
    UNKNOWN: 'Unknown',
  },
  renewal: { NONE: 'No renewal', EXPRESS: 'Renewed in writing', TACIT: 'Renews by itself' },
  openness: { PUBLIC: 'Public', INTERNAL: 'Internal circulation' },
  partyRole: { PARTY: 'Signatory party', STANDING_BODY: 'Standing body' },
  authority: {
    DIRECT: 'In person',
    TM: 'For the collective (TM.)',
    KT: 'As deputy (KT.)',
    TL: 'By order (TL.)',
    TUQ: 'By delegated authority (TUQ.)',
    Q: 'Acting (Q.)',
  },
  linkKind: {
    REPLACES: 'Replaces',
    AMENDS: 'Amends',
    UNDER_FRAMEWORK: 'Under the framework of',
    ENCLOSED_BY: 'Issued with',
  },
  documentKind: {
    SIGNED_TEXT: 'Signed text',
    CARRIER: 'Covering document',
    ANNEX: 'Annex',
    MINUTES: 'Minutes',
    OTHER: 'Other document',
  },
};
