import { basename, resolve } from 'node:path';
import { forEachFile } from '../each-file.ts';
import type { Gateway } from '../gateway.ts';
import { maxPictureBytes } from '../input/wire-input.ts';
import { readBytes } from '../read-bytes.ts';
import type { Terminal } from '../terminal.ts';
import { type PictureWords, storePicture } from './store-picture.ts';

interface PictureRun {
  readonly files: readonly string[];
  readonly words: PictureWords;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly gateway: () => Promise<Gateway>;
}

/** Uploads pictures and prints their ids. Answers the exit code. */
export async function uploadPictures({ files, words, cwd, terminal, gateway }: PictureRun): Promise<0 | 1> {
  return forEachFile(files, terminal, async (file) => {
    const bytes = await readBytes(resolve(cwd, file), maxPictureBytes);
    const stored = await storePicture({ bytes, fileName: basename(file) }, words, await gateway());
    const { id, width, height, credit } = stored;
    return { outcome: 'stored', about: `${id}  ${width}×${height}  ${credit ?? 'no credit'}  ${file}` };
  });
}
