import { Civil, Id, Instant, Int, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { EXTENSION_STATES, type ExtensionState } from './extension.words.js';
import { OCCURRENCE_STATES, type OccurrenceState } from './report.words.js';

export class NewExtension {
  @Civil({ about: 'The last day asked for' }) to: string;
  @Text({ max: 2000 }) reason: string;
}

export class NewGrant {
  @Civil({ optional: true, about: 'The last day granted; default: the day asked for' }) to?: string | null;
  @Text({ max: 2000, optional: true }) note?: string | null;
  @Text({ optional: true, about: 'The paper by which it was decided' }) document?: string | null;
}

export class NewExtensionRefusal {
  @Text({ max: 2000, about: 'Why' }) note: string;
}

export class ExtensionAnswer {
  @Id() id: string;
  @Id() occurrenceId: string;
  @OneOf(EXTENSION_STATES, 'ExtensionState') state: ExtensionState;
  @Civil() askedTo: string;
  @Text() reason: string;
  @Text({ about: 'Name of the member' }) askedBy: string;
  @Civil() askedOn: string;
  @Instant() askedAt: string;
  @Text({ nullable: true, about: 'Name of the member' }) decidedBy: string | null;
  @Civil({ nullable: true }) decidedOn: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true }) decisionNote: string | null;
  @Civil({ nullable: true, about: 'Last day in time against which the report is now counted too' }) grantedTo:
    string | null;
  @Text({ nullable: true, about: 'The paper by which it was decided' }) document: string | null;
  @Text({ many: true, about: '`not-a-working-day`, `calendar-unconfirmed`: of the day granted, else asked for' })
  warnings: string[];
  @Int() version: number;
}

/** A request in a list, with the report that it is about. */
export class ExtensionRow extends ExtensionAnswer {
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Text() commitmentTitle: string;
  @Id() bodyId: string;
  @Text() bodyName: string;
  @Text({ example: '2026-Q3' }) periodKey: string;
  @Text({ example: 'Quý III/2026' }) periodVi: string;
  @Text({ example: 'Q3 2026' }) periodEn: string;
  @Civil({ about: 'The original date' }) dueOn: string;
  @Civil({ nullable: true, about: 'The day agreed by the last grant' }) agreedDueOn: string | null;
  @OneOf(OCCURRENCE_STATES, 'OccurrenceState') occurrenceState: OccurrenceState;
}

export class ExtensionsQuery extends PageQuery {
  @OneOf(EXTENSION_STATES, 'ExtensionState', { optional: true, query: true, about: '`asked` = awaits a decision' })
  state?: ExtensionState;
  @Id({ optional: true, query: true, about: 'Owed by this body or one below it' }) bodyId?: string;
}
