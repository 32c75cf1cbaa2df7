import createClient, { type Middleware } from 'openapi-fetch';
import { spoken } from './language.js';
import { Problem, problemOf } from './problem.js';
import type { components, paths } from './schema.d.ts';

export type Schemas = components['schemas'];

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** For a write by cookie: that a page of ours means it. */
const manners = { csrfToken: '' };

export function carryCsrf(token: string | null): void {
  manners.csrfToken = token ?? '';
}

/** 32 hex digits; `crypto.randomUUID` is not there on plain http in an office network. */
export function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headersFor(method: string): Record<string, string> {
  return {
    'accept-language': spoken.language,
    ...(WRITES.has(method) ? { 'x-csrf-token': manners.csrfToken } : {}),
    ...(method === 'POST' ? { 'idempotency-key': freshKey() } : {}),
  };
}

const polite: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headersFor(request.method)))
      if (!request.headers.has(name)) request.headers.set(name, value);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: '' });
api.use(polite);

/** Header of a change to what was seen at this version. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer, or its refusal thrown as a `Problem`; a line that is down becomes one too (status 0). */
export async function answer<T>(sent: Promise<Reply<T>>): Promise<T> {
  const { data, error, response } = await sent.catch((fault: unknown) => {
    throw Problem.unreachable(fault);
  });
  if (response.ok) return data as T;
  throw problemOf(response, error);
}

/** Sends one file with the fields of its form and tells how much is over (0–1); throws `Problem`. */
export function upload<T>(
  address: string,
  form: FormData,
  { method = 'POST', onProgress }: { method?: 'POST' | 'PUT'; onProgress?: (part: number) => void } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(headersFor(method))) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => {
      reject(Problem.unreachable(new Error('upload')));
    };
    request.onload = () => {
      if (request.status < 300) resolve(request.response as T);
      else reject(problemOf({ status: request.status }, request.response));
    };
    request.send(form);
  });
}
