import type { Contract, Operation } from './contract.js';
import { throwDice, type Dice } from './dice.js';
import { formOf } from './forms.js';
import { hostilePayload, hostileText, hostileValue } from './hostile.js';
import { kindOfSegment } from './kinds.js';
import type { Pool } from './pool.js';
import { spoil } from './spoil.js';
import { trick } from './tricks.js';
import { idFor, validValue, type Making } from './values.js';

/** Everything that goes over the wire, so that it can be written down and sent again. */
export interface Shot {
  number: number;
  caller: string;
  mood: 'valid' | 'near' | 'hostile' | 'trick';
  operation: Operation | null;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: Buffer;
  /** Sent through a socket with its address untouched. */
  raw: boolean;
  repeats?: string;
}

const TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'multipart/form-data',
  'application/json;',
  'APPLICATION/JSON',
  'application/merge-patch+json',
  '*/*',
  '%',
  'x'.repeat(5000),
];
const LANGUAGES = ['en', 'vi', 'en;q=0.1,vi', 'xx', '*', ';q=', 'en;q=NaN,vi;q=-1', ','.repeat(4000), 'a'.repeat(9000)];

/** What a header may carry; the rest never passes node's own parser. */
function headerSafe(value: string): string {
  return value.replace(/[^\x20-\x7e\xa0-\xff]/g, '').slice(0, 6000);
}

function address(operation: Operation, making: Making, mood: Shot['mood']): { url: string; first?: string } {
  const { dice } = making;
  let first: string | undefined;
  const path = operation.path.replace(/\/([\w-]+)\/\{(\w+)\}/g, (_, segment: string) => {
    const id = idFor(kindOfSegment(segment), { ...making, beside: first });
    first ??= id;
    if (mood === 'hostile' && dice.chance(12))
      return `/${segment}/${encodeURIComponent(wellFormed(hostileText(dice).slice(0, 400)))}`;
    if (mood === 'near' && dice.chance(8))
      return `/${segment}/${dice.pick([id.toUpperCase(), `${id}0`, id.slice(1), ` ${id}`.trim()])}`;
    return `/${segment}/${id}`;
  });
  return { url: path, ...(first === undefined ? {} : { first }) };
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}

function query(operation: Operation, making: Making, mood: Shot['mood']): string {
  const { dice } = making;
  const pairs = operation.parameters
    .filter(({ in: place, required }) => place === 'query' && (required === true || dice.chance(35)))
    .flatMap(({ name, schema }) => {
      const value = name === 'cursor' && mood !== 'hostile' ? undefined : validValue(schema, making, name);
      if (value === undefined || value === null) return [];
      const plain = Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : JSON.stringify(value);
      const strange = mood !== 'valid' && dice.chance(30);
      const sent = strange ? dice.pick([hostileText(dice), JSON.stringify(hostileValue(dice)), '']) : plain;
      const key =
        strange && dice.chance(20) ? dice.pick([`${name}[]`, `${name}[a]`, '__proto__', 'constructor']) : name;
      const pair = `${encodeURIComponent(key)}=${encodeURIComponent(wellFormed(sent.slice(0, 3000)))}`;
      return strange && dice.chance(20) ? [pair, pair] : [pair];
    });
  if (mood === 'hostile' && dice.chance(10))
    pairs.push(dice.pick(['%zz', '&&&=', 'a=%00', '=x', '__proto__[a]=1', '%ff=%fe']));
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function ifMatch(dice: Dice, version: number | undefined, mood: Shot['mood']): string | undefined {
  if (dice.chance(mood === 'valid' ? 4 : 20)) return undefined;
  if (version === undefined || dice.chance(mood === 'valid' ? 3 : 15)) {
    return dice.pick(['"999"', '*', 'W/"1"', '1', '"-1"', '""', '"1", "2"', '"99999999999"', '"1e9"', 'x']);
  }
  return `"${version}"`;
}

interface Aim {
  number: number;
  seed: number;
  caller: { name: string; headers: Record<string, string> };
  contract: Contract;
  pool: Pool;
  operation: Operation;
}

function body(operation: Operation, making: Making, mood: Shot['mood']): { type?: string; payload?: Buffer } {
  const { dice } = making;
  if (!operation.body)
    return mood === 'hostile' && dice.chance(10) ? { type: 'application/json', payload: Buffer.from('{') } : {};
  const value = validValue(operation.body.schema, making);
  const changed = mood === 'valid' ? value : spoil(value, dice);
  if (operation.body.type === 'multipart/form-data') {
    const fields = typeof changed === 'object' && changed !== null ? (changed as Record<string, unknown>) : {};
    return formOf(fields, dice, mood !== 'valid');
  }
  const json = JSON.stringify(changed);
  const payload = mood === 'hostile' && dice.chance(40) ? hostilePayload(dice, json) : json;
  return { type: 'application/json', payload: Buffer.from(payload) };
}

/** The n-th request of a seed; it depends on nothing but the seed and the rows seen so far. */
export function shotOf(aim: Aim): Shot {
  const { number, caller, contract, pool, operation } = aim;
  const dice = throwDice(aim.seed * 1_000_003 + number);
  const roll = dice.int(1, 100);
  const mood = roll <= 55 ? 'valid' : roll <= 80 ? 'near' : roll <= 96 ? 'hostile' : 'trick';
  const making: Making = { dice, pool, schemas: contract.schemas };
  const { url, first } = address(operation, making, mood);
  if (first !== undefined) making.beside = first;
  const common = { number, caller: caller.name, mood } as const;
  if (mood === 'trick') return { ...common, operation: null, ...trick(dice, url, operation.method, caller.headers) };
  const { type, payload } = body(operation, making, mood);
  const accepts = (name: string): boolean => operation.parameters.some((parameter) => parameter.name === name);
  const match = accepts('If-Match')
    ? ifMatch(dice, first === undefined ? undefined : pool.versionOf(first), mood)
    : undefined;
  const required = operation.method === 'PATCH' || dice.chance(50);
  const key =
    accepts('Idempotency-Key') && dice.chance(30) ? `khoa-${dice.int(1, 40)}-${operation.path.length}` : undefined;
  const strangeType = mood === 'hostile' && dice.chance(8);
  const headers: Record<string, string> = {
    ...caller.headers,
    ...(type === undefined ? {} : { 'content-type': strangeType ? dice.pick(TYPES) : type }),
    ...(match !== undefined && required ? { 'if-match': match } : {}),
    ...(key === undefined ? {} : { 'idempotency-key': mood === 'hostile' ? headerSafe(hostileText(dice)) : key }),
    ...(dice.chance(20) ? { 'accept-language': dice.pick(LANGUAGES) } : {}),
    ...(mood === 'hostile' && dice.chance(5) ? { authorization: headerSafe(`Bearer ${hostileText(dice)}`) } : {}),
    ...(mood === 'hostile' && dice.chance(5) ? { 'content-encoding': dice.pick(['gzip', 'br', 'x']) } : {}),
  };
  return {
    ...common,
    operation,
    method: operation.method,
    url: url + query(operation, making, mood),
    headers,
    ...(payload === undefined ? {} : { payload }),
    raw: false,
  };
}
