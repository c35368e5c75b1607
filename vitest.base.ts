import { fileURLToPath } from 'node:url';

/**
 * What every package's tests share. Each package has a one-line `vitest.config.ts` that spreads it.
 * The JSON file is what `npm test` counts, also when turbo takes the result from its cache.
 */
export const baseTest = {
  // graphql 16 ships as CommonJS and as a module, and works only when a process has one of the two: Node's choice.
  alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
  reporters: ['default', 'json'],
  outputFile: { json: '.test-results/vitest.json' },
  include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
  // Turbo runs two packages at a time: one worker each fills two cores.
  maxWorkers: 1,
  testTimeout: 20_000,
  // A wait ends as soon as what is waited for is there. How long it may last is no test's claim, and a machine may be busy.
  expect: { poll: { timeout: 15_000 } },
  hookTimeout: 60_000,
  // A test that passes only the second time is a fault to be found.
  retry: 0,
};

/** For packages whose tests need Postgres: TEST_DATABASE_URL, which `npm test` sets, reaches each test file by `inject('postgresUrl')`. */
export const postgresTest = {
  ...baseTest,
  globalSetup: ['@dateline/testing/postgres-for-tests'],
};
