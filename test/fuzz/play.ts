import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openWorld } from '../support/world.js';
import { Fuzzing } from './fuzzing.js';
import type { Shot } from './requests.js';
import type { Finding, Summary } from './summary.js';

const FOLDER = '.tmp/fuzz';

interface Wishes {
  requests: string;
  seed: string;
  minutes: string;
  replay?: string;
  number?: string;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The request of a finding, aimed at the rows that bear the same names in this run. */
function again(finding: Finding, fuzzing: Fuzzing): Shot {
  const aimed = (text: string): string =>
    Object.entries(finding.ids).reduce((sum, [id, name]) => sum.replaceAll(id, fuzzing.pool.byName(name) ?? id), text);
  const { payload, encoding, caller, mood, method, raw } = finding;
  return {
    number: finding.number,
    caller,
    mood: mood as Shot['mood'],
    operation: fuzzing.contract.operations.find(({ name }) => name === finding.operation) ?? null,
    method,
    url: aimed(finding.url),
    headers: { ...fuzzing.caller(caller).headers, ...finding.headers },
    ...(payload === null ? {} : { payload: Buffer.from(encoding === 'utf8' ? aimed(payload) : payload, encoding) }),
    raw,
  };
}

async function replay(fuzzing: Fuzzing, file: string, number?: string): Promise<void> {
  const findings = JSON.parse(readFileSync(file, 'utf8')) as Finding[];
  for (const finding of findings.filter((one) => number === undefined || one.number === Number(number))) {
    const shot = again(finding, fuzzing);
    const { echo, flaws } = await fuzzing.fire(finding.seed, shot);
    say(`${finding.number} ${shot.method} ${shot.url.slice(0, 200)}`);
    say(`  then: ${finding.status} ${finding.flaws.join('; ').slice(0, 300)}`);
    say(`  now:  ${echo.status} ${flaws.join('; ').slice(0, 300) || 'nothing found'}`);
    say(`  ${echo.bytes.toString('utf8').slice(0, 600)}`);
  }
}

function report(fuzzing: Fuzzing, { seed }: Wishes): number {
  const { summary, contract } = fuzzing;
  say(`seed ${seed}`);
  for (const line of summary.lines(contract.operations)) say(line);
  if (summary.findings.length === 0) return 0;
  mkdirSync(FOLDER, { recursive: true });
  const few = [...summary.kinds().values()].flatMap((list) => list.slice(0, 5));
  writeFileSync(`${FOLDER}/findings.json`, JSON.stringify(few, null, 1));
  say(`written to ${FOLDER}/findings.json`);
  return 1;
}

/** Returns what the process ends with: 1 when something was found. */
export async function play(wishes: Wishes): Promise<number> {
  const world = await openWorld();
  try {
    const fuzzing = await Fuzzing.open(world);
    if (wishes.replay !== undefined) {
      await replay(fuzzing, wishes.replay, wishes.number);
      return 0;
    }
    const start = performance.now();
    const progress = ({ requests, findings }: Summary): void => {
      const seconds = Math.round((performance.now() - start) / 1000);
      say(`${requests} of ${wishes.requests} requests in ${seconds} s, ${findings.length} findings`);
    };
    const bounds = {
      seed: Number(wishes.seed),
      requests: Number(wishes.requests),
      seconds: Number(wishes.minutes) * 60,
    };
    // What was found before a run broke off is told too.
    await fuzzing.run(bounds, progress).catch((error: unknown) => {
      report(fuzzing, wishes);
      throw error;
    });
    return report(fuzzing, wishes);
  } finally {
    await world.close();
  }
}
