import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { holdSchemesAlone } from '../regime/regime.locks.js';
import type { SchemeAnswer, SchemeChange } from '../regime/scheme.contract.js';
import { refuseScheme } from '../regime/scheme.refusals.js';
import { SchemeService, type SchemeRevised } from '../regime/scheme.service.js';
import { recordRegimeChange } from './regime-change.rows.js';
import type { NewSchemeRevision, PreviewAnswer, SchemeRevisionAnswer } from './replanning.contract.js';
import { ReplanningQueries } from './replanning.queries.js';
import { ReplanningService, type Outcome } from './replanning.service.js';
import { SchemeReplan } from './scheme-replan.js';
import { lockUsers, usersOf } from './scheme-users.rows.js';

/** A reporting scheme changes with all the schedules and review cycles that rest on it, after they have been shown. */
@Injectable()
export class SchemeRevisionService {
  constructor(
    private readonly work: Work,
    private readonly schemes: SchemeService,
    private readonly replan: SchemeReplan,
    private readonly replanning: ReplanningService,
    private readonly queries: ReplanningQueries,
  ) {}

  /** In place, while nobody uses it. */
  change(act: Act, id: string, input: SchemeChange): Promise<SchemeAnswer> {
    return this.work.run(act, async (tx) => {
      await holdSchemesAlone(tx);
      const { before, after } = await this.schemes.change(tx, id, input, versionSeen(act));
      const count = await usersOf(tx, id);
      if (count > 0) throw refuseScheme('in-use', { code: before.code, count });
      await note(tx, act, 'reporting-scheme.changed', id, { before, after });
      return after;
    });
  }

  preview(act: Act, id: string, change: SchemeChange): Promise<PreviewAnswer> {
    return this.work.rehearse(async (tx) => this.queries.answer(tx, (await this.revise(tx, act, id, change)).outcome));
  }

  apply(act: Act, id: string, input: NewSchemeRevision): Promise<SchemeRevisionAnswer> {
    const { token, reason = null, ...change } = input;
    return this.work.run(act, async (tx) => {
      const { before, after, outcome } = await this.revise(tx, act, id, change);
      this.replanning.hold(outcome, token);
      const told = await this.queries.answer(tx, outcome);
      const { counts } = outcome;
      const changeId = await recordRegimeChange(tx, act, { schemeId: id, before, after, reason, counts });
      await this.replanning.write(tx, act, outcome, { cause: 'SCHEME', changeId, reason });
      await note(tx, act, 'reporting-scheme.revised', id, { before, after: { ...after, reason, counts } });
      return { ...told, changeId, scheme: after, version: after.version };
    });
  }

  private async revise(
    tx: Tx,
    act: Act,
    id: string,
    change: SchemeChange,
  ): Promise<SchemeRevised & { outcome: Outcome }> {
    // Agreements before the schemes, in the order of the verbs that plan.
    await lockUsers(tx, id);
    await holdSchemesAlone(tx);
    const old = await this.replan.before(tx, act, id);
    const { before, after } = await this.schemes.change(tx, id, change);
    refuseStale(act, before.version);
    const replan = await this.replan.after(tx, act, id, old);
    return { before, after, outcome: this.replanning.outcome(act, change, { version: before.version }, replan) };
  }
}
