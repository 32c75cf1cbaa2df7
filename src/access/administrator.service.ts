import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { OneTimeLink } from './access.contract.js';
import { actBy } from './identity.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { Seat, SeatHolding } from './seat.entity.js';
import { SecretsService } from './secrets.service.js';

/** Whoever may start the server may also let its administrator in. */
const MACHINE = { id: '00000000-0000-0000-0000-000000000000', name: 'Máy chủ' };
const FULL_NAME = 'Quản trị hệ thống';

@Injectable()
export class AdministratorService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly secrets: SecretsService,
    private readonly links: OneTimeLinkService,
  ) {}

  /** Creates the first administrator of an empty register; without a password given, returns a link to print once. */
  async ensure(login: string, password: string | null): Promise<OneTimeLink | null> {
    const act = actBy(this.clock, MACHINE, 'start');
    const { link } = await this.work.run(act, async (tx) => {
      const [member] = await tx.query<{ id: string }[]>(
        `insert into member (login, full_name) select $1, $2 where not exists (select from member)
         on conflict do nothing returning id`,
        [login, FULL_NAME],
      );
      if (!member) return { link: null };
      await note(tx, act, 'member.registered', member.id, { after: { login, fullName: FULL_NAME } });
      await this.seat(tx, act, member.id);
      if (password === null) return { link: await this.links.make(tx, act, member.id, 'INVITATION') };
      const hashed = await this.secrets.hashFor({ login, fullName: FULL_NAME }, password);
      await this.secrets.write(tx, member.id, hashed);
      return { link: null };
    });
    return link;
  }

  /** Over the whole register: from there every other seat is given. */
  private async seat(tx: Tx, act: Act, memberId: string): Promise<void> {
    const id = await insertOne(tx, Seat, {
      nameVi: 'Quản trị sổ',
      nameEn: 'Register administrator',
      role: 'ADMINISTRATOR',
    });
    await tx.insert(SeatHolding, { seatId: id, memberId, fromOn: act.today });
    await note(tx, act, 'seat.created', id, { after: { role: 'ADMINISTRATOR', memberId } });
  }

  /** A link by which the administrator chooses a new password, for the command line; null when there is no such login. */
  async newLink(login: string): Promise<OneTimeLink | null> {
    const act = actBy(this.clock, MACHINE, 'command');
    const { link } = await this.work.run(act, async (tx) => {
      const [member] = await tx.query<{ id: string }[]>(`select id from member where login = $1`, [login]);
      if (!member) return { link: null };
      const made = await this.links.make(tx, act, member.id, 'RESET');
      await note(tx, act, 'member.reset-begun', member.id, { after: { expiresAt: made.expiresAt } });
      return { link: made };
    });
    return link;
  }
}
