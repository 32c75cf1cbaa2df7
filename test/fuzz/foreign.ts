import { aPdf } from '../support/files.js';
import type { World } from '../support/world.js';

/** Stands in every text of what only two far bodies share. */
const MARK = 'FOREIGN-7f3a91c2';

interface Made {
  id: string;
  version: number;
}

async function must(world: World, path: string, body: unknown): Promise<Made> {
  const reply = await world.call<Made>('POST', path, body);
  if (reply.status !== 201) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

async function attach(world: World, mark: string, path: string, fields: Record<string, string>): Promise<void> {
  const file = { name: `${mark}.pdf`, bytes: aPdf([[mark]]) };
  const reply = await world.upload(path, { ...fields, noSecretConfirmed: 'true' }, file);
  if (reply.status !== 201) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
}

async function promise(world: World, mark: string, agreement: string, lead: string): Promise<void> {
  const { body } = await world.call<{ items: Made[] }>('POST', `/agreements/${agreement}/clauses`, {
    clauses: [{ kind: 'ARTICLE', label: 'Điều 1', heading: mark, text: `Bí mật của ${mark}` }],
  });
  const clause = body.items[0]!.id;
  await must(world, `/agreements/${agreement}/commitments`, {
    title: `Báo cáo ${mark}`,
    kind: 'REPORT',
    expectedResult: mark,
    clauseIds: [clause],
    bodies: [{ bodyId: lead, role: 'LEAD' }],
    schedules: [{ frequency: 'MONTHLY', textAsWritten: mark, clauseId: clause }],
  });
  await must(world, `/agreements/${agreement}/review-cycles`, {
    kind: 'MEETING',
    frequency: 'QUARTERLY',
    window: { kind: 'SHIFTED', startDay: 1, monthOffset: 0 },
    due: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 'LAST' },
    hostId: lead,
    textAsWritten: mark,
  });
}

/** One report returned and one waived, one drafted, one filed, one that asks for time; a review held, with what follows. */
async function work(world: World, mark: string, agreement: string, owner: string): Promise<void> {
  const list = async (path: string): Promise<Made[]> =>
    (await world.call<{ items: Made[] }>('GET', `${path}?agreementId=${agreement}&limit=50`)).body.items;
  const reports = await list('/occurrences');
  const draft = (report: Made | undefined): Promise<Made> => {
    const words = { done: mark, difficulties: mark, proposals: mark, assessment: mark };
    return must(world, `/occurrences/${report!.id}/submissions`, words);
  };
  const back = await draft(reports[0]);
  await attach(world, mark, `/submissions/${back.id}/evidence`, { note: mark });
  await must(world, `/submissions/${back.id}/submission`, {});
  await must(world, `/submissions/${back.id}/return`, { comment: mark });
  await must(world, `/occurrences/${reports[1]!.id}/waiver`, { reason: mark });
  await draft(reports[2]);
  const filed = await draft(reports[3]);
  await must(world, `/submissions/${filed.id}/submission`, {});
  const last = reports.at(-1)!;
  await must(world, `/occurrences/${last.id}/extensions`, { to: '2029-01-10', reason: mark });
  const [review] = await list('/reviews');
  const today = world.clock.today();
  const meeting = { heldOn: today, place: mark, chair: mark, conclusion: mark, sidesPresent: [owner] };
  await must(world, `/reviews/${review!.id}/meeting`, meeting);
  await attach(world, mark, `/reviews/${review!.id}/minutes`, {});
  await must(world, `/reviews/${review!.id}/follow-ups`, { title: mark, ownerId: owner, dueOn: today });
}

let planted = 0;

/** Bodies are known to everybody: they bear no mark. */
function body(world: World, parentId: string | null): Promise<Made> {
  const code = `TRONG-${++planted}`;
  return must(world, '/bodies', { code, nameVi: `Đơn vị ${code}`, system: 'PARTY', level: 'COMMUNE', parentId });
}

async function register(world: World, mark: string, under: string | null): Promise<{ id: string; lead: string }> {
  const [one, two] = [await body(world, under), await body(world, under)];
  const { id } = await must(world, '/agreements', {
    kind: 'REGULATION',
    title: `Quy chế ${mark}`,
    numbers: [{ printed: `${mark}/QC` }],
    parties: [
      { bodyId: one.id, nameAsSigned: mark, signatoryName: mark, signatoryPosition: mark, contact: mark },
      { bodyId: two.id },
    ],
    signedOn: '2026-01-05',
    signedAtPlace: mark,
    ceremonyNote: mark,
    inForceFrom: '2026-01-05',
    termKind: 'FIXED',
    termTo: '2028-01-04',
    renewal: 'TACIT',
    renewalMonths: 12,
    noSecretConfirmed: true,
  });
  await promise(world, mark, id, one.id);
  await attach(world, mark, `/agreements/${id}/documents`, { kind: 'OTHER', name: mark });
  return { id, lead: one.id };
}

/** A living agreement of two new bodies with everything one can have, and two that are still to come alive. */
export async function plantAgreements(world: World, mark: string, under: string | null): Promise<string[]> {
  const { id, lead } = await register(world, mark, under);
  await must(world, `/agreements/${id}/activation`, { followedSince: '2026-01-05' });
  await work(world, mark, id, lead);
  const signed = await register(world, `${mark}-ký`, under);
  const parties = [{ bodyId: lead }, { bodyId: signed.lead }];
  const draft = { kind: 'PLAN', title: `Dự thảo ${mark}`, parties, noSecretConfirmed: true };
  return [id, signed.id, (await must(world, '/agreements', draft)).id];
}

/** What no stranger to it may see: the texts and the ids of agreements between far bodies. */
export async function plantForeign(world: World): Promise<string[]> {
  const ids = await plantAgreements(world, MARK, null);
  const rows = await world.db.query<{ id: string }[]>(
    `select id from agreement where id = any ($1::uuid[])
     union all select id from clause where agreement_id = any ($1::uuid[])
     union all select id from commitment where agreement_id = any ($1::uuid[])
     union all select id from occurrence where agreement_id = any ($1::uuid[])
     union all select id from review where agreement_id = any ($1::uuid[])`,
    [ids],
  );
  return [MARK, ...rows.map(({ id }) => id)];
}
