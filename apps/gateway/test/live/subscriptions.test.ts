import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity, ChatHouse } from './chat-house.ts';
import { startChatHouse } from './chat-house.ts';
import { type LiveGateway, startLiveGateway } from './live-gateway.ts';
import { until } from './recorder.ts';

const document = 'subscription ($room: ID!) { activity(room: $room) { cursor text room { name topic } } }';
const noa = { id: '1', displayName: 'Noa', roles: ['READER' as const] };

const happened = (cursor: number, more: Partial<Activity> = {}): Activity => ({
  cursor: String(cursor),
  text: `event ${cursor}`,
  room: { id: 'r1', name: 'Room r1' },
  ...more,
});

describe.each([
  ['sse', 'hive'],
  ['ws', 'hive'],
  ['sse', 'apollo'],
  ['ws', 'apollo'],
] as const)('a subscription over %s, planned by %s', (subscriptions, planner) => {
  let house: ChatHouse;
  let gateway: LiveGateway;
  beforeAll(async () => {
    house = await startChatHouse();
    gateway = await startLiveGateway(house.sdl, { planner, subgraphs: { rooms: { subscriptions } } });
  });
  beforeEach(() => {
    house.state.beforeAnswer = async () => undefined;
    house.state.calls.length = 0;
    house.state.asked.length = 0;
    house.state.signedBy.length = 0;
  });
  afterEach(() => until(() => house.state.activity.listeners === 0 && gateway.graphs.live.subscriptionCount === 0));
  afterAll(async () => {
    await gateway.close();
    await house.close();
  });

  const listening = (count = 1) => until(() => house.state.activity.listeners === count);

  it('brings each event, with what another subgraph knows of it', async () => {
    const reader = gateway.ask(document, { room: 'r1' });
    await listening();
    house.state.activity.publish(happened(1));
    house.state.activity.publish(happened(2, { room: null }));
    await reader.has(2);
    expect(reader.json).toEqual([
      { data: { activity: { cursor: '1', text: 'event 1', room: { name: 'Room r1', topic: 'About r1' } } } },
      { data: { activity: { cursor: '2', text: 'event 2', room: null } } },
    ]);
    reader.stop();
  });

  it('is one at the subgraph for a hundred who ask for the same, and another for another viewer', async () => {
    const anonymous = Array.from({ length: 100 }, () => gateway.ask(document, { room: 'r1' }));
    const signedIn = gateway.ask(document, { room: 'r1' }, { viewer: noa });
    await listening(2);
    house.state.activity.publish(happened(1));
    for (const reader of [...anonymous, signedIn]) await reader.has(1);
    expect(new Set(anonymous.map(({ answers: [answer] }) => answer)).size).toBe(1);
    expect(signedIn.answers[0]).not.toBe(anonymous[0]?.answers[0]);
    expect(house.state.asked).toHaveLength(2);
    expect(house.state.calls).toHaveLength(2);
    expect(house.state.signedBy.map(viewerOf).sort()).toEqual([noa.id, undefined].sort());
    for (const reader of [...anonymous, signedIn]) reader.stop();
  });

  it('that begins at a cursor is shared until its first event: who comes later must not miss what came between', async () => {
    const from = 'subscription ($from: String) { activity(room: "r1", after: $from) { cursor } }';
    const ask = () => gateway.ask(from, { from: '5' });
    const together = [ask(), ask()];
    await listening();
    house.state.activity.publish(happened(6));
    for (const reader of together) await reader.has(1);
    const later = ask();
    await listening(2);
    expect(house.state.asked.map(({ after }) => after)).toEqual(['5', '5']);
    house.state.activity.publish(happened(7));
    for (const reader of together) await reader.has(2);
    await later.has(1);
    for (const reader of [...together, later]) reader.stop();
  });

  it('is closed at the subgraph with its last reader, and not before', async () => {
    const [first, second] = [gateway.ask(document, { room: 'r1' }), gateway.ask(document, { room: 'r1' })];
    await listening();
    first.stop();
    house.state.activity.publish(happened(1));
    await second.has(1);
    expect(first.answers).toHaveLength(0);
    second.stop();
    await listening(0);
    await until(() => house.openSockets() === 0 || subscriptions === 'sse');
  });

  it('is in the order of its events, however long each takes', async () => {
    const releases = new Map<string, () => void>();
    house.state.beforeAnswer = (call) =>
      new Promise<void>((resolve) => releases.set(JSON.stringify(call.variables), resolve));
    const reader = gateway.ask(document, { room: 'r1' });
    await listening();
    for (const id of [1, 2, 3]) house.state.activity.publish(happened(id, { room: { id: `r${id}`, name: 'x' } }));
    await until(() => releases.size === 3);
    for (const [, release] of [...releases].reverse()) release();
    await reader.has(3);
    expect(reader.json.map(({ data }) => data.activity.cursor)).toEqual(['1', '2', '3']);
    reader.stop();
  });

  it('masks what goes wrong, at its place, and goes on', async () => {
    const reader = gateway.ask(document, { room: 'r1' });
    await listening();
    house.state.activity.publish(happened(1, { text: 'fails' }));
    house.state.activity.publish(happened(2, { text: null as never }));
    house.state.activity.publish(happened(3));
    await reader.has(3);
    expect(JSON.stringify(reader.json)).not.toContain('secret');
    expect(reader.json[0]).toMatchObject({
      data: null,
      errors: [{ path: ['activity'], extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'rooms' } }],
    });
    expect(reader.json[1]).toMatchObject({ data: null, errors: [{ extensions: { code: 'SUBGRAPH_ERROR' } }] });
    expect(reader.json[2].data.activity.cursor).toBe('3');
    reader.stop();
  });

  it('has null where its root may be null', async () => {
    const reader = gateway.ask('subscription { opened { id topic } }');
    await listening();
    house.state.activity.publish(happened(1, { room: null }));
    await reader.has(1);
    expect(reader.json).toEqual([{ data: { opened: null } }]);
    reader.stop();
  });

  it('leaves a part empty when another subgraph fails, and says why', async () => {
    house.state.beforeAnswer = () => Promise.reject(new Error('the connection hangs up'));
    const reader = gateway.ask(document, { room: 'r1' });
    await listening();
    house.state.activity.publish(happened(1));
    await reader.has(1);
    expect(reader.json[0].data.activity.room).toEqual({ name: 'Room r1', topic: null });
    expect(reader.json[0].errors).toMatchObject([{ path: ['activity', 'room', 'topic'] }]);
    reader.stop();
  });

  it('ends when the subgraph says so, after the last answer', async () => {
    const reader = gateway.ask(document, { room: 'r1' });
    await listening();
    house.state.activity.publish(happened(1));
    house.state.activity.complete();
    await reader.isComplete();
    expect(reader.answers).toHaveLength(1);
  });

  it('that the subgraph does not begin has one answer that says no more than that', async () => {
    const reader = gateway.ask('subscription { bad }');
    await reader.isComplete();
    expect(reader.json).toMatchObject([{ data: { bad: null }, errors: [{ extensions: { code: 'SUBGRAPH_ERROR' } }] }]);
    expect(JSON.stringify(reader.json)).not.toContain('secret');
  });
});

function viewerOf(signed: Readonly<Record<string, unknown>>): string | undefined {
  const viewer = JSON.parse(Buffer.from(String(signed['dateline-viewer']), 'base64url').toString());
  return viewer?.id;
}
