import { B, E, N, numberIn } from './readable.rules.js';

/** "Mỗi tháng hai chuyên mục": how much of what, a period; the register's own words. */
export interface Target {
  quantity: number;
  unit: string;
  per: string | null;
}

export interface Quantity {
  from: number;
  to: number;
  target: Target;
}

const THINGS =
  '(?:lần|buổi|lớp|cuộc|đợt|phiên|chuyên mục|chuyên trang|chuyên đề|chương trình|hội nghị|mô hình|tin,? bài|tin|bài|công trình|hoạt động|lượt|ngày công|suất quà|tiết mục)';
const PER = '(?:năm học|học kỳ|năm|quý|tháng|tuần)';
const SLASHED = new RegExp(
  String.raw`${B}(?<n>${N}) (?<unit>${THINGS}(?: \p{L}+){0,3}?) ?(?:/|trong|mỗi|một)(?: (?:một|mỗi|1))? ?(?<per>${PER})${E}(?! \d)`,
  'gu',
);
const AHEAD = new RegExp(
  String.raw`${B}(?:mỗi|hằng) (?<per>${PER})${E}[^.;]{0,80}? (?<n>${N}) (?<unit>${THINGS})${E}`,
  'gu',
);

/** The quantities that a readable stretch promises; offsets in it. */
export function quantitiesIn(text: string): Quantity[] {
  const read = (match: RegExpExecArray): Quantity => {
    const { n = '', unit = '', per } = match.groups ?? {};
    const target = { quantity: numberIn(n), unit: unit.trim(), per: per ?? null };
    return { from: match.index, to: match.index + match[0].length, target };
  };
  const found = [...text.matchAll(SLASHED)].map(read);
  // Times are what the interval tells, but the register has no school year.
  const all = found.length > 0 ? found : [...text.matchAll(AHEAD)].map(read);
  return all.filter(({ target }) => target.unit !== 'lần' || target.per === 'năm học');
}
