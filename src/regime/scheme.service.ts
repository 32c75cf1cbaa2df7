import { Injectable } from '@nestjs/common';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { NewScheme, SchemeAnswer, SchemeChange } from './scheme.contract.js';
import { ReportingSchemeRow } from './scheme.entity.js';
import { SchemeQueries } from './scheme.queries.js';
import { refuseScheme } from './scheme.refusals.js';
import { readScheme } from './scheme.rules.js';

export interface SchemeRevised {
  before: SchemeAnswer;
  after: SchemeAnswer;
}

/** Reporting schemes of the office's own. */
@Injectable()
export class SchemeService {
  constructor(
    private readonly work: Work,
    private readonly queries: SchemeQueries,
  ) {}

  add(act: Act, input: NewScheme): Promise<SchemeAnswer> {
    const { code, nameVi, nameEn, basis = null, roll = 'NEXT', beforeCountsDay = false, windows, dues } = input;
    const scheme = readScheme({ code, nameVi, nameEn, basis, roll, beforeCountsDay, windows, dues });
    return this.work.run(act, async (tx) => {
      const id = await this.insert(tx, scheme);
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'reporting-scheme.added', id, { after });
      return after;
    });
  }

  /** Inside the transaction of a story that knows who uses the scheme. `version` is the one the caller has seen. */
  async change(tx: Tx, id: string, input: SchemeChange, version?: number): Promise<SchemeRevised> {
    const before = await this.queries.one(id, tx);
    if (before.preset) throw refuseScheme('preset', { code: before.code });
    const scheme = readScheme({
      code: before.code,
      nameVi: input.nameVi ?? before.nameVi,
      nameEn: input.nameEn ?? before.nameEn,
      basis: input.basis === undefined ? before.basis : input.basis,
      roll: input.roll ?? before.roll,
      beforeCountsDay: input.beforeCountsDay ?? before.beforeCountsDay,
      windows: input.windows ?? before.windows,
      dues: input.dues ?? before.dues,
    });
    await updateGuarded(tx, ReportingSchemeRow, { id, version: version ?? before.version }, columnsOf(scheme));
    return { before, after: await this.queries.one(id, tx) };
  }

  private async insert(tx: Tx, scheme: ReportingScheme): Promise<string> {
    try {
      return await insertOne(tx, ReportingSchemeRow, { ...columnsOf(scheme), preset: false });
    } catch (error) {
      if (violates(error, 'reporting_scheme_code_key')) {
        throw refuseScheme('code-taken', { code: scheme.code }, '/code');
      }
      throw error;
    }
  }
}

/** The planner's scheme is read-only, the mapper wants it writable. */
function columnsOf(scheme: ReportingScheme): Pick<ReportingSchemeRow, keyof ReportingScheme> {
  return scheme as Pick<ReportingSchemeRow, keyof ReportingScheme>;
}
