import type { Dice } from './dice.js';
import { hostileText } from './hostile.js';

const ENDS = [
  '%00',
  '%2e%2e',
  '/..',
  '/../../',
  '//',
  '/.',
  '%2f',
  '%5c',
  ';a=b',
  '.json',
  '/%c0%ae%c0%ae/',
  '?',
  '#x',
  '%',
  '%zz',
  '%ff',
  '/',
  '~',
  '*',
];
const ELSEWHERE = [
  '/',
  '/api',
  '/api/v1',
  '/api/v2/agreements',
  '/health',
  '/metrics',
  '/.env',
  '/.git/config',
  '/api/docs/../../../etc/passwd',
  '/api/docs/%2e%2e/%2e%2e/package.json',
  '/api/docs/..%2f..%2fpackage.json',
  '/static/x',
  '*',
  '//evil.example/',
  '/api/v1/\\..\\',
  '/API/V1/AGREEMENTS',
  '/api/openapi.json',
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];

interface Trick {
  method: string;
  url: string;
  headers: Record<string, string>;
  raw: true;
}

/** What a socket takes as an address. */
function wire(text: string): string {
  return Buffer.from(text.toWellFormed(), 'utf8')
    .toString('latin1')
    .replace(/[\0-\x20\x7f]/g, '+');
}

/** Addresses and methods that no contract names. */
export function trick(dice: Dice, url: string, method: string, headers: Record<string, string>): Trick {
  const address = dice.pick([
    () => url + dice.pick(ENDS),
    () => dice.pick(ELSEWHERE),
    () => `${url}/${'a'.repeat(dice.pick([201, 3000, 14_000]))}`,
    () => url.replaceAll('/', dice.pick(['//', '%2f', '/./', '/%2e/'])),
    () => url.replace(/[aeiou]/, (letter) => `%25${letter.charCodeAt(0).toString(16)}`),
    () => `${url}/${hostileText(dice).slice(0, 500)}`,
    () => url.toUpperCase(),
  ])();
  return { method: dice.chance(60) ? method : dice.pick(METHODS), url: wire(address), headers, raw: true };
}
