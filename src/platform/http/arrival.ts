import type { FastifyInstance } from 'fastify';
import { refuseRequest } from './refusals.js';

const DEEPEST = 32;
/** A thousand clauses with every field given are some nine thousand values. */
const MOST_VALUES = 20_000;
const MOST_FIELDS = 200;

/**
 * Walks without recursion: deeper data would break whatever walks it by recursion later. More values than any contract
 * takes would keep the checks busy for half a minute (ASVS 5.0 V15.1.3).
 */
function refuseTooMuch(value: unknown): void {
  const waiting: [unknown, number][] = [[value, 0]];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (typeof node !== 'object' || node === null) continue;
    if (depth >= DEEPEST) throw refuseRequest('malformed');
    const children: unknown[] = Object.values(node);
    values += children.length;
    if (values > MOST_VALUES || (!Array.isArray(node) && children.length > MOST_FIELDS))
      throw refuseRequest('too-large');
    for (const child of children) waiting.push([child, depth + 1]);
  }
}

function isGroup(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

const WRITES = new Set(['POST', 'PUT', 'PATCH']);

/** Only JSON and forms are read; a write without a body says nothing, which is an empty group of fields. */
export function guardArrivals(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  server.addHook('preValidation', (request, _reply, done) => {
    refuseTooMuch(request.body);
    if (request.body === undefined && WRITES.has(request.method) && !request.isMultipart()) request.body = {};
    if (request.body !== undefined && !isGroup(request.body)) throw refuseRequest('malformed');
    done();
  });
}
