import { parseAgreementNumber } from '../agreements/agreement-number.rules.js';
import type { AgreementKind, TermKind } from '../agreements/agreement.words.js';
import { makeDate, type CivilDate } from '../core/civil-date.js';
import type { Confidence } from './cadence.shape.js';
import type { IntakeLine } from './lines.js';
import { readable } from './readable.rules.js';

/** A value found in the head, with the lines it stands on; what is missing is named. */
export interface Found<T> {
  value: T;
  fromLine: number;
  toLine: number;
  confidence: Confidence;
  reasons: string[];
  missing: string[];
}

export interface Header {
  kind: Found<AgreementKind> | null;
  title: Found<string> | null;
  numbers: Found<{ printed: string; issuerName: string | null }>[];
  signedOn: Found<CivilDate | null> | null;
  place: Found<string> | null;
  term: Found<{ termKind: TermKind; termTo: CivilDate | null; years: string }> | null;
}

const KINDS: readonly [RegExp, AgreementKind][] = [
  [/^nghị quyết liên tịch/u, 'JOINT_RESOLUTION'],
  [/^thông tư liên tịch/u, 'JOINT_CIRCULAR'],
  [/^chương trình kết nghĩa|^kết nghĩa/u, 'TWINNING'],
  [/^(?:bản )?ghi nhớ|^biên bản ghi nhớ/u, 'MEMORANDUM'],
  [/^(?:bản |văn bản )?thỏa thuận/u, 'ACCORD'],
  [/^quy chế/u, 'REGULATION'],
  [/^chương trình/u, 'PROGRAMME'],
  [/^kế hoạch/u, 'PLAN'],
  [/^(?:quy định|văn bản liên tịch|hướng dẫn liên (?:tịch|ngành)|cam kết|giao ước)/u, 'OTHER'],
];

const NUMBER_LINE = /^\s*Số\s*:?\s*(?<printed>\S.*)$/iu;
const NUMBER = /^(?<printed>\d{1,5}(?:\s?\/\s?\d{4})?\s?[-/–]\s?[\p{L}\d&.–/-]+(?:\s?[-–/]\s?[\p{Lu}\d&.Đ]+)*)/u;
const BLANK_NUMBER = /^(?:[.…_\s]*)(?<rest>[-/–]\s?[\p{L}][\p{L}\d&.\-–/ ]*)$/u;
const DATE_LINE =
  /^(?<place>[^,;]{2,60}?)\s*,\s*ngày\s+(?<day>\d{1,2}|[.…_\s]*?)\s*tháng\s+(?<month>\d{1,2}|[.…_\s]*?)\s*năm\s+(?<year>\d{4}|\d{0,3}[.…_\s]*)/iu;
