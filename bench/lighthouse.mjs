// npm run lighthouse [-- --runs 5] [-- --only mobile|desktop]: Lighthouse's four categories on desk, register, agreement and summary, median of the runs, and the JS of the first page.
import lighthouse, { desktopConfig } from 'lighthouse';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { agreementCalled, freePort, openBrowser, openTrial, signIn } from '../scripts/trial-office.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
const RUNS = Math.min(Number(values.runs), 20);
const BUILT = resolve(import.meta.dirname, '../web/dist');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FORMS = { mobile: undefined, desktop: desktopConfig };

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Bytes of the scripts a page loads, as gzip, whatever the browser took. */
function gzipped(requests) {
  const scripts = requests
    .filter(({ resourceType }) => resourceType === 'Script')
    .map(({ url }) => new URL(url).pathname);
  return [...new Set(scripts)]
    .map((path) => join(BUILT, path))
    .map((path) => statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size)
    .reduce((sum, size) => sum + size, 0);
}

const trial = await openTrial();
const debugPort = await freePort();
const context = await openBrowser(trial, { width: 1350, height: 940, debugPort });
try {
  const page = await context.newPage();
  await signIn(page, 'van-thu', trial.password);
  const pages = {
    desk: '/',
    register: '/van-ban',
    agreement: `/van-ban/${await agreementCalled(page, 'phối hợp')}`,
    summary: '/tong-hop',
  };
  console.log(
    `Chromium ${context.browser()?.version() ?? ''}, median of ${RUNS}; scores of performance, accessibility, best practices, SEO`,
  );
  for (const [form, config] of Object.entries(FORMS).filter(([name]) => (values.only ?? name) === name)) {
    for (const [name, path] of Object.entries(pages)) {
      const scores = [];
      let last;
      for (let run = 0; run < RUNS; run += 1) {
        const result = await lighthouse(
          `${trial.url}${path}`,
          { port: debugPort, disableStorageReset: true, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES },
          config,
        );
        if (!result) throw new Error('Lighthouse gave no result');
        last = result.lhr;
        if (last.runtimeError) throw new Error(last.runtimeError.message);
        scores.push(CATEGORIES.map((category) => Math.round((last.categories[category].score ?? 0) * 100)));
      }
      const medians = CATEGORIES.map((_, at) => median(scores.map((one) => one[at])));
      const kb = Math.round(gzipped(last.audits['network-requests'].details.items) / 1024);
      const metrics = [
        'first-contentful-paint',
        'largest-contentful-paint',
        'total-blocking-time',
        'cumulative-layout-shift',
      ];
      console.log(
        `${form.padEnd(8)} ${name.padEnd(10)} ${medians.join(' ')}  JS ${kb} kB gzip  ${metrics.map((id) => `${id.replace(/[^-]*?(\w)\w*-?/g, '$1').toUpperCase()} ${last.audits[id].displayValue}`).join(', ')}`,
      );
      const failed = Object.values(last.audits).filter(
        ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
      );
      console.log(`         below 0.9: ${failed.map(({ id }) => id).join(', ') || 'nothing'}`);
    }
  }
} finally {
  await context.close();
  await trial.close();
}
