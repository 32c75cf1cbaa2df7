import type { Schemas } from '../api/client.js';

export type AgreementState = Schemas['AgreementState'];
export type AgreementKind = Schemas['AgreementKind'];
export type AgreementRow = Schemas['AgreementRow'];

export const STATES = [
  'draft',
  'signed',
  'in_force',
  'expiring',
  'paused',
  'ended',
  'replaced',
  'terminated',
] as const satisfies readonly AgreementState[];

export const KINDS = [
  'REGULATION',
  'PROGRAMME',
  'PLAN',
  'JOINT_RESOLUTION',
  'JOINT_CIRCULAR',
  'ACCORD',
  'MEMORANDUM',
  'TWINNING',
  'OTHER',
] as const satisfies readonly AgreementKind[];

/** Orders offered, by their name in the address. */
export const ORDERS = {
  moi: ['newestFirst', 'signedOn', 'desc'],
  cu: ['oldestFirst', 'signedOn', 'asc'],
  ten: ['byTitle', 'title', 'asc'],
  han: ['byTerm', 'termTo', 'asc'],
} as const;

type Order = keyof typeof ORDERS;

/** What is asked of the list; the address of the page carries exactly this. */
export interface Asked {
  q: string;
  state: AgreementState[];
  kind: AgreementKind | null;
  bodyId: string | null;
  signedFrom: string | null;
  signedTo: string | null;
  termToBy: string | null;
  order: Order;
}

export type Search = Record<string, string | string[] | undefined>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address; what it does not understand is as good as not there. */
export function readAsked(search: Search): Asked {
  const one = (name: string): string | null => [search[name] ?? []].flat()[0] ?? null;
  const fitting = (name: string, shape: RegExp): string | null => {
    const value = one(name);
    return value !== null && shape.test(value) ? value : null;
  };
  const order = one('xep') ?? '';
  return {
    q: (one('tim') ?? '').slice(0, 200),
    state: STATES.filter((state) => [search['tinhTrang'] ?? []].flat().includes(state)),
    kind: KINDS.find((kind) => kind === one('loai')) ?? null,
    bodyId: fitting('coQuan', ID),
    signedFrom: fitting('kyTu', DAY),
    signedTo: fitting('kyDen', DAY),
    termToBy: fitting('hetHan', DAY),
    order: order in ORDERS ? (order as Order) : 'moi',
  };
}

export function writeAsked(asked: Asked): Search {
  return {
    tim: asked.q || undefined,
    tinhTrang: asked.state.length > 0 ? asked.state : undefined,
    loai: asked.kind ?? undefined,
    coQuan: asked.bodyId ?? undefined,
    kyTu: asked.signedFrom ?? undefined,
    kyDen: asked.signedTo ?? undefined,
    hetHan: asked.termToBy ?? undefined,
    xep: asked.order === 'moi' ? undefined : asked.order,
  };
}

/** 'a=1&b=2&b=3' as a view keeps it. */
export function queryOf(search: Search): string {
  const pairs = Object.entries(search).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs).toString();
}

export function searchOf(query: string): Search {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

/** Filters beside the text and the states: what the button "Bộ lọc" counts. */
export function countFilters({ kind, bodyId, signedFrom, signedTo, termToBy }: Asked): number {
  return [kind, bodyId, signedFrom, signedTo, termToBy].filter((value) => value !== null).length;
}
