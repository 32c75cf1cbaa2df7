import fc from 'fast-check';
import type { Dice } from './dice.js';

const SQL = ["' OR 1=1 --", "'; drop table body; --", "') union select null,null --", '$1', '%', '_%\\', '\\', '::int'];
const HTML = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '${7*7}',
  'javascript:alert(1)',
];
const PATHS = ['../../etc/passwd', '..\\..\\windows\\win.ini', '/dev/null', 'file:///etc/passwd', 'C:\\con'];
const UNICODE = [
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\ufeff',
  '\u202egpj.exe',
  '\u200b\u200d',
  'e\u0301\u0323'.repeat(50),
  'İıſß',
  '\u{10ffff}',
  '👨‍👩‍👧‍👦',
  '\uffff\ufffe',
  'Ω≈ç√∫˜µ≤≥÷',
  '١٢٣',
  '１２３',
  'Hoà Bình'.normalize('NFD'),
  '\u1160'.repeat(20),
  '\r\nSet-Cookie: a=b',
  '\t\n ',
];
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '[object Object]',
  '-0',
  '1e400',
];

/** Strings that have broken programs before. */
export function hostileText(dice: Dice): string {
  switch (dice.int(1, 7)) {
    case 1:
      return dice.pick(SQL);
    case 2:
      return dice.pick(HTML);
    case 3:
      return dice.pick(PATHS);
    case 4:
      return dice.pick(WORDS);
    case 5:
      return dice.of(fc.string({ unit: 'binary', maxLength: 60 }));
    case 6:
      return dice.pick(['x', 'ệ', '😀', ' ', "'"]).repeat(dice.pick([201, 501, 5001, 100_001, 300_000]));
    default:
      return dice.pick(UNICODE);
  }
}

const DATES = [
  '0000-00-00',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '0001-01-01',
  '10000-01-01',
  '-0001-01-01',
  '2026-7-2',
  '2026-07-02T00:00:00Z',
  '+275760-09-13',
  '20260702',
  'today',
  'infinity',
  '-infinity',
];
const NUMBERS = [0, -0, -1, 0.1, 1e308, -1e308, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e-320, 999_999_999_999];

/** Any value of the wrong sort. */
export function hostileValue(dice: Dice): unknown {
  switch (dice.int(1, 8)) {
    case 1:
      return null;
    case 2:
      return dice.pick(NUMBERS);
    case 3:
      return dice.chance(50);
    case 4:
      return dice.pick(DATES);
    case 5:
      return dice.pick<unknown>([
        [],
        {},
        [[]],
        [null],
        { id: {} },
        [{}],
        { length: 1 },
        { toString: 'x' },
        { then: 1 },
      ]);
    case 6:
      return dice.of(fc.jsonValue({ maxDepth: 3 }));
    default:
      return hostileText(dice);
  }
}

function nested(depth: number, open: string, close: string): string {
  return `${open.repeat(depth)}${close.repeat(depth)}`;
}

/** Bodies that are no proper JSON, or too much of it. */
export function hostilePayload(dice: Dice, valid: string): string {
  const whole = dice.int(0, valid.length);
  return dice.pick([
    () => valid.slice(0, whole),
    () => `\ufeff${valid}`,
    () => `${valid}${valid}`,
    () => nested(dice.pick([31, 33, 5000, 200_000]), '[', ']'),
    () => `{"a":${nested(dice.pick([31, 33, 5000]), '{"a":', '}').replace('{"a":}', '{}')}`,
    () => valid.replace('{', '{"__proto__":{"admin":true},'),
    () => valid.replace('{', '{"constructor":{"prototype":{"a":1}},'),
    () => `{"title":"${'x'.repeat(dice.pick([100_000, 2_097_152, 3_000_000]))}"}`,
    () => `[${'1,'.repeat(dice.pick([1001, 500_000]))}1]`,
    () =>
      dice.pick([
        'null',
        '0',
        '"x"',
        '[]',
        'true',
        '',
        ' ',
        'undefined',
        'NaN',
        '{"a":1,"a":2}',
        "{'a':1}",
        '{"a":1,}',
        '\0',
      ]),
    () => valid.replace(/"([^"]*)":/, `"\\ud800$1":`),
  ])();
}
