import type { Playground } from '@dateline/playground/playground';
import { badRequest } from '@dateline/service-kit/http-refusal';
import type { EventStreams } from '@dateline/service-kit/live/sse/event-streams';
import type { Logger } from '@dateline/service-kit/logger';
import type { Tracing } from '@dateline/service-kit/tracing/tracing';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../admission/admission.ts';
import type { Client } from '../admission/client.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import { errorCodesOf } from '../telemetry/error-codes.ts';
import { traceServed } from '../telemetry/tracing/server-span.ts';
import { encodeBody } from './answer-encoding.ts';
import { isForeignPagesGet } from './cross-site.ts';
import type { Accepted, DoorExecutor, PlainAnswer, ReadyAnswer } from './graphql-executor.ts';
import { incomingOperation } from './graphql-request.ts';
import { isHost } from './host.ts';
import { acceptedFormat } from './incremental/accepted-format.ts';
import { sendStreamed } from './incremental/send-streamed.ts';
import { acceptJsonText } from './json-body.ts';
import { graphqlMediaType, statusFor } from './media-type.ts';
import { sendPage, wantsPage } from './playground-routes.ts';
import { createRequestContext } from './request-context.ts';

export interface GraphqlRoutesOptions {
  readonly executor: DoorExecutor;
  readonly authenticate: Authenticate;
  readonly identify: Admission['identify'];
  readonly playground: Playground | null;
  /** Answers requests for streams, by its own door; null: there are none. */
  readonly streams: EventStreams | null;
  /** Of a request's body, by who asks. */
  readonly maxBodyBytesOf: (viewer: Viewer | null) => number;
  readonly maxJsonDepth: number;
  readonly timeoutMs: number;
  readonly logger: Logger;
  readonly tracing?: Tracing | null;
  /** Told of each error in an answer. */
  readonly onError?: (operationName: string | undefined, code: string) => void;
}

interface Asker {
  readonly viewer: Viewer | null;
  readonly client: Client;
}

/** What an answer depends on beside the address. */
const varyBy = 'accept, accept-encoding, authorization';

/** /graphql: a page for people, an answer for programs. Who asks is known before the body is read. */
export async function addGraphqlRoutes(http: FastifyInstance, options: GraphqlRoutesOptions): Promise<void> {
  const { executor, authenticate, identify, playground, streams, maxJsonDepth: maxDepth, timeoutMs, logger } = options;
  const askers = new WeakMap<FastifyRequest, Asker>();

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { accept, 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch } = request.headers;
    const incremental = acceptedFormat(accept);
    // What takes parts takes JSON in them; an answer that has none is JSON by itself.
    const mediaType = graphqlMediaType(accept) ?? (incremental && 'application/json');
    if (!mediaType) throw badRequest('Answers are application/graphql-response+json or application/json.', 406);
    // 304 is for who asks by GET: RFC 9110, section 13.1.2.
    const isGet = request.method === 'GET';
    const accepted = { mediaType, acceptEncoding, ifNoneMatch: isGet ? ifNoneMatch : undefined, incremental };
    const operation = incomingOperation(request.method as 'GET' | 'POST', textOf(request), { maxDepth, accepted });
    const observer = options.tracing && traceServed(options.tracing, request, reply);
    const context = createRequestContext(request, reply, { ...askerOf(request), logger, timeoutMs, observer });
    const given = await executor.execute(operation, context);
    if ('isStreamed' in given) return sendStreamed(reply, given, { varyBy, timeoutMs });
    if ('isReady' in given) return sendReady(reply, given);
    if (options.onError) for (const code of errorCodesOf(given)) options.onError(request.operationName, code);
    return sendPlain(reply, given, accepted);
  }

  /** Known since before its body was read. */
  function askerOf(request: FastifyRequest): Asker {
    const asker = askers.get(request);
    if (!asker) throw new Error('A request came past the door.');
    return asker;
  }

  // A scope of its own: only here a body comes as its text.
  await http.register(async (scope) => {
    // Streams know their viewer later: they are as long as anybody's.
    acceptJsonText(scope, (request) => options.maxBodyBytesOf(askers.get(request)?.viewer ?? null));
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      async onRequest(request, reply) {
        if (streams?.takes(request)) return;
        if (playground && wantsPage(request)) return sendPage(reply, playground);
        if (!isHost(request.headers.host)) throw badRequest('The Host header is not a host.');
        if (request.method === 'GET') refuseForeignGet(request);
        const client = identify({ headers: request.headers, remoteAddress: request.socket.remoteAddress });
        if (client.key) request.clientName = client.key.name;
        askers.set(request, { client, viewer: await authenticate(request.headers.authorization) });
      },
      handler: (request, reply) =>
        streams?.takes(request) ? streams.serve(request, reply, bodyOf(request)) : answer(request, reply),
    });
    if (!streams) return;
    scope.route({
      method: ['PUT', 'DELETE'],
      url: '/graphql',
      handler: (request, reply) => streams.serve(request, reply, ''),
    });
  });
  http.route({
    method: ['PATCH', 'HEAD'],
    url: '/graphql',
    async onRequest(_request, reply) {
      reply.header('allow', 'GET, POST, PUT, DELETE, OPTIONS');
      throw badRequest('Ask by GET or by POST.', 405);
    },
    handler: async () => undefined,
  });
}

function sendReady(reply: FastifyReply, { status, headers, body }: ReadyAnswer): FastifyReply {
  const before = reply.getHeader('vary');
  reply.code(status).headers(headers);
  if (before !== undefined) reply.header('vary', `${String(before)}, ${headers['vary']}`);
  // Without a body: a 304 has none, and no length of one either.
  return body.byteLength > 0 ? reply.send(body) : reply.send();
}

async function sendPlain(reply: FastifyReply, answer: PlainAnswer, accepted: Accepted): Promise<FastifyReply> {
  const { body, encoding } = await encodeBody(answer.body, accepted.acceptEncoding);
  reply.code(statusFor(accepted.mediaType, answer.status));
  if (answer.headers) reply.headers(answer.headers);
  if (encoding) reply.header('content-encoding', encoding);
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? varyBy : `${String(before)}, ${varyBy}`);
  return reply.header('content-type', `${accepted.mediaType}; charset=utf-8`).send(body);
}

function refuseForeignGet({ headers }: FastifyRequest): void {
  const type = headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type)) throw badRequest('Send application/json.', 415);
  if (isForeignPagesGet(headers)) {
    throw badRequest('From a page of another site, ask by POST or send the header apollo-require-preflight.');
  }
}

function bodyOf({ body }: Pick<FastifyRequest, 'body'>): string {
  return typeof body === 'string' ? body : '';
}

function textOf({ method, url, body }: FastifyRequest): string {
  if (method === 'POST') return bodyOf({ body });
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}
