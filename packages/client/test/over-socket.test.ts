import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { GraphAnswer } from '@dateline/client/graph-answer';
import { createLiveClient, type Subscriber } from '@dateline/client/live-client';
import { overSocket } from '@dateline/client/over-socket';
import { gql, type TypedDocument } from '@dateline/client/typed-document';
import { buildSchema, GraphQLError, parse, subscribe as subscribeTo } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';

type Tide = { readonly tide: { readonly cursor: string } };
type TideVariables = { readonly harbour: string; readonly after?: string };
const document =
  gql`subscription Tide($harbour: ID!, $after: String) { tide(harbour: $harbour, after: $after) { cursor } }` as TypedDocument<
    Tide,
    TideVariables
  >;
const schema = buildSchema(`
  type Query { harbour: ID }
  type Tide { cursor: String }
  type Subscription { tide(harbour: ID!, after: String): Tide }
`);

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Turn = (asked: TideVariables) => AsyncGenerator<Tide>;

/** graphql-ws' own server on a free port; who asks is answered by the function of its turn, the last one stays. */
async function harbour(...turns: Turn[]) {
  const asked: TideVariables[] = [];
  const greetings: unknown[] = [];
  const sockets: { readonly ws: ServerSocket; readonly raw: Socket }[] = [];
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  server.on('connection', (ws, { socket: raw }) => sockets.push({ ws, raw }));
  useServer(
    {
      schema,
      onConnect({ connectionParams }) {
        greetings.push(connectionParams);
        return connectionParams?.['authorization'] !== 'Bearer bad';
      },
      subscribe: (args) => subscribeTo(args),
      onSubscribe(_context, _id, { query, variables }) {
        const one = variables as TideVariables;
        asked.push(one);
        const turn = turns[Math.min(asked.length, turns.length) - 1];
        const tide = () => turn?.(one);
        return { schema, document: parse(query), variableValues: variables ?? {}, rootValue: { tide } };
      },
    },
    server,
  );
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  closing.push(async () => {
    for (const { raw } of sockets) raw.destroy();
    await new Promise((closed) => http.close(closed));
  });
  const { port } = http.address() as AddressInfo;
  const connect = (options: { readonly token?: string; readonly silenceTimeoutMs?: number } = {}) =>
    createLiveClient({
      transport: overSocket({ url: `http://127.0.0.1:${port}/graphql`, ...options }),
      delays: () => ({ next: () => 1, serverAsks: () => {}, works: () => {} }),
    });
  return { asked, greetings, sockets, connect };
}

function listen(
  client: ReturnType<typeof createLiveClient>,
  subscriber: Partial<Subscriber<Tide, TideVariables>> = {},
) {
  const answers: GraphAnswer<Tide>[] = [];
  const leaving = new AbortController();
  closing.unshift(async () => leaving.abort());
  client.subscribe(
    document,
    { harbour: 'h1' },
    {
      onNext: (answer) => answers.push(answer),
      resume: ({ tide }) => ({ after: tide.cursor }),
      signal: leaving.signal,
      ...subscriber,
    },
  );
  return { leaving, cursors: () => answers.map(({ data }) => data?.tide.cursor) };
}

const all = (...cursors: string[]): Turn =>
  async function* () {
    for (const cursor of cursors) yield { tide: { cursor } };
  };
const stay = (...cursors: string[]): Turn =>
  async function* (asked) {
    yield* all(...cursors)(asked);
    await new Promise(() => {});
  };

