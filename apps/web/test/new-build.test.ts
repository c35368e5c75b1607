import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadBuiltPages } from '../src/http/built-pages.ts';
import { startSite } from './site-for-tests.ts';

const app = join(import.meta.dirname, '..');

test('a site goes on serving its own pages and files while a new build replaces them', async () => {
  const copies = join(app, '.test-results');
  await mkdir(copies, { recursive: true });
  const folder = await mkdtemp(join(copies, 'dist-'));
  try {
    await cp(join(app, 'dist'), folder, { recursive: true });
    await using site = await startSite({}, folder);
    await rm(folder, { recursive: true });
    for (const path of ['/', '/he', '/sections/world', '/articles/the-lighthouse', '/icon.svg']) {
      expect([path, (await site.get(path)).status]).toEqual([path, 200]);
    }
    expect((await site.get('/nothing')).status).toBe(404);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('without a build the site does not start, and says what to do', async () => {
  await expect(loadBuiltPages(join(app, 'no-such-build', 'server'))).rejects.toThrow(/not built yet/);
});
