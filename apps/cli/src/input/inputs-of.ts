import { resolve } from 'node:path';
import type { GuardedFetch } from '@dateline/service-kit/guarded-fetch';
import { InputFault } from '../faults.ts';
import { readAddress } from './address.ts';
import { filesOf } from './folder-files.ts';
import { localFile } from './local-file.ts';
import { standardInput } from './standard-input.ts';
import { isAddress, isPictureName, type WireInput } from './wire-input.ts';
import { openZipArchive } from './zip-archive.ts';

type OnFault = (name: string, reason: string, file: string) => Promise<void>;

/** What was named on the command line, ready to be read. */
export interface NamedSource {
  /** As it was typed. */
  readonly name: string;
  /** Of all that will be read, where it is known. */
  readonly bytes: number | undefined;
  /** What cannot be opened is told by `onFault`, and the others come. */
  inputs(opened: DisposableStack, onFault: OnFault): AsyncIterable<WireInput>;
}

/** A path, an address or '-' as a source. Throws an InputFault when there is nothing of that name. */
export async function sourceNamed(
  name: string,
  { cwd, guarded, signal }: { readonly cwd: string; readonly guarded: GuardedFetch; readonly signal: AbortSignal },
): Promise<NamedSource> {
  if (name === '-') return { name, bytes: undefined, inputs: () => one(standardInput()) };
  if (isAddress(name)) {
    const read = async () => (await readAddress(name, { guarded, signal })).input;
    return { name, bytes: undefined, inputs: () => fetched(read) };
  }
  const path = resolve(cwd, name);
  const files = await filesOf(path);
  return {
    name,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    async *inputs(opened, onFault) {
      for (const file of files) {
        // Within a folder, pictures belong to the items that name them; what was typed is looked at whatever it is.
        if (file.path !== path && isPictureName(file.path)) continue;
        const shown = file.path === path ? name : name.replace(/[/\\]+$/, '') + file.path.slice(path.length);
        if (!/\.zip$/i.test(file.path)) yield localFile(file.path, shown);
        else yield* archived(file.path, shown, opened, onFault);
      }
    },
  };
}

async function* archived(
  path: string,
  name: string,
  opened: DisposableStack,
  onFault: OnFault,
): AsyncGenerator<WireInput> {
  try {
    // It stays open until the end: its pictures are read when the answers want them.
    yield* opened.use(await openZipArchive(path, name)).inputs;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    await onFault(name, error.message, path);
  }
}

async function* one(input: WireInput): AsyncGenerator<WireInput> {
  yield input;
}

async function* fetched(read: () => Promise<WireInput | undefined>): AsyncGenerator<WireInput> {
  const input = await read();
  if (input) yield input;
}
