import type { ProposedNode } from '../commitments/clause-rows.rules.js';
import type { CivilDate } from '../core/civil-date.js';
import { actingBodiesIn } from './body-name.rules.js';
import { dateIn, termOf, type Found, type Header } from './header.rules.js';
import { readable } from './readable.rules.js';

const SURE = { confidence: 'HIGH' as const, reasons: [], missing: [] };
const IN_FORCE =
  /(?:có )?hiệu lực(?: thi hành)?(?: kể)? từ (?:ngày )?(?:(?<day>\d{1,2})(?: tháng |[/.-])(?<month>\d{1,2})(?: năm |[/.-])(?<year>\d{4})|(?<signing>ký|ngày ký|ban hành))/u;
const REPLACES =
  /thay thế(?: cho)? (?<what>(?:các )?(?:quy chế|chương trình|kế hoạch|nghị quyết|thông tư|quyết định|văn bản|quy định)[^.;]*)/iu;

function place({ fromLine, toLine }: ProposedNode): { fromLine: number; toLine: number } {
  return { fromLine, toLine };
}

/** "có hiệu lực kể từ ngày ký": null, which the register takes as the day of signing. */
export function inForceOf(clauses: readonly ProposedNode[]): Found<CivilDate | null> | null {
  for (const clause of clauses.toReversed()) {
    const found = IN_FORCE.exec(readable(`${clause.heading ?? ''} ${clause.text}`).replace(/\n/gu, ' '))?.groups;
    if (!found) continue;
    if (found['signing'] !== undefined) return { value: null, ...place(clause), ...SURE, reasons: ['from-signing'] };
    const date = dateIn(Number(found['year']), Number(found['month']), Number(found['day']));
    const sure =
      date === null ? { confidence: 'LOW' as const, reasons: ['impossible-date'], missing: ['inForceFrom'] } : SURE;
    return { value: date, ...place(clause), ...sure };
  }
  return null;
}

/** What the last articles replace, as printed: it may stand outside the register. */
export function linksOf(clauses: readonly ProposedNode[]): Found<{ kind: 'REPLACES'; toText: string }>[] {
  return clauses.flatMap((clause) => {
    const what = REPLACES.exec(clause.text.replace(/\n/gu, ' '))?.groups?.['what']?.trim();
    if (what === undefined || !/\d/u.test(what)) return [];
    return [{ value: { kind: 'REPLACES' as const, toText: what.slice(0, 1000) }, ...place(clause), ...SURE }];
  });
}

const LASTS =
  /(?:thực hiện|áp dụng|hiệu lực|thời gian|thời hạn)[^.;]{0,60}(?:giai đoạn|nhiệm kỳ|đến hết|trong năm|năm \d{4})/u;

/** A term that an article states where the title does not. */
export function termIn(clauses: readonly ProposedNode[], signedOn: CivilDate | null): Header['term'] {
  for (const clause of clauses.toReversed()) {
    const plain = readable(clause.text).replace(/\n/gu, ' ');
    const sentence = plain
      .split(/[.;]\s/u)
      .find(
        (one) => LASTS.test(one) && /hiệu lực|thời hạn|thời gian/u.test(one) && !/thay thế|hết hiệu lực/u.test(one),
      );
    const found = sentence === undefined ? null : termOf({ value: sentence, ...place(clause) });
    const later = found !== null && (signedOn === null || (found.value.termTo ?? '') > signedOn);
    if (found && later && /giai đoạn|nhiệm kỳ|đến hết/u.test(sentence ?? ''))
      return { ...found, confidence: 'MEDIUM', reasons: [...found.reasons, 'from-article'] };
  }
  return null;
}

const STANDING =
  /(?<who>[^.;:]{3,120}?) (?:là|làm|được giao làm|giữ vai trò) (?:cơ quan|đơn vị|bộ phận)? ?(?:thường trực|đầu mối)/iu;

/** "Giao Ban Tuyên giáo làm cơ quan thường trực". */
export function standingBodiesOf(
  clauses: readonly ProposedNode[],
): Found<{ role: 'STANDING_BODY'; nameAsSigned: string }>[] {
  const seen = new Set<string>();
  return clauses.flatMap((clause) => {
    const who = STANDING.exec(clause.text.replace(/\n/gu, ' '))?.groups?.['who'];
    return actingBodiesIn(who ?? '')
      .slice(0, 2)
      .flatMap(({ name }) => (seen.has(name) ? [] : (seen.add(name), [name])))
      .map((nameAsSigned) => ({
        value: { role: 'STANDING_BODY' as const, nameAsSigned },
        ...place(clause),
        confidence: 'MEDIUM' as const,
        reasons: ['standing-body'],
        missing: [],
      }));
  });
}
