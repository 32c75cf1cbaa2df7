import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BodyNode } from '../../src/bodies/body.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import { asking } from '../support/asking.js';
import { aBody } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

type Code = 'TOP' | 'DIST' | 'WARD' | 'NEW';

/** A committee, a district below it, a ward below that; since 1/7/2025 the ward stands below the committee itself. */
describe('the tree of bodies', () => {
  let world: World;
  const ids = {} as Record<Code, string>;
  const { get, post } = asking(() => world);
  beforeAll(async () => {
    world = await openWorld();
    ids.TOP = await aBody(world.db, 'Thành ủy', { code: 'TOP', search: 'thanh uy top' });
    ids.DIST = await aBody(world.db, 'Quận ủy Quận 10', {
      code: 'DIST',
      parent_id: ids.TOP,
      search: 'quan uy quan 10',
    });
    ids.WARD = await aBody(world.db, 'Đảng ủy phường', { code: 'WARD', parent_id: ids.DIST, search: 'dang uy phuong' });
    ids.NEW = await aBody(world.db, 'Đảng ủy phường mới', {
      ...{ code: 'NEW', parent_id: ids.TOP, search: 'dang uy phuong moi', valid_from: '2025-07-01' },
    });
    world.clock.set('2025-06-20');
    const moved = { kind: 'TRANSFERRED', effectiveOn: '2025-07-01', newParentId: ids.TOP };
    await post(`/bodies/${ids.WARD}/events`, moved);
    await post(`/bodies/${ids.DIST}/events`, {
      ...{ kind: 'MERGED', effectiveOn: '2025-07-01', successorIds: [ids.TOP] },
    });
    await post(`/bodies/${ids.WARD}/events`, {
      ...{ kind: 'RENAMED', effectiveOn: '2025-07-01', newNameVi: 'Đảng ủy phường Vườn Lài' },
    });
    world.clock.set('2025-07-01');
    await post('/sweeps', { asOf: '2025-07-01' });
  });
  afterAll(() => world.close());

  const level = async (
    query: string,
  ): Promise<[code: string, name: string, children: number, above: string | null][]> =>
    (await get<Page<BodyNode>>(`/body-tree?${query}`)).items.map(({ code, nameVi, children, parentNameVi }) => [
      code,
      nameVi,
      children,
      parentNameVi,
    ]);

  it('is read a level at a time, as it was on a day', async () => {
    expect(await level('on=2025-06-30')).toContainEqual(['TOP', 'Thành ủy', 1, null]);
    expect(await level(`under=${ids.TOP}&on=2025-06-30`)).toEqual([['DIST', 'Quận ủy Quận 10', 1, 'Thành ủy']]);
    expect(await level(`under=${ids.DIST}&on=2025-06-30`)).toEqual([['WARD', 'Đảng ủy phường', 0, 'Quận ủy Quận 10']]);
    expect(await level(`under=${ids.TOP}`)).toEqual([
      ['NEW', 'Đảng ủy phường mới', 0, 'Thành ủy'],
      ['WARD', 'Đảng ủy phường Vườn Lài', 0, 'Thành ủy'],
    ]);
    expect(await level(`under=${ids.DIST}`)).toEqual([]);
  });

  it('finds by any part of a name at any level, without marks, and only what exists on the day', async () => {
    expect((await level('q=phuong&on=2025-06-30')).map(([code]) => code)).toEqual(['WARD']);
    expect((await level('q=Phường')).map(([code]) => code)).toEqual(['NEW', 'WARD']);
    expect(await level('q=quan%2010')).toEqual([]);
    expect(await level('q=%25')).toEqual([]);
  });

  it('goes on from page to page', async () => {
    const first = await get<Page<BodyNode>>(`/body-tree?under=${ids.TOP}&limit=1`);
    expect(first.items.map(({ code }) => code)).toEqual(['NEW']);
    const second = await get<Page<BodyNode>>(
      `/body-tree?under=${ids.TOP}&limit=1&cursor=${encodeURIComponent(first.next ?? '')}`,
    );
    expect([second.items.map(({ code }) => code), second.next]).toEqual([['WARD'], null]);
  });

  it('tells under whom a body stands, the top first and itself last', async () => {
    const path = async (id: string): Promise<string[]> =>
      (await get<{ items: { code: string }[] }>(`/bodies/${id}/path`)).items.map(({ code }) => code);
    expect(await path(ids.WARD)).toEqual(['TOP', 'WARD']);
    expect(await path(ids.DIST)).toEqual(['TOP', 'DIST']);
    expect(await path(ids.TOP)).toEqual(['TOP']);
    const nobody = await world.call('GET', '/bodies/00000000-0000-7000-8000-000000000000/path');
    expect([nobody.status, nobody.body['code']]).toEqual([404, 'body.unknown']);
  });
});
