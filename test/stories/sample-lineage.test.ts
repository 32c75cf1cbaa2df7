import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleOffice } from '../../src/sample/sample-office.js';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';

describe('the sample office after the district', () => {
  let world: World;
  const { get } = asking(() => world);
  beforeAll(async () => {
    world = await openWorld();
    await world.app.get(SampleOffice).loadIfNew();
  });
  afterAll(() => world.close());

  it('shows agreements of the district that was, waiting for their successors', async () => {
    const { items } = await get<{ items: { bodyName: string; endedOn: string }[] }>('/successions');
    expect(items.map(({ bodyName }) => bodyName).sort()).toEqual([
      'Ban Tuyên giáo và Dân vận Quận ủy Quận 10',
      'Ban Tuyên giáo và Dân vận Quận ủy Quận 10',
      'Quận ủy Quận 10',
      'Đảng ủy, Ban Chỉ huy Quân sự Quận 10',
      'Đảng ủy, Ban Chỉ huy Quân sự Quận 10',
      'Đảng ủy, Ban Chỉ huy Quân sự Quận 10',
    ]);
    expect(new Set(items.map(({ endedOn }) => endedOn))).toEqual(new Set(['2025-06-30']));
  });
});
