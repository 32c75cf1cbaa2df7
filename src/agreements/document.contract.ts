import { Bool, Civil, OneOf, Text } from '../platform/http/fields.js';
import { DOCUMENT_KINDS, type DocumentKind } from './agreement.words.js';

export class NewDocument {
  @OneOf(DOCUMENT_KINDS, 'DocumentKind') kind: DocumentKind;
  @Text({ max: 200, optional: true, about: 'Default: the name of the file' }) name?: string | null;
  @Civil({ optional: true }) datedOn?: string | null;
  @Bool({ query: true, about: 'The office confirms that the file holds no state secret' }) noSecretConfirmed: boolean;
}
