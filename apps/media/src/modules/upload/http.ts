import type { Readable } from 'node:stream';
import { isUuid } from '@dateline/db/uuidv7';
import type { Logger } from '@dateline/service-kit/logger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { handleErrors, sendError } from '../../http/error-answer.ts';
import type { UrlSigner } from '../../signing/url-signature.ts';
import { ByteCountError, type IncomingFiles } from './incoming-files.ts';
import { parseUploadUrl } from './upload-url.ts';

export interface UploadRoutesDependencies {
  readonly signer: UrlSigner;
  readonly incoming: IncomingFiles;
  readonly logger: Logger;
  readonly clock: () => Date;
}

/** PUT /uploads/{id}: takes the bytes of a ticket, no more and no fewer, as a stream. The signed URL is the permission. */
export async function mountUploads(http: FastifyInstance, dependencies: UploadRoutesDependencies): Promise<void> {
  const { signer, incoming, logger, clock } = dependencies;
  await http.register(async (scope) => {
    handleErrors(scope, logger);
    // Bytes go to disk as they come; nothing parses or collects them.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    // An editor's page stands on another origin. Who holds the URL may use it, so any origin may.
    scope.addHook('onRequest', async (_request, reply) => void reply.header('access-control-allow-origin', '*'));
    scope.options('/uploads/:id', async (_request, reply) =>
      reply
        .code(204)
        .headers({ 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': 'content-type' })
        .send(),
    );

    scope.put<{ Params: { id: string }; Body: Readable | undefined }>('/uploads/:id', async (request, reply) => {
      const grant = parseUploadUrl(signer, request.params.id, request.query);
      if (!grant || !isUuid(grant.uploadId)) return refuse(reply, 403, 'FORBIDDEN', 'The URL was not signed here.');
      if (grant.expiresAt < clock()) return refuse(reply, 410, 'UPLOAD_EXPIRED', 'The time for this upload is over.');
      const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
      if (type !== grant.mimeType) {
        return refuse(reply, 415, 'UNSUPPORTED_TYPE', `The content type must be ${grant.mimeType}, as announced.`);
      }
      const length = request.headers['content-length'];
      if (length !== undefined && Number(length) !== grant.byteSize)
        return refuseCount(reply, Number(length) > grant.byteSize);
      try {
        await incoming.receive(grant.uploadId, request.body ?? request.raw, grant.byteSize);
      } catch (error) {
        if (error instanceof ByteCountError) return refuseCount(reply, error.tooMany);
        throw error;
      }
      return reply.code(204).send();
    });
  });
}

/** The connection ends with a refusal: what is still on its way would only be thrown away. */
function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return sendError(reply.header('connection', 'close'), status, code, message);
}

function refuseCount(reply: FastifyReply, tooMany: boolean): FastifyReply {
  return tooMany
    ? refuse(reply, 413, 'TOO_LARGE', 'More bytes came than were announced.')
    : refuse(reply, 400, 'TOO_SMALL', 'Fewer bytes came than were announced.');
}
