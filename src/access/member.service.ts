import { hash } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { likeText } from '../bodies/body.queries.js';
import { note } from '../platform/audit/audit.js';
import { insertOne, violates } from '../platform/database/rows.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { MemberListed, MembersQuery, NewMember } from './access.contract.js';
import { refuseMember } from './access.refusals.js';
import { Member } from './member.entity.js';

@Injectable()
export class MemberService {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
  ) {}

  /** May sign in; the rights come with the seats. */
  async register(act: Act, { login, fullName, password }: NewMember): Promise<MemberListed> {
    const passwordHash = await hash(password);
    return this.work.run(act, async (tx) => {
      const row = { login, fullName };
      const id = await insertOne(tx, Member, { ...row, passwordHash }).catch((error: unknown) => {
        throw violates(error, 'member_login_key') ? refuseMember('login-taken', { login }, '/login') : error;
      });
      await note(tx, act, 'member.registered', id, { after: { id, ...row } });
      return { id, ...row };
    });
  }

  async page(query: MembersQuery): Promise<Page<MemberListed>> {
    const place = placeOf(query, 'text');
    const rows = await this.db.query<MemberListed[]>(
      `select m.id, m.login, m.full_name as "fullName" from member m
       where member_in_scope(m.id) and ($1::text is null or m.login ilike '%' || $1 || '%' or m.full_name ilike '%' || $1 || '%')
         and ($2::text is null or m.login > $2) order by m.login limit $3`,
      [query.q === undefined ? null : likeText(query.q), place?.[0] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.login]);
  }
}
