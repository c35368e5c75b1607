import { createReadStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { InputFault } from '../faults.ts';
import { readBytes, unreadable } from '../read-bytes.ts';
import { maxPictureBytes, type WireInput } from './wire-input.ts';

/** An ordinary file as an input. Nothing is opened before its bytes are asked for. */
export function localFile(path: string, name = path): WireInput {
  return {
    name,
    file: path,
    fileName: basename(path),
    async *bytes() {
      try {
        yield* createReadStream(path) as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw new InputFault(unreadable(error));
      }
    },
    beside: (fileName) => readBeside(dirname(path), fileName),
  };
}

/** An item says which file it wants: only one of its own folder, or below, is given, and links do not lead out of it. */
async function readBeside(folder: string, fileName: string): Promise<Uint8Array | undefined> {
  try {
    const [home, wanted] = await Promise.all([realpath(folder), realpath(resolve(folder, fileName))]);
    if (!wanted.startsWith(home.endsWith(sep) ? home : home + sep)) return undefined;
    return await readBytes(wanted, maxPictureBytes);
  } catch {
    return undefined;
  }
}
