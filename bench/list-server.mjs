// Child process: the product, or a bare Fastify handler with the product's own SQL that checks nobody.
import fastify from 'fastify';
import pg from 'pg';
import { dataSourceOptions } from '../dist/src/data-source.js';
import { readConfig } from '../dist/src/platform/config/config.js';
import { createServer } from '../dist/src/server.js';

const [kind, url] = process.argv.slice(2);

async function product() {
  // One account from one address asks thousands of times a second here: the limits are off, their place in the way is not.
  const limits = { RATE_PER_MINUTE_ACCOUNT: '0', RATE_PER_MINUTE_ADDRESS: '0' };
  const config = { ...readConfig({ DATABASE_URL: url, SCHEDULER: 'off', ...limits }), logLevel: 'error' };
  const app = await createServer(config, url);
  await app.listen(0, '127.0.0.1');
  return new URL(await app.getUrl()).port;
}

/** The statement and its values come from the parent, which read them off the product. */
async function bare() {
  const { poolSize } = dataSourceOptions(url);
  const pool = new pg.Pool({ connectionString: url, max: poolSize });
  const app = fastify();
  const { text, values } = JSON.parse(process.env.BENCH_STATEMENT);
  app.get('/list', async () => ({ items: (await pool.query({ text, values })).rows, next: null }));
  app.get('/prepared', async () => ({ items: (await pool.query({ name: 'list', text, values })).rows, next: null }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app.server.address().port;
}

process.send({ port: Number(await (kind === 'product' ? product() : bare())) });
process.on('disconnect', () => process.exit(0));
