import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@dateline/service-kit/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileStore } from '../../files/file-store.ts';
import { createWorkGate } from '../../ingest/work-gate.ts';
import { createRenditionFiles, type RenditionFiles } from './rendition-files.ts';
import type { Transform } from './transform.ts';

const transform: Transform = { width: 1, height: 1, focal: null, quality: 75, version: '0123456789', format: 'WEBP' };

describe('renditions on disk', () => {
  let folder: string;
  let files: RenditionFiles;
  const logged: string[] = [];
  const logger = createLogger('media', 'info', { write: (line) => logged.push(line) });
  const gate = () => createWorkGate({ concurrency: 2, maxWaiting: 9 });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-renditions-'));
    files = createRenditionFiles(createFileStore(folder), gate(), logger);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are made once, for those who ask together and for those who come later', async () => {
    let made = 0;
    const render = async () => Buffer.from(`made ${++made}`);
    const together = await Promise.all([1, 2, 3].map(() => files.make('/images/a', transform, render)));
    const late = await files.make('/images/a', transform, render);
    expect([...together, late].map(String)).toEqual(Array(4).fill('made 1'));
    expect(String(await files.find('/images/a', transform))).toBe('made 1');
    expect(await files.find('/images/b', transform)).toBeNull();
  });

  it('that could not be made are tried again by who comes next', async () => {
    await expect(files.make('/images/c', transform, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(String(await files.make('/images/c', transform, async () => Buffer.from('well')))).toBe('well');
  });

  it('that cannot be kept are given all the same, and the log says so', async () => {
    const noFolder = join(folder, 'a-file');
    await writeFile(noFolder, '');
    const store = { ...createFileStore(noFolder), read: async () => null };
    const given = await createRenditionFiles(store, gate(), logger).make('/images/d', transform, async () =>
      Buffer.from('made'),
    );
    expect(String(given)).toBe('made');
    expect(logged.join('')).toContain('a rendition was not kept');
  });
});
