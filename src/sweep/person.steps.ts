import { Inject, Injectable } from '@nestjs/common';
import { PersonService } from '../access/person.service.js';
import { removeContacts, staleContactIds } from '../agreements/party.contacts.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { Step } from './one-bad-row.js';

type Ids = Step['ids'];
type Deed = (tx: Tx, act: Act, ids: string[]) => Promise<number>;

/** What time does to personal data: it goes when it is no longer needed. */
@Injectable()
export class PersonSteps {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly persons: PersonService,
  ) {}

  steps(act: Act): Step[] {
    const months = this.config.anonymiseAfterMonths;
    return [
      step(
        act,
        'membersAnonymised',
        (tx, asOf) => this.persons.dueIds(tx, asOf, months),
        (...asked) => this.persons.anonymiseEach(...asked),
      ),
      step(act, 'contactsRemoved', (tx, asOf) => staleContactIds(tx, asOf, months), removeContacts),
    ];
  }
}

function step(act: Act, name: string, ids: Ids, deed: Deed): Step {
  const some: Step['some'] = async (tx, asOf, asked) => ({
    count: await deed(tx, { ...act, today: asOf }, asked),
    failures: [],
  });
  return { name, ids, some, all: async (tx, asOf) => some(tx, asOf, await ids(tx, asOf)) };
}
