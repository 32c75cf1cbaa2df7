import { weekdayOf } from './civil-date.js';
import type { Derivation } from './derivation.js';
import type { DueRule } from './reporting-scheme.js';
import { formatDate } from './vietnamese.js';
import type { DayOff } from './working-calendar.js';

export type Language = 'vi' | 'en';

const ROMAN = ['I', 'II', 'III', 'IV'];
const WEEKDAYS = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** "Why this date?" in a sentence on the period and the rule, one on the roll, one on days off not announced yet. */
export function derivationWords(derivation: Derivation, language: Language): string {
  return [
    dueSentence(derivation, language),
    rollSentence(derivation, language),
    unconfirmedSentence(derivation, language),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** The period's name for people, from its key: "Quý III/2026", "6 tháng đầu năm 2026", "Lần 3"; an unknown key is returned as it is. */
export function periodName(key: string, language: Language): string {
  const vi = language === 'vi';
  if (key === 'ONCE') return vi ? 'Một lần' : 'Once';
  if (key === 'END') return vi ? 'Hết thời hạn thỏa thuận' : 'End of term';
  if (/^N\d+$/.test(key)) return vi ? `Lần ${Number(key.slice(1))}` : `No. ${Number(key.slice(1))}`;
  if (/^[WE]\d{4}-\d{2}-\d{2}$/.test(key)) {
    const date = formatDate(key.slice(1), language);
    if (key.startsWith('W')) return vi ? `Tuần từ ${date}` : `Week from ${date}`;
    return vi ? `Sự kiện ngày ${date}` : `Event of ${date}`;
  }
  const [, year = '', type = '', ordinal = ''] = /^(\d{4})-(9M|[MQHY])(\d*)$/.exec(key) ?? [];
  return yearlyName(type, year, Number(ordinal), language) ?? key;
}

function yearlyName(type: string, year: string, ordinal: number, language: Language): string | null {
  const vi = language === 'vi';
  switch (type) {
    case 'M':
      return vi ? `Tháng ${ordinal}/${year}` : `Month ${ordinal}/${year}`;
    case 'Q':
      return vi ? `Quý ${ROMAN[ordinal - 1] ?? ordinal}/${year}` : `Q${ordinal} ${year}`;
    case 'H':
      if (vi) return `6 tháng ${ordinal === 1 ? 'đầu' : 'cuối'} năm ${year}`;
      return `${ordinal === 1 ? 'First' : 'Second'} half of ${year}`;
    case '9M':
      return vi ? `9 tháng năm ${year}` : `Nine months of ${year}`;
    case 'Y':
      if (ordinal > 1) return vi ? `Năm ${year} (bổ sung)` : `Year ${year} (supplement)`;
      return vi ? `Năm ${year}` : `Year ${year}`;
    default:
      return null;
  }
}

/** A due rule as it would stand in a text: "chậm nhất ngày 25 tháng cuối kỳ báo cáo". */
export function dueRuleWords(rule: DueRule, language: Language): string {
  const n = rule.nDays ?? 0;
  const day = dayWords(rule, language);
  const shift = n === 0 ? '' : ` ${daysWords(rule, language)}`;
  return `${qualifierWords(rule, language)} ${day}${shift}`;
}

function qualifierWords({ qualifier }: DueRule, language: Language): string {
  const words = {
    BEFORE: { vi: 'trước', en: 'before' },
    BY: { vi: 'chậm nhất', en: 'by' },
    ON: { vi: 'đúng', en: 'on' },
    WITHIN: { vi: 'trong hạn đến', en: 'until' },
  };
  return words[qualifier][language];
}

function daysWords({ nDays: days, dayKind }: DueRule, language: Language): string {
  const nDays = days ?? 0;
  const n = Math.abs(nDays);
  if (language === 'vi') {
    return `${nDays < 0 ? 'trừ' : 'cộng'} ${n} ngày${dayKind === 'WORKING' ? ' làm việc' : ''}`;
  }
  return `${nDays < 0 ? 'minus' : 'plus'} ${n} ${dayKind === 'WORKING' ? 'working ' : ''}${n === 1 ? 'day' : 'days'}`;
}

function dayWords(rule: DueRule, language: Language): string {
  const vi = language === 'vi';
  const last = rule.day === 'LAST';
  const day = rule.day ?? '?';
  switch (rule.anchor) {
    case 'PERIOD_LAST_MONTH':
      if (vi) return `ngày ${last ? 'cuối cùng của' : day} tháng cuối kỳ báo cáo`;
      return `${last ? 'the last day' : `day ${day}`} of the period’s last month`;
    case 'NEXT_PERIOD_FIRST_MONTH':
      if (vi) return `ngày ${last ? 'cuối cùng của' : day} tháng đầu kỳ sau`;
      return `${last ? 'the last day' : `day ${day}`} of the next period’s first month`;
    case 'FIXED_DATE': {
      const date = last ? (vi ? 'cuối cùng của' : 'the last day of') : day;
      const month = rule.month ?? '?';
      return vi
        ? `ngày ${date} tháng ${month} ${yearWords(rule, 'vi')}`
        : `${last ? '' : 'day '}${date}${last ? '' : ' of'} month ${month} of the ${yearWords(rule, 'en')}`;
    }
    case 'CUTOFF':
      return vi ? 'ngày chốt số liệu' : 'the cut-off day';
    case 'NTH_DATE':
      return vi ? 'ngày tương ứng tính từ mốc' : 'the day counted from the anchor';
    case 'EVENT':
      return vi ? 'ngày diễn ra sự kiện' : 'the day of the event';
    case 'WEEKDAY': {
      const name = WEEKDAYS[language][(rule.weekday ?? 7) - 1] ?? '?';
      return vi ? `${name} cuối kỳ` : `the last ${name} of the period`;
    }
  }
}

const YEARS: Partial<Record<number, Record<Language, string>>> = {
  [-1]: { vi: 'năm trước', en: 'year before' },
  0: { vi: 'năm báo cáo', en: 'report year' },
  1: { vi: 'năm sau', en: 'year after' },
};

function yearWords(rule: DueRule, language: Language): string {
  const years = rule.yearOffset ?? 0;
  return (
    YEARS[years]?.[language] ?? (language === 'vi' ? `năm báo cáo cộng ${years} năm` : `report year plus ${years}`)
  );
}

function dueSentence(derivation: Derivation, language: Language): string {
  const vi = language === 'vi';
  const { window, period, rule } = derivation;
  const name = periodName(period.key, language);
  const span = `${formatDate(window.from, language)} – ${formatDate(window.to, language)}`;
  const cut = !window.cutByEntryIntoForce ? '' : vi ? ', tính từ ngày có hiệu lực' : ', from entry into force';
  const head = period.type === 'EVENT' ? name : `${name} (${span}${cut})`;
  const day = formatDate(derivation.raw, language);
  if (rule === null) return `${head}: ${unstatedWords(derivation, language)} ${day}.`;
  const source = derivation.ruleSource === 'SCHEME' ? schemeWords(derivation, language) : '';
  const strict = rule.qualifier === 'BEFORE' && !derivation.beforeCountsDay;
  const meaning = vi ? `tức ngày cuối cùng còn trong hạn là ${day}` : `that is, the last day in time is ${day}`;
  const accepted = rule.qualifier === 'BEFORE' && !strict ? (vi ? ' (tính cả ngày đó)' : ' (that day included)') : '';
  return `${head}: ${vi ? 'hạn' : 'due'} ${dueRuleWords(rule, language)}${accepted}${source}, ${meaning}.`;
}

function schemeWords({ schemeCode }: Derivation, language: Language): string {
  return language === 'vi' ? ` theo chế độ báo cáo ${schemeCode ?? ''}` : ` under reporting scheme ${schemeCode ?? ''}`;
}

function unstatedWords({ period, anchor }: Derivation, language: Language): string {
  const vi = language === 'vi';
  if (period.type === 'ONCE') return vi ? 'hạn là ngày đã ghi' : 'due on the date given,';
  if (period.type === 'TERM') return vi ? 'hạn là ngày hết thời hạn thỏa thuận' : 'due at the end of the term,';
  if (period.type === 'NTH' && anchor !== null) {
    const from = formatDate(anchor, language);
    return vi
      ? `không nêu hạn gửi, lấy ngày tương ứng tính từ ${from}, là`
      : `no due date stated, so the corresponding day counted from ${from} is taken,`;
  }
  return vi ? 'không nêu hạn gửi, lấy ngày cuối kỳ' : 'no due date stated, so the last day of the period is taken,';
}

function rollSentence({ raw, on, roll, rolledBecause }: Derivation, language: Language): string {
  if (raw === on) return '';
  const days = rolledBecause.map((off) => dayOffWords(off, language)).join(', ');
  const to = formatDate(on, language);
  if (language === 'vi') {
    const side = roll === 'PREVIOUS' ? 'liền trước' : 'tiếp theo';
    return `Ngày nghỉ: ${days}; hạn chuyển sang ngày làm việc ${side} ${to}.`;
  }
  return `Days off: ${days}; moved to the ${roll === 'PREVIOUS' ? 'previous' : 'next'} working day, ${to}.`;
}

function dayOffWords(off: DayOff, language: Language): string {
  const name = 'weekend' in off ? WEEKDAYS[language][weekdayOf(off.date) - 1] : off.name;
  return `${formatDate(off.date, language)} (${name ?? ''})`;
}

function unconfirmedSentence({ unconfirmedYears }: Derivation, language: Language): string {
  if (unconfirmedYears.length === 0) return '';
  const years = unconfirmedYears.join(', ');
  if (language === 'vi') return `Lịch nghỉ năm ${years} chưa được công bố chính thức.`;
  return `The days off of ${years} are not officially announced yet.`;
}
