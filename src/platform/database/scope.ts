import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * What a piece of work may see (docs/decisions/0013). The database holds the rule: policies of the role
 * `so_phoi_hop_scoped` read the roots from the settings below. `actorId` null: nobody in particular, such as the night.
 */
export interface Scope {
  readonly roots: readonly string[] | 'everything';
  readonly actorId: string | null;
}

export const EVERYTHING: Scope = { roots: 'everything', actorId: null };

interface Held {
  scope: Scope | null;
}

const held = new AsyncLocalStorage<Held>();
let outside: Scope | null = null;

/** Opens a place for the scope of one request; without `enterScope` inside it, the database is shut. */
export function holdScope(work: () => void): void {
  held.run({ scope: null }, work);
}

export function enterScope(scope: Scope): void {
  const place = held.getStore();
  if (!place) throw new Error('a scope was entered outside a request');
  place.scope = scope;
}

/** For work that nobody signed in asks for: start-up, the night, the door itself. */
export function seeingEverything<T>(work: () => T): T {
  return held.run({ scope: EVERYTHING }, work);
}

/** For command lines and stories, where no request is: from now on work outside a request sees everything. */
export function standOutside(): void {
  outside = EVERYTHING;
}

/** Fails closed: a query that nobody is responsible for is a mistake of ours. */
function present(): Scope {
  const place = held.getStore();
  const scope = place ? place.scope : outside;
  if (!scope) throw new Error('a query outside any scope: see src/platform/database/scope.ts');
  return scope;
}

/** Whether no policy narrows what this piece of work reads: then a query need not start from what is seen. */
export function seesEverything(): boolean {
  return present().roots === 'everything';
}

const worn = new WeakMap<PoolClient, string>();

/** Puts the scope on a connection; one that served the same person last wears it already. */
async function wear(client: PoolClient, { roots, actorId }: Scope): Promise<void> {
  const role = roots === 'everything' ? 'so_phoi_hop_everything' : 'so_phoi_hop_scoped';
  const settings = [role, roots === 'everything' ? '' : `{${roots.join(',')}}`, actorId ?? ''];
  const name = settings.join('|');
  if (worn.get(client) === name) return;
  worn.delete(client);
  await client.query(
    `select set_config('role', $1, false), set_config('app.roots', $2, false), set_config('app.actor', $3, false)`,
    settings,
  );
  worn.set(client, name);
}

interface Taken {
  obtainMasterConnection: () => Promise<[PoolClient, (error?: Error) => void]>;
}

/** From now on each connection that leaves the pool wears the scope of whoever takes it: there is no other way in. */
export function wearScopes(db: DataSource): DataSource {
  const driver = db.driver as unknown as Taken;
  const obtain = driver.obtainMasterConnection.bind(driver);
  driver.obtainMasterConnection = async () => {
    const scope = present();
    const [client, release] = await obtain();
    try {
      await wear(client, scope);
      return [client, release];
    } catch (error) {
      release(error as Error);
      throw error;
    }
  };
  return db;
}

/** A connection in scope, for statements that TypeORM does not pass on. */
export async function withConnection<T>(db: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const [client, release] = await (db.driver as unknown as Taken).obtainMasterConnection();
  try {
    return await work(client);
  } finally {
    release();
  }
}
