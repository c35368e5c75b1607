import { defineConfig } from 'vitest/config';
import { baseTest } from '../vitest.base.ts';

export default defineConfig({
  test: { ...baseTest, include: ['gateway/**/*.test.ts', 'live/**/*.test.ts'], exclude: ['**/node_modules/**'] },
});
