/** Patterns are joined of these; JavaScript's \b knows ASCII letters only. */
export const B = String.raw`(?<![\p{L}\d])`;
export const E = String.raw`(?![\p{L}\d])`;

/** A number in digits, in words, or both ("5 (năm)", "ba (03)"); "năm" is five only before what is counted in years or times. */
export const N = String.raw`(?:\d{1,3}|mười hai|mười lăm|mười|một|hai|ba|bốn|sáu|bảy|tám|chín|năm(?=(?: \([^)]{1,12}\))? (?:năm|lần|tháng (?:một|1|01)|ngày))|hai mươi|ba mươi)(?: ?\((?:\d{1,3}|[\p{L} ]{2,10})\))?`;

const WORDS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  'mười lăm': 15,
  'hai mươi': 20,
  'ba mươi': 30,
};

/** The number that `N` found. */
export function numberIn(found: string): number {
  const digits = /\d+/.exec(found)?.[0];
  return digits === undefined ? (WORDS[found.replace(/ ?\(.*$/u, '').trim()] ?? 0) : Number(digits);
}

const OLD_TONES: readonly [RegExp, string][] = [
  [/oà(?!\p{L})/gu, 'òa'],
  [/oá(?!\p{L})/gu, 'óa'],
  [/oả(?!\p{L})/gu, 'ỏa'],
  [/oạ(?!\p{L})/gu, 'ọa'],
  [/(?<!q)uỷ/gu, 'ủy'],
  [/(?<!q)uỳ/gu, 'ùy'],
  [/(?<!q)uỵ/gu, 'ụy'],
  [/(?<!q)uý(?!\p{L})/gu, 'úy'],
];

/**
 * A text as the rules of reading compare it, letter for letter as long as its NFC form: small letters, the tone where it
 * stands today, plain blanks and hyphens, and one spelling of words that have two (domain §1.4, §1.9).
 */
export function readable(text: string): string {
  let plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-');
  for (const [old, now] of OLD_TONES) plain = plain.replace(old, now);
  return plain
    .replace(/(?<!\p{L})kì(?!\p{L})/gu, 'kỳ')
    .replace(/(?<!\p{L})bẩy(?!\p{L})/gu, 'bảy')
    .replace(/(?<!\p{L})gởi(?!\p{L})/gu, 'gửi')
    .replace(/(?<!\p{L})hàng(?= (?:ngày|tuần|tháng|quý|năm)(?!\p{L}))/gu, 'hằng');
}

const DATE = String.raw`\d{1,2}(?: ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}| tháng (?:\d{1,2}|\p{L}+) năm \d{4})`;
const PAPERS =
  'nghị quyết|quyết định|nghị định|thông tư|chỉ thị|kết luận|hướng dẫn|công văn|quy định|quy chế|kế hoạch|chương trình|thông báo|đề án|luật|bộ luật|pháp lệnh|hiến pháp|hội nghị|văn bản|công điện|tờ trình|điều lệ|hợp đồng';

/** What holds dates and numbers of something else: other documents, terms of office, ages, times of the past. */
const FOREIGN: readonly RegExp[] = [
  new RegExp(
    String.raw`${B}(?:${PAPERS})(?: \p{L}+){0,4} (?:số|luật số)[ :]*[^\s;,]*\d[^\s;,]*(?:,? (?:\p{L}+ )?ngày ${DATE})?`,
    'gu',
  ),
  new RegExp(
    String.raw`${B}(?:${PAPERS})[^.;,]{0,80}?(?<!(?:trước|nhất|vào|là|quá|đến|hết|trong|hơn)) ngày ${DATE}`,
    'gu',
  ),
  new RegExp(String.raw`${B}ngày ${DATE} của ${E}`, 'gu'),
  /(?<=(?:giai đoạn|nhiệm kỳ|trong các năm|năm học) )\d{4} ?- ?\d{2,4}/gu,
  /(?<!\p{L})(?:đủ|dưới|trên) (?:\d{1,2}|\p{L}+) (?:tháng|năm)(?: tuổi)?(?! một lần)/gu,
  /(?<!\p{L})(?:(?<!định |thường )kỳ báo cáo|báo cáo viên|báo cáo chính trị|báo cáo tài chính(?: năm)?)(?!\p{L})/gu,
  /(?<!\p{L})(?:bắt đầu|kết thúc|hiệu lực)[^,;.()]{0,40}? (?:vào|từ) ngày \d{1,2}(?: tháng |\/)\d{1,2}(?: hằng năm)?/gu,
  /(?<!\p{L})(?:tiếp nhận|nhận được|nêu trong|nêu tại|dự thảo) (?:các )?báo cáo/gu,
  /(?<!\p{L})(?:thời hạn|thời gian|khóa huấn luyện) (?:dự bị |hiệu lực )?(?:\d{1,2}|\p{L}+) (?:tháng|năm)(?! một lần)/gu,
];

/** The text with those places blank, its length kept. */
export function withoutForeignDates(text: string): string {
  let kept = text;
  for (const pattern of FOREIGN) kept = kept.replace(pattern, (found) => '·'.repeat(found.length));
  return kept;
}
