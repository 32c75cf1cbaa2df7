import serveFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config/config.js';
import type { SecurityHeaders } from './headers.js';

/** Where the build puts the interface, from src/ and from dist/src/ alike. */
const BUILT = ['../../../web/dist', '../../../../web/dist'].map((path) => resolve(import.meta.dirname, path));
const A_YEAR = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';
const BUILT_ASSET = /[/\\]assets[/\\]/;
const PAGES_ONLY = /^\/(?!api(?:\/|$)|health(?:\/|$)|assets\/)/;

const NOT_BUILT = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Sổ phối hợp</title>
<p>Giao diện chưa được dựng: <code>npm start</code>. The interface has not been built. <a href="/api/docs">API</a></p>`;

/** The page of the interface with its nonce and the office's time zone filled in. */
function pageOf(folder: string | undefined, timeZone: string): (nonce: string) => string {
  if (folder === undefined) return () => NOT_BUILT;
  const page = readFileSync(resolve(folder, 'index.html'), 'utf8').replace('__ZONE__', timeZone);
  return (nonce) => page.replace('__NONCE__', nonce);
}

/** Every address that is no file and not the API's is the interface's to make sense of: it opens the page. */
export async function serveInterface(
  app: NestFastifyApplication,
  { timeZone }: Pick<Config, 'timeZone'>,
  headers: SecurityHeaders,
): Promise<void> {
  const folder = BUILT.find((path) => existsSync(resolve(path, 'index.html')));
  if (folder !== undefined) {
    await app.register(serveFiles, {
      root: folder,
      wildcard: false,
      index: false,
      decorateReply: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['index.html', '**/*.br', '**/*.gz'],
      setHeaders: (reply, path) => {
        void reply.headers({ ...headers.page, 'cache-control': BUILT_ASSET.test(path) ? A_YEAR : AN_HOUR });
      },
    });
  }
  const page = pageOf(folder, timeZone);
  const open = (request: FastifyRequest, reply: FastifyReply): unknown => {
    if (!PAGES_ONLY.test(request.url)) {
      reply.callNotFound();
      return reply;
    }
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({ ...headers.app(nonce), 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page(nonce));
  };
  app.getHttpAdapter().getInstance().get('/*', open);
}
