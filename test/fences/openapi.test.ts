import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { apiDocument } from '../../src/platform/http/openapi.js';
import { openWorld, type World } from '../support/world.js';

/** The command line tool writes this above what the library makes. */
const BANNER = /^\/\*\*[\s\S]*?\*\/\n/;

describe('openapi.json', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('is what the routes say; write it anew with npm run openapi', async () => {
    const committed: unknown = JSON.parse(await readFile(resolve(import.meta.dirname, '../../openapi.json'), 'utf8'));
    expect(JSON.parse(JSON.stringify(apiDocument(world.app)))).toEqual(committed);
  });

  it('is what the interface knows: its types are made of it', async () => {
    const types = astToString(await openapiTS(new URL('../../openapi.json', import.meta.url)));
    const committed = await readFile(resolve(import.meta.dirname, '../../web/src/api/schema.d.ts'), 'utf8');
    expect(committed.replace(BANNER, '').trim()).toBe(types.trim());
  }, 60_000);

  it('is OpenAPI 3.1, says no nullable, and tells of every route what it does and by which right', async () => {
    const { body } = await world.call<{
      openapi: string;
      paths: Record<string, Record<string, { 'x-right'?: string; summary?: string }>>;
    }>('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(JSON.stringify(body)).not.toContain('"nullable"');
    for (const [path, verbs] of Object.entries(body.paths)) {
      for (const [verb, operation] of Object.entries(verbs)) {
        expect([path, verb, typeof operation['x-right'], typeof operation.summary]).toEqual([
          path,
          verb,
          'string',
          'string',
        ]);
      }
    }
  });

  it('is served with a page to try it', async () => {
    const page = await world.call<Buffer>('GET', '/api/docs');
    expect(page.status).toBe(200);
    expect(page.body.toString()).toContain('swagger-ui');
  });

  it('has one shape for each name: two classes of one name would stand for each other', async () => {
    const names = (await filesBelow(resolve(import.meta.dirname, '../../src')))
      .filter((path) => /\.(contract|answers)\.ts$/.test(path))
      .map(async (path) =>
        [...(await readFile(path, 'utf8')).matchAll(/^export class (\w+)/gm)].map(([, name]) => name),
      );
    const all = (await Promise.all(names)).flat();
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  });
});

async function filesBelow(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).map((name) => resolve(folder, name));
}
