import { Id, Many, Text } from '../platform/http/fields.js';

export class PersonalDataQuery {
  @Text({ min: 2, max: 200, query: true, about: 'The name or a part of it; accents and capitals do not count' })
  name: string;
}

export class NamedPlace {
  @Text({ example: 'party.signatory_name' }) where: string;
  @Id() id: string;
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Text() name: string;
}

export class PersonalDataAnswer {
  @Many(() => NamedPlace, { about: 'At most 1,000' }) places: NamedPlace[];
}
