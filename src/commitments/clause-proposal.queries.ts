import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import { refuseClause } from './clause.refusals.js';
import type { ClauseProposalAnswer } from './clause-set.contract.js';
import { CLAUSES_AT_ONCE } from './clause-set.rules.js';
import { splitClauseText } from './clause-text.rules.js';
import { doubtWords } from './clause-text.words.js';

@Injectable()
export class ClauseProposalQueries {
  constructor(
    private readonly db: DataSource,
    private readonly life: AgreementLife,
  ) {}

  /** What the text of this agreement would be; read only, so that the person decides. */
  async of(agreementId: string, text: string): Promise<ClauseProposalAnswer> {
    await this.life.mustExist(this.db.manager, agreementId);
    const { warnings, ...split } = splitClauseText(text);
    if (split.clauses.length > CLAUSES_AT_ONCE)
      throw refuseClause('too-many', { count: split.clauses.length, max: CLAUSES_AT_ONCE }, '/text');
    return {
      ...split,
      warnings: warnings.map((doubt) => ({
        ...doubt,
        messageVi: doubtWords(doubt, 'vi'),
        messageEn: doubtWords(doubt, 'en'),
      })),
    };
  }
}
