import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChatHouse, startChatHouse } from './chat-house.ts';
import { type LiveGateway, startLiveGateway } from './live-gateway.ts';
import { until } from './recorder.ts';

const document = 'subscription ($room: ID!) { activity(room: $room) { text room { topic } } }';
const happened = { cursor: '1', text: 'it happened', room: { id: 'r1', name: 'Room r1' } };

let house: ChatHouse;
let gateway: LiveGateway;
beforeEach(async () => {
  house = await startChatHouse();
});
afterEach(async () => {
  await gateway.close();
  await house.close();
});
const listening = (count: number) => until(() => house.state.activity.listeners === count);

describe('when another supergraph is served', () => {
  it('subscriptions are complete after what has happened, and who asks again is answered by the new one', async () => {
    gateway = await startLiveGateway(house.sdl);
    const other = await startChatHouse();
    const readers = [1, 2, 3].map((id) => gateway.ask(document, { room: `r${id}` }));
    await listening(3);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    house.state.beforeAnswer = () => held;
    house.state.activity.publish(happened);
    await until(() => house.state.calls.length > 0);
    await gateway.serve(other.sdl);
    expect(readers.map(({ completed }) => completed)).toEqual([0, 0, 0]);
    release();
    for (const reader of readers) {
      await reader.isComplete();
      expect(reader.json).toEqual([{ data: { activity: { text: 'it happened', room: { topic: 'About r1' } } } }]);
    }
    await listening(0);
    const again = gateway.ask(document, { room: 'r1' });
    await until(() => other.state.activity.listeners === 1);
    other.state.activity.publish(happened);
    await again.has(1);
    again.stop();
    await until(() => other.state.activity.listeners === 0);
    await other.close();
  });
});

describe('when the gateway drains', () => {
  it('subscriptions are complete, new ones are refused, and queries are still answered', async () => {
    gateway = await startLiveGateway(house.sdl);
    const reader = gateway.ask(document, { room: 'r1' });
    await listening(1);
    gateway.graphs.live.end();
    await reader.isComplete();
    await listening(0);
    expect(await gateway.ask(document, { room: 'r1' }).isRefused()).toMatchObject({ status: 503 });
    await gateway.ask('{ room(id: "r1") { name } }').isComplete();
  });
});

describe('subscriptions that are not to be shared', () => {
  it('are one at the subgraph for each reader', async () => {
    const sharing = { subgraphCalls: true, requests: true, subscriptions: false };
    gateway = await startLiveGateway(house.sdl, { sharing });
    const readers = [1, 2, 3].map(() => gateway.ask(document, { room: 'r1' }));
    await listening(3);
    house.state.activity.publish(happened);
    for (const reader of readers) await reader.has(1);
    for (const reader of readers.slice(1)) reader.stop();
    await listening(1);
    gateway.graphs.live.end();
    await readers[0]?.isComplete();
    await listening(0);
  });
});

describe('the number of subscriptions', () => {
  const limited = (maxSubscriptions: number, maxSubscriptionsPerClient: number) =>
    startLiveGateway(house.sdl, { live: { maxSubscriptions, maxSubscriptionsPerClient, maxSilenceMs: 40_000 } });
  const ask = (address: string) => gateway.ask(document, { room: 'r1' }, { address });
  const tooMany = { errors: [{ extensions: { code: 'TOO_MANY_STREAMS' } }] };

  it('of one client is bounded, also where all share one upstream; other clients have their own', async () => {
    gateway = await limited(100, 2);
    const [first, second] = [ask('192.0.2.1'), ask('192.0.2.1')];
    await until(() => gateway.graphs.live.subscriptionCount === 2);
    expect(await ask('192.0.2.1').isRefused()).toMatchObject({ status: 429, ...tooMany });
    const other = ask('192.0.2.2');
    const viewer = { id: '1', displayName: 'Noa', roles: ['READER' as const] };
    const signedIn = gateway.ask(document, { room: 'r1' }, { address: '192.0.2.1', viewer });
    await until(() => gateway.graphs.live.subscriptionCount === 4);
    first.stop();
    first.stop();
    const third = ask('192.0.2.1');
    await until(() => gateway.graphs.live.subscriptionCount === 4);
    for (const reader of [second, third, other, signedIn]) reader.stop();
    expect(gateway.graphs.live.subscriptionCount).toBe(0);
    expect(second.refusals).toHaveLength(0);
  });

  it('of one customer of IPv6 is bounded, from however many addresses they ask', async () => {
    gateway = await limited(100, 2);
    const readers = [ask('2001:db8::1'), ask('2001:db8::2')];
    await until(() => gateway.graphs.live.subscriptionCount === 2);
    expect(await ask('2001:db8::3').isRefused()).toMatchObject({ status: 429, ...tooMany });
    readers.push(ask('2001:db8:0:1::3'));
    await until(() => gateway.graphs.live.subscriptionCount === 3);
    for (const reader of readers) reader.stop();
  });

  it('does not grow while there is more to do than can be done', async () => {
    gateway = await startLiveGateway(house.sdl, { shedding: { maxInFlight: 1, maxEventLoopDelayMs: 0 } });
    const early = ask('192.0.2.1');
    await until(() => gateway.graphs.live.subscriptionCount === 1);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    house.state.beforeAnswer = () => held;
    const work = gateway.ask('{ room(id: "r1") { topic } }');
    await until(() => house.state.calls.length > 0);
    expect(await ask('192.0.2.2').isRefused()).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'OVERLOADED' } }],
    });
    release();
    await work.isComplete();
    const late = ask('192.0.2.2');
    await until(() => gateway.graphs.live.subscriptionCount === 2);
    for (const reader of [early, late]) reader.stop();
  });

  it('in a process is bounded', async () => {
    gateway = await limited(2, 2);
    const readers = [ask('192.0.2.1'), ask('192.0.2.2')];
    await until(() => gateway.graphs.live.subscriptionCount === 2);
    expect(await ask('192.0.2.3').isRefused()).toMatchObject({ status: 503, ...tooMany });
    for (const reader of readers) reader.stop();
    const next = ask('192.0.2.3');
    await until(() => gateway.graphs.live.subscriptionCount === 1);
    next.stop();
  });
});

describe.each(['sse', 'ws'] as const)('over %s, what came and went', (subscriptions) => {
  it('leaves nothing behind', async () => {
    gateway = await startLiveGateway(house.sdl, { subgraphs: { rooms: { subscriptions } } });
    const round = async () => {
      const readers = Array.from({ length: 20 }, (_, index) => gateway.ask(document, { room: `r${index % 10}` }));
      await listening(10);
      house.state.activity.publish(happened);
      for (const reader of readers) await reader.has(1);
      for (const reader of readers.slice(0, 15)) reader.stop();
      house.state.activity.complete();
      for (const reader of readers.slice(15)) await reader.isComplete();
      await listening(0);
    };
    await round();
    const settled = () => {
      const kinds = process.getActiveResourcesInfo();
      return kinds.filter((kind) => kind === 'TCPSocketWrap' || kind === 'Timeout').length;
    };
    const before = settled();
    for (let count = 0; count < 5; count++) await round();
    await until(() => settled() <= before);
    expect(gateway.graphs.live.subscriptionCount).toBe(0);
  });
});
