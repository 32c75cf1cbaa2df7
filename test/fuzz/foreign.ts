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

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

async function attach(world: World, path: string, fields: Record<string, string>): Promise<void> {
  const file = { name: `${MARK}.pdf`, bytes: Buffer.concat([PDF, Buffer.from(MARK)]) };
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

async function work(world: World, agreement: string, owner: string): Promise<void> {
  const list = async <T>(path: string): Promise<T[]> =>
    (await world.call<{ items: T[] }>('GET', `${path}?agreementId=${agreement}&limit=50`)).body.items;
  const [first, second] = await list<Made>('/occurrences');
  const filing = await must(world, `/occurrences/${first!.id}/submissions`, {
    done: MARK,
    difficulties: MARK,
    proposals: MARK,
    assessment: MARK,
  });
  await attach(world, `/submissions/${filing.id}/evidence`, { note: MARK });
  await must(world, `/submissions/${filing.id}/submission`, {});
  await must(world, `/submissions/${filing.id}/return`, { comment: MARK });
  await must(world, `/occurrences/${second!.id}/waiver`, { reason: MARK });
  const [review] = await list<Made>('/reviews');
  const today = world.clock.today();
  const meeting = { heldOn: today, place: MARK, chair: MARK, conclusion: MARK, sidesPresent: [owner] };
  await must(world, `/reviews/${review!.id}/meeting`, meeting);
  await attach(world, `/reviews/${review!.id}/minutes`, {});
  await must(world, `/reviews/${review!.id}/follow-ups`, { title: MARK, ownerId: owner, dueOn: today });
}

const body = (world: World, code: string): Promise<Made> =>
  must(world, '/bodies', { code, nameVi: `Đơn vị xa ${code}`, system: 'PARTY', level: 'PROVINCE' });

/** A living agreement of two new bodies, with a monthly report and a quarterly review. */
export async function plantAgreement(world: World, mark: string): Promise<{ id: string; lead: string }> {
  const code = mark.slice(-40);
  const [one, two] = [await body(world, `${code}-1`), await body(world, `${code}-2`)];
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
    noSecretConfirmed: true,
  });
  await promise(world, mark, id, one.id);
  await attach(world, `/agreements/${id}/documents`, { kind: 'OTHER', name: mark });
  await must(world, `/agreements/${id}/activation`, { followedSince: '2026-01-05' });
  return { id, lead: one.id };
}

/** An agreement with everything one can have, and what no stranger to it may see: its texts and its ids. */
export async function plantForeign(world: World): Promise<string[]> {
  const { id, lead } = await plantAgreement(world, MARK);
  await work(world, id, lead);
  const rows = await world.db.query<{ id: string }[]>(
    `select id from agreement where id = $1
     union all select id from clause where agreement_id = $1
     union all select id from commitment where agreement_id = $1
     union all select id from occurrence where agreement_id = $1
     union all select id from review where agreement_id = $1`,
    [id],
  );
  return [MARK, ...rows.map((row) => row.id)];
}
