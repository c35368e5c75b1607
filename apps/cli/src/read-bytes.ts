import { open } from 'node:fs/promises';
import { InputFault } from './faults.ts';

/** The bytes of an ordinary file. Throws an InputFault when it cannot be read or is larger than `maxBytes`. */
export async function readBytes(file: string, maxBytes: number): Promise<Buffer> {
  try {
    await using handle = await open(file, 'r');
    const stat = await handle.stat();
    if (!stat.isFile()) throw new InputFault('is not a file');
    if (stat.size > maxBytes) throw new InputFault(`is larger than ${maxBytes} bytes`);
    return await handle.readFile();
  } catch (error) {
    if (error instanceof InputFault) throw error;
    throw new InputFault(unreadable(error));
  }
}

/** Why the file system gave nothing, as a clause. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'is not there';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'EISDIR') return 'is not a file';
  return `cannot be read${code === '' ? '' : ` (${code})`}`;
}
