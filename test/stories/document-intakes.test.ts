import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IntakeAnswer, IntakesAnswer } from '../../src/intake/intake.contract.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { partyB, typedA } from '../rules/intake/word-files.js';
import { aDocx, aPdf, anOle, paragraph } from '../support/files.js';
import { aBody, anAgreement } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const send = <T = IntakeAnswer>(name: string, bytes: Buffer): Promise<Reply<T>> =>
  world.upload('/intakes', { noSecretConfirmed: 'true' }, { name, bytes });

const rowsOf = async (table: string): Promise<number> => {
  const [row] = await world.db.query<{ count: number }[]>(`select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
};

describe('a document taken in', () => {
  it('proposes what it states beside its lines, and enters nothing', async () => {
    await aBody(world.db, 'Ủy ban nhân dân phường', { search: 'ubnd | uy ban nhan dan phuong' });
    const before = await rowsOf('agreement');
    const { status, body } = await send('Quy chế.docx', typedA);
    expect(status).toBe(201);
    expect(body).toMatchObject({ source: 'DOCX', unread: null, agreementId: null });
    expect(body.undecided).toBe(body.proposals.length);
    expect(body.proposals.find(({ part }) => part === 'NUMBER')).toMatchObject({
      value: { printed: '15/QCPH-HĐND-UBND-MTTQ' },
      confidence: 'HIGH',
      state: 'PROPOSED',
    });
    for (const { fromLine, toLine, sentence } of body.proposals.filter(({ part }) => part === 'REVIEW')) {
      const shown = body.lines.slice(fromLine - 1, toLine).map(({ text }) => text);
      expect(shown.join('\n')).toContain(sentence);
    }
    expect(body.bodies.find(({ name }) => name === 'Ủy ban nhân dân phường')).toMatchObject({
      candidates: [{ nameVi: 'Ủy ban nhân dân phường', exact: true }],
    });
    expect(await rowsOf('agreement')).toBe(before);
    expect(await rowsOf('commitment')).toBe(0);
  });

  it('goes the same way when its text is pasted', async () => {
    const text = 'Điều 1. Chế độ báo cáo\nHằng quý, các bên gửi báo cáo trước ngày 20 tháng cuối quý.';
    const { status, body } = await world.call<IntakeAnswer>('POST', '/intakes/pasted-texts', {
      text,
      noSecretConfirmed: true,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ source: 'TEXT', name: null });
    expect(body.proposals.map(({ part }) => part)).toEqual(['CLAUSE', 'COMMITMENT']);
  });

  it('is kept with its reason when it cannot be read', async () => {
    const scan = await send('Bản quét.pdf', aPdf([[]]));
    expect(scan.body).toMatchObject({ source: null, unread: 'scan', lines: [], proposals: [] });
    expect(scan.body.unreadVi).toContain('bản quét');
    const old = await send('Quy chế.doc', anOle());
    expect(old.body).toMatchObject({ unread: 'old-word' });
    expect(old.body.unreadEn).toContain('.docx');
  });

  it('is refused with a secrecy mark, and so is a text', async () => {
    const before = await rowsOf('intake');
    const file = await send<Problem>('Quy chế.docx', aDocx(paragraph('MẬT') + paragraph('Điều 1. Mục đích')));
    expect(file.body).toMatchObject({ status: 422, code: 'file.secrecy-mark' });
    const text = await world.call<Problem>('POST', '/intakes/pasted-texts', {
      text: 'MẬT\nĐiều 1. Mục đích',
      noSecretConfirmed: true,
    });
    expect(text.status).toBe(422);
    const unsure = await world.call<Problem>('POST', '/intakes/pasted-texts', {
      text: 'Điều 1. Mục đích',
      noSecretConfirmed: false,
    });
    expect(unsure.body).toMatchObject({ status: 422, code: 'file.secret-not-excluded' });
    expect(await rowsOf('intake')).toBe(before);
    const spoken = await send(
      'Quy chế 2.docx',
      aDocx(paragraph('Điều 1. Không trao đổi tài liệu bí mật nhà nước độ Mật.')),
    );
    expect(spoken.status).toBe(201);
  });
});

describe('what is decided', () => {
  it('is kept with the document, proposal by proposal', async () => {
    const { body } = await send('Chương trình.docx', partyB);
    const [first, second, third] = body.proposals;
    const decided = await world.call<IntakeAnswer>('POST', `/intakes/${body.id}/decisions`, {
      decisions: [
        { proposalId: first?.id, state: 'ACCEPTED' },
        { proposalId: second?.id, state: 'EDITED' },
        { proposalId: third?.id, state: 'REJECTED' },
      ],
    });
    expect(decided.status).toBe(201);
    expect(decided.body.proposals.slice(0, 4).map(({ state }) => state)).toEqual([
      'ACCEPTED',
      'EDITED',
      'REJECTED',
      'PROPOSED',
    ]);
    expect(decided.body.undecided).toBe(body.proposals.length - 3);
    const again = await world.call<IntakeAnswer>('GET', `/intakes/${body.id}`);
    expect(again.body.proposals.map(({ state }) => state)).toEqual(decided.body.proposals.map(({ state }) => state));
    const stray = await world.call<Problem>('POST', `/intakes/${body.id}/decisions`, {
      decisions: [{ proposalId: body.id, state: 'ACCEPTED' }],
    });
    expect(stray.body).toMatchObject({
      status: 422,
      code: 'intake.no-such-proposal',
      pointer: '/decisions/0/proposalId',
    });
  });

  it('leads to an agreement that keeps the file, once', async () => {
    const agreement = await anAgreement(world.db);
    const { body } = await send('Chương trình đã ký.docx', partyB);
    const settled = await world.call<IntakeAnswer>('POST', `/agreements/${agreement}/intakes`, { intakeId: body.id });
    expect(settled.status).toBe(201);
    expect(settled.body.agreementId).toBe(agreement);
    const kept = await world.call<{ documents: { name: string; kind: string }[] }>('GET', `/agreements/${agreement}`);
    expect(kept.body.documents).toMatchObject([{ name: 'Chương trình đã ký.docx', kind: 'SIGNED_TEXT' }]);
    const again = await world.call<Problem>('POST', `/agreements/${agreement}/intakes`, { intakeId: body.id });
    expect(again.body).toMatchObject({ status: 409, code: 'intake.settled' });
    const late = await world.call<Problem>('POST', `/intakes/${body.id}/decisions`, {
      decisions: [{ proposalId: body.proposals[0]?.id, state: 'ACCEPTED' }],
    });
    expect(late.body).toMatchObject({ code: 'intake.settled' });
  });

  it('is gone with the document', async () => {
    const { body } = await send('Bỏ.docx', typedA);
    const gone = await world.call('DELETE', `/intakes/${body.id}`, undefined, { 'if-match': `"${body.version}"` });
    expect(gone.status).toBe(204);
    expect((await world.call<Problem>('GET', `/intakes/${body.id}`)).body).toMatchObject({
      status: 404,
      code: 'intake.unknown',
    });
    const [row] = await world.db.query<{ count: number }[]>(
      `select count(*)::int as count from intake_proposal where intake_id = $1`,
      [body.id],
    );
    expect(row?.count).toBe(0);
    const mine = await world.call<IntakesAnswer>('GET', '/intakes');
    expect(mine.body.items.map(({ id }) => id)).not.toContain(body.id);
  });
});

describe('somebody else', () => {
  it('does not see it, whatever their role', async () => {
    const { body } = await send('Của tôi.docx', typedA);
    const password = 'mat-khau-thu-nghiem-cua-can-bo';
    const member = await world.call<{ id: string }>('POST', '/members', {
      login: 'van-thu-khac',
      fullName: 'Văn thư khác',
      password,
    });
    const seat = await world.db.query<{ id: string }[]>(
      `insert into seat (name_vi, role, body_id) values ('Văn thư', 'REGISTRAR', null) returning id`,
    );
    await world.db.query(`insert into seat_holding (seat_id, member_id, from_on) values ($1, $2, '2026-01-01')`, [
      seat[0]?.id,
      member.body.id,
    ]);
    const session = await world.call<{ token: string }>('POST', '/sessions', { login: 'van-thu-khac', password });
    const headers = { authorization: `Bearer ${session.body.token}` };
    for (const [method, path, sent] of [
      ['GET', `/intakes/${body.id}`, undefined],
      [
        'POST',
        `/intakes/${body.id}/decisions`,
        { decisions: [{ proposalId: body.proposals[0]?.id, state: 'ACCEPTED' }] },
      ],
      ['DELETE', `/intakes/${body.id}`, undefined],
    ] as const)
      expect((await world.call<Problem>(method, path, sent, headers)).body).toMatchObject({
        status: 404,
        code: 'intake.unknown',
      });
  });
});
