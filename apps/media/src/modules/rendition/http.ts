import type { Database } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import type { Logger } from '@dateline/service-kit/logger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { MediaFolder } from '../../files/media-folder.ts';
import { handleErrors, sendError } from '../../http/error-answer.ts';
import { originalName } from '../../ingest/picture-types.ts';
import type { UrlSigner } from '../../signing/url-signature.ts';
import { imageStore } from '../image/store.ts';
import { formats } from './formats.ts';
import { renderPicture } from './render.ts';
import { type RenditionFiles, renditionKey } from './rendition-files.ts';
import { renditionUrl, renditionVersion } from './rendition-url.ts';
import { parseTransform, type Transform } from './transform.ts';

export interface RenditionRoutesDependencies {
  readonly db: Database;
  readonly folder: MediaFolder;
  readonly files: RenditionFiles;
  readonly signer: UrlSigner;
  readonly baseUrl: string;
  readonly logger: Logger;
}

/** GET /images/{id}/{transform}.{ext}?s={signature}: one picture file, the same for ever. */
export async function mountRenditions(http: FastifyInstance, dependencies: RenditionRoutesDependencies): Promise<void> {
  const { db, folder, files, signer, baseUrl, logger } = dependencies;
  await http.register(async (scope) => {
    handleErrors(scope, logger);
    // Pictures stand in pages of any origin.
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
    });

    scope.get<{ Params: { id: string; transform: string }; Querystring: { s?: string } }>(
      '/images/:id/:transform',
      async (request, reply) => {
        const { id, transform: text } = request.params;
        const path = `/images/${id}/${text}`;
        if (!signer.verify('rendition', [path], request.query.s)) {
          return sendError(reply, 403, 'FORBIDDEN', 'The URL was not signed here.');
        }
        const transform = parseTransform(text);
        if (!transform || !isUuid(id)) return notFound(reply);
        const etag = `"${renditionKey(path).slice(0, 32)}"`;
        if (matchesEtag(request.headers['if-none-match'], etag)) return immutable(reply, etag).code(304).send();

        // What was made once is served without asking the database.
        const kept = await files.find(path, transform);
        if (kept) return sendPicture(reply, kept, transform, etag);

        const [image] = await imageStore.findByIds(db, [id]);
        if (!image) return notFound(reply);
        const version = renditionVersion(image);
        if (version !== transform.version) {
          // The picture's rights have been rewritten since. The same picture stands at its URL of today.
          const today = renditionUrl(baseUrl, signer, id, { ...transform, version });
          return reply.header('cache-control', 'public, max-age=60').redirect(today, 302);
        }
        const original = folder.originals.pathOf(originalName(image));
        const made = await files.make(path, transform, () => renderPicture(original, image, transform, image));
        return sendPicture(reply, made, transform, etag);
      },
    );
  });
}

function notFound(reply: FastifyReply): FastifyReply {
  return sendError(reply, 404, 'NOT_FOUND', 'There is no such picture.');
}

function sendPicture(reply: FastifyReply, bytes: Buffer, { format }: Transform, etag: string): FastifyReply {
  return immutable(reply, etag).type(formats[format].mimeType).send(bytes);
}

function immutable(reply: FastifyReply, etag: string): FastifyReply {
  return reply.headers({
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  });
}

/** RFC 9110, section 13.1.2: any of a list, compared weakly. */
function matchesEtag(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
