import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refuseSchedule } from '../commitments/commitment.refusals.js';
import type { KnownDuty, WantedDuty } from '../core/duty.js';
import { derivationWords, periodName } from '../core/derivation-words.js';
import type { Tx } from '../platform/database/work.js';
import { refuseScheme } from '../regime/scheme.refusals.js';
import type { ChangeRecord, ChangesAnswer, DutyChange, DutyDatesAnswer, PreviewAnswer } from './replanning.contract.js';
import type { StayReason } from './replanning.rules.js';
import type { Outcome } from './replanning.service.js';
import { STAY_WORDS } from './replanning.words.js';

const LISTED = 1_000;

const CHANGED = `x.before, x.after, x.reason, x.counts, m.full_name as by, x.on_date as on, x.at`;

interface Owner {
  id: string;
  agreementId: string;
  agreementTitle: string;
  commitmentId: string | null;
  commitmentTitle: string | null;
}

interface Names {
  owners: ReadonlyMap<string, Owner>;
  bodies: ReadonlyMap<string, string>;
}

interface Entry {
  known: KnownDuty | null;
  to: WantedDuty | KnownDuty | null;
  because: StayReason | null;
}

type Unreasoned = Omit<Entry, 'because'> & Partial<Pick<Entry, 'because'>>;

@Injectable()
export class ReplanningQueries {
  constructor(private readonly db: DataSource) {}

  /** The outcome as people read it: the most urgent first, each list cut at 1,000, the counts whole. */
  async answer(tx: Tx, { whole, counts, token }: Outcome): Promise<PreviewAnswer> {
    const retold = new Map(whole.refreshed.map(({ known, to }) => [known.id, to]));
    const lists = {
      kept: first(whole.kept.map((known) => ({ known, to: retold.get(known.id) ?? known }))),
      moved: first(whole.moved),
      added: first(whole.added.map((to) => ({ known: null, to }))),
      dropped: first(whole.dropped.map((known) => ({ known, to: null }))),
      untouched: first(whole.untouched),
    };
    const names = await namesOf(tx, Object.values(lists).flat());
    const told = (entries: readonly Entry[]): DutyChange[] => entries.map((entry) => changeOf(entry, names));
    return {
      kept: told(lists.kept),
      moved: told(lists.moved),
      added: told(lists.added),
      dropped: told(lists.dropped),
      untouched: told(lists.untouched),
      counts,
      token,
    };
  }

  /** Revisions of a schedule, the latest first. */
  async ofSchedule(scheduleId: string): Promise<ChangesAnswer> {
    const items = await this.db.query<ChangeRecord[]>(
      `select x.id, 'SCHEDULE' as cause, x.revision, ${CHANGED}
       from schedule_revision x join member m on m.id = x.by_id where x.schedule_id = $1 order by x.revision desc`,
      [scheduleId],
    );
    if (items.length === 0) await this.mustExist('schedule', scheduleId);
    return { items };
  }

  /** Changes of a scheme, or of the working calendar when none is named; the latest 200. */
  async ofRegime(schemeId: string | null): Promise<ChangesAnswer> {
    const items = await this.db.query<ChangeRecord[]>(
      `select x.id, x.cause, null as revision, ${CHANGED}
       from regime_change x join member m on m.id = x.by_id
       where x.scheme_id is not distinct from $1 order by x.id desc limit 200`,
      [schemeId],
    );
    if (items.length === 0 && schemeId !== null) await this.mustExist('reporting_scheme', schemeId);
    return { items };
  }

  /** No history yet is not the same as no such record. */
  private async mustExist(table: 'schedule' | 'reporting_scheme', id: string): Promise<void> {
    const [found] = await this.db.query<unknown[]>(`select from ${table} where id = $1`, [id]);
    if (!found) throw table === 'schedule' ? refuseSchedule('unknown') : refuseScheme('unknown');
  }
}

function first(entries: readonly Unreasoned[]): Entry[] {
  const day = ({ known, to }: Unreasoned): string => to?.dueOn ?? known?.dueOn ?? '';
  return [...entries]
    .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    .slice(0, LISTED)
    .map((entry) => ({ because: null, ...entry }));
}

async function namesOf(tx: Tx, entries: readonly Entry[]): Promise<Names> {
  const duties = entries.flatMap(({ known, to }) => [known, to]).filter((duty) => duty !== null);
  const ids = (pick: (duty: KnownDuty | WantedDuty) => string): string[] => [...new Set(duties.map(pick))];
  const owners = await tx.query<Owner[]>(
    `select s.id, a.id as "agreementId", a.title as "agreementTitle", c.id as "commitmentId", c.title as "commitmentTitle"
     from schedule s join commitment c on c.id = s.commitment_id join agreement a on a.id = c.agreement_id
     where s.id = any ($1::uuid[])
     union all
     select y.id, a.id, a.title, c.id, c.title
     from review_cycle y join agreement a on a.id = y.agreement_id left join commitment c on c.id = y.commitment_id
     where y.id = any ($1::uuid[])`,
    [ids(({ ownerId }) => ownerId)],
  );
  const bodies = await tx.query<{ id: string; name: string }[]>(
    `select id, name_vi as name from body where id = any ($1::uuid[])`,
    [ids(({ bodyId }) => bodyId)],
  );
  return {
    owners: new Map(owners.map((owner) => [owner.id, owner])),
    bodies: new Map(bodies.map(({ id, name }) => [id, name])),
  };
}

function changeOf({ known, to, because }: Entry, { owners, bodies }: Names): DutyChange {
  const shown = known ?? to;
  if (shown === null) throw new Error('a change of nothing');
  const owner = owners.get(shown.ownerId);
  const { derivation } = to ?? shown;
  return {
    duty: shown.duty,
    occurrenceId: shown.duty === 'REPORT' ? (known?.id ?? null) : null,
    reviewId: shown.duty === 'REVIEW' ? (known?.id ?? null) : null,
    agreementId: owner?.agreementId ?? null,
    agreementTitle: owner?.agreementTitle ?? null,
    commitmentId: owner?.commitmentId ?? null,
    commitmentTitle: owner?.commitmentTitle ?? null,
    bodyId: shown.bodyId,
    bodyName: bodies.get(shown.bodyId) ?? '',
    tier: (to ?? shown).tier,
    periodKey: shown.periodKey,
    periodVi: periodName(derivation.period.key, 'vi'),
    periodEn: periodName(derivation.period.key, 'en'),
    from: known && datesOf(known),
    to: to && datesOf(to),
    whyVi: derivationWords(derivation, 'vi'),
    whyEn: derivationWords(derivation, 'en'),
    because,
    becauseVi: because && STAY_WORDS[because].vi,
    becauseEn: because && STAY_WORDS[because].en,
  };
}

function datesOf({ windowStart, windowEnd, dueRaw, dueOn, overdueFrom }: KnownDuty | WantedDuty): DutyDatesAnswer {
  return { windowStart, windowEnd, dueRaw, dueOn, overdueFrom };
}
