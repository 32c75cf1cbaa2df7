import { Inject, Injectable } from '@nestjs/common';
import type { Agreement } from '../agreements/agreement.entity.js';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import type { CivilDate } from '../core/civil-date.js';
import { ActivationService } from '../lifecycle/activation.service.js';
import { EndingService } from '../lifecycle/ending.service.js';
import { RenewalService } from '../lifecycle/renewal.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { Step } from './one-bad-row.js';

type Deed = (tx: Tx, act: Act, row: Agreement) => Promise<unknown>;

const NOTICE_GIVEN = `exists (select from renewal_notice n
  where n.agreement_id = agreement.id and n.term_to = agreement.term_to)`;

/** What a passing day does to agreements: few a night, so each goes through the same verbs that people use. */
@Injectable()
export class AgreementSteps {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly life: AgreementLife,
    private readonly activation: ActivationService,
    private readonly ending: EndingService,
    private readonly renewals: RenewalService,
  ) {}

  steps(act: Act): Step[] {
    return [
      // Before planning, so that nothing is planned for what is over. Without a number of months, a tacit renewal goes
      // on until somebody ends it.
      this.step(
        act,
        'agreementsRenewed',
        `state in ('in_force', 'expiring') and term_to < $1 and renewal = 'TACIT' and renewal_months is not null
         and not ${NOTICE_GIVEN}`,
        (tx, night, row) => this.renewals.renewTacitly(tx, night, row),
      ),
      this.step(
        act,
        'agreementsEnded',
        `state in ('in_force', 'expiring', 'paused') and term_to < $1 and (renewal <> 'TACIT' or ${NOTICE_GIVEN})`,
        (tx, night, row) => this.ending.end(tx, night, row, 'end', { on: row.termTo ?? night.today, reason: null }),
      ),
      this.step(
        act,
        'agreementsBegun',
        `state = 'signed' and activated_on is not null and in_force_from <= $1`,
        (tx, night, row) => this.activation.begin(tx, night, row),
      ),
      this.step(
        act,
        'agreementsExpiring',
        `state = 'in_force' and term_to is not null and term_to - ${this.config.expiringDays} <= $1`,
        (tx, night, row) => this.life.move(tx, night, row, 'near_end', { on: night.today }),
      ),
    ];
  }

  private step(act: Act, name: string, condition: string, deed: Deed): Step {
    const ids = async (tx: Tx, asOf: CivilDate): Promise<string[]> => {
      const rows = await tx.query<{ id: string }[]>(`select id from agreement where ${condition} order by id`, [asOf]);
      return rows.map(({ id }) => id);
    };
    const some: Step['some'] = async (tx, asOf, asked) => {
      for (const id of asked) await deed(tx, { ...act, today: asOf }, await this.life.lock(tx, id));
      return { count: asked.length, failures: [] };
    };
    return { name, ids, some, all: async (tx, asOf) => some(tx, asOf, await ids(tx, asOf)) };
  }
}
