import { type GuardedFetch, GuardedFetchError } from '@dateline/service-kit/guarded-fetch';
import { InputFault } from '../faults.ts';
import { isAddress, type WireInput } from '../input/wire-input.ts';
import type { PictureFile } from '../picture/store-picture.ts';

const maxFetchedBytes = 50 * 1024 * 1024;
const timeoutMs = 60_000;

/** A picture by the name that an item gives it: an address, or a file beside the item. Throws an InputFault. */
export async function pictureBytes(
  reference: string,
  { beside, guarded }: { readonly beside: WireInput['beside']; readonly guarded: GuardedFetch },
): Promise<PictureFile> {
  if (isAddress(reference)) return { bytes: await fetched(reference, guarded), fileName: nameIn(reference) };
  const bytes = await beside(reference);
  if (!bytes) throw new InputFault('is not there beside its item');
  return { bytes, fileName: nameIn(reference) };
}

async function fetched(url: string, guarded: GuardedFetch): Promise<Uint8Array> {
  try {
    const answer = await guarded.get(url, { maxBytes: maxFetchedBytes, timeoutMs, headers: { accept: 'image/*' } });
    if (answer.status !== 200) {
      answer.discard();
      throw new InputFault(`was answered with status ${answer.status}`);
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of answer.body) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof GuardedFetchError) throw new InputFault(error.message);
    throw error;
  }
}

function nameIn(reference: string): string {
  const path = URL.parse(reference)?.pathname ?? reference;
  return path.split(/[/\\]/).at(-1)?.slice(-120) || 'picture';
}
