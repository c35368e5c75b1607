import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileStore, type FileStore } from './file-store.ts';

/** The parts of MEDIA_DIR. */
export interface MediaFolder {
  /** What came in, byte for byte, by SHA-256. Never served as it is. */
  readonly originals: FileStore;
  /** What was made of it, by the SHA-256 of its URL's path. May be emptied at any time. */
  readonly renditions: FileStore;
  /** Bytes of uploads that are not completed yet. */
  readonly uploadsPath: string;
  /** A readiness check: can files be written? */
  readonly readiness: () => Promise<string | null>;
}

export async function openMediaFolder(path: string): Promise<MediaFolder> {
  const uploadsPath = join(path, 'uploads');
  await mkdir(uploadsPath, { recursive: true });
  return {
    originals: createFileStore(join(path, 'originals')),
    renditions: createFileStore(join(path, 'renditions')),
    uploadsPath,
    async readiness() {
      await access(uploadsPath, constants.W_OK);
      return null;
    },
  };
}
