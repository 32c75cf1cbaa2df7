import { Civil, Id, Int, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  FOLLOW_UP_STANDINGS,
  FOLLOW_UP_STATES,
  REVIEW_KINDS,
  type FollowUpStanding,
  type FollowUpState,
  type ReviewKind,
} from './review.words.js';

export class FollowUpsQuery extends PageQuery {
  @Id({ optional: true, query: true, about: 'Owned by this body or one below it' }) ownerId?: string;
  @Id({ optional: true, query: true }) agreementId?: string;
  @OneOf(FOLLOW_UP_STANDINGS, 'FollowUpStanding', {
    optional: true,
    query: true,
    many: true,
    about: 'One of these, as of today',
  })
  standing?: FollowUpStanding[];
  @Civil({ optional: true, query: true, about: 'Due on this day or later' }) from?: string;
  @Civil({ optional: true, query: true, about: 'Due on this day or earlier' }) to?: string;
}

export class NewFollowUp {
  @Text({ max: 2000, example: 'Gửi kế hoạch tuyên truyền quý IV' }) title: string;
  @Id({ about: 'The body that is to do it' }) ownerId: string;
  @Civil({ about: 'Last acceptable day' }) dueOn: string;
}

export class NewCompletion {
  @Civil({ optional: true, about: 'Default: today' }) doneOn?: string | null;
  @Text({ max: 5000, optional: true, about: 'What was done' }) note?: string | null;
}

export class NewCancellation {
  @Text({ max: 2000 }) reason: string;
}

export class FollowUpAnswer {
  @Id() id: string;
  @Id() reviewId: string;
  @OneOf(REVIEW_KINDS, 'ReviewKind') reviewKind: ReviewKind;
  @Civil({ nullable: true, about: 'Day of the review that asked for it' }) heldOn: string | null;
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Text() title: string;
  @Id() ownerId: string;
  @Text() ownerName: string;
  @Civil({ about: 'Last acceptable day' }) dueOn: string;
  @Civil({ about: 'First day on which it is late' }) overdueFrom: string;
  @OneOf(FOLLOW_UP_STATES, 'FollowUpState') state: FollowUpState;
  @OneOf(FOLLOW_UP_STANDINGS, 'FollowUpStanding', { about: 'As of today' }) standing: FollowUpStanding;
  @Civil({ nullable: true }) doneOn: string | null;
  @Text({ nullable: true, about: 'What was done, or why it was cancelled' }) note: string | null;
  @Civil({ nullable: true, about: 'Night on which it was noticed to be late' }) overdueNoticedOn: string | null;
  @Int() version: number;
}
