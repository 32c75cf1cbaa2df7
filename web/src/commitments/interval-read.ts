import { interval, type DueRule, type Frequency, type Interval } from './interval.js';

/** One and the same sentence in small letters, plain blanks, and with its numbers in digits. */
function plain(sentence: string): string {
  return sentence
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*\([^()\d]*\)/g, '')
    .replace(/(\d+) \((?:\d+|[^()]{2,6})\)/g, '$1')
    .replace(/\bhàng (?=ngày|tuần|tháng|quý|năm)/g, 'hằng ')
    .replace(/(?<!\p{L})(một|hai|ba|bốn|sáu|bảy|tám|chín|mười)(?= (?:tháng|năm|ngày|quý))/gu, (word) =>
      String(NUMBERS[word] ?? word),
    )
    .replace(/\bnăm năm\b/g, '5 năm');
}

const NUMBERS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const WEEKDAYS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6 };

interface Cadence {
  at: number;
  frequency: Frequency;
  given?: Partial<Interval>;
}

/** Each wording of an interval that the sentence has, in its order (domain §1.4, §1.5). */
function cadences(text: string): Cadence[] {
  const found: Cadence[] = [];
  const look = (pattern: RegExp, make: (match: RegExpExecArray) => Omit<Cadence, 'at'> | null): void => {
    for (const match of text.matchAll(pattern)) {
      const made = make(match);
      if (made !== null) found.push({ at: match.index, ...made });
    }
  };
  look(/hằng tuần|mỗi tuần|báo cáo tuần/g, () => ({ frequency: 'WEEKLY' }));
  look(/hằng tháng|mỗi tháng|định kỳ tháng|báo cáo tháng/g, () => ({ frequency: 'MONTHLY' }));
  look(/quý (iv|i{1,3})(?:,? (?:và )?(?:báo cáo )?quý (iv|i{1,3}))?(?!\p{L})/gu, ([, one = '', other]) => ({
    frequency: 'QUARTERLY',
    given: { included: [one, ...(other ? [other] : [])].map((roman) => ROMAN[roman] ?? 1) },
  }));
  look(
    /hằng quý|mỗi quý|theo quý|định kỳ quý|báo cáo quý(?! [iv])|(?<=tháng, )quý|^quý(?=, )|(?<=tháng (?:đầu|cuối)(?: của)? )quý/g,
    () => ({ frequency: 'QUARTERLY' }),
  );
  look(/(\d+) tháng (đầu|cuối) năm/g, ([, n, half]) =>
    n === '6' || n === '06' ? { frequency: 'HALF_YEARLY', given: { included: [half === 'đầu' ? 1 : 2] } } : null,
  );
  look(/(?<!ngày )(?<!\d)(\d+) tháng(?! (?:đầu|cuối) năm| \d)(?: (?:1|một|01) lần)?/g, ([, digits]) => {
    const n = Number(digits);
    if (n === 6) return { frequency: 'HALF_YEARLY' };
    if (n === 9) return { frequency: 'NINE_MONTHS' };
    return n >= 2 && n <= 60 ? { frequency: 'EVERY_N_MONTHS', given: { n } } : null;
  });
  look(/(\d+) năm (?:1|một|01) lần|(?:sơ kết|tổng kết|định kỳ) (\d+) năm/g, ([, once, plainly]) => {
    const n = Number(once ?? plainly);
    return n >= 2 && n <= 100 ? { frequency: 'EVERY_N_YEARS', given: { n } } : { frequency: 'YEARLY' };
  });
  look(
    /(?<!tháng \d{1,2} |\/\d{1,2} |cuối |đầu |quý i{1,3} |quý iv )(?:hằng|mỗi) năm|báo cáo năm|(?<=(?:tháng|quý)(?: \([^()]*\))?,? (?:và )?)(?:1 )?năm(?! sau)/g,
    () => ({
      frequency: 'YEARLY',
    }),
  );
  look(/sau mỗi|khi có vụ việc|khi phát sinh/g, () => ({ frequency: 'ON_EVENT' }));
  look(/(?:khi có|theo) yêu cầu|đột xuất/g, () => ({ frequency: 'ON_REQUEST' }));
  look(/(?:hết|kết thúc) (?:thời hạn|nhiệm kỳ|giai đoạn)/g, () => ({ frequency: 'END_OF_TERM' }));
  return found.sort((a, b) => a.at - b.at);
}

interface Due {
  at: number;
  rule: DueRule;
  /** The month it names, for those that come round by a date of the year. */
  ofYear: boolean;
}

function qualifier(word: string): DueRule['qualifier'] {
  return word.startsWith('trước') ? 'BEFORE' : 'BY';
}

