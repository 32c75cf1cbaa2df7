import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for somebody is little beside what is kept: it is found without walking the rest. */
export class Desk1764300000011 implements MigrationInterface {
  name = 'Desk1764300000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index occurrence_to_accept_idx on occurrence (agreement_id, filed_on, id) where state = 'filed';
      create index review_without_outcome_idx on review (agreement_id, held_on, id) where state = 'held';
      create index commitment_recipient_id_idx on commitment (recipient_id);
      -- Requests are few beside reports: each is looked up by itself (offset 0), never all reports seen put in a hash first.
      alter policy scoped on extension using (exists (select from occurrence p where p.id = occurrence_id offset 0));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy scoped on extension using (exists (select from occurrence p where p.id = occurrence_id));
      drop index commitment_recipient_id_idx;
      drop index review_without_outcome_idx;
      drop index occurrence_to_accept_idx;
    `);
  }
}
