import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ClientKey } from './client.ts';

const perMinute = z.int().min(1).max(1_000_000_000);

const keySchema = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits, in small letters'),
  perMinute: perMinute.default(6_000),
  mutationsPerMinute: perMinute.default(120),
  costPerMinute: perMinute.default(1_000_000),
});

const fileSchema = z.strictObject({ keys: z.array(keySchema).max(10_000) });

/** The file of keys is not there or is none. The message says which, and what is wrong; never a key. */
export class ClientKeysError extends Error {
  override readonly name = 'ClientKeysError';
}

export interface ClientKeys {
  /** Whose key that is; undefined when it is nobody's. */
  find(presented: string): ClientKey | undefined;
  /** The same key as it stands here, with the limits of now; undefined when it is no more. */
  current(key: ClientKey): ClientKey | undefined;
  readonly names: readonly string[];
}

/** Throws a ClientKeysError. */
export function readClientKeys(file: string): ClientKeys {
  try {
    return clientKeys(fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).keys);
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new ClientKeysError(`The client keys ${file} cannot be used: ${why}`, { cause: error });
  }
}

/**
 * Keys are found by a hash under a secret of this process, so that how long a look takes tells nothing about any of
 * them, and are then compared in constant time. They are random and long: no slow hash is needed.
 */
export function clientKeys(keys: readonly ClientKey[]): ClientKeys {
  const secret = randomBytes(32).toString('hex');
  const placeOf = (sha256: string) => hash('sha256', secret + sha256);
  const byPlace = new Map<string, { readonly key: ClientKey; readonly digest: Buffer }>();
  const bySha256 = new Map(keys.map((key) => [key.sha256, key]));
  const names = keys.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`there are two keys of the name ${twice}`);
  for (const key of keys) byPlace.set(placeOf(key.sha256), { key, digest: Buffer.from(key.sha256, 'hex') });
  if (byPlace.size < keys.length) throw new Error('two clients have one key');

  return {
    names,
    find(presented) {
      const sha256 = hash('sha256', presented);
      const found = byPlace.get(placeOf(sha256));
      return found && timingSafeEqual(found.digest, Buffer.from(sha256, 'hex')) ? found.key : undefined;
    },
    current: ({ sha256 }) => bySha256.get(sha256),
  };
}
