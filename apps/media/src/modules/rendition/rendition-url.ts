import { createHash } from 'node:crypto';
import type { UrlSigner } from '../../signing/url-signature.ts';
import { rendererVersion } from './render.ts';
import type { Rights } from './rights-packet.ts';
import { formatTransform, type Transform } from './transform.ts';

/** What a rendition's bytes depend on besides the transform: the original, the rights in the file, how files are made. */
export function renditionVersion({
  digest,
  credit,
  copyrightNotice,
  usageTerms,
}: Rights & { readonly digest: string }) {
  const ingredients = JSON.stringify([rendererVersion, digest, credit, copyrightNotice, usageTerms]);
  return createHash('sha256').update(ingredients).digest('hex').slice(0, 10);
}

/** The path of a rendition, without its signature. */
export function renditionPath(imageId: string, transform: Transform): string {
  return `/images/${imageId}/${formatTransform(transform)}`;
}

/** The signed URL. Only this service can make one, so nobody can have it make a million sizes. */
export function renditionUrl(baseUrl: string, signer: UrlSigner, imageId: string, transform: Transform): string {
  const path = renditionPath(imageId, transform);
  return `${baseUrl}${path}?s=${signer.sign('rendition', [path])}`;
}
