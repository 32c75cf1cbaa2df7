import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';
import { anAgreement, owedOf, type Cast } from './amendments-cast.js';

interface Agreement {
  id: string;
  state: string;
  termTo: string | null;
  firstTermTo: string | null;
  endedOn: string | null;
  lastNoticeDay: string | null;
  renewalNotice: { givenOn: string } | null;
  steps: { verb: string; onDate: string; reason: string | null; document: string | null; basis: string | null }[];
  version: number;
}

const TACIT = { renewal: 'TACIT', renewalMonths: 1, termTo: '2026-01-31', signedOn: '2026-01-01' };

describe('renewal', () => {
  let world: World;
  let count = 0;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ask = asking(() => world);
  const cast = async (header: object, on = '2026-01-05'): Promise<Cast> => {
    world.clock.set(on);
    count += 1;
    return anAgreement(ask, `R${count}`, header);
  };
  const read = (id: string): Promise<Agreement> => ask.get(`/agreements/${id}`);
  const night = async (asOf: string): Promise<Record<string, number>> => {
    world.clock.set(asOf);
    const run = await ask.post<{ counts: Record<string, number>; failures: unknown[] }>('/sweeps', { asOf });
    expect(run.failures).toEqual([]);
    return run.counts;
  };
  const refused = async (path: string, body: object): Promise<unknown[]> => {
    const reply = await world.call('POST', path, body, { 'accept-language': 'en' });
    return [reply.status, reply.body.code, reply.body.detail];
  };

  it('by silence comes on the night after the last day, not on the last day, and once', async () => {
    const { agreement } = await cast(TACIT);
    await night('2026-01-31');
    expect(await read(agreement)).toMatchObject({ termTo: '2026-01-31', state: 'expiring' });
    expect((await night('2026-02-01')).agreementsRenewed).toBe(1);
    const renewed = await read(agreement);
    expect(renewed).toMatchObject({ termTo: '2026-02-28', firstTermTo: '2026-01-31' });
    expect(renewed.steps.filter(({ verb }) => verb === 'renew')).toMatchObject([{ onDate: '2026-02-01' }]);
    const again = await night('2026-02-01');
    expect(Object.values(again).reduce((sum, n) => sum + n, 0)).toBe(0);
    await night('2026-03-01');
    expect(await read(agreement)).toMatchObject({ termTo: '2026-03-31' });
  });

  it('by silence catches up with missed nights, each term a step, counted from the first term end', async () => {
    const { agreement } = await cast(TACIT);
    await night('2026-05-15');
    const renewed = await read(agreement);
    expect(renewed).toMatchObject({ termTo: '2026-05-31', firstTermTo: '2026-01-31' });
    expect(renewed.steps.filter(({ verb }) => verb === 'renew').map(({ onDate }) => onDate)).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
    ]);
  });

  it('by silence plans the reports of the new term', async () => {
    const { agreement } = await cast({ ...TACIT, termTo: '2026-06-30', renewalMonths: 12 });
    expect((await owedOf(ask, agreement)).map(({ periodKey }) => periodKey)).toEqual(['2026-Q1', '2026-Q2']);
    await night('2026-07-01');
    expect((await owedOf(ask, agreement)).map(({ periodKey }) => periodKey)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ]);
    expect(await read(agreement)).toMatchObject({ termTo: '2027-06-30' });
  });

  it('takes a notice on its last day and refuses it a day later, with that day in the sentence', async () => {
    const terms = { ...TACIT, termTo: '2026-06-30', renewalMonths: 12, noticeDays: 30 };
    const [early, onTime, late] = [await cast(terms), await cast(terms), await cast(terms)];
    expect(await read(late.agreement)).toMatchObject({ lastNoticeDay: '2026-05-31', renewalNotice: null });
    const notice = ({ front }: Cast, givenOn: string): object => ({ givenOn, bodyId: front, document: 'CV 12' });
    world.clock.set('2026-06-01');
    const path = ({ agreement }: Cast): string => `/agreements/${agreement}/renewal-notice`;
    await ask.post(path(early), notice(early, '2026-05-30'));
    await ask.post(path(onTime), notice(onTime, '2026-05-31'));
    expect(await refused(path(late), notice(late, '2026-06-01'))).toEqual([
      422,
      'renewal.notice-too-late',
      'Notice on 2026-06-01 is too late: the last day was 2026-05-31 for the term that ends on 2026-06-30.',
    ]);
    await night('2026-06-30');
    expect(await read(onTime.agreement)).toMatchObject({ state: 'expiring', renewalNotice: { givenOn: '2026-05-31' } });
    await night('2026-07-01');
    for (const { agreement } of [early, onTime])
      expect(await read(agreement)).toMatchObject({ state: 'ended', endedOn: '2026-06-30', termTo: '2026-06-30' });
    expect(await read(late.agreement)).toMatchObject({ termTo: '2027-06-30' });
  });

  it('counts notice in working days back from the term by the calendar, the last day not counted', async () => {
    // 02/09/2026 is a holiday, as are 01/09 and, by swap, 31/08; Saturday 22/08 is worked in exchange.
    const terms = { ...TACIT, termTo: '2026-09-03', noticeDays: 5, noticeDayKind: 'WORKING' };
    const { agreement } = await cast(terms);
    expect(await read(agreement)).toMatchObject({ lastNoticeDay: '2026-08-24' });
    const { agreement: six } = await cast({ ...terms, noticeDays: 6 });
    expect(await read(six)).toMatchObject({ lastNoticeDay: '2026-08-22' });
  });

  it('refuses a notice that is not one: not tacit, not a party, given twice, in the future, for an earlier term', async () => {
    const fixed = await cast({ termTo: '2026-06-30' });
    const tacit = await cast({ ...TACIT, termTo: '2026-06-30' });
    const stranger = await cast({});
    const notice = { givenOn: '2026-01-05', bodyId: tacit.front, document: 'CV 1' };
    const codeOf = async ({ agreement }: Cast, changes: object = {}): Promise<unknown> =>
      (await refused(`/agreements/${agreement}/renewal-notice`, { ...notice, ...changes }))[1];
    expect(await codeOf(fixed, { bodyId: fixed.front })).toBe('renewal.not-tacit');
    expect(await codeOf(tacit, { bodyId: stranger.front })).toBe('renewal.notice-not-party');
    expect(await codeOf(tacit, { givenOn: '2026-01-06' })).toBe('renewal.in-future');
    await night('2026-07-01');
    expect(await codeOf(tacit)).toBe('renewal.notice-for-earlier-term');
    await ask.post(`/agreements/${tacit.agreement}/renewal-notice`, { ...notice, givenOn: '2026-07-01' });
    expect(await codeOf(tacit, { givenOn: '2026-07-01' })).toBe('renewal.notice-known');
  });

  it('by agreement gives a longer term with its document, until the last day and not after', async () => {
    const { agreement } = await cast({ renewal: 'EXPRESS', termTo: '2026-06-30' });
    const renew = { termTo: '2026-12-31', document: 'Phụ lục gia hạn', note: 'Hai bên thống nhất' };
    world.clock.set('2026-06-30');
    await night('2026-06-30');
    expect((await refused(`/agreements/${agreement}/renewal`, { ...renew, termTo: '2026-06-30' }))[1]).toBe(
      'renewal.not-longer',
    );
    const renewed = await ask.post<Agreement>(`/agreements/${agreement}/renewal`, renew);
    expect(renewed).toMatchObject({ state: 'in_force', termTo: '2026-12-31' });
    expect(renewed.steps.at(-1)).toMatchObject({ verb: 'renew', onDate: '2026-06-30', document: 'Phụ lục gia hạn' });
    expect((await owedOf(ask, agreement)).map(({ periodKey }) => periodKey)).toContain('2026-Q4');
    world.clock.set('2027-01-01');
    expect((await refused(`/agreements/${agreement}/renewal`, { ...renew, termTo: '2027-12-31' }))[1]).toBe(
      'renewal.agreement-over',
    );
    await night('2027-01-01');
    expect(await read(agreement)).toMatchObject({ state: 'ended', endedOn: '2026-12-31' });
    expect((await refused(`/agreements/${agreement}/renewal`, { ...renew, termTo: '2027-12-31' }))[1]).toBe(
      'renewal.agreement-over',
    );
  });

  it('after an agreed renewal, silence counts from the agreed term end', async () => {
    const { agreement } = await cast(TACIT);
    await night('2026-02-01');
    await ask.post(`/agreements/${agreement}/renewal`, { termTo: '2026-03-15', document: 'PL' });
    await night('2026-03-16');
    expect(await read(agreement)).toMatchObject({ termTo: '2026-04-15', firstTermTo: '2026-03-15' });
  });
});

