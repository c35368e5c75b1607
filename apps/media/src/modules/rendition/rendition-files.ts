import { createHash } from 'node:crypto';
import type { Logger } from '@dateline/service-kit/logger';
import type { FileStore } from '../../files/file-store.ts';
import type { WorkGate } from '../../ingest/work-gate.ts';
import { formats } from './formats.ts';
import type { Transform } from './transform.ts';

/** Renditions on disk: each is made once, whoever asks, and however many at the same time. */
export interface RenditionFiles {
  /** Null when it has not been made yet. */
  find(path: string, transform: Transform): Promise<Buffer | null>;
  /** Makes and keeps it, or waits for whoever makes it already. */
  make(path: string, transform: Transform, render: () => Promise<Buffer>): Promise<Buffer>;
}

export function createRenditionFiles(store: FileStore, gate: WorkGate, logger: Logger): RenditionFiles {
  const underWay = new Map<string, Promise<Buffer>>();

  async function makeAndKeep(name: string, render: () => Promise<Buffer>): Promise<Buffer> {
    // It may have been made between the caller's look and this one.
    const kept = await store.read(name);
    if (kept) return kept;
    const bytes = await gate.run(render);
    // A full disk costs the next reader the time of making it again, and nobody the picture.
    await store.put(name, bytes).catch((error: unknown) => logger.error({ err: error }, 'a rendition was not kept'));
    return bytes;
  }

  return {
    find: (path, transform) => store.read(nameOf(path, transform)),
    make(path, transform, render) {
      const name = nameOf(path, transform);
      const known = underWay.get(name);
      if (known) return known;
      const made = makeAndKeep(name, render).finally(() => underWay.delete(name));
      underWay.set(name, made);
      return made;
    },
  };
}

/** The digest of a rendition's path: its file's name and its ETag. */
export function renditionKey(path: string): string {
  return createHash('sha256').update(path).digest('hex');
}

function nameOf(path: string, { format }: Transform): string {
  return `${renditionKey(path)}.${formats[format].extension}`;
}
