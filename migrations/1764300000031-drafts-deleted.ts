import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['commitment_clause', 'schedule', 'review_cycle'];

/** A draft goes with its clauses and with all that refers to them: whether nothing refers to a clause is asked when both are gone. */
export class DraftsDeleted1764300000031 implements MigrationInterface {
  name = 'DraftsDeleted1764300000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(
        `alter table ${table} alter constraint ${table}_clause_id_fkey deferrable initially immediate`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`alter table ${table} alter constraint ${table}_clause_id_fkey not deferrable`);
  }
}
