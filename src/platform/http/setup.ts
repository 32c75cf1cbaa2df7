import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { RequestMethod } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.js';
import { holdScope } from '../database/scope.js';
import { guardArrivals } from './arrival.js';
import { answerBroken } from './broken-request.js';
import { EtagInterceptor } from './etag.js';
import { apiDocument } from './openapi.js';
import { ProblemFilter, sendProblem } from './problem.js';
import { validationPipe } from './validation.js';

const BODY_LIMIT = 2 * 1024 * 1024;

export function adapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerBroken,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
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
    limits: { fileSize: config.maxUploadBytes, files: 1, fields: 20, fieldSize: 10_000, parts: 25 },
  });
  guardArrivals(app.getHttpAdapter().getInstance());
  // After the body is read: a body parser may lose the place.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preHandler', (_request, _reply, done) => {
      holdScope(done);
    })
    .addHook('onSend', async (request, reply) => {
      reply.header('x-content-type-options', 'nosniff');
      reply.header('x-request-id', request.id);
    });
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    customSiteTitle: 'Sổ phối hợp – API',
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
}
