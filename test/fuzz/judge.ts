import { allRefusals } from '../../src/core/refusal.js';
import type { Caller } from '../support/cast.js';
import type { Shot } from './requests.js';
import type { Promised } from './schemas.js';
import type { Echo } from './send.js';

/** Words that only the inside of the house uses. */
const INSIDE = [
  /(\n|\\n)\s+at .+:\d+:\d+/,
  /node_modules|\/dist\/src\//,
  /QueryFailedError|EntityNotFoundError|TypeError:|RangeError:/,
  /syntax error at or near|invalid input syntax|violates [\w-]+ constraint|duplicate key value|out of range for type/,
  /\$argon2/,
];
const SLOW_MS = 8000;

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

export interface Verdict {
  flaws: string[];
  body: unknown;
}

/** Holds every answer to what the house has promised; an empty list is a good answer. */
export class Judge {
  constructor(private readonly promised: Promised) {}

  of(shot: Shot, echo: Echo, caller: Caller): Verdict {
    if (echo.status === 0) return { flaws: [`no answer: ${echo.bytes.toString('utf8')}`], body: undefined };
    const type = String(echo.headers['content-type'] ?? '');
    const text = type.startsWith('text/') ? echo.bytes.toString('utf8') : undefined;
    const body = type.includes('json') ? json(echo.bytes) : text;
    const flaws = [
      ...(echo.status >= 500 ? [`fault ${echo.status}`] : []),
      ...(echo.ms > SLOW_MS ? [`slow: ${Math.round(echo.ms)} ms`] : []),
      ...(echo.status >= 400 && shot.method !== 'HEAD' ? this.refusal(sentBy(shot), echo, type, body) : []),
      ...(echo.status < 400 ? this.answer(shot, echo, type, body) : []),
      ...(caller.stranger && echo.status < 400 && shot.operation?.open === false ? ['a stranger was let in'] : []),
      ...this.headers(echo),
      ...this.leaks(shot, echo, caller),
    ];
    return { flaws, body };
  }

  private refusal(sent: string, echo: Echo, type: string, body: unknown): string[] {
    if (!type.startsWith('application/problem+json')) return [`refusal as ${type || 'nothing'}`];
    const flaw = this.promised.flawOfProblem(body);
    if (flaw !== null) return [`problem: ${flaw}`];
    const problem = body as { code: string; status: number; type: string; detail: string; detailEn: string };
    const known = allRefusals().get(problem.code);
    const missing = (detail: string): boolean => {
      const [placeholder] = /\{\w+\}/.exec(detail) ?? [];
      return placeholder !== undefined && !sent.includes(placeholder);
    };
    const fields = (body as { errors?: { code: string; detail: string }[] }).errors ?? [];
    return [
      ...(known === undefined ? [`unknown code ${problem.code}`] : []),
      ...(known !== undefined && known.status !== echo.status ? [`${problem.code} with status ${echo.status}`] : []),
      ...(problem.status === echo.status ? [] : [`problem says ${problem.status}, answer ${echo.status}`]),
      ...(problem.type === `urn:so-phoi-hop:${problem.code}` ? [] : [`type ${problem.type}`]),
      ...[problem.detail, problem.detailEn].filter(missing).map((told) => `fact missing: ${told}`),
      ...fields.filter(({ code }) => !allRefusals().has(code)).map(({ code }) => `unknown code ${code}`),
      ...fields.filter(({ detail }) => missing(detail)).map(({ detail }) => `fact missing: ${detail}`),
    ];
  }

  private answer(shot: Shot, echo: Echo, type: string, body: unknown): string[] {
    const { operation } = shot;
    if (!operation) return [];
    const promised = operation.answers[echo.status];
    if (promised === undefined) return [`status ${echo.status} is not in the contract`];
    if (promised === null || promised.type === 'application/octet-stream') return [];
    if (!type.startsWith(promised.type)) return [`answer as ${type}`];
    const flaw = this.promised.flawOf(operation, echo.status, body);
    const version = (body as { version?: unknown } | null | undefined)?.version;
    const tagged = typeof version !== 'number' || echo.headers['etag'] === `"${version}"`;
    return [...(flaw === null ? [] : [`schema: ${flaw}`]), ...(tagged ? [] : ['ETag is not the version'])];
  }

  private headers(echo: Echo): string[] {
    return echo.headers['x-content-type-options'] === 'nosniff' ? [] : ['no nosniff header'];
  }

  private leaks(shot: Shot, echo: Echo, caller: Caller): string[] {
    const text = echo.bytes.toString('utf8');
    const sent = sentBy(shot);
    return [
      ...INSIDE.filter((word) => word.test(text) && !word.test(sent)).map((word) => `inside shows: ${word.source}`),
      // What the caller said itself is no leak: a refusal repeats the address.
      ...caller.foreignMarks
        .filter((mark) => text.includes(mark) && !sent.includes(mark))
        .map((mark) => `leak of ${mark}`),
    ];
  }
}

function sentBy(shot: Shot): string {
  return `${decodeURIComponentSafe(shot.url)} ${shot.payload?.toString('utf8') ?? ''}`;
}

function decodeURIComponentSafe(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