describe('a subscription over a socket', () => {
  it('shares one socket with all others of its client, and the last to leave closes it', async () => {
    const { sockets, asked, connect } = await harbour(stay('1'), stay('2'));
    const client = connect();
    const [one, other] = [listen(client), listen(client)];
    await expect.poll(() => [one.cursors(), other.cursors()]).toEqual([['1'], ['2']]);
    expect(sockets).toHaveLength(1);
    expect(asked).toHaveLength(2);
    one.leaving.abort();
    const late = listen(client);
    await expect.poll(late.cursors).toEqual(['2']);
    expect(sockets).toHaveLength(1);
    other.leaving.abort();
    late.leaving.abort();
    await expect.poll(() => sockets[0]?.ws.readyState).toBe(WebSocket.CLOSED);
    const next = listen(client);
    await expect.poll(next.cursors).toEqual(['2']);
    expect(sockets).toHaveLength(2);
  });

  it('comes back after a break and goes on from the last answer', async () => {
    const { sockets, asked, connect } = await harbour(stay('1'), stay('2'));
    const onOpen = vi.fn();
    const { cursors } = listen(connect(), { onOpen });
    await expect.poll(cursors).toEqual(['1']);
    sockets[0]?.raw.resetAndDestroy();
    await expect.poll(cursors).toEqual(['1', '2']);
    expect(asked).toEqual([{ harbour: 'h1' }, { harbour: 'h1', after: '1' }]);
    expect(onOpen).toHaveBeenCalledTimes(2);
  });

  it('comes back when not even a ping is answered, and stays where it is', async () => {
    const { sockets, connect } = await harbour(stay('1'), stay('2'));
    const { cursors } = listen(connect({ silenceTimeoutMs: 300 }));
    await expect.poll(cursors).toEqual(['1']);
    let pings = 0;
    sockets[0]?.ws.on('message', (text) => {
      pings += String(text).includes('ping') ? 1 : 0;
    });
    await expect.poll(() => pings, { timeout: 5_000 }).toBe(3);
    expect(sockets).toHaveLength(1);
    sockets[0]?.raw.pause();
    await expect.poll(cursors, { timeout: 5_000 }).toEqual(['1', '2']);
    expect(sockets).toHaveLength(2);
  });

  it('ends with what the server will never answer, and says why', async () => {
    const { asked, connect } = await harbour(() => {
      throw new GraphQLError('Too old.', { extensions: { code: 'CURSOR_TOO_OLD' } });
    });
    const onError = vi.fn();
    listen(connect(), { onError });
    await expect.poll(() => onError.mock.calls.length).toBe(1);
    expect(onError.mock.calls[0]?.[0]).toMatchObject([{ message: 'Too old.', code: 'CURSOR_TOO_OLD' }]);
    expect(asked).toHaveLength(1);
  });

  it('comes back to a server that has too much to do', async () => {
    const { connect } = await harbour(() => {
      throw new GraphQLError('Too many.', { extensions: { code: 'TOO_MANY_STREAMS' } });
    }, stay('1'));
    const { cursors } = listen(connect());
    await expect.poll(cursors).toEqual(['1']);
  });

  it('shows its token in the greeting, and does not come back with one that is not valid', async () => {
    const { greetings, sockets, connect } = await harbour(stay('1'));
    const { cursors } = listen(connect({ token: 'good' }));
    await expect.poll(cursors).toEqual(['1']);
    const onError = vi.fn();
    listen(connect({ token: 'bad' }), { onError });
    await expect.poll(() => onError.mock.calls).toEqual([[[expect.objectContaining({ message: 'Forbidden' })]]]);
    expect(greetings).toEqual([{ authorization: 'Bearer good' }, { authorization: 'Bearer bad' }]);
    expect(sockets).toHaveLength(2);
  });

  it('is over when the server has said all; asked to, it comes back all the same', async () => {
    const once = await harbour(all('1'));
    const onComplete = vi.fn();
    listen(once.connect(), { onComplete });
    await expect.poll(() => onComplete.mock.calls.length).toBe(1);
    expect(once.asked).toHaveLength(1);
    const again = await harbour(all('1'), stay('2'));
    const { cursors } = listen(again.connect(), { again: true });
    await expect.poll(cursors).toEqual(['1', '2']);
  });
});
