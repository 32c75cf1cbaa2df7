import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aBody, aClause, aCommitment, anAgreement, aSchedule, putRow } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { oneWins, ROUNDS, type Told } from './races-cast.js';
import { addCycle, anOffice, reviewsOf } from './reviews-cast.js';

let world: World;
let one: string;
let two: string;
let serial = 0;
const WEEKDAYS = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12].map((day) => `2027-03-${String(day).padStart(2, '0')}`);

beforeAll(async () => {
  world = await openWorld();
  one = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
  two = await aBody(world.db, 'Ban Chỉ huy Quân sự quận');
}, 60_000);
afterAll(() => world.close());
beforeEach(() => {
  world.clock.set('2026-07-02');
});

const post = (path: string, input: object = {}): Promise<Reply<Told>> => world.call('POST', path, input);
const twice = (run: () => Promise<Reply<Told>>) => [run, run];

async function signed(): Promise<string> {
  const made = await post('/agreements', {
    kind: 'PLAN',
    title: 'Kế hoạch phối hợp',
    signedOn: '2026-06-01',
    inForceFrom: '2026-06-01',
    parties: [{ bodyId: one }, { bodyId: two }],
    noSecretConfirmed: true,
  });
  expect(made.status).toBe(201);
  return made.body.id;
}

describe('of two at the same agreement', () => {
  it('one activates it', async () => {
    const start = async () => {
      const subject = await signed();
      return { subject, runners: twice(() => post(`/agreements/${subject}/activation`)) };
    };
    await oneWins({ world, start, told: ['409 activation.already-activated'], deeds: ['agreement.begin'] });
  });

  it('one pauses it', async () => {
    const start = async () => {
      const subject = await anAgreement(world.db, { activated_on: '2026-01-01' });
      const pause = () => post(`/agreements/${subject}/pause`, { from: '2026-07-02', reason: 'Tạm dừng' });
      return { subject, runners: twice(pause) };
    };
    await oneWins({
      world,
      start,
      told: ['409 life-cycle.forbidden', '409 agreement.already-paused'],
      deeds: ['agreement.pause'],
    });
  });

  it('one ends it', async () => {
    const start = async () => {
      const subject = await anAgreement(world.db, { activated_on: '2026-01-01' });
      const end = () => post(`/agreements/${subject}/termination`, { on: '2026-07-02', reason: 'Chấm dứt' });
      return { subject, runners: twice(end) };
    };
    await oneWins({ world, start, told: ['409 life-cycle.forbidden'], deeds: ['agreement.terminate'] });
  });

  it('one decides who takes the place of a body that is gone', async () => {
    const start = async () => {
      const gone = await aBody(world.db, 'Ban đã giải thể');
      const subject = await anAgreement(world.db, { activated_on: '2026-01-01' });
      for (const [ordinal, body_id] of [gone, two].entries())
        await putRow(world.db, 'party', {
          agreement_id: subject,
          body_id,
          ordinal,
          role: 'PARTY',
          name_as_signed: `Bên ${ordinal}`,
        });
      await aCommitment(world.db, subject, [gone]);
      const event = { kind: 'DISSOLVED', effectiveOn: '2026-07-01', basisNumber: '1-QĐ/QU' };
      expect(await post(`/bodies/${gone}/events`, event)).toMatchObject({ status: 201 });
      const decide = () =>
        post(`/agreements/${subject}/successions`, {
          bodyId: gone,
          decision: 'CONTINUED_BY',
          successorIds: [one],
          from: '2026-07-01',
        });
      return { subject, runners: twice(decide) };
    };
    await oneWins({ world, start, told: ['409 succession.already-decided'], deeds: ['agreement.succession-decided'] });
  });

  it('the activation and the removal of a clause leave no promise without its clause', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const agreement = await signed();
      const commitment = await aCommitment(world.db, agreement, [one]);
      const clause = await aClause(world.db, agreement, commitment);
      const [activated, removed] = await Promise.all([
        post(`/agreements/${agreement}/activation`),
        world.call<Told>('DELETE', `/clauses/${clause}`),
      ]);
      expect([activated.status, removed.status, removed.body.code]).toEqual([201, 409, 'clause.in-use']);
    }
  });

  it('a promise on a clause and the removal of the clause: one wins', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const agreement = await signed();
      const { body } = await world.call<{ items: Told[] }>('POST', `/agreements/${agreement}/clauses`, {
        clauses: [{ kind: 'ARTICLE', label: 'Điều 1', text: 'Báo cáo.' }],
      });
      const clause = body.items[0]!.id;
      const promise = { title: 'x', kind: 'REPORT', clauseIds: [clause], bodies: [{ bodyId: one, role: 'LEAD' }] };
      const [made, removed] = await Promise.all([
        post(`/agreements/${agreement}/commitments`, promise),
        world.call<Told>('DELETE', `/clauses/${clause}`),
      ]);
      const said = [made, removed].map(({ status, body: { code } }) => `${status} ${code ?? ''}`.trim());
      expect(['201,409 clause.in-use', '422 clause.not-in-agreement,204']).toContain(said.join(','));
    }
  });
});

