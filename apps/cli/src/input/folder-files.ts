import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputFault } from '../faults.ts';
import { unreadable } from '../read-bytes.ts';
import { isPassedBy } from './wire-input.ts';

export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * The file itself, or every file of the folder and those below, in the order of their names. Hidden and unfinished files are
 * left out, and links: one that leads to a folder above would never end.
 */
export async function filesOf(path: string): Promise<FoundFile[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw new InputFault(unreadable(error));
  });
  if (!found.isDirectory()) return [{ path, bytes: found.size }];
  const files: FoundFile[] = [];
  await walk(path, files);
  return files;
}

async function walk(folder: string, files: FoundFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new InputFault(`${folder} ${unreadable(error)}`);
  });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isPassedBy(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, files);
    else if (entry.isFile()) files.push({ path, bytes: (await stat(path).catch(() => undefined))?.size ?? 0 });
  }
}
