import { Id, OneOf, Text } from '../platform/http/fields.js';

export const RECORD_KINDS = [
  'agreement',
  'document',
  'clause',
  'commitment',
  'schedule',
  'occurrence',
  'submission',
  'evidence',
  'extension',
  'review-cycle',
  'review',
  'follow-up',
  'body',
  'member',
  'seat',
  'reporting-scheme',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record that an entry names by its id, as it is called today. */
export class NamedRecord {
  @Id() id: string;
  @OneOf(RECORD_KINDS, 'RecordKind') kind: RecordKind;
  @Text() nameVi: string;
  @Text() nameEn: string;
}
