import { mkdir } from 'node:fs/promises';
import { chooseAccount } from './embedded-account.js';
import { findBinaries } from './embedded-binaries.js';
import { type Machine, type Place, placeOf, prepareCluster, startServer, stopServer } from './embedded-cluster.js';
import {
  type Running,
  connectRunning,
  createDatabase,
  isAlone,
  isPassing,
  takeOwnership,
} from './embedded-connection.js';
import { releaseStalePid } from './embedded-pid.js';
import { EmbeddedError } from './embedded-refusals.js';

export interface EmbeddedOptions {
  dataDir: string;
  /** Server settings as `name=value`, without blanks. */
  extraFlags?: string[];
  onLog?: (line: string) => void;
}

/** A server that this process owns: it alone stops it. */
export interface Embedded {
  url: string;
  stop: () => Promise<void>;
  /** Stops unless another process works on the server; then it is left to the next one that opens the folder. */
  stopIfAlone: () => Promise<void>;
}

/** URL of the server that runs on this folder already, whoever owns it. */
export async function findEmbedded(dataDir: string): Promise<string | null> {
  const running = await connectRunning(placeOf(dataDir));
  await running?.client.end();
  return running?.url ?? null;
}

/** Starts, or adopts, the PostgreSQL of this folder. Throws EmbeddedBusy when a living process owns it. */
export async function openEmbedded({
  dataDir,
  extraFlags = [],
  onLog = () => undefined,
}: EmbeddedOptions): Promise<Embedded> {
  const place = placeOf(dataDir);
  await mkdir(place.dataDir, { recursive: true });
  const binaries = await findBinaries();
  const account = await chooseAccount(binaries.postgres, place.dataDir, place.cluster);
  const machine = { place, binaries, account };
  await prepareCluster(machine, onLog);
  const running = await own(machine, extraFlags, onLog);
  await createDatabase(running);
  return handle(machine, running);
}

async function own(machine: Machine, extraFlags: string[], onLog: (line: string) => void): Promise<Running> {
  for (let tries = 0; tries < 10; tries++) {
    await releaseStalePid(machine.place.cluster);
    const running = await connectRunning(machine.place);
    if (!running) {
      if (await startServer(machine, extraFlags)) onLog('PostgreSQL started');
    } else if (await isOurs(running, machine.place)) {
      onLog(`PostgreSQL listens on 127.0.0.1:${running.port}`);
      return running;
    }
  }
  throw new EmbeddedError(
    `PostgreSQL trong ${machine.place.home} không ổn định. / The PostgreSQL server of this folder keeps stopping; ` +
      `see ${machine.place.log}.`,
  );
}

/** False when the server went away meanwhile (its owner was just stopping it). */
async function isOurs(running: Running, place: Place): Promise<boolean> {
  try {
    await takeOwnership(running, place);
    return true;
  } catch (error) {
    running.client.end().catch(() => undefined);
    if (isPassing(error)) return false;
    throw error;
  }
}

function handle(machine: Machine, running: Running): Embedded {
  let stopping: Promise<void> | undefined;
  // The lock is held until the server is down, so that nobody adopts a server about to stop.
  const stop = () => (stopping ??= stopServer(machine));
  const stopIfAlone = async () => {
    if (stopping || (await isAlone(running))) return stop();
    stopping = running.client.end();
    return stopping;
  };
  return { url: running.url, stop, stopIfAlone };
}
