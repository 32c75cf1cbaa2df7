import { AgreementRow, AgreementsQuery } from '../agreements/agreement.answers.js';
import { Civil, Int, OneOf } from '../platform/http/fields.js';

export const REGISTER_EXTRAS = ['duties'] as const;
export type RegisterExtra = (typeof REGISTER_EXTRAS)[number];

export class RegisterQuery extends AgreementsQuery {
  @OneOf(REGISTER_EXTRAS, 'RegisterExtra', {
    optional: true,
    query: true,
    many: true,
    about: '`duties`: each row also says what is due next and how much is overdue',
  })
  with?: RegisterExtra[];
}

/** An agreement in the list of the register. */
export class RegisterRow extends AgreementRow {
  @Civil({ kept: true, optional: true, about: 'With `duties`: the nearest last day of a report still owed in term' })
  nextDueOn?: string | null;
  @Int({ min: 0, kept: true, about: 'With `duties`: reports that are overdue today' }) overdueCount?: number;
}