describe('of two who remove the same thing', () => {
  const GONE = [
    '404 clause.unknown',
    '404 commitment.unknown',
    '404 commitment-schedule.unknown',
    '404 document.unknown',
  ];

  it('one removes the clause', async () => {
    const start = async () => {
      const subject = await signed();
      const clauses = await world.call<{ items: Told[] }>('POST', `/agreements/${subject}/clauses`, {
        clauses: [{ kind: 'ARTICLE', label: 'Điều 1', text: 'Báo cáo.' }],
      });
      return { subject, runners: twice(() => world.call('DELETE', `/clauses/${clauses.body.items[0]!.id}`)) };
    };
    await oneWins({ world, start, told: GONE, deeds: ['clause.deleted'] });
  });

  it('one removes the commitment', async () => {
    const start = async () => {
      const subject = await aCommitment(world.db, await signed(), [one]);
      return { subject, runners: twice(() => world.call('DELETE', `/commitments/${subject}`)) };
    };
    await oneWins({ world, start, told: GONE, deeds: ['commitment.deleted'] });
  });

  it('one removes the schedule', async () => {
    const start = async () => {
      const subject = await aSchedule(world.db, await aCommitment(world.db, await signed(), [one]));
      return { subject, runners: twice(() => world.call('DELETE', `/schedules/${subject}`)) };
    };
    await oneWins({ world, start, told: GONE, deeds: ['schedule.deleted'] });
  });

  it('one removes the document', async () => {
    const start = async () => {
      const subject = await signed();
      const fields = { kind: 'OTHER', noSecretConfirmed: 'true' };
      const file = { name: 'mot.txt', bytes: Buffer.from('một') };
      const { body } = await world.upload<{ documents: Told[] }>(`/agreements/${subject}/documents`, fields, file);
      return { subject, runners: twice(() => world.call('DELETE', `/documents/${body.documents[0]!.id}`)) };
    };
    await oneWins({ world, start, told: GONE, deeds: ['document.removed'] });
  });
});

describe('of two at the same table', () => {
  it('one takes the seat', async () => {
    const member = async (): Promise<string> => {
      const login = `nguoi-${++serial}`;
      return (await post('/members', { login, fullName: login, password: 'mat-khau-dai-lam' })).body.id;
    };
    const members = [await member(), await member()];
    const start = async () => {
      const seat = { bodyId: one, nameVi: `Phó ban ${++serial}`, role: 'REPORTER' };
      const subject = (await post('/seats', seat)).body.id;
      const take =
        (memberId = '') =>
        () =>
          post(`/seats/${subject}/holdings`, { memberId, from: '2026-07-01' });
      return { subject, runners: members.map(take) };
    };
    await oneWins({ world, start, told: ['409 seat.held'], deeds: ['seat.taken'] });
  });

  it('one writes the outcome of the review', async () => {
    const start = async () => {
      const { agreementId, partyA } = await anOffice(world);
      await addCycle(world, agreementId, {
        kind: 'INTERIM_REVIEW',
        frequency: 'HALF_YEARLY',
        window: { kind: 'SHIFTED', startDay: 1, monthOffset: 0 },
        due: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 'LAST' },
        hostId: partyA,
      });
      const [review] = await reviewsOf(world, agreementId);
      const subject = review!.id;
      expect((await post(`/reviews/${subject}/meeting`, { heldOn: '2026-06-30' })).status).toBe(201);
      return { subject, runners: twice(() => post(`/reviews/${subject}/outcome`, { decision: 'CONTINUE' })) };
    };
    await oneWins({ world, start, told: ['409 review.has-outcome'], deeds: ['review.concluded'] });
  });

  it('one changes the calendar as previewed', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const days = [{ date: WEEKDAYS[round], kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: 'Thông báo' }];
      const preview = await post('/calendar-changes/previews', { days });
      expect([preview.status, preview.body.code]).toEqual([200, undefined]);
      const { token } = preview.body as unknown as { token: string };
      const replies = await Promise.all(twice(() => post('/calendar-changes', { days, token })).map((run) => run()));
      const said = replies.map(({ status, body: { code } }) => `${status} ${code ?? ''}`.trim()).sort();
      expect(said).toEqual([
        '201',
        expect.stringMatching(/^(409 preview.world-moved|422 calendar.nothing-to-change)$/),
      ]);
    }
  });
});