describe('the end of an agreement', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ask = asking(() => world);
  const read = (id: string): Promise<Agreement> => ask.get(`/agreements/${id}`);
  const night = (asOf: string): Promise<{ counts: Record<string, number> }> => {
    world.clock.set(asOf);
    return ask.post('/sweeps', { asOf });
  };

  it('by termination is a step with day, reason, document and basis', async () => {
    world.clock.set('2026-05-20');
    const { agreement } = await anAgreement(ask, 'T1');
    await ask.post(`/agreements/${agreement}/termination`, {
      on: '2026-05-15',
      reason: 'Kết thúc nhiệm vụ',
      document: 'TB 15/TB-UBND',
      basis: 'NQ 1685/NQ-UBTVQH15',
    });
    const ended = await read(agreement);
    expect(ended).toMatchObject({ state: 'terminated', endedOn: '2026-05-15' });
    expect(ended.steps.at(-1)).toMatchObject({
      verb: 'terminate',
      onDate: '2026-05-15',
      reason: 'Kết thúc nhiệm vụ',
      document: 'TB 15/TB-UBND',
      basis: 'NQ 1685/NQ-UBTVQH15',
    });
  });

  it.each([
    ['the same day, when the new one is in force already', '2026-05-15', 'TODAY'],
    ['on the night of its first day, when that lies ahead', '2026-07-01', 'AHEAD'],
  ])('by replacement is the day before the new one: %s', async (_, inForceFrom, code) => {
    world.clock.set('2026-05-20');
    const old = await anAgreement(ask, `O-${code}`);
    const next = await anAgreement(ask, `N-${code}`, {
      inForceFrom,
      links: [{ kind: 'REPLACES', toAgreementId: old.agreement }],
    });
    const { agreement } = next;
    if (code === 'AHEAD') {
      expect(await read(old.agreement)).toMatchObject({ state: 'in_force', endedOn: null });
      await night('2026-06-30');
      expect(await read(old.agreement)).toMatchObject({ state: 'in_force' });
      expect(await read(agreement)).toMatchObject({ state: 'signed' });
      // The night itself is missed; the next one gives the same days.
      await night('2026-07-02');
    }
    const lastDay = code === 'AHEAD' ? '2026-06-30' : '2026-05-14';
    const ended = await read(old.agreement);
    expect(ended).toMatchObject({ state: 'replaced', endedOn: lastDay });
    expect(ended.steps.at(-1)).toMatchObject({ verb: 'replace', onDate: lastDay });
    expect(await read(agreement)).toMatchObject({ state: 'in_force' });
    const q2 = (await owedOf(ask, old.agreement)).find(({ periodKey }) => periodKey === '2026-Q2');
    expect(q2?.state).toBe(code === 'AHEAD' ? 'due' : 'waived');
    const first = (await owedOf(ask, agreement))[0];
    expect(first).toMatchObject(
      code === 'AHEAD'
        ? { periodKey: '2026-Q3', windowStart: '2026-07-01' }
        : { periodKey: '2026-Q2', windowStart: '2026-05-15' },
    );
  });
});
