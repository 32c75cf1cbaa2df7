import type { Config } from '../config/config.js';
import { findEmbedded, openEmbedded } from './embedded.js';
import { EmbeddedBusy } from './embedded-refusals.js';

export interface Database {
  url: string;
  embedded: boolean;
  /** Stops the embedded server if this process started it; to be called after the last connection is closed. */
  close: () => Promise<void>;
}

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>;

const nothing = () => Promise.resolve();

/** The given database, or the embedded one. A `server` owns it; a `command` may share the one that runs. */
export async function withDatabase(
  { databaseUrl, dataDir }: Where,
  mode: 'server' | 'command' = 'server',
  onLog?: (line: string) => void,
): Promise<Database> {
  if (databaseUrl !== null) return { url: databaseUrl, embedded: false, close: nothing };
  if (mode === 'server') {
    const { url, stop } = await openEmbedded({ dataDir, onLog });
    return { url, embedded: true, close: stop };
  }
  const running = await findEmbedded(dataDir);
  if (running !== null) return { url: running, embedded: true, close: nothing };
  try {
    const { url, stopIfAlone } = await openEmbedded({ dataDir, onLog });
    return { url, embedded: true, close: stopIfAlone };
  } catch (error) {
    // Somebody started it between our two looks.
    if (error instanceof EmbeddedBusy) return withDatabase({ databaseUrl, dataDir }, mode, onLog);
    throw error;
  }
}
