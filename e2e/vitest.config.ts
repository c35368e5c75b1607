import { defineConfig } from 'vitest/config';
import { postgresTest } from '../vitest.base.ts';

export default defineConfig({
  test: {
    ...postgresTest,
    globalSetup: [...postgresTest.globalSetup, './src/demo-template-for-tests.ts'],
    // A whole house starts and a browser opens: slower than any unit.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
