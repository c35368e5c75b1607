import { defineConfig } from 'vitest/config';
import { postgresTest } from '../vitest.base.ts';

// A whole house starts and a browser opens: slower than any unit.
export default defineConfig({ test: { ...postgresTest, testTimeout: 60_000, hookTimeout: 180_000 } });
