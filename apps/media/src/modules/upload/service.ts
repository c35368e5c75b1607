import type { Database } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { MediaFolder } from '../../files/media-folder.ts';
import { ingestPicture } from '../../ingest/ingest.ts';
import { refusals } from '../../ingest/refusal.ts';
import type { WorkGate } from '../../ingest/work-gate.ts';
import type { UrlSigner } from '../../signing/url-signature.ts';
import { type Fault, requireEditor } from '../image/rules.ts';
import type { ImagePayload } from '../image/service.ts';
import { imageStore } from '../image/store.ts';
import type { IncomingFiles } from './incoming-files.ts';
import { type AnnouncedUpload, faultsOf, ticketLifeMs } from './rules.ts';
import { uploadStore } from './store.ts';
import type { UploadRow } from './upload.ts';
import { uploadUrl } from './upload-url.ts';

export interface UploadServiceDependencies {
  readonly db: Database;
  readonly folder: MediaFolder;
  readonly incoming: IncomingFiles;
  readonly signer: UrlSigner;
  readonly gate: WorkGate;
  /** The service's public base URL. */
  readonly baseUrl: string;
  readonly viewer: Viewer | null;
  readonly now: Date;
}

/** Tickets and bytes that were never completed are kept for so long after their end, for who is a little late. */
const keepAbandonedMs = 24 * 3_600_000;

/** An upload in two steps: a ticket, then the bytes over HTTP, then the picture. */
export const createUploadService = (dependencies: UploadServiceDependencies) => {
  const { db, folder, incoming, signer, gate, baseUrl, viewer, now } = dependencies;

  async function ingest(upload: UploadRow, bytes: Buffer): Promise<ImagePayload> {
    const ingested = await gate.run(() => ingestPicture({ db, folder }, bytes, { now }));
    if (!ingested.ok) {
      await incoming.remove(upload.id);
      return refuse(ingested.refusal, refusals[ingested.refusal]);
    }
    await uploadStore.complete(db, upload.id, ingested.image.id);
    await incoming.remove(upload.id);
    return { image: ingested.image, userErrors: [] };
  }

  async function completed({ imageId }: UploadRow): Promise<ImagePayload | null> {
    if (!imageId) return null;
    const [image] = await imageStore.findByIds(db, [imageId]);
    return image ? { image, userErrors: [] } : null;
  }

  return {
    async create(input: AnnouncedUpload) {
      const editor = requireEditor(viewer);
      const faults = faultsOf(input);
      if (faults.length > 0) return { userErrors: faults };
      await removeAbandoned();
      const { mimeType, byteSize, fileName = null } = input;
      const expiresAt = new Date(now.getTime() + ticketLifeMs);
      const { id } = await uploadStore.insert(db, { mimeType, byteSize, fileName, createdBy: editor.id, expiresAt });
      const url = uploadUrl(baseUrl, signer, { uploadId: id, mimeType, byteSize, expiresAt });
      return { uploadId: id, url, expiresAt: expiresAt.toISOString(), maxBytes: byteSize, userErrors: [] };
    },

    async complete(uploadId: string): Promise<ImagePayload> {
      requireEditor(viewer);
      const upload = isUuid(uploadId) ? await uploadStore.find(db, uploadId) : null;
      if (!upload) return refuse('UPLOAD_MISSING', 'There is no upload of that id.');
      const before = await completed(upload);
      if (before) return before;
      if (upload.expiresAt < now)
        return refuse('UPLOAD_EXPIRED', 'The time for this upload is over. Ask for a new one.');
      const bytes = await incoming.read(upload.id);
      if (bytes) return ingest(upload, bytes);
      // Another request may have completed it while this one was looking for its bytes.
      const since = await uploadStore.find(db, upload.id);
      return (
        (since && (await completed(since))) ??
        refuse('UPLOAD_MISSING', 'No bytes have come. PUT them to the URL first.')
      );
    },
  };

  async function removeAbandoned(): Promise<void> {
    const limit = new Date(now.getTime() - ticketLifeMs - keepAbandonedMs);
    await uploadStore.removeExpiredBefore(db, limit);
    await incoming.removeOlderThan(limit);
  }
};

function refuse(code: string, message: string): ImagePayload {
  const fault: Fault = { code, message, path: ['uploadId'] };
  return { image: null, userErrors: [fault] };
}
