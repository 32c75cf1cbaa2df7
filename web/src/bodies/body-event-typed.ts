import type { Chosen } from './several-bodies.js';

export const KINDS = ['RENAMED', 'MERGED', 'SPLIT', 'DISSOLVED', 'TRANSFERRED'] as const;
export type Kind = (typeof KINDS)[number];

/** What is typed of an event before anything is. */
export const START = {
  kind: 'MERGED' as Kind,
  effectiveOn: null as string | null,
  basisNumber: '',
  basisDatedOn: null as string | null,
  basisIssuer: '',
  basisTitle: '',
  note: '',
  also: [] as Chosen[],
  successors: [] as Chosen[],
  newNameVi: '',
  newNameEn: '',
  newParentId: null as string | null,
};
