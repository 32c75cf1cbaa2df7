import { resolve } from 'node:path';
import { castOf, type Caller } from '../support/cast.js';
import type { World } from '../support/world.js';
import { readContract, type Contract, type Operation } from './contract.js';
import { throwDice } from './dice.js';
import { plantForeign } from './foreign.js';
import { Judge } from './judge.js';
import { harvest, loadOffice } from './office.js';
import type { Pool } from './pool.js';
import { shotOf, type Shot } from './requests.js';
import { Promised } from './schemas.js';
import { send, type Door, type Echo } from './send.js';
import { findingOf, Summary } from './summary.js';

export interface Bounds {
  seed: number;
  requests: number;
  seconds: number;
}

const ROOT = resolve(import.meta.dirname, '../..');
const SIGN_OUT = 'DELETE /api/v1/sessions/current';

/** One run: the cast comes one after another, the administrator, who may change what the others see, last. */
export class Fuzzing {
  readonly summary = new Summary();
  private readonly judge: Judge;

  private constructor(
    private readonly world: World,
    readonly contract: Contract,
    readonly pool: Pool,
    private cast: Caller[],
    private readonly door: Door,
  ) {
    this.judge = new Judge(new Promised(contract));
  }

  static async open(world: World): Promise<Fuzzing> {
    const contract = readContract(ROOT);
    await loadOffice(world);
    const marks = await plantForeign(world);
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as { port: number };
    const door = { app: world.app, port };
    return new Fuzzing(world, contract, await harvest(world, contract), await castOf(world, marks), door);
  }

  /** The administrator, who gets furthest, makes half of the requests. */
  async run(
    { seed, requests, seconds }: Bounds,
    onProgress: (summary: Summary) => void = () => undefined,
  ): Promise<void> {
    const end = performance.now() + seconds * 1000;
    const others = this.cast.length - 1;
    for (const [place, { name }] of this.cast.entries()) {
      const share = place === others ? 0.5 : 0.5 / others;
      const enough = this.summary.requests + Math.round(requests * share);
      while (this.summary.requests < enough && performance.now() < end) {
        await this.one(seed, name);
        if (this.summary.requests % 500 === 0) onProgress(this.summary);
      }
    }
  }

  caller(name: string): Caller {
    const found = this.cast.find((caller) => caller.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  /** Sends, judges, learns. */
  async fire(seed: number, shot: Shot): Promise<{ echo: Echo; flaws: string[]; body: unknown }> {
    const caller = this.caller(shot.caller);
    const echo = await send(this.door, shot);
    const { flaws, body } = this.judge.of(shot, echo, caller);
    this.summary.count(shot, echo.status);
    if (flaws.length > 0) this.summary.findings.push(findingOf(seed, shot, echo, flaws, this.pool));
    const promised = shot.operation?.answers[echo.status];
    if (promised && body !== undefined && echo.status < 300) this.pool.learn(promised.schema, body);
    return { echo, flaws, body };
  }

  private async one(seed: number, name: string): Promise<void> {
    const number = this.summary.requests;
    const operation = this.aim(seed, number);
    const caller = this.caller(name);
    const shot = shotOf({ number, seed, caller, contract: this.contract, pool: this.pool, operation });
    const { echo, body } = await this.fire(seed, shot);
    if (shot.operation?.name === SIGN_OUT && echo.status === 204) await this.signAgain();
    const next = this.sequel(shot, echo, body);
    if (next) await this.fire(seed, next);
  }

  /** Changes are aimed at twice as often as reads. */
  private aim(seed: number, number: number): Operation {
    const dice = throwDice(seed * 7_919 + number);
    const reads = dice.chance(33);
    return dice.pick(this.contract.operations.filter(({ method }) => (method === 'GET') === reads));
  }

  private async signAgain(): Promise<void> {
    const marks = this.cast.find(({ foreignMarks }) => foreignMarks.length > 0)?.foreignMarks ?? [];
    this.cast = await castOf(this.world, marks);
  }

  /** What a preview has shown can be done as shown: the same again, with its token. */
  private sequel(shot: Shot, { status }: Echo, body: unknown): Shot | null {
    const token = (body as { token?: unknown } | undefined)?.token;
    if (status !== 200 || typeof token !== 'string' || !shot.operation?.path.endsWith('/previews')) return null;
    const done = (address: string): string =>
      address.replace(/\/previews$/, address.includes('calendar') ? '' : '/revisions');
    const path = done(shot.operation.path);
    const operation = this.contract.operations.find((one) => one.method === 'POST' && one.path === path);
    if (!operation) return null;
    const asked = JSON.parse(shot.payload?.toString('utf8') ?? '{}') as object;
    const { 'idempotency-key': _, ...headers } = shot.headers;
    return {
      ...shot,
      number: this.summary.requests,
      operation,
      url: done(shot.url),
      headers,
      payload: Buffer.from(JSON.stringify({ ...asked, token })),
    };
  }
}
