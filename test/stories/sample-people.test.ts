import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkPassword } from '../../src/access/password.rules.js';
import { PEOPLE } from '../../src/sample/sample-people.js';
import { SampleOffice } from '../../src/sample/sample-office.js';
import { trialPassword } from '../../src/sample/trial-password.js';
import { openWorld, type World } from '../support/world.js';

let folder: string;
let world: World;
let password: string;
beforeAll(async () => {
  folder = await mkdtemp(join(resolve(import.meta.dirname, '../..', '.tmp'), 'trial-'));
  password = (await trialPassword(folder, true)) ?? '';
  world = await openWorld();
  await world.app.get(SampleOffice).loadIfNew(password);
}, 120_000);
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the people of the sample office', () => {
  it('share a first password that is made anew for each trial, kept for its owner alone, and good enough', async () => {
    expect(checkPassword(password, [])).toBeNull();
    expect(await trialPassword(folder, false)).toBe(password);
    expect((await stat(join(folder, 'sample-password'))).mode & 0o777).toBe(0o600);
    expect(await trialPassword(join(folder, 'none'), false)).toBeNull();
    expect(await trialPassword(join(folder, 'other'), true)).not.toBe(password);
  });

  it.each([
    ['van-thu', 5, '/agreements'],
    ['don-vi', 1, '/agreements'],
    ['tham-dinh', 1, '/agreements'],
    ['lanh-dao', 5, '/agreements'],
  ])('%s signs in and sees what the seat covers', async (login, least, path) => {
    const { status, body } = await world.call<{ token: string }>('POST', '/sessions', { login, password });
    expect(status).toBe(201);
    const headers = { authorization: `Bearer ${body.token}` };
    const list = await world.call<{ items: object[] }>('GET', path, undefined, headers);
    expect(list.body.items.length).toBeGreaterThanOrEqual(least);
  });

  it('are one of each who use the register, beside the administrator', () => {
    expect(PEOPLE.map(({ role }) => role).sort()).toEqual(['OFFICIAL', 'REGISTRAR', 'REPORTER', 'REVIEWER']);
  });
});
