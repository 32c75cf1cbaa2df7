// Every write, told again by somebody who sees through the row policies: what works for whoever sees all works in scope.
process.env['STORY_SCOPE'] = 'bodies';

await import('../stories/main-job.test.js');
await import('../stories/reports-filing.test.js');
await import('../stories/reviews.test.js');
await import('../stories/extensions.test.js');
await import('../stories/amendments.test.js');
await import('../stories/renewal.test.js');
await import('../stories/replanning-schedule.test.js');
await import('../stories/district-10.test.js');

// A module with imports alone is a module all the same.
export {};
