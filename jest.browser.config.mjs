import config from './jest.config.mjs';

/** The journeys in a real browser: npm run test:browser; needs Chromium (Debian's package), or CHROMIUM=path. */
export default {
  ...config,
  roots: ['<rootDir>/test/browser'],
  // Not yet proven: `every-page` has never been run to its end. `npm run test:browser -- --testPathIgnorePatterns none`
  // runs it too.
  testPathIgnorePatterns: ['/browser/every-page\\.test'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
