import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { ActingRequest } from './act.js';

const TOLD = new Set([401, 403, 408, 429]);
const log = new Logger('door');

/**
 * One line for each caller turned away (ASVS 16.3.1, 16.3.2). The route stands for the address, so that nothing a caller
 * sent can come into the log: no header, no query, no body.
 */
export function noteRefusals(server: FastifyInstance): void {
  server.addHook('onResponse', (request: ActingRequest, reply, done) => {
    if (TOLD.has(reply.statusCode)) {
      log.warn({
        refused: reply.statusCode,
        method: request.method,
        route: request.routeOptions.url ?? null,
        address: request.ip,
        member: request.act?.actor.id ?? null,
        requestId: request.id,
      });
    }
    done();
  });
}
