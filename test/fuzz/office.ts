import { SampleOffice } from '../../src/sample/sample-office.js';
import type { World } from '../support/world.js';
import type { Contract } from './contract.js';
import { kindOfSegment } from './kinds.js';
import { Pool } from './pool.js';

const A_DAY = '2026-11-24';
const EACH_KIND = 12;

/** The sample office on the day the sample is made for; returns the body that most of it stands under. */
export async function loadOffice(world: World): Promise<string> {
  world.clock.set(A_DAY);
  await world.call('GET', '/sessions/current');
  await world.app.get(SampleOffice).loadIfNew();
  const [city] = await world.db.query<[{ id: string }]>(`select id from body where code = 'TU'`);
  return city.id;
}

/** Asks every list and then single rows, as the administrator: what there is to aim at. */
export async function harvest(world: World, contract: Contract): Promise<Pool> {
  const pool = new Pool(contract.schemas);
  const reads = contract.operations.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1'));
  const ask = async (path: string, operation: (typeof reads)[number]): Promise<void> => {
    const promised = operation.answers['200'];
    if (promised?.type !== 'application/json') return;
    const reply = await world.call('GET', path);
    if (reply.status === 200) pool.learn(promised.schema, reply.body);
  };
  for (const operation of reads) {
    const paged = operation.parameters.some(({ name }) => name === 'limit');
    if (!operation.path.includes('{')) await ask(`${operation.path}${paged ? '?limit=200' : ''}`, operation);
  }
  for (const operation of reads) {
    const segment = /\/([\w-]+)\/\{\w+\}/.exec(operation.path)?.[1];
    if (segment === undefined) continue;
    for (let i = 0; i < EACH_KIND; i++) {
      const id = pool.byName(`${kindOfSegment(segment)}#${i}`);
      if (id !== undefined) await ask(operation.path.replace(/\{\w+\}/, id), operation);
    }
  }
  return pool;
}

const OF_AN_AGREEMENT = /^\/api\/v1\/agreements\/\{id\}(\/\w[\w-]*)?$/;

/** Asks for one agreement and all that is in it. */
export async function learnAgreement(world: World, contract: Contract, pool: Pool, id: string): Promise<void> {
  for (const { method, path, answers, parameters } of contract.operations) {
    if (method !== 'GET' || answers['200']?.type !== 'application/json') continue;
    const filtered = parameters.some(({ name }) => name === 'agreementId') && !path.includes('{');
    if (!OF_AN_AGREEMENT.test(path) && !filtered) continue;
    const url = filtered ? `${path}?agreementId=${id}` : path.replace('{id}', id);
    const reply = await world.call('GET', url);
    if (reply.status === 200) pool.learn(answers['200'].schema, reply.body);
    const one = contract.operations.find((other) => other.name === `GET ${path}/{id}`);
    if (!filtered || one?.answers['200']?.type !== 'application/json') continue;
    // Filings and extensions are shown in single reports only.
    for (const row of (reply.body['items'] as { id: string }[]).slice(0, EACH_KIND)) {
      const single = await world.call('GET', `${path}/${row.id}`);
      if (single.status === 200) pool.learn(one.answers['200'].schema, single.body);
    }
  }
}
