import type { CalendarRow } from '../core/working-calendar.js';

/** Years whose days off are officially announced. */
export const CONFIRMED_YEARS: readonly number[] = [2025, 2026];

/** Days off and worked Saturdays of 2025 and 2026, each with its notice; edited by the office from here on. */
export const CALENDAR_SEED: readonly CalendarRow[] = [
  {
    date: '2025-01-01',
    kind: 'HOLIDAY',
    name: 'Tết Dương lịch',
    basis: 'Bộ luật Lao động 2019 Điều 112; 6150/TB-BLĐTBXH',
  },
  { date: '2025-01-27', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-01-28', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-01-29', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-01-30', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-01-31', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-04-07', kind: 'HOLIDAY', name: 'Giỗ Tổ Hùng Vương', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-04-26', kind: 'SWAP_WORK', name: 'Làm bù cho 02/5/2025', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-04-30', kind: 'HOLIDAY', name: 'Ngày Chiến thắng', basis: 'Bộ luật Lao động 2019 Điều 112' },
  { date: '2025-05-01', kind: 'HOLIDAY', name: 'Ngày Quốc tế lao động', basis: 'Bộ luật Lao động 2019 Điều 112' },
  { date: '2025-05-02', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-09-01', kind: 'HOLIDAY', name: 'Quốc khánh (ngày liền kề)', basis: '6150/TB-BLĐTBXH' },
  { date: '2025-09-02', kind: 'HOLIDAY', name: 'Quốc khánh', basis: 'Bộ luật Lao động 2019 Điều 112' },
  { date: '2026-01-01', kind: 'HOLIDAY', name: 'Tết Dương lịch', basis: 'Bộ luật Lao động 2019 Điều 112' },
  { date: '2026-01-02', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: '12729/VPCP-KGVX' },
  { date: '2026-01-10', kind: 'SWAP_WORK', name: 'Làm bù cho 02/01/2026', basis: '12729/VPCP-KGVX' },
  { date: '2026-02-16', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '9441/TB-BNV' },
  { date: '2026-02-17', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '9441/TB-BNV' },
  { date: '2026-02-18', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '9441/TB-BNV' },
  { date: '2026-02-19', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '9441/TB-BNV' },
  { date: '2026-02-20', kind: 'HOLIDAY', name: 'Tết Nguyên đán', basis: '9441/TB-BNV' },
  { date: '2026-04-26', kind: 'HOLIDAY', name: 'Giỗ Tổ Hùng Vương', basis: '9441/TB-BNV' },
  { date: '2026-04-27', kind: 'MAKE_UP_OFF', name: 'Nghỉ bù Giỗ Tổ', basis: 'Bộ luật Lao động 2019 Điều 111' },
  { date: '2026-04-30', kind: 'HOLIDAY', name: 'Ngày Chiến thắng', basis: 'Bộ luật Lao động 2019 Điều 112' },
  { date: '2026-05-01', kind: 'HOLIDAY', name: 'Ngày Quốc tế lao động', basis: 'Bộ luật Lao động 2019 Điều 112' },
  { date: '2026-08-22', kind: 'SWAP_WORK', name: 'Làm bù cho 31/8/2026', basis: '9441/TB-BNV' },
  { date: '2026-08-31', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: '9441/TB-BNV' },
  { date: '2026-09-01', kind: 'HOLIDAY', name: 'Quốc khánh (ngày liền kề)', basis: '9441/TB-BNV' },
  { date: '2026-09-02', kind: 'HOLIDAY', name: 'Quốc khánh', basis: 'Bộ luật Lao động 2019 Điều 112' },
  { date: '2026-11-24', kind: 'HOLIDAY', name: 'Ngày Văn hóa Việt Nam', basis: '28/2026/QH16 Điều 2' },
];
