import type { Refusal } from '../core/refusal.js';
import { refusePassword } from './access.refusals.js';
import { COMMON_ROWS, COMMON_WORDS } from './password.words.js';

/** NIST SP 800-63B-4 §3.1.1.2: fifteen characters where the password may be the only factor. */
export const PASSWORD_MIN = 15;
/** What must be left when everything that guessers try first is taken away. */
const LEFT_AT_LEAST = 5;
const SHORTEST_RUN = 4;
const SHORTEST_KNOWN = 3;
const YEAR_LENGTH = 4;

const ROWS = COMMON_ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };

/** The form that is hashed and compared, so that the same keys give the same password on every machine (NFKC). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Letters without marks and case. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

function withoutSeparators(text: string): string {
  return text.replace(/[\s._,;:/\\-]/gu, '');
}

/** Length of the known word, year or run of neighbours that begins here; 0 when none does. */
function knownAt(text: string, at: number, words: readonly string[]): number {
  const word = Math.max(0, ...words.filter((known) => text.startsWith(known, at)).map(({ length }) => length));
  let run = SHORTEST_RUN - 1;
  while (at + run < text.length && ROWS.some((row) => row.includes(text.slice(at, at + run + 1)))) run += 1;
  const year = /^(?:19|20)\d\d/.test(text.slice(at)) ? YEAR_LENGTH : 0;
  return Math.max(word, year, run < SHORTEST_RUN ? 0 : run);
}

/** How many different characters are neither in a known word, nor in a run, nor in a repeat. */
function leftOver(text: string, words: readonly string[]): number {
  const once = text.replace(/(.{1,8}?)\1{2,}/gsu, '$1');
  const left = new Set<string>();
  for (let at = 0; at < once.length;) {
    const known = knownAt(once, at, words);
    if (known === 0) left.add(once.charAt(at));
    at += Math.max(known, 1);
  }
  return left.size;
}

/** Long enough and not what guessers try first; nothing is asked about kinds of characters (NIST SP 800-63B-4 §3.1.1.2). */
export function checkPassword(password: string, about: readonly string[], pointer = '/password'): Refusal | null {
  const normal = normalPassword(password);
  if ([...normal].length < PASSWORD_MIN) return refusePassword('too-short', { min: PASSWORD_MIN }, pointer);
  const parts = about.flatMap((text) => [withoutSeparators(fold(text)), ...fold(text).split(/[^\p{L}\p{N}]+/u)]);
  const own = parts.filter(({ length }) => length >= SHORTEST_KNOWN);
  const words = [...COMMON_WORDS, ...own];
  const folded = fold(normal);
  const views = [folded, folded.replace(/[013457@$]/g, (sign) => LEET[sign] ?? '')].map(withoutSeparators);
  const least = Math.min(...views.map((view) => leftOver(view, words)));
  return least < LEFT_AT_LEAST ? refusePassword('too-common', {}, pointer) : null;
}
