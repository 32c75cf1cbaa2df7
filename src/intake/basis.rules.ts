import { parseAgreementNumber } from '../agreements/agreement-number.rules.js';
import type { CivilDate } from '../core/civil-date.js';
import { dateIn, type Found } from './header.rules.js';
import type { IntakeLine } from './lines.js';

export interface Basis {
  text: string;
  number: string | null;
  datedOn: CivilDate | null;
}

const BASIS = /^[-–—+*•\s]*(?:Căn cứ|CĂN CỨ|Thực hiện|Theo)(?!\p{L})/u;
const NUMBERED = /(?<![\p{L}\d])số\s*:?\s*(?<number>\d{1,5}(?:\/\d{4})?[-/–][\p{L}\d&.\-–/]+)/iu;
const DATED =
  /ngày\s+(?<day>\d{1,2})(?:\s*[/.-]\s*(?<m1>\d{1,2})\s*[/.-]\s*(?<y1>\d{4})|\s+tháng\s+(?<m2>\d{1,2})\s+năm\s+(?<y2>\d{4}))/iu;

/** The căn cứ among the lines of the head: number and date of each where it prints them (NĐ 30/2020; Party texts with a dash). */
export function basesOf(head: readonly IntakeLine[]): Found<Basis>[] {
  const found: { lines: IntakeLine[] }[] = [];
  let open = false;
  let any = false;
  for (const line of head) {
    const text = line.text.trim();
    const basis =
      BASIS.test(text) && (any || /căn cứ/iu.test(text.slice(0, 14)) || (/^[-–*•]/u.test(text) && text.endsWith(';')));
    if (basis && line.cell === null && text.length > 15 && !/[:]$/u.test(text)) {
      found.push({ lines: [line] });
      any = true;
      open = !/[;.]$/u.test(text);
    } else if (open && text !== '' && line.cell === null && !/(?:như sau|thống nhất)/u.test(text)) {
      found.at(-1)?.lines.push(line);
      open = !/[;.]$/u.test(text);
    } else open = false;
  }
  return found.map(({ lines }) => {
    const text = lines
      .map((line) => line.text.trim())
      .join(' ')
      .replace(/^[-–—+*•\s]+/u, '')
      .replace(/[;.]$/u, '');
    const number = NUMBERED.exec(text)?.groups?.['number']?.replace(/[.,;)]$/u, '') ?? null;
    const { day, m1, m2, y1, y2 } = DATED.exec(text)?.groups ?? {};
    const datedOn = day === undefined ? null : dateIn(Number(y1 ?? y2), Number(m1 ?? m2), Number(day));
    const parsed = number === null || parseAgreementNumber(number).seq !== null;
    const [first, last] = [lines[0], lines.at(-1)];
    return {
      value: { text, number, datedOn },
      fromLine: first?.no ?? 1,
      toLine: last?.no ?? 1,
      confidence: parsed ? ('HIGH' as const) : ('MEDIUM' as const),
      reasons: parsed ? [] : ['number-not-parsed'],
      missing: [],
    };
  });
}
