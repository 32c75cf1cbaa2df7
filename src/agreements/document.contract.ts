import { Civil, OneOf, Text } from '../platform/http/fields.js';
import { UploadFields } from '../platform/storage/upload.js';
import { DOCUMENT_KINDS, type DocumentKind } from './agreement.words.js';

export class NewDocument extends UploadFields {
  @OneOf(DOCUMENT_KINDS, 'DocumentKind') kind: DocumentKind;
  @Text({ max: 200, optional: true, about: 'Default: the name of the file' }) name?: string | null;
  @Civil({ optional: true }) datedOn?: string | null;
}
