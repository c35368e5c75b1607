import { posix } from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { InputFault } from '../faults.ts';
import { isPassedBy, isPictureName, maxPictureBytes, type WireInput } from './wire-input.ts';

/** What an archive may be. A small one can unpack to more than any disk holds. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** Of one entry, unpacked. */
  readonly maxEntryBytes: number;
  /** Of all entries that are read, unpacked. */
  readonly maxTotalBytes: number;
  /** Unpacked to packed, above which no text goes. Not asked of entries below a megabyte. */
  readonly maxRatio: number;
}

export const zipLimits: ZipLimits = {
  maxEntries: 200_000,
  maxEntryBytes: 2 * 1024 ** 3,
  maxTotalBytes: 20 * 1024 ** 3,
  maxRatio: 200,
};

const ratioFromBytes = 1024 * 1024;

export interface ZipArchive extends Disposable {
  /** In the order of their names. Reading one may throw an InputFault; nothing is written to disk. */
  readonly inputs: readonly WireInput[];
}

/** Opens an archive that lies in a file. Throws an InputFault when it is none, or holds more than `limits` allow. */
export async function openZipArchive(path: string, name: string, limits = zipLimits): Promise<ZipArchive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(atFault);
  try {
    const entries = await readEntries(zip, limits);
    let readTotal = 0;
    const countBytes = (bytes: number) => {
      readTotal += bytes;
      if (readTotal > limits.maxTotalBytes) throw new InputFault(`unpacks to more than ${limits.maxTotalBytes} bytes`);
    };
    const read = (entry: Entry) => readEntry(zip, entry, { limits, countBytes });
    const inputs = [...entries.values()]
      .filter(({ fileName }) => !fileName.endsWith('/') && !isPassedBy(fileName) && !isPictureName(fileName))
      .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))
      .map((entry) => toInput(entry, { path, name, entries, read }));
    return { inputs, [Symbol.dispose]: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readEntries(zip: ZipFile, { maxEntries }: ZipLimits): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > maxEntries) throw new InputFault(`holds more than ${maxEntries} files`);
  const entries = new Map<string, Entry>();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  zip.on('entry', (entry: Entry) => {
    entries.set(entry.fileName, entry);
    if (entries.size > maxEntries) reject(new InputFault(`holds more than ${maxEntries} files`));
    else zip.readEntry();
  });
  zip.on('end', resolve);
  zip.on('error', reject);
  zip.readEntry();
  await promise.catch(atFault);
  return entries;
}

interface Reading {
  readonly limits: ZipLimits;
  readonly countBytes: (bytes: number) => void;
}

/** Sizes as the archive tells them are checked first, and yauzl holds what comes to them. */
async function* readEntry(zip: ZipFile, entry: Entry, { limits, countBytes }: Reading): AsyncGenerator<Uint8Array> {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > limits.maxEntryBytes)
    throw new InputFault(`unpacks to more than ${limits.maxEntryBytes} bytes`);
  if (uncompressedSize > ratioFromBytes && uncompressedSize > compressedSize * limits.maxRatio)
    throw new InputFault(`unpacks to more than ${limits.maxRatio} times its size, as no text does`);
  if (entry.isEncrypted()) throw new InputFault('is locked with a password');
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      countBytes(chunk.length);
      yield chunk;
    }
  } catch (error) {
    atFault(error);
  }
}

interface Archive {
  readonly path: string;
  readonly name: string;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly read: (entry: Entry) => AsyncIterable<Uint8Array>;
}

function toInput(entry: Entry, { path, name, entries, read }: Archive): WireInput {
  const { fileName } = entry;
  return {
    name: `${name}!/${fileName}`,
    file: `${path}!/${fileName}`,
    fileName: posix.basename(fileName),
    bytes: () => read(entry),
    async beside(wanted) {
      const found = entries.get(posix.join(posix.dirname(fileName), wanted));
      if (!found || found.uncompressedSize > maxPictureBytes) return undefined;
      const chunks: Uint8Array[] = [];
      for await (const chunk of read(found)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

function atFault(error: unknown): never {
  if (error instanceof InputFault) throw error;
  const said = error instanceof Error ? error.message : String(error);
  throw new InputFault(`is no archive that can be read (${said})`);
}
