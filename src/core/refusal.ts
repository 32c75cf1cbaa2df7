import { lifeCycleWord } from './life-cycle-words.js';

/** What a refusal or a message fills into its sentence. */
export type Facts = Readonly<Record<string, string | number>>;

export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 412 | 413 | 414 | 415 | 422 | 428 | 429 | 431 | 503;
  /** Sentences with {placeholders}, filled from the facts. */
  readonly vi: string;
  readonly en: string;
}

/** A fact that is a date is read as 05/01/2026 (domain §4.4). */
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Facts that are code words: said in the reader's. */
const LIFE_CYCLE_FACTS = new Set(['noun', 'state', 'verb']);

const catalogue = new Map<string, RefusalText>();

/** A "no" with its facts: code on the wire, HTTP status and, for a field, its JSON pointer ('/parties/0/bodyId'). */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly facts: Facts,
    readonly pointer?: string,
  ) {
    super(refusalText(code, facts, 'en'));
  }
}

/** Declares the refusals of a noun and returns their builder; throws an Error when a code is declared twice. */
export function refusalsOf<N extends string>(
  noun: string,
  texts: Record<N, RefusalText>,
): (name: N, facts?: Facts, pointer?: string) => Refusal {
  for (const [name, text] of Object.entries<RefusalText>(texts)) {
    const code = `${noun}.${name}`;
    if (catalogue.has(code)) throw new Error(`refusal declared twice: ${code}`);
    catalogue.set(code, text);
  }
  return (name, facts = {}, pointer) => new Refusal(`${noun}.${name}`, texts[name].status, facts, pointer);
}

/** The sentence of a refusal in the asked language; an undeclared code is returned as it is, a missing fact keeps its {placeholder}. */
export function refusalText(code: string, facts: Facts, language: 'vi' | 'en'): string {
  const text = catalogue.get(code);
  if (text === undefined) return code;
  return text[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return placeholder;
    if (LIFE_CYCLE_FACTS.has(name)) return lifeCycleWord(String(fact), language);
    return language === 'vi' ? String(fact).replace(CIVIL_DATE, '$3/$2/$1') : String(fact);
  });
}

/** Every declared refusal by its code. */
export function allRefusals(): ReadonlyMap<string, RefusalText> {
  return catalogue;
}
