import type { Database } from '@dateline/db/connect';
import type { RequestContext } from '@dateline/service-kit/subgraph-server';
import type { MediaFolder } from './files/media-folder.ts';
import type { WorkGate } from './ingest/work-gate.ts';
import { createImageLoaders } from './modules/image/loaders.ts';
import { createImageService } from './modules/image/service.ts';
import { renditionUrl } from './modules/rendition/rendition-url.ts';
import type { Transform } from './modules/rendition/transform.ts';
import type { IncomingFiles } from './modules/upload/incoming-files.ts';
import { createUploadService } from './modules/upload/service.ts';
import type { UrlSigner } from './signing/url-signature.ts';

export interface ContextDependencies {
  readonly db: Database;
  readonly folder: MediaFolder;
  readonly incoming: IncomingFiles;
  readonly signer: UrlSigner;
  readonly gate: WorkGate;
  /** The service's public base URL. */
  readonly baseUrl: string;
}

/** What resolvers get: who asks, when, the loaders of this request, and the services that decide. */
export const createContextFactory = (dependencies: ContextDependencies) => (request: RequestContext) => {
  const { db, signer, baseUrl } = dependencies;
  const { viewer, now } = request;
  return {
    ...request,
    loaders: createImageLoaders(db),
    images: createImageService({ db, viewer, now }),
    uploads: createUploadService({ ...dependencies, viewer, now }),
    renditionUrl: (imageId: string, transform: Transform) => renditionUrl(baseUrl, signer, imageId, transform),
  };
};

export type Context = ReturnType<ReturnType<typeof createContextFactory>>;
