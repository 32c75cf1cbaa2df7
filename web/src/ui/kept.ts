import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'sph.kept.';
let keeper = '';

/** Whose unfinished texts are kept; another member on the same device never sees them. */
export function keepFor(memberId: string): void {
  keeper = memberId;
}

/** Forgets all unfinished texts of this device: at sign-out. */
export function forgetKept(): void {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) localStorage.removeItem(key);
}

interface Stored<T> {
  at: string;
  value: T;
}

function read<T>(place: string): Stored<T> | null {
  try {
    const text = localStorage.getItem(place);
    return text === null ? null : (JSON.parse(text) as Stored<T>);
  } catch {
    return null;
  }
}

/** Whether something typed earlier waits under this name. */
export function isKept(name: string): boolean {
  return read(`${PREFIX}${keeper}.${name}`) !== null;
}

/** A full or forbidden store loses the safety net, not the text on the screen. */
function write(place: string, stored: unknown): void {
  try {
    localStorage.setItem(place, JSON.stringify(stored));
  } catch {
    // the text on the screen stays
  }
}

/** Keeps a value for a form that opens later. */
export function keep(name: string, value: unknown): void {
  write(`${PREFIX}${keeper}.${name}`, { at: new Date().toISOString(), value });
}

interface Kept<T> {
  value: T;
  set: (next: T | ((was: T) => T)) => void;
  /** Instant at which the value brought back was typed; null when nothing was. */
  broughtBackFrom: string | null;
  /** After it was sent, or to start anew. */
  forget: (next?: T) => void;
}

/** State of a form that outlives a reload, a lost line and an expired session; kept per member under `name`. */
export function useKept<T>(name: string, initial: T): Kept<T> {
  const place = `${PREFIX}${keeper}.${name}`;
  const [start] = useState(() => read<T>(place));
  const [value, setValue] = useState<T>(start?.value ?? initial);
  const [broughtBackFrom, setBroughtBackFrom] = useState(start?.at ?? null);
  const touched = useRef(false);
  useEffect(() => {
    if (touched.current) write(place, { at: new Date().toISOString(), value });
  }, [place, value]);
  const set = useCallback((next: T | ((was: T) => T)) => {
    touched.current = true;
    setValue(next);
  }, []);
  const forget = useCallback(
    (next?: T) => {
      touched.current = false;
      localStorage.removeItem(place);
      setBroughtBackFrom(null);
      if (next !== undefined) setValue(next);
    },
    [place],
  );
  return { value, set, broughtBackFrom, forget };
}
