import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStaticFiles } from './static-files.ts';

test('files are known by their path; hashed ones may be kept for ever', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-static-'));
  try {
    await mkdir(join(folder, '_astro'));
    await writeFile(join(folder, '_astro', 'page.abc.css'), 'a{}');
    await writeFile(join(folder, 'icon.svg'), '<svg/>');
    const files = await readStaticFiles(folder);
    expect([...files.keys()].sort()).toEqual(['/_astro/page.abc.css', '/icon.svg']);
    expect(files.get('/_astro/page.abc.css')).toMatchObject({
      contentType: 'text/css; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
    expect(files.get('/icon.svg')?.cacheControl).toBe('public, max-age=3600');
  } finally {
    await rm(folder, { recursive: true });
  }
});
