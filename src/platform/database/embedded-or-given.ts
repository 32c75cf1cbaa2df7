import type { Config } from '../config/config.js';
import { embeddedAppUrl } from './app-role.js';
import { findEmbedded, openEmbedded } from './embedded.js';
import { EmbeddedBusy } from './embedded-refusals.js';

export interface Database {
  /** As the app's role, which owns nothing. */
  url: string;
  /** As the role that owns the tables and migrates them; null when it is kept elsewhere. */
  ownerUrl: string | null;
  embedded: boolean;
  /** Stops the embedded server if this process started it; to be called after the last connection is closed. */
  close: () => Promise<void>;
}

type Where = Pick<Config, 'databaseUrl' | 'dataDir'> & Partial<Pick<Config, 'databaseOwnerUrl'>>;

const nothing = () => Promise.resolve();

function embedded(ownerUrl: string, close: () => Promise<void>): Database {
  return { url: embeddedAppUrl(ownerUrl), ownerUrl, embedded: true, close };
}

/** The given database, or the embedded one. A `server` owns it; a `command` may share the one that runs. */
export async function withDatabase(
  { databaseUrl, databaseOwnerUrl = null, dataDir }: Where,
  mode: 'server' | 'command' = 'server',
  onLog?: (line: string) => void,
): Promise<Database> {
  if (databaseUrl !== null) return { url: databaseUrl, ownerUrl: databaseOwnerUrl, embedded: false, close: nothing };
  if (mode === 'server') {
    const { url, stop } = await openEmbedded({ dataDir, onLog });
    return embedded(url, stop);
  }
  const running = await findEmbedded(dataDir);
  if (running !== null) return embedded(running, nothing);
  try {
    const { url, stopIfAlone } = await openEmbedded({ dataDir, onLog });
    return embedded(url, stopIfAlone);
  } catch (error) {
    // Somebody started it between our two looks.
    if (error instanceof EmbeddedBusy) return withDatabase({ databaseUrl, databaseOwnerUrl, dataDir }, mode, onLog);
    throw error;
  }
}
