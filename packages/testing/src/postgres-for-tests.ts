import './provided-context.ts';
import type { TestProject } from 'vitest/node';

/** Vitest's global setup of a package that needs Postgres: the server of TEST_DATABASE_URL, which `npm test` sets. */
export function setup(project: TestProject): void {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error('These tests need Postgres: run `npm test`, or set TEST_DATABASE_URL to a server to test on.');
  project.provide('postgresUrl', url);
}
