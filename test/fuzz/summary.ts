import type { Operation } from './contract.js';
import type { Pool } from './pool.js';
import type { Shot } from './requests.js';
import type { Echo } from './send.js';

/** A request as it went out, with the names of the rows in it, so that another run can aim at the same rows. */
export interface Finding {
  seed: number;
  number: number;
  flaws: string[];
  caller: string;
  mood: string;
  operation: string | null;
  method: string;
  url: string;
  headers: Record<string, string>;
  raw: boolean;
  payload: string | null;
  encoding: 'utf8' | 'base64';
  ids: Record<string, string>;
  status: number;
  answer: string;
}

const SHOWN = 2000;
const SECRET = new Set(['authorization', 'cookie']);
const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export function findingOf(seed: number, shot: Shot, echo: Echo, flaws: string[], pool: Pool): Finding {
  const text = shot.payload?.toString('utf8') ?? '';
  const exact = shot.payload === undefined || Buffer.from(text, 'utf8').equals(shot.payload);
  const ids = [...`${shot.url} ${text}`.matchAll(UUIDS)].flatMap(([id]) => {
    const name = pool.nameOf(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  const headers = Object.fromEntries(Object.entries(shot.headers).filter(([name]) => !SECRET.has(name)));
  return {
    seed,
    number: shot.number,
    flaws,
    caller: shot.caller,
    mood: shot.mood,
    operation: shot.operation?.name ?? null,
    method: shot.method,
    url: shot.url,
    headers,
    raw: shot.raw,
    payload: shot.payload === undefined ? null : exact ? text : shot.payload.toString('base64'),
    encoding: exact ? 'utf8' : 'base64',
    ids: Object.fromEntries(ids),
    status: echo.status,
    answer: echo.bytes.toString('utf8').slice(0, SHOWN),
  };
}

/** What a run has done, for the last page. */
export class Summary {
  requests = 0;
  readonly findings: Finding[] = [];
  private readonly statuses = new Map<number, number>();
  private readonly reached = new Map<string, number>();
  /** By route: how often proper requests were refused for what. */
  private readonly refused = new Map<string, Map<string, number>>();

  count(shot: Shot, status: number, code: string): void {
    this.requests += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (shot.operation && status < 300) {
      this.reached.set(shot.operation.name, (this.reached.get(shot.operation.name) ?? 0) + 1);
    } else if (shot.operation && shot.mood === 'valid' && code !== '') {
      const codes = this.refused.get(shot.operation.name) ?? new Map<string, number>();
      this.refused.set(shot.operation.name, codes.set(code, (codes.get(code) ?? 0) + 1));
    }
  }

  /** Routes that never did what they are for. */
  unreached(operations: readonly Operation[]): string[] {
    return operations.map(({ name }) => name).filter((name) => !this.reached.has(name));
  }

  /** One line a route and flaw: a thousand hits of one fault are one finding. */
  kinds(): Map<string, Finding[]> {
    const kinds = new Map<string, Finding[]>();
    for (const finding of this.findings) {
      const key = `${finding.operation ?? `${finding.method} (trick)`}: ${finding.flaws.join('; ').slice(0, 160)}`;
      kinds.set(key, [...(kinds.get(key) ?? []), finding]);
    }
    return kinds;
  }

  private reasons(name: string): string {
    const codes = [...(this.refused.get(name) ?? [])].sort(([, a], [, b]) => b - a).slice(0, 5);
    return codes.map(([code, times]) => `${times} × ${code}`).join(', ') || 'never asked properly';
  }

  lines(operations: readonly Operation[]): string[] {
    const statuses = [...this.statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
    const unreached = this.unreached(operations);
    return [
      `${this.requests} requests; ${statuses.join(', ')}`,
      `${operations.length - unreached.length} of ${operations.length} routes reached with 2xx`,
      ...unreached.map((name) => `  never 2xx: ${name} (${this.reasons(name)})`),
      `${this.findings.length} findings of ${this.kinds().size} kinds`,
      ...[...this.kinds()].map(([kind, list]) => `  ${list.length} × ${kind} (e.g. number ${list[0]!.number})`),
    ];
  }
}
