import type { NewBody } from '../bodies/body.contract.js';
import { BodyService } from '../bodies/body.service.js';
import type { CivilDate } from '../core/civil-date.js';
import type { SampleDesk } from './sample-desk.js';

type Sketch = Omit<NewBody, 'parentId'> & { parent?: string };

/** The district level ended the day before (constitutional resolution 203/2025/QH15). */
const FIRST_DAY_OF_WARDS: CivilDate = '2025-07-01';

/** The boards were joined early in 2025; the very day at district level is an assumption of this sample. */
const FIRST_DAY_OF_ONE_BOARD: CivilDate = '2025-03-01';

const district = { level: 'DISTRICT' } as const;
const ward = { level: 'COMMUNE', validFrom: FIRST_DAY_OF_WARDS } as const;

const CITY: Sketch[] = [
  {
    code: 'TU',
    nameVi: 'Thành ủy Thành phố Hồ Chí Minh',
    nameEn: 'City Party Committee',
    abbreviation: 'TU',
    system: 'PARTY',
    level: 'PROVINCE',
  },
  {
    code: 'BTL-TP',
    nameVi: 'Bộ Tư lệnh Thành phố',
    nameEn: 'City Military Command',
    abbreviation: 'BTL',
    system: 'MILITARY',
    level: 'PROVINCE',
  },
  {
    code: 'MTTQ-TP',
    nameVi: 'Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố',
    nameEn: 'City Fatherland Front Committee',
    abbreviation: 'UBMTTQ',
    system: 'FRONT',
    level: 'PROVINCE',
  },
];

const DISTRICT: Sketch[] = [
  {
    code: 'Q10-QU',
    parent: 'TU',
    nameVi: 'Quận ủy Quận 10',
    nameEn: 'District 10 Party Committee',
    abbreviation: 'QU',
    system: 'PARTY',
    ...district,
  },
  {
    code: 'Q10-BTG',
    parent: 'Q10-QU',
    nameVi: 'Ban Tuyên giáo Quận ủy Quận 10',
    nameEn: 'District 10 Propaganda Board',
    abbreviation: 'BTG',
    system: 'PARTY',
    ...district,
  },
  {
    code: 'Q10-BDV',
    parent: 'Q10-QU',
    nameVi: 'Ban Dân vận Quận ủy Quận 10',
    nameEn: 'District 10 Mass Mobilisation Board',
    abbreviation: 'BDV',
    system: 'PARTY',
    ...district,
  },
  {
    code: 'Q10-BTGDV',
    parent: 'Q10-QU',
    nameVi: 'Ban Tuyên giáo và Dân vận Quận ủy Quận 10',
    nameEn: 'District 10 Propaganda and Mass Mobilisation Board',
    abbreviation: 'BTGDV',
    system: 'PARTY',
    ...district,
    validFrom: FIRST_DAY_OF_ONE_BOARD,
  },
  {
    code: 'Q10-QS',
    parent: 'BTL-TP',
    nameVi: 'Đảng ủy, Ban Chỉ huy Quân sự Quận 10',
    nameEn: 'District 10 Military Command',
    abbreviation: 'ĐUQS',
    system: 'MILITARY',
    ...district,
  },
  {
    code: 'Q10-MTTQ',
    parent: 'MTTQ-TP',
    nameVi: 'Ủy ban Mặt trận Tổ quốc Việt Nam Quận 10',
    nameEn: 'District 10 Fatherland Front Committee',
    abbreviation: 'UBMTTQ',
    system: 'FRONT',
    ...district,
  },
];

const WARDS: Sketch[] = [
  {
    code: 'VL-DU',
    parent: 'TU',
    nameVi: 'Đảng ủy phường Vườn Lài',
    nameEn: 'Vườn Lài Ward Party Committee',
    abbreviation: 'ĐU',
    system: 'PARTY',
    ...ward,
  },
  {
    code: 'DH-DU',
    parent: 'TU',
    nameVi: 'Đảng ủy phường Diên Hồng',
    nameEn: 'Diên Hồng Ward Party Committee',
    abbreviation: 'ĐU',
    system: 'PARTY',
    ...ward,
  },
  {
    code: 'HH-DU',
    parent: 'TU',
    nameVi: 'Đảng ủy phường Hòa Hưng',
    nameEn: 'Hòa Hưng Ward Party Committee',
    abbreviation: 'ĐU',
    system: 'PARTY',
    ...ward,
  },
  {
    code: 'VL-MTTQ',
    parent: 'MTTQ-TP',
    nameVi: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Vườn Lài',
    nameEn: 'Vườn Lài Ward Fatherland Front Committee',
    abbreviation: 'UBMTTQ',
    system: 'FRONT',
    ...ward,
  },
  {
    code: 'DH-MTTQ',
    parent: 'MTTQ-TP',
    nameVi: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Diên Hồng',
    nameEn: 'Diên Hồng Ward Fatherland Front Committee',
    abbreviation: 'UBMTTQ',
    system: 'FRONT',
    ...ward,
  },
  {
    code: 'PTKV',
    parent: 'BTL-TP',
    nameVi: 'Ban Chỉ huy phòng thủ khu vực (mẫu)',
    nameEn: 'Defence Area Command (sample)',
    abbreviation: 'BCHPTKV',
    system: 'MILITARY',
    level: 'UNIT',
    validFrom: FIRST_DAY_OF_WARDS,
  },
];

/** Ids by code. */
export type Cast = Readonly<Record<string, string>>;

/** The city, the district that was and the wards that are. */
export async function registerBodies(desk: SampleDesk, day: CivilDate): Promise<Cast> {
  const act = await desk.on(day);
  const cast: Record<string, string> = {};
  for (const { parent, ...body } of [...CITY, ...DISTRICT, ...WARDS]) {
    const parentId = parent === undefined ? null : (cast[parent] ?? null);
    cast[body.code] = (await desk.the(BodyService).register(act, { ...body, parentId })).id;
  }
  return cast;
}

export function idOf(cast: Cast, code: string): string {
  const id = cast[code];
  if (id === undefined) throw new Error(`the sample office has no body ${code}`);
  return id;
}
