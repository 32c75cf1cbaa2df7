import { Civil, Decimal, Id, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { BOXES, type Box } from './boxes.rules.js';
import { DUTIES, DUTY_KINDS, SENSES, type Duty, type DutyKind, type Sense } from './compliance.words.js';

export const GROUPINGS = ['body', 'agreement', 'kind', 'period'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const FIGURES = [...BOXES, 'dueToday', 'total', 'doneOnTimeOriginal'] as const;
export type Figure = (typeof FIGURES)[number];

const by = (): PropertyDecorator =>
  OneOf(GROUPINGS, 'SummaryGrouping', { kept: true, query: true, about: 'Default body' });
const from = (): PropertyDecorator => Civil({ optional: true, query: true, about: 'Due on this day or later' });
const to = (): PropertyDecorator => Civil({ optional: true, query: true, about: 'Due on this day or earlier' });
const bodyId = (): PropertyDecorator => Id({ optional: true, query: true, about: 'This body and all below it' });
const agreementId = (): PropertyDecorator => Id({ optional: true, query: true });
const kind = (): PropertyDecorator => OneOf(DUTY_KINDS, 'DutyKind', { optional: true, query: true });
const duty = (): PropertyDecorator =>
  OneOf(DUTIES, 'Duty', { many: true, kept: true, query: true, about: 'Default REPORT; several with commas' });

const asOf = (): PropertyDecorator => Civil({ optional: true, query: true, about: 'Default today; never after it' });
const sense = (): PropertyDecorator =>
  OneOf(SENSES, 'Sense', {
    kept: true,
    query: true,
    about: 'NOW (default): what is known now about that day; THEN: what was known on it',
  });
/** A switch in the address: `true` or `false`. */
const SWITCH = ['true', 'false'] as const;
type Switch = (typeof SWITCH)[number];
const asked = (about: string): PropertyDecorator => OneOf(SWITCH, 'Switch', { kept: true, query: true, about });

/** What a summary counts; the rows behind a figure are asked for in the same words. */
export interface Asked {
  by?: Grouping;
  from?: string;
  to?: string;
  bodyId?: string;
  agreementId?: string;
  kind?: DutyKind;
  duty?: Duty[];
  asOf?: string;
  sense?: Sense;
}

export class SummaryQuery implements Asked {
  @by() by?: Grouping;
  @from() from?: string;
  @to() to?: string;
  @bodyId() bodyId?: string;
  @agreementId() agreementId?: string;
  @kind() kind?: DutyKind;
  @duty() duty?: Duty[];
  @asOf() asOf?: string;
  @sense() sense?: Sense;
  @asked('Adds the completion rate of the span of the same length before; needs `from` and `to`') compare?: Switch;
  @asked('Adds the average days with the reporter and with the reviewer') clock?: Switch;
}

export class SummaryRowsQuery extends PageQuery implements Asked {
  @by() by?: Grouping;
  @from() from?: string;
  @to() to?: string;
  @bodyId() bodyId?: string;
  @agreementId() agreementId?: string;
  @kind() kind?: DutyKind;
  @duty() duty?: Duty[];
  @asOf() asOf?: string;
  @sense() sense?: Sense;
  @OneOf(FIGURES, 'SummaryFigure', { kept: true, query: true, about: 'Default total: the four boxes' }) box?: Figure;
  @Text({ max: 100, optional: true, query: true, about: 'Key of a row of the summary; default: the totals' })
  key?: string;
}

const count = (about?: string): PropertyDecorator => Int({ min: 0, ...(about === undefined ? {} : { about }) });

export class SummaryFigures {
  @count() doneOnTime: number;
  @count() doneLate: number;
  @count('Not done and not late; includes what is due today') inTerm: number;
  @count() overdue: number;
  @count('doneOnTime + doneLate + inTerm + overdue') total: number;
  @Decimal({ nullable: true, about: 'Percent done of total; null of nothing' }) completionRate: number | null;
  @Decimal({ nullable: true, about: 'Percent on time of what is done; null of nothing' }) onTimeRate: number | null;
  @count('Done by the original date; the boxes judge by the agreed one') doneOnTimeOriginal: number;
  @Decimal({ nullable: true, about: 'Percent of what is done that met the original date; null of nothing' })
  onTimeRateOriginal: number | null;
  @count('Outside the total') suspended: number;
  @count('Outside the total; cancelled reviews and follow-ups too') waived: number;
  @count('Within inTerm') dueToday: number;
  @Decimal({ nullable: true, about: 'Of the reports that are in; null when there is none or `clock` was not asked' })
  avgReporterDays: number | null;
  @Decimal({ nullable: true, about: 'Of the reports that are in; null when there is none or `clock` was not asked' })
  avgReviewerDays: number | null;
  @Decimal({ nullable: true, about: 'Of the span before; null when nothing was due then or `compare` was not asked' })
  previousCompletionRate: number | null;
}

export class SummaryRow extends SummaryFigures {
  @Text() key: string;
  @Text() label: string;
  @Text() labelEn: string;
}

export class SpanAnswer {
  @Civil() from: string;
  @Civil() to: string;
}

export class SummaryAnswer {
  @Civil() asOf: string;
  @OneOf(SENSES, 'Sense') sense: Sense;
  @Civil({ nullable: true }) from: string | null;
  @Civil({ nullable: true }) to: string | null;
  @One(() => SpanAnswer, { nullable: true, about: 'The span compared with' }) previous: SpanAnswer | null;
  @OneOf(GROUPINGS, 'SummaryGrouping') by: Grouping;
  @Many(() => SummaryRow) rows: SummaryRow[];
  @One(() => SummaryFigures) totals: SummaryFigures;
}

export class DutyAnswer {
  @OneOf(DUTIES, 'Duty') duty: Duty;
  @Id({ about: 'Of the report, the review or the follow-up' }) id: string;
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Text({ nullable: true }) commitmentTitle: string | null;
  @Id({
    nullable: true,
    about: 'Where it is promised: the clause version that it fulfils, else the first of its commitment',
  })
  clauseId: string | null;
  @Id({ nullable: true, about: 'Of a follow-up: the review that asked for it' }) reviewId: string | null;
  @Text({ nullable: true }) followUpTitle: string | null;
  @Id() bodyId: string;
  @Text() bodyName: string;
  @Text() periodKey: string;
  @Text() periodName: string;
  @Text() periodNameEn: string;
  @Civil({ about: 'By the agreement' }) dueOn: string;
  @Civil({ about: 'By an extension, else `dueOn`; the boxes judge by it' }) agreedDueOn: string;
  @Civil({ about: 'First day on which it is late' }) overdueFrom: string;
  @Civil({ nullable: true }) doneOn: string | null;
  @OneOf(BOXES, 'Box') box: Box;
  @Int({ min: 0 }) daysLate: number;
}
