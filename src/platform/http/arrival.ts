import type { FastifyInstance } from 'fastify';
import { refuseRequest } from './refusals.js';

const DEEPEST = 32;

/** Walks without recursion: deeper data would break whatever walks it by recursion later. */
function isTooDeep(value: unknown): boolean {
  const waiting: [unknown, number][] = [[value, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (typeof node !== 'object' || node === null) continue;
    if (depth >= DEEPEST) return true;
    for (const child of Object.values(node)) waiting.push([child, depth + 1]);
  }
  return false;
}

const WRITES = new Set(['POST', 'PUT', 'PATCH']);

/** Only JSON and forms are read; a write without a body says nothing, which is an empty group of fields. */
export function guardArrivals(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  server.addHook('preValidation', (request, _reply, done) => {
    if (isTooDeep(request.body)) {
      done(refuseRequest('malformed'));
      return;
    }
    if (request.body === undefined && WRITES.has(request.method) && !request.isMultipart()) request.body = {};
    done();
  });
}
