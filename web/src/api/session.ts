import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { answer, api, carryCsrf, type Schemas } from './client.js';
import { Problem } from './problem.js';

export type Session = Schemas['CurrentSession'];

async function current(): Promise<Session | null> {
  try {
    const session = await answer(api.GET('/api/v1/sessions/current'));
    carryCsrf(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof Problem && error.isExpired) return null;
    throw error;
  }
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: current, staleTime: 5 * 60_000 });

/** Whoever is signed in; only below the pages' frame, which shows nothing before it is known. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data == null) throw new Error('nobody is signed in');
  return data;
}

/** Whether the right ('reports.file') is held somewhere; the register still decides about the single record. */
export function useMay(right: string): boolean {
  return useSession().rights.includes(right);
}

/** Turns true when the register no longer knows the session while a page is open. */
const expiry = { isExpired: false, listeners: new Set<() => void>() };

export function setExpired(isExpired: boolean): void {
  expiry.isExpired = isExpired;
  for (const tellOne of expiry.listeners) tellOne();
}

export function useExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      expiry.listeners.add(listener);
      return () => expiry.listeners.delete(listener);
    },
    () => expiry.isExpired,
  );
}
