import serveFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Headers } from './headers.js';
import { apiDocument } from './openapi.js';

const require = createRequire(import.meta.url);

/** No script and no style stands in the page itself, so that its policy need not allow any. */
const PAGE = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sổ phối hợp – API</title>
    <link rel="icon" href="/api/docs/files/favicon-32x32.png">
    <link rel="stylesheet" href="/api/docs/files/swagger-ui.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/files/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  queryConfigEnabled: false,
});
`;

const FILES = /^\/(?:swagger-ui\.css|swagger-ui-bundle\.js|favicon-32x32\.png)$/;

/** The page to read and try the API, and the document behind it. */
export async function serveDocs(app: NestFastifyApplication, page: Headers): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  let document: string | null = null;
  server.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(apiDocument(app));
    return reply.type('application/json; charset=utf-8').send(document);
  });
  server.get('/api/docs', (_request, reply) => reply.headers(page).type('text/html; charset=utf-8').send(PAGE));
  server.get('/api/docs/start.js', (_request, reply) =>
    reply.headers(page).type('text/javascript; charset=utf-8').send(START),
  );
  await app.register(serveFiles, {
    root: dirname(require.resolve('swagger-ui-dist/package.json')),
    prefix: '/api/docs/files/',
    index: false,
    allowedPath: (path) => FILES.test(path),
    cacheControl: false,
    setHeaders: (reply) => {
      void reply.headers({ ...page, 'cache-control': 'public, max-age=3600' });
    },
  });
}
