import { resolve } from 'node:path';
import { castOf, reseat, type Caller } from '../support/cast.js';
import type { World } from '../support/world.js';
import { readContract, type Contract, type Operation } from './contract.js';
import { throwDice } from './dice.js';
import { plantAgreements, plantForeign } from './foreign.js';
import { Judge } from './judge.js';
import { harvest, learnAgreement, loadOffice } from './office.js';
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
/** After so many requests of people signed in there is something living to aim at again. */
const REPLANTED = 200;
/** What cannot be undone comes seldom. */
const FINAL = /\/(termination|events|body-events|successions|waiver|pause|sweeps)$/;
const SIGN_OUT = 'DELETE /api/v1/sessions/current';

function codeOf(body: unknown): string {
  const { code, errors } = (body ?? {}) as { code?: string; errors?: { pointer: string; code: string }[] };
  return errors?.[0] ? `${errors[0].code} ${errors[0].pointer.replace(/\d+/g, 'n')}` : String(code);
}

/** One run: the cast comes one after another, the administrator, who may change what the others see, last. */
export class Fuzzing {
  readonly summary = new Summary();
  private readonly judge: Judge;
  private cast: Caller[] = [];
  private home: string | null = null;

  private constructor(
    private readonly world: World,
    readonly contract: Contract,
    readonly pool: Pool,
    private readonly callers: () => Promise<Caller[]>,
    private readonly door: Door,
  ) {
    this.judge = new Judge(new Promised(contract));
  }

  static async open(world: World): Promise<Fuzzing> {
    const contract = readContract(ROOT);
    const home = await loadOffice(world);
    const marks = await plantForeign(world);
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as { port: number };
    const door = { app: world.app, port };
    const callers = (): Promise<Caller[]> => castOf(world, home, marks);
    const fuzzing = new Fuzzing(world, contract, await harvest(world, contract), callers, door);
    await fuzzing.signAgain();
    fuzzing.home = home;
    return fuzzing;
  }

  /** The administrator, who gets furthest, makes half of the requests or more; strangers the fewest. */
  async run(
    { seed, requests, seconds }: Bounds,
    onProgress: (summary: Summary) => void = () => undefined,
  ): Promise<void> {
    const end = performance.now() + seconds * 1000;
    const weights: number[] = this.cast.map(({ stranger }, place) =>
      stranger ? 1 : place === this.cast.length - 1 ? 10 : 2,
    );
    let turns = 0;
    const all = weights.reduce((sum, weight) => sum + weight);
    for (const [place, { name }] of this.cast.entries()) {
      const share = weights[place]! / all;
      const enough = this.summary.requests + Math.round(requests * share);
      while (this.summary.requests < enough && performance.now() < end) {
        if (!this.caller(name).stranger && ++turns % REPLANTED === 0) await this.replant(seed, turns);
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
    this.summary.count(shot, echo.status, caller.stranger ? '' : codeOf(body));
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
    // Also a trick may have signed out.
    const lost = echo.status === 401 && !caller.stranger && shot.mood === 'valid';
    if (lost || (shot.operation?.name === SIGN_OUT && echo.status === 204)) await this.signAgain();
    const next = this.sequel(shot, echo, body);
    if (next) await this.fire(seed, next);
  }

  /** Changes more often than reads, and few removals, or nothing is left to change. */
  private aim(seed: number, number: number): Operation {
    const dice = throwDice(seed * 7_919 + number);
    const roll = dice.int(1, 100);
    const kind = roll <= 25 ? /GET/ : roll <= 29 ? /DELETE/ : /POST|PATCH/;
    const rare = dice.chance(15);
    return dice.pick(
      this.contract.operations.filter(({ method, path }) => kind.test(method) && (rare || !FINAL.test(path))),
    );
  }

  private async replant(seed: number, turns: number): Promise<void> {
    await reseat(this.world);
    for (const id of await plantAgreements(this.world, `Mới ${seed}-${turns}`, this.home))
      await learnAgreement(this.world, this.contract, this.pool, id);
  }

  private async signAgain(): Promise<void> {
    this.cast = await this.callers();
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
    const headers = Object.fromEntries(Object.entries(shot.headers).filter(([name]) => name !== 'idempotency-key'));
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
