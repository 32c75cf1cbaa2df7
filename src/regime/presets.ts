import type { Cutoff, DueRule, PeriodType, ReportingScheme } from '../core/reporting-scheme.js';

type Windows = ReportingScheme['windows'];

function allFrom(startDay: number, monthOffset: number): Windows {
  const cutoff: Cutoff = { startDay, monthOffset };
  return { MONTH: cutoff, QUARTER: cutoff, HALF_YEAR: cutoff, NINE_MONTHS: cutoff, YEAR: cutoff };
}

function allDue(rule: DueRule): Partial<Record<PeriodType, DueRule[]>> {
  return { MONTH: [rule], QUARTER: [rule], HALF_YEAR: [rule], NINE_MONTHS: [rule], YEAR: [rule] };
}

const CALENDAR_MONTH: Cutoff = { startDay: 1, monthOffset: 0 };

/** State administrative bodies: data from the 15th to the 14th (art. 12), sent by the 25th of the period's last month (art. 13). */
export const ND09: ReportingScheme = {
  code: 'ND09',
  nameVi: 'Theo Nghị định 09/2019/NĐ-CP (chốt số liệu ngày 14)',
  nameEn: 'Decree 09/2019/NĐ-CP (data closed on the 14th)',
  basis: '09/2019/NĐ-CP, Điều 12, Điều 13',
  roll: 'NEXT',
  beforeCountsDay: false,
  windows: allFrom(15, -1),
  dues: allDue({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 25 }),
};

/** Calendar periods; half-year before the 15th of the next month, year before 31/01 of the next year. */
export const CALENDAR: ReportingScheme = {
  code: 'CALENDAR',
  nameVi: 'Theo năm dương lịch',
  nameEn: 'Calendar year',
  basis: '43/2015/TTLT-BNNPTNT-BKHĐT, Điều 9',
  roll: 'NEXT',
  beforeCountsDay: false,
  windows: allFrom(1, 0),
  dues: {
    HALF_YEAR: [{ qualifier: 'BEFORE', anchor: 'NEXT_PERIOD_FIRST_MONTH', day: 15 }],
    YEAR: [{ qualifier: 'BEFORE', anchor: 'NEXT_PERIOD_FIRST_MONTH', day: 31 }],
  },
};

/** Judicial year from 01/12, months of the calendar; quarter and nine months by the same shift, which the source leaves open. */
export const DEC1: ReportingScheme = {
  code: 'DEC1',
  nameVi: 'Năm báo cáo từ 01/12 đến 30/11',
  nameEn: 'Report year from 1 December to 30 November',
  basis: '05/2018/TTLT-BCA-VKSNDTC-TANDTC',
  roll: 'NEXT',
  beforeCountsDay: false,
  windows: { ...allFrom(1, -1), MONTH: CALENDAR_MONTH },
  dues: {},
};

/** Year 01/10 to 31/07 with a supplement 01/08 to 30/09; quarter and nine months by the shift of the half-year, which the source leaves open. */
export const OCT1: ReportingScheme = {
  code: 'OCT1',
  nameVi: 'Năm báo cáo từ 01/10, bổ sung số liệu đến 30/9',
  nameEn: 'Report year from 1 October, supplement until 30 September',
  basis: '01/2018/TTLT-VKSTC-…',
  roll: 'NEXT',
  beforeCountsDay: false,
  windows: {
    ...allFrom(1, -3),
    MONTH: CALENDAR_MONTH,
    YEAR: {
      spans: [
        { from: { month: 10, day: 1, yearOffset: -1 }, to: { month: 7, day: 31, yearOffset: 0 } },
        { from: { month: 8, day: 1, yearOffset: 0 }, to: { month: 9, day: 30, yearOffset: 0 } },
      ],
    },
  },
  dues: {},
};

/** Data from the 21st to the 20th, sent before the 25th of the month the data end in; other periods by the same shift. */
export const TWENTY_ONE_TO_TWENTY: ReportingScheme = {
  code: '21-20',
  nameVi: 'Số liệu từ ngày 21 tháng trước đến ngày 20',
  nameEn: 'Data from the 21st to the 20th',
  basis: '146/2010/TTLT/BTC-BCA-BQP, Điều 5',
  roll: 'NEXT',
  beforeCountsDay: false,
  windows: allFrom(21, -1),
  dues: { MONTH: [{ qualifier: 'BEFORE', anchor: 'PERIOD_LAST_MONTH', day: 25 }] },
};

/** The schemes every office starts with; each adds its own beside them. */
export const PRESET_SCHEMES: readonly ReportingScheme[] = [ND09, CALENDAR, DEC1, OCT1, TWENTY_ONE_TO_TWENTY];
