import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEvents } from '@dateline/client/event-stream';
import type { GraphAnswer } from '@dateline/client/graph-answer';
import { createLiveClient, type Subscriber } from '@dateline/client/live-client';
import { overEventStreams } from '@dateline/client/over-event-streams';
import { createReconnectDelays } from '@dateline/client/reconnect-delay';
import { gql, type TypedDocument } from '@dateline/client/typed-document';
import { afterEach, describe, expect, it, vi } from 'vitest';

type Tide = { readonly tide: { readonly cursor: string } };
type TideVariables = { readonly harbour: string; readonly after?: string };
const document =
  gql`subscription Tide($harbour: ID!, $after: String) { tide(harbour: $harbour, after: $after) { cursor } }` as TypedDocument<
    Tide,
    TideVariables
  >;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Asked {
  readonly request: IncomingMessage;
  readonly variables: TideVariables;
  readonly response: ServerResponse;
}

/** A server on a free port whose streams are written by the test, each by the function of its turn; the last one stays. */
async function harbour(...turns: ((asked: Asked) => void)[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const one = { request, response, variables: JSON.parse(body).variables as TideVariables };
    asked.push(one);
    turns[Math.min(asked.length, turns.length) - 1]?.(one);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const { port } = server.address() as AddressInfo;
  const slowly = vi.fn();
  const delays = () => ({ next: () => 1, serverAsks: slowly, works: () => {} });
  const url = `http://127.0.0.1:${port}/graphql`;
  const client = createLiveClient({
    transport: overEventStreams({ url, clientName: 'test', silenceTimeoutMs: 200 }),
    delays,
  });
  const answers: GraphAnswer<Tide>[] = [];
  const subscribe = (subscriber: Partial<Subscriber<Tide, TideVariables>> = {}) => {
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
    return leaving;
  };
  return { asked, answers, subscribe, slowly };
}

const opened = ({ response }: Asked) => response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
const tide = (cursor: string) => `event: next\ndata: ${JSON.stringify({ data: { tide: { cursor } } })}\n\n`;
const stay =
  (...events: string[]) =>
  (asked: Asked) =>
    void opened(asked).write(`:\n\n${events.join('')}`);
const cursors = (answers: readonly GraphAnswer<Tide>[]) => answers.map(({ data }) => data?.tide.cursor);

describe('a subscription over server-sent events', () => {
  it('is a POST that asks for events and says who is asking, and tells each answer', async () => {
    const { asked, answers, subscribe } = await harbour(stay(tide('1'), tide('2')));
    subscribe();
    await expect.poll(() => cursors(answers)).toEqual(['1', '2']);
    expect(asked[0]?.request).toMatchObject({
      method: 'POST',
      headers: { accept: 'text/event-stream', 'apollographql-client-name': 'test' },
    });
  });

  it('comes back after a break and goes on from the last answer', async () => {
    const cut = (asked: Asked) => opened(asked).write(tide('1'), () => asked.response.destroy());
    const onOpen = vi.fn();
    const { asked, answers, subscribe } = await harbour(cut, stay(tide('2')));
    subscribe({ onOpen });
    await expect.poll(() => cursors(answers)).toEqual(['1', '2']);
    expect(asked.map(({ variables }) => variables)).toEqual([{ harbour: 'h1' }, { harbour: 'h1', after: '1' }]);
    expect(onOpen).toHaveBeenCalledTimes(2);
  });

  it('comes back when nothing at all was heard for too long, and stays where there are signs of life', async () => {
    const silent = (asked: Asked) => void opened(asked).flushHeaders();
    const { asked, answers, subscribe } = await harbour(silent, (later) => {
      opened(later);
      const beat = setInterval(() => later.response.write(':\n\n'), 20);
      later.response.on('close', () => clearInterval(beat));
      setTimeout(() => later.response.write(tide('late')), 500);
    });
    subscribe();
    await expect.poll(() => cursors(answers), { timeout: 5_000 }).toEqual(['late']);
    expect(asked).toHaveLength(2);
  });

  it('ends with what the server will never answer, and says why', async () => {
    const refusal = { errors: [{ message: 'Too old.', extensions: { code: 'CURSOR_TOO_OLD' } }] };
    const onError = vi.fn();
    const { asked, subscribe } = await harbour(stay(`event: next\ndata: ${JSON.stringify(refusal)}\n\n`));
    subscribe({ onError });
    await expect.poll(() => onError.mock.calls.length).toBe(1);
    expect(onError.mock.calls[0]?.[0]).toMatchObject([{ message: 'Too old.', code: 'CURSOR_TOO_OLD' }]);
    expect(asked).toHaveLength(1);
  });

  it('comes back to a server that has too much to do, when that says', async () => {
    const busy = ({ response }: Asked) =>
      void response
        .writeHead(503, { 'content-type': 'application/json', 'retry-after': '7' })
        .end(JSON.stringify({ errors: [{ message: 'Too many.', extensions: { code: 'TOO_MANY_STREAMS' } }] }));
    const { answers, subscribe, slowly } = await harbour(busy, stay(tide('1')));
    subscribe();
    await expect.poll(() => cursors(answers)).toEqual(['1']);
    expect(slowly).toHaveBeenCalledWith(7_000);
  });

  it('is over when the server has said all; asked to, it comes back all the same', async () => {
    const all = stay(tide('1'), 'event: complete\ndata: \n\n');
    const once = await harbour(all);
    const onComplete = vi.fn();
    once.subscribe({ onComplete });
    await expect.poll(() => onComplete.mock.calls.length).toBe(1);
    expect(once.asked).toHaveLength(1);
    const again = await harbour(all, stay(tide('2')));
    again.subscribe({ again: true });
    await expect.poll(() => cursors(again.answers)).toEqual(['1', '2']);
  });

  it('tells nothing more once it is left, and the server hears of it', async () => {
    let gone = false;
    const { answers, subscribe } = await harbour((asked) => {
      asked.response.on('close', () => {
        gone = true;
      });
      stay(tide('1'))(asked);
    });
    const leaving = subscribe();
    await expect.poll(() => answers.length).toBe(1);
    leaving.abort();
    await expect.poll(() => gone).toBe(true);
  });
});

describe('server-sent events', () => {
  it('mean the same wherever they are cut, whatever ends their lines', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = [
        ': hello',
        'event: next',
        'data: {"a":"מים"}',
        'data:second',
        '',
        'retry: 1500',
        'data',
        '',
        '',
      ].join(end);
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at <= bytes.length; at++) {
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (const part of [bytes.slice(0, at), bytes.slice(at)]) if (part.length > 0) controller.enqueue(part);
            controller.close();
          },
        });
        const events = [];
        for await (const event of readEvents(body)) if (event.kind !== 'sign-of-life') events.push(event);
        // A lone CR at the very end may be half of a line's end: what it would end waits.
        expect(events.slice(0, 2)).toEqual([
          { kind: 'event', name: 'next', data: '{"a":"מים"}\nsecond' },
          { kind: 'retry', afterMs: 1500 },
        ]);
      }
    }
  });
});

describe('the time between two tries', () => {
  it('doubles up to half a minute, spread by chance, and begins anew when something has worked', () => {
    for (const chance of [0, 0.999]) {
      const delays = createReconnectDelays(() => chance);
      const waits = Array.from({ length: 8 }, () => delays.next());
      const share = 0.2 + 0.8 * chance;
      expect(waits).toEqual([2, 4, 8, 16, 30, 30, 30, 30].map((seconds) => seconds * 1_000 * share));
      delays.works();
      expect(delays.next()).toBe(2_000 * share);
    }
  });

  it('is what the server asks for, and up to as much again', () => {
    const delays = createReconnectDelays(() => 0.5);
    delays.serverAsks(3_000);
    expect(delays.next()).toBe(4_500);
  });
});
