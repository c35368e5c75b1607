import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseSupergraph, SupergraphError } from './parse-supergraph.ts';
import type { SupergraphSource } from './supergraph-source.ts';

export interface FileSourceOptions {
  readonly file: string;
  /** How often it is looked at; 0: never. */
  readonly pollMs: number;
}

/**
 * A supergraph in a file. It is read by its name, again and again: that sees every way in which a file is replaced, also a
 * link that is turned to another folder, as volumes of Kubernetes are; and it costs less than a millisecond.
 */
export function createFileSource({ file, pollMs }: FileSourceOptions): SupergraphSource {
  let known: string | null = null;

  return {
    async load() {
      known = readSdl(file);
      return parseSupergraph(known, file);
    },
    watch(onChange) {
      if (pollMs === 0) return () => {};
      const look = async () => {
        // One that is gone for a moment is being replaced.
        const now = await readFile(file, 'utf8').catch(() => known);
        if (now !== known) onChange();
      };
      const timer = setInterval(() => void look(), pollMs).unref();
      return () => clearInterval(timer);
    },
  };
}

function readSdl(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code;
    throw new SupergraphError(`The supergraph ${file} cannot be read: ${why}.`, { cause: error });
  }
}
