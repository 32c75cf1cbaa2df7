import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { AgreementLife, isRunning } from '../agreements/agreement-life.service.js';
import type { AgreementAnswer } from '../agreements/agreement.answers.js';
import { AgreementStep, Party, type Agreement } from '../agreements/agreement.entity.js';
import { AgreementQueries } from '../agreements/agreement.queries.js';
import { refuseAgreement } from '../agreements/agreement.refusals.js';
import { RenewalNotice } from '../agreements/renewal-notice.entity.js';
import { nextTermEnd } from '../agreements/renewal.rules.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { PlanningService } from './planning.service.js';
import type { NewRenewal, NewRenewalNotice } from './renewal.contract.js';
import { refuseRenewal } from './renewal.refusals.js';

/** The next term: agreed, or taken by silence unless a party gave notice in time. */
@Injectable()
export class RenewalService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly agreements: AgreementQueries,
    private readonly planning: PlanningService,
  ) {}

  /** By agreement of the parties, reached before the term was over. */
  renew(act: Act, id: string, input: NewRenewal): Promise<AgreementAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      const { on = null, termTo, document, note: reason = null } = input;
      const agreedOn = on ?? act.today;
      const before = checkRenewable(row, agreedOn);
      if (agreedOn > act.today) throw refuseRenewal('in-future', { on: agreedOn, today: act.today }, '/on');
      if (termTo <= before) throw refuseRenewal('not-longer', { termTo, before }, '/termTo');
      const changes = { termTo, firstTermTo: null };
      await this.life.move(tx, act, row, 'renew', { on: agreedOn, reason, document, changes });
      await this.planning.planLonger(tx, act, id);
      return this.agreements.one(id, tx);
    });
  }

  /** A party will not go on: the agreement ends with its term. */
  giveNotice(act: Act, id: string, input: NewRenewalNotice): Promise<AgreementAnswer> {
    return this.work.run(act, async (tx) => {
      const row = await this.life.lock(tx, id);
      refuseStale(act, row.version);
      const { givenOn, bodyId, document } = input;
      if (!isRunning(row)) throw refuseAgreement('not-in-force', { state: row.state });
      const { termTo } = row;
      const lastNoticeDay = await this.agreements.lastNoticeDay(row, tx);
      if (row.renewal !== 'TACIT') throw refuseRenewal('not-tacit');
      if (termTo === null || lastNoticeDay === null) throw refuseRenewal('no-term');
      if (givenOn > act.today) throw refuseRenewal('in-future', { on: givenOn, today: act.today }, '/givenOn');
      if (givenOn > lastNoticeDay)
        throw refuseRenewal('notice-too-late', { givenOn, lastNoticeDay, termTo }, '/givenOn');
      await this.refuseNotice(tx, { agreementId: id, termTo }, input);
      const after = { agreementId: id, termTo, givenOn, bodyId, document, byId: act.actor.id, at: act.at };
      await tx.insert(RenewalNotice, after);
      await note(tx, act, 'agreement.renewal-notice', id, { after });
      return this.agreements.one(id, tx);
    });
  }

  /** Terms passed in silence, each a step of its own, up to the one that `act.today` lies in. */
  async renewTacitly(tx: Tx, act: Act, row: Agreement): Promise<void> {
    const { renewalMonths } = row;
    if (renewalMonths === null) return;
    for (let end = row.termTo; end !== null && end < act.today; end = row.termTo) {
      const firstTermTo = row.firstTermTo ?? end;
      const changes = { firstTermTo, termTo: nextTermEnd(firstTermTo, renewalMonths, end) };
      await this.life.move(tx, act, row, 'renew', { on: addDays(end, 1), changes });
    }
    await this.planning.planLonger(tx, act, row.id);
  }

  private async refuseNotice(
    tx: Tx,
    term: { agreementId: string; termTo: CivilDate },
    { givenOn, bodyId }: NewRenewalNotice,
  ): Promise<void> {
    const { agreementId, termTo } = term;
    if (!(await tx.existsBy(Party, { agreementId, bodyId, leftOn: IsNull() })))
      throw refuseRenewal('notice-not-party', {}, '/bodyId');
    const known = await tx.findOneBy(RenewalNotice, term);
    if (known) throw refuseRenewal('notice-known', { givenOn: known.givenOn, termTo });
    // Entered too late: silence has renewed it meanwhile, and the notice must not end a term that it was not given for.
    const renewed = await tx.findOne(AgreementStep, {
      where: { agreementId, verb: 'renew', onDate: MoreThan(givenOn) },
      order: { onDate: 'DESC' },
    });
    if (renewed) throw refuseRenewal('notice-for-earlier-term', { givenOn, from: renewed.onDate }, '/givenOn');
  }
}

/** The last day of the term, which must not be over on the day of agreement. */
function checkRenewable(row: Agreement, agreedOn: CivilDate): CivilDate {
  const { state, termTo } = row;
  if (state === 'ended' && termTo !== null) throw refuseRenewal('agreement-over', { termTo });
  if (!isRunning(row)) throw refuseAgreement('not-in-force', { state });
  if (termTo === null) throw refuseRenewal('no-term');
  if (agreedOn > termTo) throw refuseRenewal('agreement-over', { termTo });
  return termTo;
}
