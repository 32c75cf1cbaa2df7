import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { CHARGES, EVERYBODY, RIGHT, type Charge } from '../../src/platform/http/right.js';
import { openWorld, type World } from '../support/world.js';

const METHOD = 'method';
const RESPONSES = 'swagger/apiResponse';

interface Route {
  name: string;
  right: unknown;
  writes: boolean;
  charges: readonly Charge[];
  answers: string[];
}

function routesOf(world: World): Route[] {
  const scanner = new MetadataScanner();
  const discovery = new DiscoveryService(world.app.get(ModulesContainer));
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance as object) as object;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = (prototype as Record<string, object>)[name];
      if (!handler || Reflect.getMetadata(METHOD, handler) === undefined) return [];
      const answers = Object.keys((Reflect.getMetadata(RESPONSES, handler) as object | undefined) ?? {});
      return [
        {
          name: `${metatype?.name ?? ''}.${name}`,
          right: Reflect.getMetadata(RIGHT, handler) as unknown,
          writes: Reflect.getMetadata(METHOD, handler) !== RequestMethod.GET,
          charges: (Reflect.getMetadata(CHARGES, handler) as Charge[] | undefined) ?? [],
          answers,
        },
      ];
    });
  });
}

/** A route without a right is shut by the guard; this says so before anybody stands before it. */
function flaws(routes: readonly Route[]): string[] {
  return routes.flatMap(({ name, right, writes, charges, answers }) => [
    ...(writes && right !== EVERYBODY && charges.length === 0 ? [`${name} does not say whose business it is`] : []),
    ...(typeof right === 'string' && /^[a-z-]+\.[a-z-]+$|^everybody$/.test(right) ? [] : [`${name} declares no right`]),
    ...(answers.some((status) => /^2\d\d$/.test(status)) ? [] : [`${name} declares no answer`]),
    ...(answers.includes('4XX') ? [] : [`${name} declares no refusal`]),
  ]);
}

describe('routes', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('declare their right and their answer', () => {
    const routes = routesOf(world);
    expect(routes.length).toBeGreaterThan(50);
    expect(flaws(routes)).toEqual([]);
  });

  it('are noticed when they declare nothing', () => {
    expect(flaws([{ name: 'Planted.route', right: undefined, writes: true, charges: [], answers: [] }])).toHaveLength(
      4,
    );
  });

  it('are open to everybody in few, named places only', () => {
    const open = routesOf(world).filter(({ right }) => right === 'everybody');
    expect(open.map(({ name }) => name).sort()).toEqual([
      'AccessController.open',
      'HealthController.live',
      'HealthController.ready',
      'MeController.choose',
    ]);
  });

  it('answer 401 with a problem to a caller who is not signed in', async () => {
    const paths = Object.entries(
      (await world.call<{ paths: Record<string, object> }>('GET', '/api/openapi.json')).body.paths,
    );
    for (const [path, verbs] of paths) {
      if (path.startsWith('/health') || path === '/api/v1/password-choice') continue;
      for (const verb of Object.keys(verbs)) {
        if (path === '/api/v1/sessions' && verb === 'post') continue;
        const url = path.replace(/\{[^}]+\}/g, '00000000-0000-7000-8000-000000000000');
        const reply = await world.call<{ code: string }>(verb.toUpperCase(), url, undefined, { authorization: '' });
        expect([path, verb, reply.status, reply.body.code]).toEqual([path, verb, 401, 'request.not-signed-in']);
        expect(reply.headers['content-type']).toContain('application/problem+json');
      }
    }
  });
});
