import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { likeText } from '../bodies/body.queries.js';
import { fold } from '../core/vietnamese.js';
import type { Tx } from '../platform/database/work.js';
import type { IntakeAnswer, IntakesAnswer, IntakeSummary, PrintedBody, ProposalAnswer } from './intake.contract.js';
import { Intake } from './intake.entity.js';
import { refuseIntake } from './intake.refusals.js';
import { unreadWords } from './intake.words.js';
import { namesIn } from './named.rules.js';

const SUMMARY = `select i.id, i.name, i.source, i.unread, i.taken_at as "takenAt", i.agreement_id as "agreementId", i.version,
  (select count(*)::int from intake_proposal p where p.intake_id = i.id and p.state = 'PROPOSED') as undecided
  from intake i where i.member_id = $1`;

/** A member sees their own: what is not entered yet is nobody else's business. */
@Injectable()
export class IntakeQueries {
  constructor(private readonly db: DataSource) {}

  async of(memberId: string): Promise<IntakesAnswer> {
    return {
      items: await this.db.query<IntakeSummary[]>(`${SUMMARY} order by i.taken_at desc, i.id limit 100`, [memberId]),
    };
  }

  async one(memberId: string, id: string, tx: Tx = this.db.manager): Promise<IntakeAnswer> {
    const [summary] = await tx.query<IntakeSummary[]>(`${SUMMARY} and i.id = $2`, [memberId, id]);
    if (!summary) throw refuseIntake('unknown');
    const { lines, doubts } = await tx.findOneByOrFail(Intake, { id });
    const proposals = await tx
      .query<ProposalAnswer[]>(
        `select p.content || jsonb_build_object('id', p.id, 'part', p.part, 'state', p.state) as row
       from intake_proposal p where p.intake_id = $1 order by p.ordinal`,
        [id],
      )
      .then((rows) => (rows as unknown as { row: ProposalAnswer }[]).map(({ row }) => row));
    const words = summary.unread === null ? null : unreadWords(summary.unread);
    return {
      ...summary,
      unreadVi: words?.vi ?? null,
      unreadEn: words?.en ?? null,
      lines,
      proposals,
      doubts: doubts as IntakeAnswer['doubts'],
      bodies: await this.bodiesCalled(tx, namesIn(proposals)),
    };
  }

  /** The register's bodies whose name, code or abbreviation holds the printed name. */
  private async bodiesCalled(tx: Tx, names: readonly string[]): Promise<PrintedBody[]> {
    const folded = names.map((name) => `%${likeText(fold(name)).replace(/\s+/g, '%')}%`);
    const rows = await tx.query<{ name: string; id: string; nameVi: string }[]>(
      `select n.name, found.id, found.name_vi as "nameVi" from unnest($1::text[], $2::text[]) n (name, pattern)
       cross join lateral (select b.id, b.name_vi from body b where b.search like n.pattern
         order by b.valid_to is not null, length(b.name_vi), b.id limit 5) found`,
      [names, folded],
    );
    return names.map((name) => ({
      name,
      candidates: rows
        .filter((row) => row.name === name)
        .map(({ id, nameVi }) => ({ id, nameVi, exact: fold(nameVi) === fold(name) }))
        .sort((a, b) => Number(b.exact) - Number(a.exact)),
    }));
  }
}
