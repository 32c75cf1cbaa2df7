import type { FastifyInstance } from 'fastify';
import { refuseRequest } from './refusals.js';

const DEEPEST = 32;
const LONGEST_ADDRESS = 4_096;
const MOST_PARAMETERS = 100;
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

/** RFC 8259 §8.1: JSON is UTF-8; other bytes would be replaced silently and stored so. */
function readJson(server: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      done(refuseRequest('malformed'));
      return;
    }
    void parse(request, text, done);
  });
}

/** Only JSON and forms are read; a write without a body says nothing, which is an empty group of fields. */
export function guardArrivals(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  readJson(server);
  server.addHook('onRequest', (request, _reply, done) => {
    const { url } = request;
    const query = url.slice(url.indexOf('?') + 1);
    if (url.length > LONGEST_ADDRESS) done(refuseRequest('address-too-long'));
    else if (query.split('&').length > MOST_PARAMETERS) done(refuseRequest('malformed'));
    else done();
  });
  server.addHook('preValidation', (request, _reply, done) => {
    refuseTooMuch(request.body);
    if (request.body === undefined && WRITES.has(request.method) && !request.isMultipart()) request.body = {};
    if (request.body !== undefined && !isGroup(request.body)) throw refuseRequest('malformed');
    done();
  });
}
