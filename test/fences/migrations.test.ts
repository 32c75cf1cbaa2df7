import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATES,
  DOCUMENT_KINDS,
  LINK_KINDS,
  OPENNESS,
  PARTY_ROLES,
  RENEWALS,
  SIGNING_AUTHORITIES,
  TERM_KINDS,
} from '../../src/agreements/agreement.words.js';
import { CARRIERS } from '../../src/access/sessions.service.js';
import { LINK_PURPOSES } from '../../src/access/one-time-link.service.js';
import { DEPARTURE_REASONS } from '../../src/access/departure.entity.js';
import { VIEW_PAGES } from '../../src/access/view.entity.js';
import { INTAKE_SOURCES, UNREAD } from '../../src/intake/lines.js';
import { PROPOSAL_PARTS, PROPOSAL_STATES } from '../../src/intake/proposal.words.js';
import { SEAT_ROLES } from '../../src/access/seat.entity.js';
import { BODY_EVENT_KINDS, BODY_EVENT_SIDES } from '../../src/bodies/body-event.entity.js';
import { BODY_LEVELS, BODY_SYSTEMS } from '../../src/bodies/body.entity.js';
import { CLAUSE_KINDS, COMMITMENT_KINDS, COMMITMENT_ROLES } from '../../src/commitments/commitment.words.js';
import { MOVE_CAUSES } from '../../src/core/due-move.js';
import { SUCCESSION_KINDS } from '../../src/lifecycle/succession.entity.js';
import { CALENDAR_ROW_KINDS, ROLLS } from '../../src/core/working-calendar.js';
import { EXTENSION_STATES } from '../../src/reports/extension.words.js';
import { CHANNELS, OCCURRENCE_STATES, SUBMISSION_STATES, SUSPENSION_REASONS } from '../../src/reports/report.words.js';
import {
  COUNTED_FROM,
  DECISIONS,
  FOLLOW_UP_STATES,
  REVIEW_KINDS,
  REVIEW_STATES,
} from '../../src/reviews/review.words.js';
import { WEBHOOK_EVENTS } from '../../src/notices/webhook.rules.js';
import { SWEEP_STATES, SWEEP_TRIGGERS } from '../../src/sweep/sweep.contract.js';
import { DAY_KINDS } from '../../src/core/reporting-scheme.js';
import { FREQUENCIES } from '../../src/core/schedule-rule.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const WORDS: Record<string, readonly string[]> = {
  body_system: BODY_SYSTEMS,
  body_level: BODY_LEVELS,
  body_event_kind: BODY_EVENT_KINDS,
  body_event_side: BODY_EVENT_SIDES,
  succession_kind: SUCCESSION_KINDS,
  seat_role: SEAT_ROLES,
  session_carrier: CARRIERS,
  link_purpose: LINK_PURPOSES,
  view_page: VIEW_PAGES,
  departure_reason: DEPARTURE_REASONS,
  agreement_kind: AGREEMENT_KINDS,
  agreement_state: AGREEMENT_STATES,
  term_kind: TERM_KINDS,
  renewal: RENEWALS,
  openness: OPENNESS,
  party_role: PARTY_ROLES,
  signing_authority: SIGNING_AUTHORITIES,
  link_kind: LINK_KINDS,
  document_kind: DOCUMENT_KINDS,
  clause_kind: CLAUSE_KINDS,
  commitment_kind: COMMITMENT_KINDS,
  commitment_role: COMMITMENT_ROLES,
  frequency: FREQUENCIES,
  occurrence_state: OCCURRENCE_STATES,
  submission_state: SUBMISSION_STATES,
  channel: CHANNELS,
  extension_state: EXTENSION_STATES,
  suspension_reason: SUSPENSION_REASONS,
  review_kind: REVIEW_KINDS,
  review_state: REVIEW_STATES,
  counted_from: COUNTED_FROM,
  decision: DECISIONS,
  follow_up_state: FOLLOW_UP_STATES,
  sweep_trigger: SWEEP_TRIGGERS,
  sweep_state: SWEEP_STATES,
  calendar_day_kind: CALENDAR_ROW_KINDS,
  roll: ROLLS,
  move_cause: MOVE_CAUSES,
  day_kind: DAY_KINDS,
  webhook_event: WEBHOOK_EVENTS,
  intake_source: INTAKE_SOURCES,
  intake_unread: UNREAD,
  proposal_part: PROPOSAL_PARTS,
  proposal_state: PROPOSAL_STATES,
};

describe('migrations', () => {
  let database: TestDatabase;
  let db: DataSource;
  beforeAll(async () => {
    database = await cloneDatabase();
    db = await new DataSource(dataSourceOptions(database.url)).initialize();
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('make exactly the tables that the entities describe', async () => {
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('would be noticed when a column is missing', async () => {
    await db.query('alter table body drop column abbreviation');
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).join()).toContain('abbreviation');
    await db.query('alter table body add column abbreviation text');
  });

  it.each(Object.entries(WORDS))('hold the same words as the code: %s', async (domain, words) => {
    const [row] = await db.query<{ definition: string }[]>(
      `select pg_get_constraintdef(c.oid) as definition from pg_constraint c join pg_type t on t.oid = c.contypid where t.typname = $1`,
      [domain],
    );
    const inDatabase = [...(row?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word);
    expect(inDatabase.sort()).toEqual([...words].sort());
  });

  it('can be taken back and made again', async () => {
    for (let step = 0; step < db.migrations.length; step += 1) await db.undoLastMigration();
    const left = await db.query<
      { name: string }[]
    >(`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'v') and relname <> 'migration'`);
    expect(left).toEqual([]);
    await db.runMigrations();
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
  });
});
