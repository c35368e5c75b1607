import { z } from 'zod';
import type { UrlSigner } from '../../signing/url-signature.ts';

/** What an upload's URL allows: these bytes, of this type, until then. */
export interface UploadGrant {
  readonly uploadId: string;
  readonly mimeType: string;
  readonly byteSize: number;
  readonly expiresAt: Date;
}

const querySchema = z.object({
  type: z.string(),
  bytes: z.coerce.number().int().positive(),
  expires: z.coerce.number().int().positive(),
  s: z.string(),
});

/** The signed URL of a grant, below the service's public base. */
export function uploadUrl(baseUrl: string, signer: UrlSigner, grant: UploadGrant): string {
  const url = new URL(`${baseUrl}/uploads/${grant.uploadId}`);
  url.searchParams.set('type', grant.mimeType);
  url.searchParams.set('bytes', String(grant.byteSize));
  url.searchParams.set('expires', String(grant.expiresAt.getTime()));
  url.searchParams.set('s', signer.sign('upload', partsOf(grant)));
  return url.href;
}

/** The grant that a URL carries; null when it was not signed by us. Whether it is over is for the caller to see. */
export function parseUploadUrl(signer: UrlSigner, uploadId: string, query: unknown): UploadGrant | null {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) return null;
  const { type, bytes, expires, s } = parsed.data;
  const grant = { uploadId, mimeType: type, byteSize: bytes, expiresAt: new Date(expires) };
  return signer.verify('upload', partsOf(grant), s) ? grant : null;
}

function partsOf({ uploadId, mimeType, byteSize, expiresAt }: UploadGrant): string[] {
  return [uploadId, mimeType, String(byteSize), String(expiresAt.getTime())];
}
