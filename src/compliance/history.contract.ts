import { ApiProperty } from '@nestjs/swagger';
import { Id, Instant, Many, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { NamedRecord } from './record-names.contract.js';

export class HistoryQuery extends PageQuery {
  @Id({
    optional: true,
    query: true,
    about: 'This record and what hangs on it; of an agreement, everything that belongs to it',
  })
  subjectId?: string;
  @Text({
    optional: true,
    query: true,
    max: 100,
    about: 'A deed (`submission.returned`) or all of a noun (`submission`)',
  })
  what?: string;
}

/** A value of any field: text, number, yes or no, list. */
const ANYTHING = {
  nullable: true,
  oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: {} }],
};

export class ChangeAnswer {
  @Text({ about: 'Name of the field; of a group, with its path', example: 'overdueFrom' }) field: string;
  @ApiProperty({ ...ANYTHING, description: 'null: there was nothing' }) from: unknown;
  @ApiProperty({ ...ANYTHING, description: 'null: nothing is left' }) to: unknown;
}

/** One deed in the timeline. */
export class HistoryEntry {
  @Text() id: string;
  @Instant() at: string;
  @Text({ about: 'Name of who did it' }) by: string;
  @Text({ example: 'submission.returned' }) what: string;
  @Text({ example: 'Trả lại báo cáo' }) whatVi: string;
  @Text({ example: 'Report returned' }) whatEn: string;
  @Id() subjectId: string;
  @Id({ nullable: true }) agreementId: string | null;
  @Many(() => ChangeAnswer) changes: ChangeAnswer[];
  @Many(() => NamedRecord, { about: 'The records that it names by their ids, as far as they are in sight' })
  records: NamedRecord[];
}
