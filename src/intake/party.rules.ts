import type { SigningAuthority } from '../agreements/agreement.words.js';
import { bodiesIn } from './body-name.rules.js';
import { isCapitals, type Found } from './header.rules.js';
import type { IntakeLine } from './lines.js';
import { readable } from './readable.rules.js';

export interface ProposedParty {
  nameAsSigned: string;
  signatoryName: string | null;
  signatoryPosition: string | null;
  authority: SigningAuthority | null;
}

const AUTHORITY =
  /^(?<how>T\/M|T\.M\.?|TM\.?|K\/T|KT\.?|T\/L|TL\.?|TUQ\.?|T\/UQ|Q\.|ĐẠI DIỆN(?: CHO)?)\s*[:.]?\s*(?<whom>\p{Lu}.*)?$/u;
const HOW: Readonly<Record<string, SigningAuthority>> = { TM: 'TM', KT: 'KT', TL: 'TL', TUQ: 'TUQ', Q: 'Q' };
const POSITION =
  /^(?:(?:PHÓ |QUYỀN |Q\. ?)?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH|CHÍNH (?:ỦY|UỶ|TRỊ VIÊN)|CHỈ HUY|CHỦ NHIỆM|HIỆU TRƯỞNG|TỔNG THƯ KÝ|THỨ TRƯỞNG|BỘ TRƯỞNG|TƯ LỆNH|ĐỒN TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG)|ỦY VIÊN|UỶ VIÊN|PHÓ)(?!\p{Ll})/u;
const SEALED = /^\(?\s*(?:đã ký|ký(?:,| và)|ký tên|chữ ký|dấu|đóng dấu)/iu;
const NAME =
  /^(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tá|tướng|úy)\s+|(?:ThS|TS|BS|PGS)\.?\s+)?\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,5}$/u;
const OTHERS = /^(?:Nơi nhận|NƠI NHẬN|Lưu|- )/u;

/** The blocks of signatures, one per party: bodies, positions, names, and by what authority (NĐ 30/2020; HD 05-HD/VPTW). */
export function signaturesOf(after: readonly IntakeLine[], text: string): Found<ProposedParty>[] {
  return blocksOf(after).flatMap((block) => {
    const read = readBlock(block);
    if (!read) return [];
    const nameAsSigned = asWritten(read.nameAsSigned, text);
    const missing = [
      ...(read.signatoryName === null ? ['signatoryName'] : []),
      ...(read.signatoryPosition === null ? ['signatoryPosition'] : []),
      ...(nameAsSigned === '' ? ['nameAsSigned'] : []),
    ];
    const [first, last] = [block[0], block.at(-1)];
    return [
      {
        value: { ...read, nameAsSigned },
        ...{ fromLine: first?.no ?? 1, toLine: last?.no ?? 1 },
        ...{ confidence: missing.length === 0 ? 'HIGH' : nameAsSigned === '' ? 'LOW' : 'MEDIUM', reasons: [], missing },
      },
    ];
  });
}

/** Cells of one column, or the lines from one "TM." to the next. */
function blocksOf(lines: readonly IntakeLine[]): IntakeLine[][] {
  const blocks: IntakeLine[][] = [];
  let key = '';
  let recipients = false;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') continue;
    const own = line.cell ? `${line.cell.table}.${line.cell.column}` : 'plain';
    const moved = own !== key;
    if (moved || OTHERS.test(text)) recipients = false;
    if (/^(?:Nơi nhận|NƠI NHẬN)/u.test(text)) recipients = true;
    if (recipients && !AUTHORITY.test(text)) {
      key = own;
      continue;
    }
    recipients = false;
    const how = AUTHORITY.exec(text)?.groups?.['how'];
    const begins =
      how !== undefined &&
      (blocks.at(-1)?.some(({ text: other }) => NAME.test(other.trim()) || SEALED.test(other)) ?? false);
    if (moved || begins || (how !== undefined && /^(?:T\/?M|ĐẠI)/u.test(how) && line.cell === null)) blocks.push([]);
    key = own;
    blocks.at(-1)?.push(line);
  }
  return blocks.filter(
    (block) => block.some(({ text }) => AUTHORITY.test(text.trim()) || POSITION.test(text.trim())) || isSigned(block),
  );
}

function isSigned(block: readonly IntakeLine[]): boolean {
  const last = block.at(-1)?.text.trim() ?? '';
  return block.length >= 2 && block.length <= 8 && NAME.test(last) && isCapitals(block[0]?.text ?? '');
}

function readBlock(block: readonly IntakeLine[]): ProposedParty | null {
  let authority: SigningAuthority | null = null;
  const bodies: string[] = [];
  const positions: string[] = [];
  let signatoryName: string | null = null;
  for (const { text } of block) {
    const plain = text.trim().replace(/\s+/gu, ' ');
    if (SEALED.test(plain) || /^[*._-]+$/u.test(plain)) continue;
    const signed = AUTHORITY.exec(plain)?.groups;
    if (signed) {
      const how = HOW[(signed['how'] ?? '').replace(/[/.\s]/gu, '')] ?? 'DIRECT';
      authority = how;
      const whom = signed['whom']?.trim() ?? '';
      // "KT. CHỦ TỊCH": for whom it is signed; the signatory's own position stands below.
      if (whom !== '' && !(how === 'KT' || how === 'TL' || POSITION.test(whom))) bodies.push(whom);
    } else if (isCapitals(plain) && POSITION.test(plain)) positions.push(plain);
    else if (isCapitals(plain)) {
      if (
        positions.length > 0 &&
        !/^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ) /u.test(plain)
      )
        positions.push(plain);
      else if (positions.length > 0) signatoryName = plain;
      else bodies.push(plain);
    } else if (NAME.test(plain)) signatoryName = plain;
    else if (
      positions.length === 0 &&
      /^(?:Phó |Quyền )?(?:Bí thư|Chủ tịch|Trưởng|Giám đốc|Chánh|Chính|Chỉ huy|Chủ nhiệm|Hiệu trưởng)/u.test(plain)
    )
      positions.push(plain);
  }
  if (bodies.length === 0 && positions.length === 0) return null;
  const signatoryPosition = positions.join(' ') || null;
  return { nameAsSigned: bodies.join(' '), signatoryName, signatoryPosition, authority: authority ?? 'DIRECT' };
}

/** A name in capitals as the text itself writes it, if it does; the longer form that goes on with a place wins. */
export function asWritten(name: string, text: string): string {
  if (name === '' || !isCapitals(name)) return name;
  const wanted = readable(name);
  const found = bodiesIn(text).filter((body) => !isCapitals(body.name) && readable(body.name).startsWith(wanted));
  const exact = found.find((body) => readable(body.name) === wanted);
  return (exact ?? found.sort((a, b) => b.name.length - a.name.length)[0])?.name ?? name;
}

const BETWEEN = /(?<!\p{L})giữa\s+(?<names>.+)$/iu;

/** "… giữa A và B": the bodies that a title or an opening sentence names. */
export function bodiesBetween({
  value,
  fromLine,
  toLine,
}: {
  value: string;
  fromLine: number;
  toLine: number;
}): Found<ProposedParty>[] {
  const names = BETWEEN.exec(value.normalize('NFC'))?.groups?.['names'];
  if (names === undefined) return [];
  return bodiesIn(names).map(({ name }) => ({
    value: { nameAsSigned: name, signatoryName: null, signatoryPosition: null, authority: null },
    ...{ fromLine, toLine, confidence: 'MEDIUM' as const, reasons: ['from-title'], missing: ['signatoryName'] },
  }));
}
