import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { RequestMethod } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.js';
import { holdScope } from '../database/scope.js';
import { guardArrivals } from './arrival.js';
import { answerBareFault } from './bare-faults.js';
import { serveDocs } from './docs-page.js';
import { EtagInterceptor } from './etag.js';
import { guardHeaders, securityHeaders } from './headers.js';
import { serveInterface } from './interface.js';
import { ProblemFilter, sendProblem } from './problem.js';
import { guardRates } from './rate.js';
import { noteRefusals } from './refusal-log.js';
import { validationPipe } from './validation.js';

const BODY_LIMIT = 2 * 1024 * 1024;
const HEADERS_LIMIT = 16 * 1024;
/** A caller who drips bytes is cut off: headers soon, a large file on a slow line later, silence in between. */
const HEADERS_WITHIN_MS = 15_000;
const REQUEST_WITHIN_MS = 300_000;
const SILENCE_MS = 180_000;
const IDLE_MS = 65_000;
const LOOK_EVERY_MS = 5_000;

type Door = Partial<Pick<Config, 'trustProxy' | 'publicUrl'>>;

export function adapter({ trustProxy = false, publicUrl = null }: Door = {}): FastifyAdapter {
  const { api } = securityHeaders(publicUrl);
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    requestTimeout: REQUEST_WITHIN_MS,
    connectionTimeout: SILENCE_MS,
    keepAliveTimeout: IDLE_MS,
    http: {
      maxHeaderSize: HEADERS_LIMIT,
      headersTimeout: HEADERS_WITHIN_MS,
      connectionsCheckingInterval: LOOK_EVERY_MS,
    },
    clientErrorHandler: answerBareFault(api),
    // No hook runs for an address that cannot be read.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...api, 'x-request-id': request.id });
      sendProblem(request, reply, error);
    },
  });
}

/** The same door for the server and for the tests. */
export async function setUpHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
    ],
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new EtagInterceptor());
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: config.maxUploadBytes, files: 1, fields: 20, fieldSize: 10_000, parts: 25, headerPairs: 20 },
  });
  const server = app.getHttpAdapter().getInstance();
  const headers = securityHeaders(config.publicUrl);
  guardHeaders(server, headers);
  noteRefusals(server);
  guardArrivals(server);
  // After the body is read: a body parser may lose the place.
  server.addHook('preHandler', (_request, _reply, done) => {
    holdScope(done);
  });
  await guardRates(app, config);
  await serveDocs(app, headers.page);
  await serveInterface(app, config, headers);
}
