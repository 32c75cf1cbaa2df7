import { Injectable } from '@nestjs/common';
import { earliest } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import { Occurrence, Submission } from './occurrence.entity.js';
import { OCCURRENCE_LIFE, checkNotTooEarly, clockAfterReturn } from './occurrence.rules.js';
import { lockSubmission, refusePaused, type Filing } from './report.locks.js';
import { refuseReport } from './report.refusals.js';
import type { NewAcceptance, NewFiling, NewReturn, SubmissionAnswer } from './submission.contract.js';
import { SubmissionQueries } from './submission.queries.js';
import { SUBMISSION_LIFE, checkArrival, checkChannel, checkContent, filedDay } from './submission.rules.js';

const WORKING_DAYS_TO_RESUBMIT = 5;

/** A report is filed, and accepted or returned: submission and occurrence move together. */
@Injectable()
export class FilingService {
  constructor(
    private readonly work: Work,
    private readonly queries: SubmissionQueries,
    private readonly calendars: CalendarQueries,
  ) {}

  file(act: Act, id: string, input: NewFiling): Promise<SubmissionAnswer> {
    return this.work.run(act, async (tx) => {
      const { occurrence, submission } = await this.open(tx, act, id);
      const state = SUBMISSION_LIFE.next(submission.state, 'submit');
      const filed = OCCURRENCE_LIFE.next(occurrence.state, 'file');
      const receivedOn = input.receivedOn ?? submission.receivedOn;
      const arrival = { channel: submission.channel, receivedOn, sentOn: input.sentOn ?? null };
      const fault =
        checkChannel(submission.channel, act.rights) ?? checkContent(submission) ?? checkArrival(arrival, act.today);
      if (fault) throw fault;
      const filedOn = filedDay(arrival, act.today);
      const tooEarly = checkNotTooEarly(occurrence, filedOn, arrival.sentOn === null ? '/receivedOn' : '/sentOn');
      if (tooEarly) throw tooEarly;
      await updateGuarded(tx, Submission, submission, {
        state,
        receivedOn,
        filedOn,
        submittedBy: act.actor.id,
        enteredAt: act.at,
      });
      await updateGuarded(tx, Occurrence, occurrence, {
        state: filed,
        firstFiledOn: earliest(filedOn, occurrence.firstFiledOn ?? filedOn),
        filedOn,
        nothingToReport: submission.nothingToReport,
      });
      return this.noted(tx, act, 'submission.submitted', { occurrence, submission });
    });
  }

  accept(act: Act, id: string, input: NewAcceptance): Promise<SubmissionAnswer> {
    return this.work.run(act, async (tx) => {
      const { occurrence, submission } = await this.open(tx, act, id);
      const state = SUBMISSION_LIFE.next(submission.state, 'accept');
      const accepted = OCCURRENCE_LIFE.next(occurrence.state, 'accept');
      await updateGuarded(tx, Submission, submission, {
        state,
        reviewedBy: act.actor.id,
        reviewedAt: act.at,
        reviewComment: input.comment ?? null,
      });
      await updateGuarded(tx, Occurrence, occurrence, { state: accepted, acceptedOn: act.today });
      return this.noted(tx, act, 'submission.accepted', { occurrence, submission });
    });
  }

  return(act: Act, id: string, input: NewReturn): Promise<SubmissionAnswer> {
    return this.work.run(act, async (tx) => {
      const { occurrence, submission } = await this.open(tx, act, id);
      const state = SUBMISSION_LIFE.next(submission.state, 'return');
      const returned = OCCURRENCE_LIFE.next(occurrence.state, 'return');
      await refusePaused(tx, occurrence.agreementId);
      const resubmitBy = input.resubmitBy ?? (await this.dayToResubmit(tx, act));
      if (resubmitBy < act.today) {
        throw refuseReport('resubmit-in-past', { day: resubmitBy, today: act.today }, '/resubmitBy');
      }
      await updateGuarded(tx, Submission, submission, {
        state,
        reviewedBy: act.actor.id,
        reviewedAt: act.at,
        reviewComment: input.comment,
        resubmitBy,
      });
      await updateGuarded(tx, Occurrence, occurrence, {
        state: returned,
        ...clockAfterReturn(occurrence, resubmitBy),
      });
      return this.noted(tx, act, 'submission.returned', { occurrence, submission });
    });
  }

  private async open(tx: Tx, act: Act, id: string): Promise<Filing> {
    const filing = await lockSubmission(tx, id);
    refuseStale(act, filing.submission.version);
    return filing;
  }

  private async dayToResubmit(tx: Tx, act: Act): Promise<string> {
    const calendar = await this.calendars.calendar(tx);
    return calendar.addWorkingDays(act.today, WORKING_DAYS_TO_RESUBMIT);
  }

  /** `before`: as both rows were read. */
  private async noted(tx: Tx, act: Act, what: string, before: Filing): Promise<SubmissionAnswer> {
    const { occurrence, submission } = before;
    const after = await this.queries.one(submission.id, tx);
    const { state, firstFiledOn, overdueFrom } = occurrence;
    await note(tx, act, what, submission.id, {
      before: { ...moves(submission), occurrence: { state, firstFiledOn, overdueFrom } },
      after: moves(after),
    });
    return after;
  }
}

type Moves = Pick<SubmissionAnswer, 'state' | 'receivedOn' | 'filedOn' | 'reviewComment' | 'resubmitBy'>;

/** What a filing or a decision changes; the content stays as drafted. */
function moves({ state, receivedOn, filedOn, reviewComment, resubmitBy }: Moves): Moves {
  return { state, receivedOn, filedOn, reviewComment, resubmitBy };
}
