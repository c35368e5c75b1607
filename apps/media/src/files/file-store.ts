import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files named by a digest, below one folder. A file is there whole or not at all. */
export interface FileStore {
  /** Where the file of a name stands, or would. */
  pathOf(name: string): string;
  has(name: string): Promise<boolean>;
  /** Null when there is none. */
  read(name: string): Promise<Buffer | null>;
  /** Written aside and moved into place; a file that is there already is the same one, and stays. */
  put(name: string, bytes: Uint8Array): Promise<void>;
}

/** Hexadecimal, and an extension: nothing else becomes a path. */
const namePattern = /^[0-9a-f]{64}\.[a-z]{3,4}$/;

/** Fans out over two levels (ab/cd/abcd….jpg), so that no folder grows too long to be listed. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (name: string) => {
    if (!namePattern.test(name)) throw new RangeError('A stored file is named by its digest and extension.');
    return join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };
  const has = (name: string) =>
    stat(pathOf(name)).then(
      () => true,
      () => false,
    );
  return {
    pathOf,
    has,
    read: (name) => readFile(pathOf(name)).catch(nullWhenMissing),
    async put(name, bytes) {
      if (!(await has(name))) await writeAtomically(pathOf(name), bytes);
    },
  };
}

/** Writes beside the target and renames: a reader never sees half a file, and of two writers one wins. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(draft, bytes, { flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** For a read's catch: a missing file is null, any other failure stays one. */
export function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
