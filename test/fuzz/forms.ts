import { aPdf } from '../support/files.js';
import fc from 'fast-check';
import type { Dice } from './dice.js';
import { hostileText } from './hostile.js';

const BYTES: [name: string, bytes: () => Buffer][] = [
  ['bao-cao.pdf', () => aPdf([['Báo cáo tháng']])],
  ['ghi-chép.txt', () => Buffer.from('Nội dung biên bản')],
  ['anh.png', () => Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')],
  ['trong.pdf', () => Buffer.alloc(0)],
  ['goi.docx', () => Buffer.from('504b030414000600', 'hex')],
  ['chay.exe', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
  ['hinh.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['lon.txt', () => Buffer.alloc(2_500_000, 'x')],
];

interface Form {
  type: string;
  payload: Buffer;
}

function header(name: string): string {
  return name.replace(/["\r\n]/g, '_');
}

/** A form as browsers send it, and now and then as nobody should. */
export function formOf(fields: Record<string, unknown>, dice: Dice, hostile: boolean): Form {
  const boundary =
    hostile && dice.chance(10) ? dice.pick(['', 'a b', 'x'.repeat(300)]) : `ranh-gioi-${dice.int(1, 9999)}`;
  const [name, make] = dice.pick(hostile ? BYTES : BYTES.slice(0, 3));
  const bytes = hostile && dice.chance(20) ? Buffer.from(dice.of(fc.uint8Array({ maxLength: 2000 }))) : make();
  const fileName = hostile && dice.chance(50) ? hostileText(dice).slice(0, 20_000) : `${dice.int(1, 99_999)}-${name}`;
  const part = (field: string, value: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${header(field)}"\r\n\r\n${value}\r\n`;
  const texts = Object.entries(fields)
    .filter(([field, value]) => field !== 'file' && value !== null && value !== undefined)
    .map(([field, value]) => part(field, typeof value === 'string' ? value : JSON.stringify(value)));
  if (hostile && dice.chance(15)) texts.push(part(dice.pick(['kind', '__proto__', 'file', '']), hostileText(dice)));
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${header(fileName)}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const files = hostile && dice.chance(10) ? dice.pick([0, 2]) : 1;
  const pieces: Buffer[] = [Buffer.from(texts.join(''))];
  for (let i = 0; i < files; i++) pieces.push(Buffer.from(head), bytes, Buffer.from('\r\n'));
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  const whole = Buffer.concat(pieces);
  const payload = hostile && dice.chance(15) ? whole.subarray(0, dice.int(0, whole.length)) : whole;
  return { type: `multipart/form-data; boundary=${boundary}`, payload };
}
