import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { DemoTemplate } from './demo-template.ts';
import { dropDatabase, dropRoles, newHouseNames } from './house-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The demo edition of this run; see ensureDemoTemplate. */
    demoTemplate: DemoTemplate;
  }
}

/** Vitest's global setup beside that of Postgres: a place for the demo edition, which is gone after the last test. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? '';
  const { database, services } = newHouseNames('e2e_demo');
  const mediaFolder = await mkdtemp(join(tmpdir(), 'dateline-e2e-demo-'));
  project.provide('demoTemplate', { database, services, mediaFolder });
  return async () => {
    await rm(mediaFolder, { recursive: true, force: true });
    for (const name of [database, `${database}_unfinished`]) await dropDatabase(serverUrl, name);
    await dropRoles(serverUrl, services);
  };
}