/** Each due day that the sentence names. */
function dues(text: string): Due[] {
  const found: Due[] = [];
  const by = '(trước|chậm nhất|muộn nhất|không quá|vào|trong|xong)';
  const lead = `${by}(?: là| vào| đến| trong)* `;
  const dates = new RegExp(
    `${lead}(?:ngày )?(\\d{1,2})(?:\\/| tháng )(\\d{1,2})(?:\\/\\d{4})?((?: (?:của )?năm (?:sau|tiếp theo))?)`,
    'g',
  );
  for (const match of text.matchAll(dates)) {
    const [whole, word = '', day, month, next = ''] = match;
    const make = (d: number, m: number): DueRule => ({
      ...{ qualifier: qualifier(word), anchor: 'FIXED_DATE', day: d, month: m },
      ...(next === '' ? {} : { yearOffset: 1 }),
    });
    found.push({ at: match.index, rule: make(Number(day), Number(month)), ofYear: true });
    // "… và 15/12": the same word holds for the next date.
    const rest = /^(?:,| và| và ngày|, ngày) ?(\d{1,2})(?:\/| tháng )(\d{1,2})/.exec(
      text.slice(match.index + whole.length),
    );
    if (rest)
      found.push({ at: match.index + whole.length, rule: make(Number(rest[1]), Number(rest[2])), ofYear: true });
  }
  const days = new RegExp(
    `${lead}ngày (\\d{1,2}|cuối(?: cùng)?)(?!\\d|\\/| tháng \\d)((?: (?:của )?tháng (?:đầu|cuối)(?: của)? (?:quý|kỳ)(?: báo cáo)?| (?:của )?tháng (?:sau|tiếp theo))?)((?: sau)?)`,
    'g',
  );
  for (const match of text.matchAll(days)) {
    const [, word = '', day = '', where = '', after = ''] = match;
    const next = /đầu|tháng sau|tiếp theo/.test(where) || after !== '';
    const anchor = next ? 'NEXT_PERIOD_FIRST_MONTH' : 'PERIOD_LAST_MONTH';
    const number = day.startsWith('cuối') ? ('LAST' as const) : Number(day);
    found.push({ at: match.index, rule: { qualifier: qualifier(word), anchor, day: number }, ofYear: false });
  }
  for (const match of text.matchAll(
    /(?:trong|chậm nhất|không quá|sau)(?: thời hạn| vòng| là)* (\d{1,3}) ngày( làm việc)?((?: trước)?)/g,
  )) {
    const nDays = Number(match[1]) * (match[3] ? -1 : 1);
    const rule: DueRule = { qualifier: 'WITHIN', anchor: 'CUTOFF', nDays, ...(match[2] ? { dayKind: 'WORKING' } : {}) };
    found.push({ at: match.index, rule, ofYear: false });
  }
  for (const match of text.matchAll(
    /(?:vào|trong|trước|chậm nhất)(?: vào| là)*(?: ngày)? (?:thứ (hai|ba|tư|năm|sáu|bảy)|(chủ nhật))/g,
  )) {
    const weekday = match[2] ? 7 : (WEEKDAYS[match[1] ?? ''] ?? 5);
    found.push({
      at: match.index,
      rule: { qualifier: qualifier(match[0]), anchor: 'WEEKDAY', weekday },
      ofYear: false,
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Two dates half a year apart are one half-yearly rule (15/6 and 15/12; 15/7 and 15/01 of the next year). */
function halves(found: readonly Due[]): Interval | null {
  const [one, other] = found;
  if (found.length !== 2 || !one?.ofYear || !other?.ofYear || one.rule.day !== other.rule.day) return null;
  const months = [one.rule.month, other.rule.month].join();
  const anchor = months === '6,12' ? 'PERIOD_LAST_MONTH' : months === '7,1' ? 'NEXT_PERIOD_FIRST_MONTH' : null;
  if (anchor === null) return null;
  const { qualifier: how, day } = one.rule;
  return interval('HALF_YEARLY', { due: { qualifier: how, anchor, ...(day === undefined ? {} : { day }) } });
}

function fitted({ frequency, given }: Cadence, due: Due | undefined): Interval {
  const base = interval(frequency, given);
  if (due === undefined || ['CONTINUOUS', 'END_OF_TERM'].includes(frequency)) return base;
  const { rule } = due;
  if (frequency === 'ON_EVENT' || frequency === 'ON_REQUEST')
    return rule.nDays === undefined ? base : { ...base, due: { ...rule, anchor: 'EVENT' } };
  if (base.window.kind === 'ANCHOR' && !due.ofYear) return { ...base, due: { ...rule, anchor: 'NTH_DATE' } };
  const several = frequency === 'HALF_YEARLY' && base.included?.length !== 1;
  if (!due.ofYear || !several) return { ...base, due: rule };
  // "6 tháng (trước ngày 31/7)": the day of the month after each half.
  const day = rule.day === 31 ? ('LAST' as const) : (rule.day ?? 15);
  const anchor = rule.month === 7 || rule.month === 1 ? 'NEXT_PERIOD_FIRST_MONTH' : 'PERIOD_LAST_MONTH';
  return { ...base, due: { qualifier: rule.qualifier, anchor, day } };
}

/** The intervals that a sentence of an agreement names; none when it names none. What is read is shown and never taken unseen. */
export function readIntervals(sentence: string): Interval[] {
  const text = plain(sentence);
  const when = cadences(text);
  const days = dues(text);
  const both = when.length <= 1 ? halves(days) : null;
  if (both) return [both];
  if (when.length === 0) {
    const dated = days.filter(({ ofYear }) => ofYear);
    if (dated.length > 0) return dated.map((due) => fitted({ at: due.at, frequency: 'YEARLY' }, due));
    const [first] = days;
    return first?.rule.anchor === 'PERIOD_LAST_MONTH' || first?.rule.anchor === 'NEXT_PERIOD_FIRST_MONTH'
      ? [fitted({ at: 0, frequency: 'MONTHLY' }, first)]
      : [];
  }
  const distinct = when.filter((one, index) => when.findIndex((w) => w.frequency === one.frequency) === index);
  const last = distinct.at(-1)?.at ?? 0;
  // "6 tháng, hằng năm … trước ngày 15/6 và 15/12": to each its own, in the order in which they are named.
  const inOrder = distinct.length === days.length && days.every(({ at }) => at > last);
  return distinct.map((one, index) => {
    if (inOrder) return fitted(one, days[index]);
    const next = distinct[index + 1]?.at ?? Infinity;
    const own = days.find(({ at }) => at >= one.at && at < next);
    return fitted(one, own ?? (distinct.length === 1 ? days[0] : undefined));
  });
}
