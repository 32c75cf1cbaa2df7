import { Civil, Id, Text } from '../platform/http/fields.js';

export class NewRenewal {
  @Civil({ about: 'The new last day of the term' }) termTo: string;
  @Civil({ optional: true, about: 'Day on which the parties agreed; default: today' }) on?: string | null;
  @Text({ max: 1000, about: 'The renewing document' }) document: string;
  @Text({ max: 2000, optional: true }) note?: string | null;
}

export class NewRenewalNotice {
  @Civil({ about: 'Day on which the notice was given' }) givenOn: string;
  @Id({ about: 'The party that will not go on' }) bodyId: string;
  @Text({ max: 1000, about: 'The document that says so' }) document: string;
}
