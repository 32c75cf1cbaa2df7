import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aBody, aDueReport } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { oneWins, ROUNDS, type Told } from './races-cast.js';

let world: World;
let body: string;

beforeAll(async () => {
  world = await openWorld();
  body = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
}, 60_000);
afterAll(() => world.close());
beforeEach(() => {
  world.clock.set('2026-06-30');
});

const post = (path: string, input: object = {}): Promise<Reply<Told>> => world.call('POST', path, input);
const due = (): Promise<string> => aDueReport(world.db, body);

async function drafted(): Promise<string> {
  return (await post(`/occurrences/${await due()}/submissions`, { done: 'Đã làm' })).body.id;
}

async function filed(): Promise<string> {
  const id = await drafted();
  expect((await post(`/submissions/${id}/submission`)).status).toBe(201);
  return id;
}

describe('of two at the same report', () => {
  it('one writes the draft', async () => {
    const start = async (): Promise<{ runners: (() => Promise<Reply<Told>>)[] }> => {
      const occurrence = await due();
      const draft = (): Promise<Reply<Told>> => post(`/occurrences/${occurrence}/submissions`, { done: 'Đã làm' });
      return { runners: [draft, draft, draft] };
    };
    await oneWins({ world, start, told: ['409 report.draft-open'], deeds: ['submission.drafted'] });
  });

  it('one files the draft', async () => {
    const start = async () => {
      const subject = await drafted();
      const file = () => post(`/submissions/${subject}/submission`);
      return { subject, runners: [file, file] };
    };
    await oneWins({ world, start, told: ['409 life-cycle.forbidden'], deeds: ['submission.submitted'] });
  });

  it('one files the draft, or the other throws it away', async () => {
    const start = async () => {
      const subject = await drafted();
      const away = () => world.call<Told>('DELETE', `/submissions/${subject}`);
      return { subject, runners: [() => post(`/submissions/${subject}/submission`), away] };
    };
    const told = ['409 life-cycle.forbidden', '404 report.submission-unknown'];
    await oneWins({ world, start, told, deeds: ['submission.submitted', 'submission.discarded'] });
  });

  it('one accepts', async () => {
    const start = async () => {
      const subject = await filed();
      const accept = () => post(`/submissions/${subject}/acceptance`);
      return { subject, runners: [accept, accept] };
    };
    await oneWins({ world, start, told: ['409 life-cycle.forbidden'], deeds: ['submission.accepted'] });
  });

  it('one accepts or the other returns', async () => {
    const start = async () => {
      const subject = await filed();
      const back = () => post(`/submissions/${subject}/return`, { comment: 'Thiếu số liệu' });
      return { subject, runners: [() => post(`/submissions/${subject}/acceptance`), back] };
    };
    const deeds = ['submission.accepted', 'submission.returned'];
    await oneWins({ world, start, told: ['409 life-cycle.forbidden'], deeds });
  });

  it('one asks for more time', async () => {
    const start = async () => {
      const occurrence = await due();
      const ask = (to: string) => () => post(`/occurrences/${occurrence}/extensions`, { to, reason: 'Bão' });
      return { runners: [ask('2026-07-10'), ask('2026-07-13')] };
    };
    await oneWins({ world, start, told: ['409 extension.asked-already'], deeds: ['extension.asked'] });
  });

  it('one grants more time or the other refuses it', async () => {
    const start = async () => {
      const asked = await post(`/occurrences/${await due()}/extensions`, { to: '2026-07-10', reason: 'Bão' });
      const path = `/extensions/${asked.body.id}`;
      const runners = [() => post(`${path}/grant`), () => post(`${path}/refusal`, { note: 'Không' })];
      return { subject: asked.body.id, runners };
    };
    const deeds = ['extension.granted', 'extension.refused'];
    await oneWins({ world, start, told: ['409 life-cycle.forbidden'], deeds });
  });

  it('one waives it or the other files it', async () => {
    const start = async () => {
      const occurrence = await due();
      const draft = await post(`/occurrences/${occurrence}/submissions`, { done: 'Đã làm' });
      const waive = () => post(`/occurrences/${occurrence}/waiver`, { reason: 'Bão' });
      return { subject: occurrence, runners: [waive, () => post(`/submissions/${draft.body.id}/submission`)] };
    };
    for (let round = 0; round < ROUNDS; round++) {
      const { runners } = await start();
      const replies = await Promise.all(runners.map((run) => run()));
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(replies.find(({ status }) => status !== 201)?.body.code).toBe('life-cycle.forbidden');
    }
  });
});

describe('the night', () => {
  it('and a filing at the same moment: both are heard, and a report filed in time is not marked late', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      world.clock.set('2026-06-30');
      const id = await drafted();
      const [sweep, file] = await Promise.all([post('/sweeps'), post(`/submissions/${id}/submission`)]);
      expect([sweep.status, sweep.body['failures'], file.status]).toEqual([201, [], 201]);
      world.clock.set('2026-07-01');
      expect((await post('/sweeps')).status).toBe(201);
      const [row] = await world.db.query<{ on: string | null; state: string }[]>(
        `select o.overdue_noticed_on as on, o.state from occurrence o join submission s on s.occurrence_id = o.id where s.id = $1`,
        [id],
      );
      expect(row).toEqual({ on: null, state: 'filed' });
    }
  });

  it('by hand twice at once marks each report once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      world.clock.set('2026-06-30');
      const occurrence = await due();
      world.clock.set('2026-07-01');
      const replies = await Promise.all([post('/sweeps'), post('/sweeps'), post('/sweeps')]);
      const statuses = replies.map(({ status, body: { code } }) => `${status} ${code ?? ''}`);
      expect(statuses.filter((word) => word !== '201 ' && word !== '409 sweep.busy')).toEqual([]);
      expect(statuses).toContain('201 ');
      const [row] = await world.db.query<{ on: string }[]>(
        `select overdue_noticed_on as on from occurrence where id = $1`,
        [occurrence],
      );
      expect(row?.on).toBe('2026-07-01');
    }
  });
});
