import type { DueDate } from './due.shape.js';
import { E, numberIn } from './readable.rules.js';

const MONTH_NAMES = ['giêng', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
/** The longer first: "mười hai" before "mười". */
const MONTHS_BY_LENGTH = MONTH_NAMES.toReversed().join('|');
const DAY = String.raw`(?<day>\d{1,2}|hai mươi|ba mươi|mười lăm|mười|cuối cùng|cuối|đầu tiên)`;
const NEXT_YEAR = String.raw`(?:,? ?(?<next>(?:của )?năm (?:sau|kế tiếp|tiếp theo|kế|tới|liền kề)(?: liền kề| đó)?))?`;
const YEAR = String.raw`(?: (?:của )?năm (?<year>\d{4}))?`;

const FORMS: readonly [RegExp, (parts: Readonly<Record<string, string | undefined>>) => DueDate | null][] = [
  [
    new RegExp(
      String.raw`(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2})(?: ?[/.-] ?(?<year>\d{4}))?${E}(?!/)${NEXT_YEAR}`,
      'yu',
    ),
    dated,
  ],
  [
    new RegExp(
      String.raw`${DAY}(?: của)? tháng (?<month>\d{1,2}|${MONTHS_BY_LENGTH}|chạp)${E}(?! một lần)${YEAR}${NEXT_YEAR}`,
      'yu',
    ),
    dated,
  ],
  [
    new RegExp(
      String.raw`${DAY}(?:,)? (?:của )?(?:tháng (?:sau|kế tiếp|tiếp theo|kế|liền kề|tới)(?: liền kề)?|tháng (?:đầu tiên |đầu )(?:của )?(?:quý|kỳ)(?: (?:sau|tiếp theo|kế tiếp|tới))?)${E}`,
      'yu',
    ),
    ({ day }) => ({ form: 'DAY', day: dayOf(day), of: 'NEXT_MONTH' }),
  ],
  [
    new RegExp(
      String.raw`${DAY}(?:,)? (?:của )?tháng (?:cuối|cuối cùng)(?: của)?(?: mỗi)?(?: (?:quý|kỳ|·+))?${E}`,
      'yu',
    ),
    ({ day }) => ({ form: 'DAY', day: dayOf(day), of: 'LAST_MONTH' }),
  ],
  [
    new RegExp(
      String.raw`thứ (?<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])${E}(?: (?:của )?(?<next>tuần (?:sau|tiếp theo|kế tiếp)))?`,
      'yu',
    ),
    ({ weekday = '', next }) => weekday_(weekday, next !== undefined),
  ],
  [/chủ nhật/uy, () => ({ form: 'WEEKDAY', weekday: 7, nextWeek: false })],
  [
    new RegExp(
      String.raw`${DAY}(?: (?:của )?tháng(?: (?:báo cáo|đó|·+))?)?${E}(?! ?(?:ngày|tháng|năm|lần|quý|tuần|%|người|bên|đơn vị|cơ quan|giờ|\d|/))`,
      'yu',
    ),
    ({ day }) => ({ form: 'DAY', day: dayOf(day), of: 'UNSAID' }),
  ],
];

type Parts = Readonly<Record<string, string | undefined>>;

function dayOf(day: string | undefined): number | 'LAST' {
  if (day === 'đầu tiên') return 1;
  return day === undefined || day.startsWith('cuối') ? 'LAST' : numberIn(day);
}

function dated({ day, month = '', year, next }: Parts): DueDate | null {
  const number = /^\d/u.test(month) ? Number(month) : month === 'chạp' ? 12 : MONTH_NAMES.indexOf(month) + 1;
  if (number < 1 || number > 12 || dayOf(day) === 0) return null;
  if (year !== undefined) return { form: 'ONCE', day: dayOf(day), month: number, year: Number(year) };
  return { form: 'DATE', day: dayOf(day), month: number, nextYear: next !== undefined };
}

function weekday_(name: string, nextWeek: boolean): DueDate {
  const n = /\d/u.test(name) ? Number(name) : MONTH_NAMES.indexOf(name) + 1;
  return { form: 'WEEKDAY', weekday: n - 1, nextWeek };
}

/** The date, weekday or day of a month that is written at a place of a readable text. */
export function formAt(text: string, at: number): { to: number; date: DueDate } | null {
  for (const [form, read] of FORMS) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) continue;
    const date = read(found.groups ?? {});
    return date && { to: at + found[0].length, date };
  }
  return null;
}
