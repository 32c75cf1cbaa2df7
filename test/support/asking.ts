import { expect } from '@jest/globals';
import type { World } from './world.js';

export interface Asking {
  post: <T>(path: string, body: unknown) => Promise<T>;
  get: <T>(path: string) => Promise<T>;
}

/** Calls that must succeed; a refusal shows itself in the failure. */
export function asking(world: () => World): Asking {
  return {
    post: async <T>(path: string, body: unknown): Promise<T> => {
      const reply = await world().call<T>('POST', path, body);
      expect([path, reply.status, reply.status < 300 ? '' : JSON.stringify(reply.body)]).toEqual([path, 201, '']);
      return reply.body;
    },
    get: async <T>(path: string): Promise<T> => {
      const reply = await world().call<T>('GET', path);
      expect([path, reply.status]).toEqual([path, 200]);
      return reply.body;
    },
  };
}
