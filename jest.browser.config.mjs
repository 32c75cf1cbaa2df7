import config from './jest.config.mjs';

/** The journeys in a real browser: npm run test:browser; needs Chromium (Debian's package), or CHROMIUM=path. */
export default {
  ...config,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: [],
  maxWorkers: 2,
  testTimeout: 120_000,
};
