import { expect } from '@jest/globals';
import type { Reply, World } from '../support/world.js';

export interface Told extends Record<string, unknown> {
  id: string;
  version: number;
  code?: string;
}

type Contender = () => Promise<Reply<Told>>;

/** Often enough that two which can overlap do overlap. */
export const ROUNDS = 10;

interface Race {
  world: World;
  /** Makes a fresh start and returns who runs, and whom the deed is about unless that is the winner's own row. */
  start: () => Promise<{ subject?: string; runners: Contender[] }>;
  /** What the losers may hear. */
  told: readonly string[];
  /** The deeds of which one, and only one, is written down for the subject. */
  deeds: readonly string[];
}

export async function entries(world: World, subject: string, deeds: readonly string[]): Promise<number> {
  const rows = await world.db.query<unknown[]>(
    `select from audit_entry where subject_id = $1 and what = any($2::text[])`,
    [subject, deeds],
  );
  return rows.length;
}

/** One wins, the others are told why they did not, and one deed is written down; ten times over. */
export async function oneWins({ world, start, told, deeds }: Race): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const { subject, runners } = await start();
    const replies = await Promise.all(runners.map((run) => run()));
    const said = replies.map(({ status, body }) => (status < 300 ? 'won' : `${status} ${body.code ?? ''}`));
    expect([round, said.filter((word) => word === 'won')]).toEqual([round, ['won']]);
    expect(said.filter((word) => word !== 'won' && !told.includes(word))).toEqual([]);
    const made = replies.find(({ status }) => status < 300)!.body;
    expect([round, await entries(world, subject ?? made.id, deeds)]).toEqual([round, 1]);
  }
}
