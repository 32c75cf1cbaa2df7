import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isLoopback, isPublicAddress, literalAddress } from './public-address.js';

const WITHIN_MS = 10_000;
const MOST_BYTES = 64 * 1024;

export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

type Resolver = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Resolves a name once and hands the connection the very address that was checked, so that a name cannot point elsewhere
 * a moment later. One forbidden address among several forbids them all.
 */
export function guardedLookup(allowed: (address: string) => boolean, resolver: Resolver = resolve) {
  return (host: string, options: LookupOptions, done: Found): void => {
    resolver(host, { ...options, all: true }, (error, found) => {
      if (error) done(error, []);
      else if (found.length === 0 || !found.every(({ address }) => allowed(address)))
        done(new ForbiddenAddress(`${host} is not a public address`), []);
      else if (options.all) done(null, found);
      else done(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
}

export interface Outgoing {
  url: URL;
  headers: Record<string, string>;
  body: string;
  /** For tests on one machine only. */
  allowLoopback?: boolean;
}

/** Sends and tells the status. Follows no redirect, waits ten seconds for the whole, reads 64 kB and forgets them. */
export async function guardedPost({ url, headers, body, allowLoopback = false }: Outgoing): Promise<number> {
  const allowed = (address: string): boolean => isPublicAddress(address) || (allowLoopback && isLoopback(address));
  const literal = literalAddress(url.hostname);
  // Node asks no resolver for a host that is an address already.
  if (literal !== null && !allowed(literal)) throw new ForbiddenAddress(`${literal} is not a public address`);
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false,
    lookup: guardedLookup(allowed),
    signal: AbortSignal.timeout(WITHIN_MS),
  };
  const response = await new Promise<IncomingMessage>((done, failed) => {
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    send(url, options, done).on('error', failed).end(body);
  });
  await forget(response);
  return response.statusCode ?? 0;
}

async function forget(response: IncomingMessage): Promise<void> {
  let read = 0;
  for await (const part of response) {
    read += (part as Buffer).length;
    if (read > MOST_BYTES) break;
  }
}
