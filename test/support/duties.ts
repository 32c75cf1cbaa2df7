import { aBody, aCommitment, aSchedule, anAgreement, memberId, putRow } from './rows.js';
import type { World } from './world.js';

interface Amount {
  reports: number;
  reviews: number;
  followUps: number;
}

/** Open duties of one agreement, due one after another from 5 January 2026 on. */
export async function fillWithDuties({ db }: World, { reports, reviews, followUps }: Amount): Promise<void> {
  const body = await aBody(db, 'Đơn vị báo cáo');
  const agreement = await anAgreement(db);
  const commitment = await aCommitment(db, agreement, [body]);
  const schedule = await aSchedule(db, commitment);
  await db.query(
    `insert into occurrence (schedule_id, commitment_id, agreement_id, body_id, period_key, report_year, tier, window_start,
       window_end, due_raw, due_on, overdue_from, derivation)
     select $1, $2, $3, $4, 'D' || i, 2026, 1, d - 5, d, d, d, d + 1, '{}'
     from generate_series(1, $5::int) i, lateral (select date '2026-01-05' + (i * 7 % 240)) as x (d)`,
    [schedule, commitment, agreement, body, reports],
  );
  const cycle = await putRow(db, 'review_cycle', {
    agreement_id: agreement,
    kind: 'MEETING',
    frequency: 'EVERY_N_MONTHS',
    n: 1,
    window_rule: { kind: 'ANCHOR' },
    host_id: body,
    confirmed_by: await memberId(db),
    confirmed_at: '2026-01-01T00:00:00Z',
  });
  await db.query(
    `insert into review (cycle_id, agreement_id, kind, host_id, period_key, report_year, window_start, window_end, due_raw, due_on,
       overdue_from, derivation)
     select $1, $2, 'MEETING', $3, 'D' || i, 2026, d - 5, d, d, d, d + 1, '{}'
     from generate_series(1, $4::int) i, lateral (select date '2026-01-05' + (i * 11 % 200)) as x (d)`,
    [cycle, agreement, body, Math.max(reviews, followUps > 0 ? 1 : 0)],
  );
  await db.query(
    `insert into follow_up (review_id, agreement_id, title, owner_id, due_on, overdue_from)
     select (select id from review order by id limit 1), $1, 'Việc ' || i, $2, d, d + 1
     from generate_series(1, $3::int) i, lateral (select date '2026-01-05' + (i * 13 % 200)) as x (d)`,
    [agreement, body, followUps],
  );
}
