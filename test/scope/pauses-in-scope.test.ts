// As told-in-scope, in a file of its own: its office is made anew before each test.
process.env['STORY_SCOPE'] = 'bodies';

await import('../stories/pauses.test.js');

export {};
