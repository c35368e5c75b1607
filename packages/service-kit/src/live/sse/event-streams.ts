import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, HttpRefusal, refusalBody } from '../../http-refusal.ts';
import { requestIdHeader } from '../../request-id.ts';
import type { LiveConnections } from '../live-connections.ts';
import type { AdmittedClient, LiveDoor } from '../live-door.ts';
import type { LiveLimits } from '../live-limits.ts';
import type { LiveOperations } from '../live-operations.ts';
import { liveRequestOfBody, liveRequestOfSearch } from '../live-request.ts';
import { EventStream } from './event-stream.ts';
import { streamOneOperation } from './one-operation.ts';
import { SharedStream } from './shared-stream.ts';
import { wantsEventStream } from './wants-event-stream.ts';

export interface EventStreamsOptions<Context> {
  readonly operations: LiveOperations<Context>;
  readonly door: LiveDoor<Context>;
  readonly connections: LiveConnections;
  readonly limits: LiveLimits;
  /** On every stream, beside those that the router's hooks have set. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** GraphQL over server-sent events, in both modes of the graphql-sse protocol. */
export interface EventStreams {
  /** Is it for a stream? What is not is answered as ever. */
  takes(request: FastifyRequest): boolean;
  /** Answers a request that it takes. `body`: the text of a POST's body. */
  serve(request: FastifyRequest, reply: FastifyReply, body: string): Promise<unknown>;
}

/** Carries the token of a reserved stream; it may stand in the address instead, as `token`. */
export const streamTokenHeader = 'x-graphql-event-stream-token';
const tokenBytes = 24;
const maxOperationIdLength = 200;

export function createEventStreams<Context>(options: EventStreamsOptions<Context>): EventStreams {
  const { operations, door, connections, limits, headers = {} } = options;
  const shared = new Map<string, SharedStream>();

  return {
    takes({ method, headers: { accept, [streamTokenHeader]: token }, url }) {
      if (method === 'PUT' || method === 'DELETE' || token !== undefined || wantsEventStream(accept)) return true;
      return url.includes('token=') && searchOf(url).has('token');
    },
    async serve(request, reply, body) {
      try {
        return await answer(request, reply, body);
      } catch (error) {
        if (!(error instanceof HttpRefusal)) throw error;
        return reply.code(error.statusCode).headers(error.headers).send(refusalBody(error));
      }
    },
  };

  async function answer(request: FastifyRequest, reply: FastifyReply, body: string): Promise<unknown> {
    const { authorization } = request.headers;
    const knock = {
      transport: 'sse',
      requestId: request.id,
      request: request.raw,
      authorization,
      body,
      init: null,
    } as const;
    const client = await door(knock);
    // Nobody is there any more: there is nothing to write, and nothing that would end.
    if (request.raw.socket.destroyed) return reply.hijack();
    if (request.method === 'PUT') return reserve(client, reply);
    const search = searchOf(request.url);
    const token = tokenOf(request, search);
    if (request.method === 'DELETE') return end(token, search, reply);
    if (token === null) return open(request, reply, { client, search, body });
    return request.method === 'POST' ? begin(token, client, { request, reply, body }) : attach(token, request, reply);
  }

  function open(
    request: FastifyRequest,
    reply: FastifyReply,
    { client, search, body }: { client: AdmittedClient<Context>; search: URLSearchParams; body: string },
  ): unknown {
    const isPost = request.method === 'POST';
    const asked = isPost ? liveRequestOfBody(body, limits) : liveRequestOfSearch(search, limits);
    const { address, expiresAtMs } = client;
    streamOneOperation({ asked, context: contextOf(client, request), expiresAtMs }, exchangeOf(request, reply), {
      operations,
      connections,
      stream: { address, bufferMaxBytes: limits.bufferMaxBytes },
      headers: headersOf(request, reply),
    });
    return reply;
  }

  function reserve({ address, expiresAtMs }: AdmittedClient<Context>, reply: FastifyReply): unknown {
    const token = randomBytes(tokenBytes).toString('base64url');
    const stream = new SharedStream({
      token,
      address,
      limits,
      onGone(gone) {
        shared.delete(gone.token);
        connections.leave(gone);
      },
    });
    try {
      connections.enter(stream);
    } catch (error) {
      stream.gone();
      throw error;
    }
    shared.set(token, stream);
    stream.endAt(expiresAtMs);
    return reply.code(201).type('text/plain; charset=utf-8').send(token);
  }

  function attach(token: string, request: FastifyRequest, reply: FastifyReply): unknown {
    const reserved = sharedBy(token);
    if (reserved.isOpened) throw badRequest('The stream of this token is open already.', 409);
    const { address } = reserved;
    const { bufferMaxBytes } = limits;
    const onGone = () => reserved.gone();
    const stream = new EventStream(request.raw, reply.raw, { address, bufferMaxBytes, connections, onGone });
    reply.hijack();
    stream.open(headersOf(request, reply));
    reserved.attach(stream);
    return reply;
  }

  function begin(
    token: string,
    client: AdmittedClient<Context>,
    { request, reply, body }: { request: FastifyRequest; reply: FastifyReply; body: string },
  ): unknown {
    const stream = sharedBy(token);
    const asked = liveRequestOfBody(body, limits);
    const { operationId: id, ...extensions } = asked.extensions ?? {};
    if (typeof id !== 'string' || id === '' || id.length > maxOperationIdLength) {
      throw badRequest('extensions.operationId is to name the operation.');
    }
    const context = contextOf(client, request);
    const refused = stream.begin(id, { ...asked, extensions }, { operations, context });
    stream.endAt(client.expiresAtMs);
    if (refused) return reply.code(refused.status).send({ errors: refused.errors });
    return reply.code(202).send();
  }

  function end(token: string | null, search: URLSearchParams, reply: FastifyReply): unknown {
    if (token === null) throw badRequest('Show the token of the stream.');
    sharedBy(token).stop(search.get('operationId') ?? '');
    return reply.code(200).send();
  }

  function sharedBy(token: string): SharedStream {
    const found = shared.get(token);
    if (!found) throw new HttpRefusal(404, 'NOT_FOUND', { message: 'There is no stream of this token.' });
    return found;
  }

  function headersOf(request: FastifyRequest, reply: FastifyReply): OutgoingHttpHeaders {
    return { ...headers, ...(reply.getHeaders() as OutgoingHttpHeaders), [requestIdHeader]: request.id };
  }
}

function contextOf<Context>(client: AdmittedClient<Context>, request: FastifyRequest): Context {
  return client.createContext({
    requestId: request.id,
    nameOperation(name) {
      request.operationName = name;
    },
  });
}

function exchangeOf(request: FastifyRequest, reply: FastifyReply) {
  const takeOver = () => {
    reply.hijack();
    request.body = undefined;
  };
  return { request: request.raw, response: reply.raw, takeOver };
}

function tokenOf({ headers }: FastifyRequest, search: URLSearchParams): string | null {
  const inHeader = headers[streamTokenHeader];
  return typeof inHeader === 'string' ? inHeader : search.get('token');
}

function searchOf(url: string): URLSearchParams {
  const mark = url.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
}
