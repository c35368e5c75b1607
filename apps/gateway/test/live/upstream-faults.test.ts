import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Activity, ChatHouse } from './chat-house.ts';
import { startChatHouse } from './chat-house.ts';
import { type LiveGateway, startLiveGateway } from './live-gateway.ts';
import { until } from './recorder.ts';

const withoutCursor = 'subscription ($room: ID!) { activity(room: $room) { text room { topic } } }';
const withCursor = 'subscription ($room: ID!) { activity(room: $room) { text at: cursor } }';
const fromCursor = 'subscription ($room: ID!, $from: String) { activity(room: $room, after: $from) { text cursor } }';

const happened = (cursor: number, text = `event ${cursor}`): Activity => ({
  cursor: String(cursor),
  text,
  room: { id: 'r1', name: 'Room r1' },
});

describe.each(['sse', 'ws'] as const)('over %s, a subscription whose connection breaks', (subscriptions) => {
  let house: ChatHouse;
  let gateway: LiveGateway;
  beforeAll(async () => {
    house = await startChatHouse();
    gateway = await startLiveGateway(house.sdl, { subgraphs: { rooms: { subscriptions } } });
  });
  afterEach(async () => {
    await until(() => house.state.activity.listeners === 0 && gateway.graphs.live.subscriptionCount === 0);
    house.state.asked.length = 0;
  });
  afterAll(async () => {
    await gateway.close();
    await house.close();
  });
  const listening = (count = 1) => until(() => house.state.activity.listeners === count);

  it('says so and ends where it cannot go on without a gap', async () => {
    const readers = [gateway.ask(withoutCursor, { room: 'r1' }), gateway.ask(withoutCursor, { room: 'r1' })];
    await listening();
    house.state.activity.publish(happened(1));
    for (const reader of readers) await reader.has(1);
    house.cut();
    for (const reader of readers) {
      await reader.isComplete();
      expect(reader.json[1]).toEqual({
        data: null,
        errors: [
          {
            message: 'A part of the answer is not available at the moment.',
            path: ['activity'],
            extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'rooms' },
          },
        ],
      });
    }
    expect(house.state.asked).toHaveLength(1);
    const again = gateway.ask(withoutCursor, { room: 'r1' });
    await listening();
    again.stop();
  });

  it('goes on from the last cursor, and nobody notices', async () => {
    const reader = gateway.ask(withCursor, { room: 'r1' });
    await listening();
    house.state.activity.publish(happened(7));
    await reader.has(1);
    house.cut();
    await until(() => house.state.asked.length === 2);
    await listening();
    house.state.activity.publish(happened(8));
    await reader.has(2);
    expect(reader.json.map(({ data }) => data.activity.at)).toEqual(['7', '8']);
    expect(house.state.asked).toEqual([
      { room: 'r1', after: null },
      { room: 'r1', after: '7' },
    ]);
    reader.stop();
  });

  it("takes a client's own cursor as it is, and goes on from it while nothing newer came", async () => {
    const reader = gateway.ask(fromCursor, { room: 'r1', from: 'any "words"' });
    await listening();
    house.cut();
    await until(() => house.state.asked.length === 2);
    await listening();
    house.state.activity.publish(happened(9));
    await reader.has(1);
    house.cut();
    await until(() => house.state.asked.length === 3);
    await listening();
    expect(house.state.asked.map(({ after }) => after)).toEqual(['any "words"', 'any "words"', '9']);
    reader.stop();
  });
});

