import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from './fault.ts';

export interface HouseLock {
  /** The file was there, but nobody held it: the last house was killed before it could clean up. */
  readonly leftBehind: boolean;
  release(): void;
}

/**
 * Takes the one lock of a folder, or throws a Fault when another start holds it. It is a lock of the operating system
 * (by way of SQLite, which Node has): when its holder dies, however it dies, the lock is free. No process ids to doubt.
 */
export function takeHouseLock(file: string): HouseLock {
  mkdirSync(dirname(file), { recursive: true });
  const found = inodeOf(file);
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isLocked(error)) throw error;
    throw new Fault(
      'Another npm start runs in this folder: stop that one first, or use a second clone with PORT_OFFSET=100.',
    );
  }
  const now = inodeOf(file);
  if (now === null || (found !== null && found !== now)) {
    // Its last holder removed the file while we opened it.
    database.close();
    return takeHouseLock(file);
  }
  return {
    leftBehind: found !== null,
    release() {
      rmSync(file, { force: true });
      database.close();
    },
  };
}

const sqliteBusy = 5;
const isLocked = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;

const inodeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.ino ?? null;
