import { asking, type Asking } from '../support/asking.js';
import type { World } from '../support/world.js';

export interface Named {
  id: string;
  version: number;
}

export interface Owed extends Named {
  periodKey: string;
  scheduleId: string;
  windowStart: string;
  windowEnd: string;
  dueOn: string;
  state: string;
}

export interface ClauseSeen extends Named {
  lineageId: string;
  parentId: string | null;
  label: string | null;
  text: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

export interface Cast {
  agreement: string;
  ward: string;
  front: string;
  /** Điều 1; Điều 2 with khoản 1 and 2; Điều 3. */
  clauses: Record<'d1' | 'd2' | 'k1' | 'k2' | 'd3', string>;
  commitment: string;
  schedule: string;
}

const TEXT = [
  { key: 'd1', kind: 'ARTICLE', label: 'Điều 1', text: 'Mục đích.' },
  { key: 'd2', kind: 'ARTICLE', label: 'Điều 2', text: '' },
  { parentKey: 'd2', kind: 'CLAUSE', label: '1.', text: 'Báo cáo hằng quý.' },
  { parentKey: 'd2', kind: 'CLAUSE', label: '2.', text: 'Trao đổi thông tin.' },
  { key: 'd3', kind: 'ARTICLE', label: 'Điều 3', text: 'Kinh phí.' },
];

/** An agreement in force from 2026-01-01 to 2027-12-31 with a quarterly report, seen on 2026-02-02. */
export async function anAgreement({ post }: Asking, code: string, header: object = {}): Promise<Cast> {
  const body = async (suffix: string): Promise<string> =>
    (
      await post<Named>('/bodies', {
        code: `${code}-${suffix}`,
        nameVi: `Cơ quan ${code} ${suffix}`,
        system: 'FRONT',
        level: 'COMMUNE',
      })
    ).id;
  const [ward, front] = [await body('P'), await body('MT')];
  const { id: agreement } = await post<Named>('/agreements', {
    kind: 'PROGRAMME',
    title: `Chương trình ${code}`,
    parties: [{ bodyId: ward }, { bodyId: front }],
    signedOn: '2026-01-01',
    termKind: 'FIXED',
    termTo: '2027-12-31',
    noSecretConfirmed: true,
    ...header,
  });
  const { items } = await post<{ items: Named[] }>(`/agreements/${agreement}/clauses`, { clauses: TEXT });
  const [d1 = '', d2 = '', k1 = '', k2 = '', d3 = ''] = items.map(({ id }) => id);
  const { id: commitment, schedules } = await post<Named & { schedules: Named[] }>(
    `/agreements/${agreement}/commitments`,
    {
      title: 'Báo cáo kết quả',
      kind: 'REPORT',
      clauseIds: [k1],
      bodies: [{ bodyId: front, role: 'LEAD' }],
      schedules: [{ frequency: 'QUARTERLY', roll: 'NONE' }],
    },
  );
  const { inForceFrom = '2026-01-01' } = header as { inForceFrom?: string };
  await post(`/agreements/${agreement}/activation`, { followedSince: inForceFrom });
  return { agreement, ward, front, clauses: { d1, d2, k1, k2, d3 }, commitment, schedule: schedules[0]?.id ?? '' };
}

export async function owedOf({ get }: Asking, agreement: string): Promise<Owed[]> {
  const { items } = await get<{ items: Owed[] }>(`/occurrences?agreementId=${agreement}&limit=200`);
  return items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

export interface Amended extends Named {
  occurrences: { dropped: number; repointed: number; planned: number };
  clauses: { op: string; endedId: string | null; startedId: string | null }[];
  schedules: { op: string; endedId: string | null; startedId: string | null }[];
  commitments: { op: string; endedId: string | null; startedId: string | null }[];
}

interface Desk {
  amend: (body: object) => Promise<Amended>;
  /** Status, code and pointer. */
  refused: (body: object) => Promise<unknown[]>;
  owed: () => Promise<Owed[]>;
}

/** Amends the agreement of the cast and looks at what it owes. */
export function deskOf(world: () => World, cast: () => Cast): Desk {
  const ask = asking(world);
  const path = (): string => `/agreements/${cast().agreement}/amendments`;
  return {
    amend: (body) => ask.post(path(), { documentText: 'Phụ lục 01', ...body }),
    refused: async (body) => {
      const reply = await world().call('POST', path(), { documentText: 'x', ...body });
      return [reply.status, reply.body.code, reply.body.pointer];
    },
    owed: () => owedOf(ask, cast().agreement),
  };
}
