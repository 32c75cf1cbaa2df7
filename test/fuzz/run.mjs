// npm run fuzz -- [--requests 100000] [--seed 1] [--minutes 60] | --replay .tmp/fuzz/findings.json [--number 1234]
import { register } from 'node:module';
import { parseArgs } from 'node:util';
import setUp from '../support/global-setup.mjs';
import tearDown from '../support/global-teardown.mjs';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
    replay: { type: 'string' },
    number: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run fuzz -- [--requests 10000] [--seed 1] [--minutes 60]
  Sends so many requests, proper and improper, to an app of its own on a throw-away database.
  Findings are written to .tmp/fuzz/findings.json.
npm run fuzz -- --replay .tmp/fuzz/findings.json [--number 1234]
  Sends the requests of findings again, to a fresh app.
  What depends on the requests before it comes again with the same --seed and at least as many --requests.`);
} else {
  register('./typescript.mjs', import.meta.url);
  await setUp();
  try {
    const { play } = await import('./play.ts');
    process.exitCode = await play(values);
  } finally {
    await tearDown();
  }
}
