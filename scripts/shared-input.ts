import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './house.ts';

/**
 * A hash of what lies in ../shared (names, sizes, times), the real pages that some tests read. Turbo sees only files of the
 * project: with this in a task's environment a result is not taken from its cache after they changed.
 */
export function sharedInputHash(folder = join(projectFolder, '..', 'shared')): string {
  if (!existsSync(folder)) return 'none';
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const name of names) {
    const { size, mtimeMs } = statSync(join(folder, name));
    hash.update(`${name}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}