describe('a stream of a subgraph', () => {
  let house: ChatHouse;
  let gateway: LiveGateway;
  const maxBytes = 10_000;
  beforeAll(async () => {
    house = await startChatHouse();
    const live = { maxSubscriptions: 100, maxSubscriptionsPerClient: 100, maxSilenceMs: 1_000 };
    gateway = await startLiveGateway(house.sdl, { subgraphMaxBytes: maxBytes, live });
  });
  afterEach(() => {
    house.state.instead = null;
  });
  afterAll(async () => {
    await gateway.close();
    await house.close();
  });

  const stream = (serve: (response: ServerResponse) => void) => {
    house.state.instead = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      serve(response);
    };
  };
  const next = (data: string) => `event: next\ndata: ${data}\n\n`;
  const activity = (text: string) => JSON.stringify({ data: { activity: { text, room: null } } });
  const code = (answer: { errors: { extensions: { code: string } }[] }) => answer.errors[0]?.extensions.code;

  it('that holds garbage has a masked error in its place, and goes on', async () => {
    stream((response) => {
      for (const data of [
        '{"data": {"act',
        '<html>',
        '[]',
        'null',
        '{"data":{"activity":7}}',
        '{"data":{}}',
        '{"errors":7}',
      ])
        response.write(next(data));
      response.write(next(activity('good')));
      response.end('event: complete\ndata:\n\n');
    });
    const reader = gateway.ask(withoutCursor, { room: 'r1' });
    await reader.isComplete();
    expect(reader.json.slice(0, -1).map(code)).toEqual(new Array(7).fill('SUBGRAPH_ERROR'));
    expect(reader.json.at(-1)).toEqual({ data: { activity: { text: 'good', room: null } } });
  });

  it('that is silent for too long is broken', async () => {
    stream((response) => response.write(next(activity('one'))));
    const reader = gateway.ask(withoutCursor, { room: 'r1' });
    await reader.isComplete();
    expect(code(reader.json[1])).toBe('SUBGRAPH_UNAVAILABLE');
  });

  it('that sends heartbeats is not, however long nothing happens', async () => {
    let beats = 0;
    let sink: ServerResponse | null = null;
    stream((response) => {
      sink = response;
      const timer = setInterval(() => {
        beats++;
        response.write(':\n\n');
      }, 50);
      response.once('close', () => clearInterval(timer));
    });
    const reader = gateway.ask(withoutCursor, { room: 'r1' });
    await until(() => beats > 30);
    (sink as ServerResponse | null)?.end(`${next(activity('late'))}event: complete\n\n`);
    await reader.isComplete();
    expect(reader.json).toEqual([{ data: { activity: { text: 'late', room: null } } }]);
  });

  it.each([
    ['at the bound comes', 0, null],
    ['a byte over it ends the stream', 1, 'SUBGRAPH_UNAVAILABLE'],
  ])('with an event that is %s', async (_what, over, expected) => {
    const frame = (text: string) => `event: nextdata: ${activity(text)}`.length;
    const text = 'x'.repeat(maxBytes - frame('') + over);
    stream((response) => response.end(`${next(activity(text))}event: complete\n\n`));
    const reader = gateway.ask(withoutCursor, { room: 'r1' });
    await reader.isComplete();
    if (expected === null) expect(reader.json[0].data.activity.text).toBe(text);
    else expect(reader.json.map(code)).toEqual([expected]);
  });

  it.each([
    [401, 'text/html', '<html>'],
    [400, 'application/json', '{"errors":[{"message":"a secret"}]}'],
    [200, 'application/json', '{"errors":[{"message":"a secret"}]}'],
  ])('that is refused with %i and %s is refused here too', async (status, type, body) => {
    house.state.instead = (_request, response) => response.writeHead(status, { 'content-type': type }).end(body);
    const refusal = await gateway.ask(withoutCursor, { room: 'r1' }).isRefused();
    expect(refusal).toMatchObject({
      status: 502,
      errors: [{ extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'rooms' } }],
    });
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });

  it('that is not there yet is asked for again', async () => {
    let asked = 0;
    house.state.instead = (_request, response) => {
      asked++;
      if (asked < 3) return void response.writeHead(503).end('not yet');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(`${next(activity('here'))}event: complete\n\n`);
    };
    const reader = gateway.ask(withoutCursor, { room: 'r1' });
    await reader.isComplete();
    expect([asked, reader.json]).toEqual([3, [{ data: { activity: { text: 'here', room: null } } }]]);
  });

  it("says in the subgraph's own words that a cursor is too old", async () => {
    const error = { message: 'Too old.', path: ['activity'], extensions: { code: 'CURSOR_TOO_OLD' } };
    stream((response) => response.end(`${next(JSON.stringify({ data: null, errors: [error] }))}event: complete\n\n`));
    const reader = gateway.ask(fromCursor, { room: 'r1', from: '1' });
    await reader.isComplete();
    expect(reader.json[0].errors).toMatchObject([{ message: 'Too old.', extensions: { code: 'CURSOR_TOO_OLD' } }]);
  });
});

describe('a flood of events', () => {
  it('waits at the subgraph while answers are made, and loses nothing', async () => {
    const house = await startChatHouse();
    const gateway = await startLiveGateway(house.sdl);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let atOnce = 0;
    let mostAtOnce = 0;
    house.state.beforeAnswer = async () => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      await held;
      atOnce--;
    };
    const count = 1_000;
    const filler = 'x'.repeat(20_000);
    let sink: ServerResponse | null = null;
    house.state.instead = (_request, response) => {
      sink = response;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let index = 0; index < count; index++) {
        const data = {
          data: { activity: { text: filler, cursor: String(index), room: { __typename: 'Room', id: `r${index}` } } },
        };
        response.write(`event: next\ndata: ${JSON.stringify(data)}\n\n`);
      }
      response.end('event: complete\n\n');
    };
    const reader = gateway.ask('subscription { activity(room: "r1") { text cursor room { topic } } }');
    await until(() => atOnce === 8);
    // 20 MB were written: what has been read is no more than the events in line and what the two kernels hold.
    const waiting = () => (sink as ServerResponse | null)?.writableLength ?? 0;
    let before = -1;
    await until(() => {
      const isSettled = waiting() === before;
      before = waiting();
      return isSettled;
    });
    expect(waiting()).toBeGreaterThan(10_000_000);
    expect(reader.answers).toHaveLength(0);
    release();
    await reader.isComplete();
    expect(reader.json.map(({ data }) => Number(data.activity.cursor))).toEqual([...Array(count).keys()]);
    expect(mostAtOnce).toBe(8);
    await gateway.close();
    await house.close();
  });
});
