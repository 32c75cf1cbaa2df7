import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { AgreementDocument } from '../agreements/document.entity.js';
import { doubtWords } from '../commitments/clause-text.words.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import type { CheckedFile } from '../platform/storage/file-check.js';
import { FileStore } from '../platform/storage/file-store.js';
import { refuseFile } from '../platform/storage/file.refusals.js';
import {
  INTAKES_AT_MOST,
  PROPOSALS_AT_MOST,
  type IntakeAnswer,
  type NewDecisions,
  type PastedText,
  type SettledIntake,
} from './intake.contract.js';
import { IntakeDesk, type Told } from './intake-desk.js';
import { Intake, IntakeProposal } from './intake.entity.js';
import { IntakeQueries } from './intake.queries.js';
import { refuseIntake } from './intake.refusals.js';

/** Documents on their way into the register. What they propose is entered by the routes of the register alone. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly work: Work,
    private readonly desk: IntakeDesk,
    private readonly files: FileStore,
    private readonly life: AgreementLife,
    private readonly queries: IntakeQueries,
  ) {}

  /** A file that passed the door is kept, read or not. */
  async takeFile(act: Act, file: CheckedFile): Promise<IntakeAnswer> {
    const told = await this.desk.read({ bytes: file.bytes, mediaType: file.mediaType });
    return this.work.run(act, async (tx) => {
      const { sha256 } = await this.files.keep(tx, act, file);
      return this.keep(tx, act, told, { name: file.name, sha256 });
    });
  }

  async takeText(act: Act, { text, noSecretConfirmed }: PastedText): Promise<IntakeAnswer> {
    if (!noSecretConfirmed) throw refuseFile('secret-not-excluded', {}, '/noSecretConfirmed');
    const told = await this.desk.read({ text });
    return this.work.run(act, (tx) => this.keep(tx, act, told, { name: null, sha256: null }));
  }

  decide(act: Act, id: string, { decisions }: NewDecisions): Promise<IntakeAnswer> {
    return this.work.run(act, async (tx) => {
      const intake = await this.lock(tx, act, id);
      if (intake.agreementId !== null) throw refuseIntake('settled');
      const known = new Set((await tx.findBy(IntakeProposal, { intakeId: id })).map((proposal) => proposal.id));
      const stray = decisions.findIndex(({ proposalId }) => !known.has(proposalId));
      if (stray >= 0) throw refuseIntake('no-such-proposal', {}, `/decisions/${stray}/proposalId`);
      await tx.query(
        `update intake_proposal p set state = d.state, decided_at = case when d.state = 'PROPOSED' then null else $4::timestamptz end
         from unnest($2::uuid[], $3::text[]) d (id, state) where p.intake_id = $1 and p.id = d.id`,
        [id, decisions.map(({ proposalId }) => proposalId), decisions.map(({ state }) => state), act.at],
      );
      await updateGuarded(tx, Intake, intake, { name: intake.name });
      await note(tx, act, 'intake.decided', id, { after: countsOf(decisions.map(({ state }) => state)) });
      return this.queries.one(act.actor.id, id, tx);
    });
  }

  /** The agreement that came of a document; its file becomes the agreement's. */
  settle(
    act: Act,
    agreementId: string,
    { intakeId, documentKind = 'SIGNED_TEXT' }: SettledIntake,
  ): Promise<IntakeAnswer> {
    return this.work.run(act, async (tx) => {
      await this.life.lock(tx, agreementId);
      const intake = await this.lock(tx, act, intakeId);
      if (intake.agreementId !== null) throw refuseIntake('settled');
      const { name, sha256 } = intake;
      if (sha256 !== null) {
        const after = {
          agreementId,
          kind: documentKind,
          name: name ?? 'tep',
          sha256,
          datedOn: null,
          addedBy: act.actor.id,
          addedAt: act.at,
        };
        await tx.insert(AgreementDocument, after);
        await note(tx, act, 'document.added', agreementId, { after });
      }
      await updateGuarded(tx, Intake, intake, { agreementId });
      await note(tx, act, 'intake.settled', agreementId, { after: { intakeId } });
      return this.queries.one(act.actor.id, intakeId, tx);
    });
  }

  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const { version } = await this.lock(tx, act, id);
      refuseStale(act, version);
      await tx.delete(Intake, { id });
      await note(tx, act, 'intake.deleted', id, {});
      return {};
    });
  }

  private async keep(
    tx: Tx,
    act: Act,
    told: Told,
    { name, sha256 }: Pick<Intake, 'name' | 'sha256'>,
  ): Promise<IntakeAnswer> {
    await this.refuseTooMany(tx, act);
    const read =
      'unread' in told ? { source: null, unread: told.unread, lines: [], doubts: [] } : { ...told, unread: null };
    const doubts = read.doubts.map((doubt) => ({
      ...doubt,
      messageVi: doubtWords(doubt, 'vi'),
      messageEn: doubtWords(doubt, 'en'),
    }));
    const { source, unread, lines } = read;
    const row = { memberId: act.actor.id, name, sha256, source, unread, lines, doubts, takenAt: act.at };
    const id = await insertOne(tx, Intake, row);
    const proposals = 'unread' in told ? [] : told.proposals.slice(0, PROPOSALS_AT_MOST);
    await tx.query(
      `insert into intake_proposal (intake_id, ordinal, part, state, content)
       select $1, t.ordinal - 1, t.content ->> 'part', 'PROPOSED', t.content - 'part'
       from jsonb_array_elements($2::jsonb) with ordinality t (content, ordinal)`,
      [id, JSON.stringify(proposals)],
    );
    // Neither the name of the file nor a word of it: what is not entered leaves no trace of what it says.
    await note(tx, act, 'intake.taken', id, { after: { source, unread, proposals: proposals.length } });
    return this.queries.one(act.actor.id, id, tx);
  }

  /** One at a time decides; somebody else's does not exist. */
  private async lock(tx: Tx, { actor }: Act, id: string): Promise<Intake> {
    const row = await tx.findOne(Intake, { where: { id, memberId: actor.id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw refuseIntake('unknown');
    return row;
  }

  private async refuseTooMany(tx: Tx, { actor }: Act): Promise<void> {
    await tx.query(`select from member where id = $1 for no key update`, [actor.id]);
    const open = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from intake where member_id = $1 and agreement_id is null`,
      [actor.id],
    );
    if ((open[0]?.count ?? 0) >= INTAKES_AT_MOST) throw refuseIntake('too-many', { max: INTAKES_AT_MOST });
  }
}

function countsOf(states: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
