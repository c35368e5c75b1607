import { defineConfig } from 'vitest/config';
import { postgresTest } from '../../vitest.base.ts';

export default defineConfig({ test: postgresTest });
