import { Injectable } from '@nestjs/common';
import { addDays, earliest } from '../core/civil-date.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { CalendarChange } from '../regime/calendar.contract.js';
import type { CalendarPicture } from '../regime/calendar.service.js';
import { CalendarReplan } from './calendar-replan.js';
import { recordRegimeChange } from './regime-change.rows.js';
import type { CalendarChangeAnswer, NewCalendarChange, PreviewAnswer } from './replanning.contract.js';
import { ReplanningQueries } from './replanning.queries.js';
import { ReplanningService, type Outcome } from './replanning.service.js';

/** The longest run of days off that a due date is looked for across, so that one passed lately is named as untouched. */
const LONGEST_REST = 40;

/** The working calendar changes with exactly the open future due dates that rest on its days, after they have been shown (design §3.5). */
@Injectable()
export class CalendarChangeService {
  constructor(
    private readonly work: Work,
    private readonly replan: CalendarReplan,
    private readonly replanning: ReplanningService,
    private readonly queries: ReplanningQueries,
  ) {}

  preview(act: Act, change: CalendarChange): Promise<PreviewAnswer> {
    return this.work.rehearse(async (tx) => this.queries.answer(tx, (await this.change(tx, act, change)).outcome));
  }

  apply(act: Act, input: NewCalendarChange): Promise<CalendarChangeAnswer> {
    const { token, reason = null, ...change } = input;
    return this.work.run(act, async (tx) => {
      const { before, outcome } = await this.change(tx, act, change);
      this.replanning.hold(outcome, token);
      const told = await this.queries.answer(tx, outcome);
      const { counts } = outcome;
      const changeId = await recordRegimeChange(tx, act, { schemeId: null, before, after: change, reason, counts });
      await this.replanning.write(tx, act, outcome, { cause: 'CALENDAR', changeId, reason });
      return { ...told, changeId };
    });
  }

  private async change(
    tx: Tx,
    act: Act,
    change: CalendarChange,
  ): Promise<{ before: CalendarPicture; outcome: Outcome }> {
    const days = (change.days ?? []).map(({ date }) => date);
    const years = (change.years ?? []).map(({ year }) => year);
    const since = earliest(act.today, ...days.map((day) => addDays(day, -LONGEST_REST)));
    const { before, ...replan } = await this.replan.change(tx, act, change, { days, years, since });
    return { before, outcome: this.replanning.outcome(act, change, before, replan) };
  }
}