const STOP =
  /^(?:[-–*_=]{3,}|-*\s*căn cứ|thực hiện|chương |điều |phần |i[.\-]|1[.\-]|\(?(?:ban hành )?kèm theo|theo đề nghị|xét|để |hôm nay|trên cơ sở|chúng tôi|kính gửi)/u;

const SURE = { confidence: 'HIGH' as const, reasons: [], missing: [] };

/** What the head of a document tells; `head` are its lines before the first clause. */
export function headerOf(head: readonly IntakeLine[]): Header {
  const named = titleOf(head);
  const dated = dateOf(head);
  return {
    kind: named?.kind ?? null,
    title: named?.title ?? null,
    numbers: numbersOf(head),
    signedOn: dated?.signedOn ?? null,
    place: dated?.place ?? null,
    term: named?.title ? termOf(named.title) : null,
  };
}

function titleOf(head: readonly IntakeLine[]): { kind: Header['kind']; title: Header['title'] } | null {
  for (const [at, line] of head.entries()) {
    const plain = readable(line.text).trim();
    const found = KINDS.find(([pattern]) => pattern.test(plain));
    if (!found || plain.length > 300 || /[.;:]$/u.test(plain) || /(?:số|ban hành kèm)[ :]/u.test(plain)) continue;
    const shown = line.centred || line.bold || isCapitals(line.text) || plain.split(' ').length <= 4;
    if (!shown || line.cell?.column === 1) continue;
    const rest = subjectBelow(head, at);
    const text = [sentenceCase(line.text.trim()), ...rest.map(({ text: more }) => more.trim())].join(' ');
    const title = isCapitals(rest.map(({ text: more }) => more).join(' ')) ? sentenceCase(text) : text;
    const place = { fromLine: line.no, toLine: rest.at(-1)?.no ?? line.no };
    const doubt = !line.centred && !isCapitals(line.text);
    const sure = doubt ? { confidence: 'MEDIUM' as const, reasons: ['not-centred'], missing: [] } : SURE;
    return {
      kind: { value: found[1], ...place, ...sure },
      title: { value: title.replace(/\s+/gu, ' ').replace(/[\s:.;*-]+$/u, ''), ...place, ...sure },
    };
  }
  return null;
}

/** The lines of the subject, below the name of the type; a blank line or the first basis ends it. */
function subjectBelow(head: readonly IntakeLine[], at: number): IntakeLine[] {
  const lines: IntakeLine[] = [];
  for (const line of head.slice(at + 1, at + 8)) {
    const plain = readable(line.text).trim();
    if (plain === '' && lines.length === 0) continue;
    if (plain === '' || STOP.test(plain) || line.cell?.column === 1 || plain.length > 400) break;
    const shown =
      line.centred ||
      line.bold ||
      isCapitals(line.text) ||
      lines.length === 0 ||
      (/^[\p{Ll}\d(]/u.test(line.text.trim()) && !/[.;:]$/u.test(plain));
    if (!shown || /(?:như sau|sau đây) ?:?$/u.test(plain)) break;
    lines.push(line);
  }
  return lines;
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && text === text.toUpperCase();
}

/** Capitals as a sentence writes them: only the first; what is not in capitals stays. */
function sentenceCase(text: string): string {
  if (!isCapitals(text)) return text;
  const small = text.toLowerCase();
  return `${small.slice(0, 1).toUpperCase()}${small.slice(1)}`;
}

function numbersOf(head: readonly IntakeLine[]): Header['numbers'] {
  const all = head.flatMap((line): Header['numbers'] => {
    const printed = NUMBER_LINE.exec(line.text)?.groups?.['printed'];
    if (printed === undefined) return [];
    const place = { fromLine: line.no, toLine: line.no };
    const found = NUMBER.exec(printed)
      ?.groups?.['printed']?.replace(/[.,;]$/u, '')
      .trim();
    if (found !== undefined) {
      const parsed = parseAgreementNumber(found);
      const odd = parsed.seq === null || parsed.type === null;
      const sure = odd ? { confidence: 'MEDIUM' as const, reasons: ['number-not-parsed'], missing: [] } : SURE;
      return [{ value: { printed: found, issuerName: issuerAbove(head, line) }, ...place, ...sure }];
    }
    const blank = BLANK_NUMBER.exec(printed.replace(/\s{2,}/gu, ' '));
    if (!blank) return [];
    return [
      {
        value: { printed: '', issuerName: issuerAbove(head, line) },
        ...place,
        confidence: 'LOW',
        reasons: ['number-left-blank'],
        missing: ['number'],
      },
    ];
  });
  // One number alone is the joint one, whoever it stands under.
  return all.length === 1 ? all.map((one) => ({ ...one, value: { ...one.value, issuerName: null } })) : all;
}

/** The body under whose name a number stands, in the same column. */
function issuerAbove(head: readonly IntakeLine[], line: IntakeLine): string | null {
  const above = head.filter(
    (other) => other.no < line.no && sameColumn(other, line) && isCapitals(other.text) && !NATIONAL.test(other.text),
  );
  return above.at(-1)?.text.trim() ?? null;
}

const NATIONAL = /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|^\W*$/iu;

function sameColumn(a: IntakeLine, b: IntakeLine): boolean {
  return a.cell?.table === b.cell?.table && a.cell?.column === b.cell?.column;
}

function dateOf(head: readonly IntakeLine[]): { signedOn: Header['signedOn']; place: Header['place'] } | null {
  for (const line of head) {
    if (line.text.length > 160) continue;
    const found = DATE_LINE.exec(line.text.replace(/^\s*Số\s*:?\s*\S+\s{2,}/u, ''));
    if (!found || /căn cứ/iu.test(line.text)) continue;
    const { place = '', day = '', month = '', year = '' } = found.groups ?? {};
    const at = { fromLine: line.no, toLine: line.no };
    const whole = [day, month, year].every((part) => /^\d+$/u.test(part.trim())) && year.trim().length === 4;
    const date = whole ? dateIn(Number(year), Number(month), Number(day)) : null;
    const where = place.replace(/^.*\s{3,}/u, '').trim();
    const sure =
      date === null
        ? {
            confidence: 'LOW' as const,
            reasons: [whole ? 'impossible-date' : 'date-left-blank'],
            missing: ['signedOn'],
          }
        : SURE;
    return {
      signedOn: { value: date, ...at, ...sure },
      place: /\p{L}/u.test(where) && !/^(?:thứ|chủ nhật)/iu.test(where) ? { value: where, ...at, ...SURE } : null,
    };
  }
  return null;
}

export function dateIn(year: number, month: number, day: number): CivilDate | null {
  try {
    return makeDate(year, month, day);
  } catch {
    return null;
  }
}

const TERM = /(?<what>giai đoạn|nhiệm kỳ|năm học)(?: từ)?(?: năm)? (?<from>\d{4}) ?(?:-|đến)(?: năm)? ?(?<to>\d{4})/u;
const RANGE = /(?<!\d)(?<from>20\d\d) ?- ?(?<to>20\d\d)(?!\d)/u;
const ONE_YEAR = /năm (?<year>20\d\d)(?!\d)(?! ?-)/u;
const HALF = /6 tháng (?<half>đầu|cuối) năm (?<year>20\d\d)/u;

/** The term that a title or sentence names: a period of years, a term of office, one year, half of one. */
export function termOf({
  value,
  fromLine,
  toLine,
}: Pick<Found<string>, 'value' | 'fromLine' | 'toLine'>): Header['term'] {
  const plain = readable(value);
  const place = { fromLine, toLine };
  const half = HALF.exec(plain)?.groups;
  if (half)
    return {
      value: {
        termKind: 'FIXED',
        termTo: dateIn(Number(half['year']), half['half'] === 'đầu' ? 6 : 12, half['half'] === 'đầu' ? 30 : 31),
        years: half['year'] ?? '',
      },
      ...place,
      ...SURE,
    };
  const period = (TERM.exec(plain) ?? RANGE.exec(plain))?.groups;
  if (period) {
    const office = period['what'] === 'nhiệm kỳ';
    const years = `${period['from'] ?? ''}-${period['to'] ?? ''}`;
    const value_ = {
      termKind: office ? ('TERM_OF_OFFICE' as const) : ('FIXED' as const),
      termTo: dateIn(Number(period['to']), 12, 31),
      years,
    };
    const sure = office
      ? { confidence: 'MEDIUM' as const, reasons: ['term-of-office-ends-with-congress'], missing: [] }
      : SURE;
    return { value: value_, ...place, ...sure };
  }
  const year = ONE_YEAR.exec(plain)?.groups?.['year'];
  if (year === undefined) return null;
  return {
    value: { termKind: 'FIXED', termTo: dateIn(Number(year), 12, 31), years: year },
    ...place,
    confidence: 'MEDIUM',
    reasons: ['one-year'],
    missing: [],
  };
}
