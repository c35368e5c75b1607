import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, GraphQLError, GraphQLSchema, parse } from 'graphql';
import { type Context, makeServer, type Server } from 'graphql-ws';
import { HttpRefusal } from '../../http-refusal.ts';
import type { AdmittedClient, LiveDoor } from '../live-door.ts';
import { atInstant } from '../live-expiry.ts';
import type { LiveLimits } from '../live-limits.ts';
import type { LiveOperations } from '../live-operations.ts';
import { checkLiveRequest } from '../live-request.ts';
import { closeCodes, type LiveSocket } from './live-socket.ts';
import { nextMessage, RefusedOperation, socketAnswers } from './socket-answers.ts';

/** What is known of one socket. */
export interface OpenedSocket<Context> {
  readonly socket: LiveSocket;
  /** That asked for the upgrade; let go when its client was admitted, for it holds more than the socket does. */
  request: IncomingMessage | null;
  readonly requestId: string;
  client: AdmittedClient<Context> | null;
  callOff: () => void;
}

type Asking<Client> = Context<Record<string, unknown>, OpenedSocket<Client>>;

/** graphql-ws wants something to run; what it is given runs nothing but `subscribe`. */
const unusedSchema = new GraphQLSchema({});
const unusedDocument = parse('subscription { answers }');

/** graphql-transport-ws, kept by graphql-ws: who may come in, and what becomes of an operation. */
export function createSocketProtocol<Client>({
  operations,
  door,
  limits,
}: {
  readonly operations: LiveOperations<Client>;
  readonly door: LiveDoor<Client>;
  readonly limits: LiveLimits;
}): Server<OpenedSocket<Client>> {
  return makeServer<Record<string, unknown>, OpenedSocket<Client>>({
    connectionInitWaitTimeout: limits.greetingTimeoutMs,
    async onConnect({ connectionParams, extra }: Asking<Client>) {
      const { request, requestId, socket } = extra;
      extra.request = null;
      if (!request) return false;
      const authorization = authorizationOf(connectionParams) ?? request.headers.authorization;
      const knock = {
        transport: 'websocket',
        requestId,
        request,
        authorization,
        body: '',
        init: connectionParams ?? null,
      } as const;
      try {
        const client = await door(knock);
        if (!socket.isOpen) return false;
        extra.client = client;
        extra.callOff = atInstant(client.expiresAtMs, () => socket.close(closeCodes.forbidden, 'The token has ended.'));
        return true;
      } catch (error) {
        if (!(error instanceof HttpRefusal)) throw error;
        socket.close(codeOf(error), error.message);
        return false;
      }
    },
    onSubscribe({ subscriptions, extra }: Asking<Client>, id, payload) {
      const { client, socket, requestId } = extra;
      if (!client) return [new GraphQLError('Unauthorized')];
      try {
        // This one is counted already.
        if (Object.keys(subscriptions).length > limits.maxOperations) throw new HttpRefusal(429, 'TOO_MANY_STREAMS');
        const asked = checkLiveRequest(payload);
        const context = client.createContext({ requestId, nameOperation: () => undefined });
        const begin = () =>
          socketAnswers(
            (answer) => socket.send(nextMessage(id, answer)),
            (receiver) => operations.subscribe(asked, context, receiver),
          );
        return { schema: unusedSchema, document: unusedDocument, contextValue: begin };
      } catch (error) {
        if (!(error instanceof HttpRefusal)) throw error;
        return [new GraphQLError(error.message, { extensions: { code: error.code } })];
      }
    },
    subscribe: ({ contextValue: begin }: ExecutionArgs) => (begin as () => ReturnType<typeof socketAnswers>)(),
    onError(_context, _id, _payload, errors) {
      const [first] = errors;
      const cause = first?.originalError;
      return cause instanceof RefusedOperation ? cause.errors : errors.map((error) => error.toJSON());
    },
  });
}

function authorizationOf(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const given = params?.['authorization'] ?? params?.['Authorization'];
  return typeof given === 'string' ? given : undefined;
}

/** Clients come back after 1013, and do not after 4401. */
function codeOf({ statusCode }: HttpRefusal): number {
  if (statusCode === 401) return closeCodes.unauthorized;
  if (statusCode === 403) return closeCodes.forbidden;
  return statusCode === 429 || statusCode >= 500 ? closeCodes.tryAgainLater : closeCodes.badRequest;
}
