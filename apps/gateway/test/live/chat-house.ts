import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { EventSourceOf } from './event-source.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';

const roomsSdl = `
  type Query { room(id: ID!): Room }
  type Mutation { rename(id: ID!, name: String!): Room }
  type Subscription {
    activity(room: ID!, after: String): Activity!
    opened: Room
    bad: Int
  }
  type Activity { cursor: String! text: String! room: Room }
  type Room @key(fields: "id") { id: ID! name: String! }`;

const peopleSdl = 'type Room @key(fields: "id") { id: ID! topic: String members: Int! }';

export interface Activity {
  readonly cursor: string;
  readonly text: string;
  readonly room: { readonly id: string; readonly name: string } | null;
}

/** What a test sees and does at the subgraphs. */
export interface ChatState {
  readonly activity: EventSourceOf<Activity>;
  /** By what arguments each subscription was asked for. */
  readonly asked: { readonly room: string; readonly after: string | null }[];
  /** Headers of each subscription, or the payload of its connection_init. */
  readonly signedBy: Readonly<Record<string, unknown>>[];
  /** What the second subgraph was sent. */
  readonly calls: { readonly query: string; readonly variables: unknown }[];
  /** Before the second subgraph answers. */
  beforeAnswer: (call: { readonly variables: unknown }) => Promise<unknown>;
  /** In place of the first subgraph's answer to a subscription over HTTP. */
  instead: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** What both subgraphs were asked over HTTP, and sockets that were opened. */
  connections: number;
}

/** Two subgraphs over real HTTP; the first has subscriptions, served by graphql-sse and by graphql-ws. */
export async function startChatHouse() {
  const state: ChatState = {
    activity: new EventSourceOf<Activity>(),
    asked: [],
    signedBy: [],
    calls: [],
    beforeAnswer: async () => undefined,
    instead: null,
    connections: 0,
  };
  const rooms = await startRooms(state);
  const people = await startPeople(state);
  const { supergraphSdl, errors } = composeServices([
    { name: 'rooms', typeDefs: parse(`${link}\n${roomsSdl}`), url: rooms.url },
    { name: 'people', typeDefs: parse(`${link}\n${peopleSdl}`), url: people.url },
  ]);
  if (!supergraphSdl) throw new Error(`The house does not compose: ${errors?.join('\n')}`);
  return {
    state,
    sdl: supergraphSdl,
    roomsUrl: rooms.url,
    /** Ends all connections to the first subgraph; it goes on listening. */
    cut: rooms.cut,
    openSockets: rooms.openSockets,
    async close() {
      await Promise.all([rooms.close(), people.close()]);
    },
  };
}

export type ChatHouse = Awaited<ReturnType<typeof startChatHouse>>;

async function startRooms(state: ChatState) {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(`${link}\n${roomsSdl}`), resolvers: roomsResolvers(state) as never },
  ]);
  const overSse = createHandler({ schema, authenticate: () => null });
  const server = createServer(async (request, response) => {
    if (request.headers.accept === 'text/event-stream') {
      state.signedBy.push(request.headers);
      if (state.instead) return state.instead(request, response);
      return overSse(request, response);
    }
    return answer(schema, request, response);
  });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer({ schema, onConnect: ({ connectionParams = {} }) => void state.signedBy.push(connectionParams) }, sockets);
  return listen(server, () => sockets.close());
}

async function startPeople(state: ChatState) {
  const reference = ({ id }: { id: string }) => ({ id, topic: `About ${id}`, members: id.length });
  const schema = buildSubgraphSchema([
    { typeDefs: parse(`${link}\n${peopleSdl}`), resolvers: { Room: { __resolveReference: reference } } as never },
  ]);
  const server = createServer((request, response) =>
    answer(schema, request, response, async (call) => {
      state.calls.push(call);
      await state.beforeAnswer(call);
    }),
  );
  return listen(server, () => undefined);
}

function roomsResolvers({ activity, asked }: ChatState) {
  return {
    Query: { room: (_: unknown, { id }: { id: string }) => ({ id, name: `Room ${id}` }) },
    Mutation: { rename: (_: unknown, room: { id: string; name: string }) => room },
    Subscription: {
      activity: {
        subscribe(_: unknown, { room, after = null }: { room: string; after?: string | null }) {
          asked.push({ room, after });
          return activity.subscribe();
        },
        resolve: (event: Activity) => {
          if (event.text === 'fails') throw new Error('a secret of the subgraph');
          return event;
        },
      },
      opened: { subscribe: () => activity.subscribe(), resolve: ({ room }: Activity) => room },
      bad: {
        subscribe() {
          throw new Error('a secret of the subgraph');
        },
      },
    },
  };
}

async function answer(
  schema: GraphQLSchema,
  request: IncomingMessage,
  response: ServerResponse,
  before: (call: { readonly query: string; readonly variables: unknown }) => Promise<void> = async () => undefined,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const call = JSON.parse(Buffer.concat(chunks).toString());
  try {
    await before(call);
  } catch {
    response.writeHead(500).end();
    return;
  }
  const result = await graphql({ schema, source: call.query, variableValues: call.variables });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

async function listen(server: ReturnType<typeof createServer>, onClose: () => void) {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    cut,
    openSockets: () => sockets.size,
    async close() {
      onClose();
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
