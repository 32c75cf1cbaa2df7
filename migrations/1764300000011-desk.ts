import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for somebody is little beside what is kept: it is found without walking the rest. */
export class Desk1764300000011 implements MigrationInterface {
  name = 'Desk1764300000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index occurrence_to_accept_idx on occurrence (agreement_id, filed_on, id) where state = 'filed';
      create index review_without_outcome_idx on review (agreement_id, held_on, id) where state = 'held';
      create index commitment_recipient_id_idx on commitment (recipient_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index commitment_recipient_id_idx;
      drop index review_without_outcome_idx;
      drop index occurrence_to_accept_idx;
    `);
  }
}
