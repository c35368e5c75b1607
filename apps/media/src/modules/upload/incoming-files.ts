import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { nullWhenMissing } from '../../files/file-store.ts';

/** More or fewer bytes came than were announced. */
export class ByteCountError extends Error {
  override readonly name = 'ByteCountError';
  readonly tooMany: boolean;

  constructor(tooMany: boolean) {
    super(tooMany ? 'More bytes came than were announced.' : 'Fewer bytes came than were announced.');
    this.tooMany = tooMany;
  }
}

/** Bytes that came in and are not pictures yet, a file an upload. Ids are UUIDs: the caller has checked. */
export interface IncomingFiles {
  /** Streams exactly `byteSize` bytes to disk, or throws a ByteCountError and leaves nothing. Replaces what came before. */
  receive(uploadId: string, source: Readable, byteSize: number): Promise<void>;
  /** Null when nothing came. */
  read(uploadId: string): Promise<Buffer | null>;
  remove(uploadId: string): Promise<void>;
  /** Removes what nobody came back for. */
  removeOlderThan(limit: Date): Promise<void>;
}

export function createIncomingFiles(folder: string): IncomingFiles {
  const pathOf = (uploadId: string) => join(folder, uploadId);
  return {
    async receive(uploadId, source, byteSize) {
      // Beside the target: two senders of one ticket do not write into each other's file.
      const draft = `${pathOf(uploadId)}.${randomUUID()}.part`;
      try {
        await pipeline(source, exactly(byteSize), createWriteStream(draft, { flags: 'wx' }));
        await rename(draft, pathOf(uploadId));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    read: (uploadId) => readFile(pathOf(uploadId)).catch(nullWhenMissing),
    remove: (uploadId) => rm(pathOf(uploadId), { force: true }),
    async removeOlderThan(limit) {
      for (const name of await readdir(folder)) {
        const found = await stat(join(folder, name)).catch(nullWhenMissing);
        if (found && found.mtime < limit) await rm(join(folder, name), { force: true });
      }
    },
  };
}

/** Passes bytes on while they are as many as announced: the hard cap, whatever a header said. */
function exactly(byteSize: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let received = 0;
    for await (const chunk of source) {
      received += chunk.length;
      if (received > byteSize) throw new ByteCountError(true);
      yield chunk;
    }
    if (received < byteSize) throw new ByteCountError(false);
  };
}
