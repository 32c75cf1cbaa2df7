import type { Asking } from '../support/asking.js';
import type { World } from '../support/world.js';

export interface Named {
  id: string;
  version: number;
}

export interface Due extends Named {
  bodyId: string;
  bodyName: string;
  periodKey: string;
  dueOn: string;
  standing: string;
  state: string;
}

export interface Figures {
  doneOnTime: number;
  doneLate: number;
  inTerm: number;
  overdue: number;
  total: number;
  suspended: number;
  waived: number;
}

export interface Waiting {
  agreementId: string;
  bodyId: string;
  endedOn: string;
  suspendedReports: number;
  suspendedReviews: number;
  commitments: { commitmentId: string; putOff: boolean }[];
  proposed: { bodyId: string }[];
}

const SIGNED = '2022-09-15';

const BODIES = {
  btg: ['Ban Tuyên giáo Quận ủy Quận 10', 'PARTY', {}],
  bdv: ['Ban Dân vận Quận ủy Quận 10', 'PARTY', {}],
  qs: ['Ban Chỉ huy Quân sự Quận 10', 'MILITARY', {}],
  joined: ['Ban Tuyên giáo và Dân vận Quận ủy Quận 10', 'PARTY', { validFrom: '2025-03-01' }],
  vl: ['Đảng ủy phường Vườn Lài', 'PARTY', { validFrom: '2025-07-01' }],
  dh: ['Đảng ủy phường Diên Hồng', 'PARTY', { validFrom: '2025-07-01' }],
  hh: ['Đảng ủy phường Hòa Hưng', 'PARTY', { validFrom: '2025-07-01' }],
  ptkv: ['Ban Chỉ huy phòng thủ khu vực', 'MILITARY', { validFrom: '2025-07-01' }],
} as const;

export type Who = keyof typeof BODIES;
export type What = 'a' | 'b' | 'a1' | 'a2' | 'b1' | 'b2';
export type Ids = Record<Who | What | 'cycle', string>;

/** "6 tháng (trước 15/6), năm (trước 15/12)", as in domain table D5. */
function before15(month: 6 | 12): object {
  const rule = { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month };
  return {
    frequency: month === 6 ? 'HALF_YEARLY' : 'YEARLY',
    ...(month === 6 ? { included: [1] } : {}),
    dues: [{ tier: 1, rule }],
    roll: 'NONE',
  };
}

/** The bodies of Quận 10, and its two agreements of 15/09/2022 with their reports and reviews. */
export async function enterDistrict10(world: World, { get, post }: Asking): Promise<Ids> {
  world.clock.set(SIGNED);
  const ids: Partial<Ids> = {};
  for (const [key, [nameVi, system, dates]] of Object.entries(BODIES)) {
    const code = key.toUpperCase();
    ids[key as Who] = (await post<Named>('/bodies', { code, nameVi, system, level: 'DISTRICT', ...dates })).id;
  }
  const schemes = await get<{ items: (Named & { code: string })[] }>('/reporting-schemes');
  const schemeId = schemes.items.find(({ code }) => code === 'ND09')?.id;
  const sign = async (title: string, first: Who): Promise<string> =>
    (
      await post<Named>('/agreements', {
        kind: 'REGULATION',
        title,
        parties: [
          { bodyId: ids[first], signatoryName: 'Người ký', authority: 'TM' },
          { bodyId: ids.qs },
          { bodyId: ids[first], role: 'STANDING_BODY' },
        ],
        signedOn: SIGNED,
        schemeId,
        noSecretConfirmed: true,
      })
    ).id;
  const promise = async (
    agreement: string,
    title: string,
    lead: Who,
    other: Who,
    months: (6 | 12)[],
  ): Promise<string> =>
    (
      await post<Named>(`/agreements/${agreement}/commitments`, {
        title,
        kind: 'REPORT',
        bodies: [
          { bodyId: ids[lead], role: 'LEAD' },
          { bodyId: ids[other], role: 'COORDINATE' },
        ],
        schedules: months.map(before15),
      })
    ).id;
  ids.a = await sign('Quy chế phối hợp công tác tuyên truyền về quân sự, quốc phòng', 'btg');
  ids.a1 = await promise(ids.a, 'Báo cáo công tác tuyên truyền', 'btg', 'qs', [6, 12]);
  ids.a2 = await promise(ids.a, 'Báo cáo công tác quân sự', 'qs', 'btg', [12]);
  ids.b = await sign('Chương trình phối hợp công tác dân vận', 'bdv');
  ids.b1 = await promise(ids.b, 'Báo cáo công tác dân vận', 'bdv', 'qs', [12]);
  ids.b2 = await promise(ids.b, 'Báo cáo dân vận trong lực lượng vũ trang', 'bdv', 'qs', [12]);
  const cycle = { kind: 'INTERIM_REVIEW', frequency: 'YEARLY' };
  ids.cycle = (await post<Named>(`/agreements/${ids.b}/review-cycles`, cycle)).id;
  for (const agreement of [ids.a, ids.b]) await post(`/agreements/${agreement}/activation`, { followedSince: SIGNED });
  return ids as Ids;
}
