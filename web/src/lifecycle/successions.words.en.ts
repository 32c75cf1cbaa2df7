import type { Words } from '../ui/words-shape.js';
import type * as vi from './successions.words.vi.js';

export const succession: Words<typeof vi.succession> = {
  intro:
    'Bodies that were merged, split or dissolved while their agreements go on. Until somebody decides, their reports and reviews are suspended and never overdue.',
  showAll: 'Show all',
  none: 'No agreement awaits a successor.',
  noneSuch: 'Nothing awaits a decision here.',
  inAgreement: 'Agreement',
  signedAs: 'Name as signed',
  endedOn: 'Last day of the body',
  still: 'Suspended',
  nothingStill: 'no reports or reviews',
  reportsStill: 'reports: {{count}}',
  reviewsStill: 'reviews: {{count}}',
  commitments: 'Commitments not decided yet',
  proposed: 'Successors by the events',
  noneProposed: 'the events name none',
  decide: 'Decide',
  mayNot: 'Awaits the decision of an official.',
  mayNotHere: 'This body is outside your charge; it awaits the official who is in charge of it.',
  putOffTitle: 'Put off, to be decided later',
  putOffOn: 'Put off by the decision of',
  putOff: '{{title}} (put off)',
  scope: 'Applies to',
  scopeAll: 'All commitments of this body not decided yet',
  ask: 'What becomes of the duties of {{body}}',
  kind: {
    CONTINUED_BY: 'Continued by a successor',
    REPLACED_BY: 'Replaced by another agreement',
    TERMINATED: 'Terminated',
    SUSPENDED: 'Suspended, to be decided later',
  },
  means: {
    CONTINUED_BY: 'Suspended reports and reviews pass to the successor.',
    REPLACED_BY: 'A new agreement was signed in place of this one.',
    TERMINATED: 'Nobody goes on; what is left of reports and reviews is set aside.',
    SUSPENDED: 'The successor is not known yet; reports and reviews stay suspended.',
  },
  heirs: 'Successors',
  addHeir: 'Add another successor',
  firstHeir: 'Host of the reviews',
  replacedBy: 'Replacing agreement',
  from: 'From',
  basis: 'Legal basis',
  basisHint: 'Number, date, issuer, subject',
  note: 'Note',
  save: 'Record the decision',
  sure: 'Yes, record it',
  will: {
    CONTINUED_BY:
      'From {{from}}, {{heirs}} take the place of {{body}} as a party. Suspended reports are made anew for each successor; reviews pass to the first.',
    REPLACED_BY:
      'The agreement is replaced from {{from}} for all parties; what is left of reports and reviews is set aside.',
    TERMINATED:
      'The agreement is terminated from {{from}} for all parties; what is left of reports and reviews is set aside.',
    SUSPENDED:
      'The duties of {{body}} stay suspended from {{from}}. This leaves the list; it can be decided later under “Put off” on this page.',
  },
  willOne: {
    CONTINUED_BY:
      'From {{from}}, {{heirs}} take the place of {{body}} in this commitment. Suspended reports are made anew for each successor.',
    REPLACED_BY: 'This commitment ends from {{from}}, since another agreement stands; reports left are set aside.',
    TERMINATED: 'This commitment ends from {{from}}; reports left are set aside.',
    SUSPENDED: 'This commitment stays suspended from {{from}} as far as {{body}} is concerned.',
  },
  saved: 'The decision is recorded',
  told: {
    CONTINUED_BY: 'From {{from}}: {{heirs}} in place of {{body}}.',
    REPLACED_BY: 'From {{from}}: replaced by another agreement.',
    TERMINATED: 'From {{from}}: terminated.',
    SUSPENDED: 'From {{from}}: the duties of {{body}} are suspended, to be decided later.',
  },
  released: 'Reports of the former body set aside: {{count}}.',
  replanned: 'Reports planned for the successors: {{count}}.',
  reviewsMoved: 'Reviews now hosted by the successor: {{count}}.',
  reviewsOff: 'Reviews set aside: {{count}}.',
  stateNow: 'State of the agreement: {{state}}.',
  decidedTitle: 'Decided about this agreement',
  decidedBy: 'Recorded by {{who}} on {{on}}',
  decideNow: 'Decide now',
};

export const needs: Words<typeof vi.needs> = {
  intro:
    'Things promised again and again without saying how often. Until an interval is given, the register cannot plan when they fall due.',
  none: 'Everything that recurs has its interval.',
  followUp: 'Follow-up action',
  whole: '{{kind}} of the whole agreement',
  sentence: 'As the agreement says',
  give: 'Set the interval',
  giveFor: 'Set the interval: {{title}}',
};

export const extension: Words<typeof vi.extension> = {
  filters: 'Filter the requests',
  stateLabel: 'State of the request',
  body: 'Reporting body',
  agreement: 'Agreement',
  noneAsked: 'No request for a later day awaits a decision.',
  none: 'No requests for a later day.',
  change: '{{from}} → {{to}} ({{count}} more days)',
  asked: 'Asked by',
  byOn: '{{who}}, {{on}}',
  askedTo: 'Day asked for',
  decided: 'Decided by',
};
