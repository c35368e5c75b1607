import type { Viewer } from '@dateline/service-kit/viewer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChatHouse, startChatHouse } from '../live/chat-house.ts';
import { type LiveGateway, startLiveGateway } from '../live/live-gateway.ts';
import { until } from '../live/recorder.ts';
import { protectAt } from './protected/protect.ts';

const document = 'subscription ($room: ID!) { activity(room: $room) { cursor text room { name topic } } }';
const opened = 'subscription { opened { name } }';
const code = 'UNAUTHORIZED_FIELD_OR_TYPE';

const viewer = (id: string, ...scopes: string[]): Viewer => ({ id, displayName: id, roles: [], scopes });
const happened = (cursor: number) => ({
  cursor: String(cursor),
  text: `event ${cursor}`,
  room: { id: 'r1', name: 'Room r1' },
});

describe('A24: a subscription', () => {
  let house: ChatHouse;
  let gateway: LiveGateway;
  beforeAll(async () => {
    house = await startChatHouse();
    const sdl = protectAt(house.sdl, { 'Room.topic': '@needs(scopes: [["topics"]])', 'Subscription.opened': '@login' });
    gateway = await startLiveGateway(sdl, { subgraphs: { rooms: { subscriptions: 'sse' } } });
  });
  afterEach(() => until(() => house.state.activity.listeners === 0));
  afterAll(async () => {
    await gateway.close();
    await house.close();
  });

  it('gives each who listens to the same what they may see of each event, and asks no subgraph for what nobody may', async () => {
    const readers = [
      gateway.ask(document, { room: 'r1' }),
      gateway.ask(document, { room: 'r1' }, { viewer: viewer('a') }),
      gateway.ask(document, { room: 'r1' }, { viewer: viewer('a', 'topics') }),
      gateway.ask(document, { room: 'r1' }, { viewer: viewer('b', 'topics') }),
    ];
    // Of one viewer with two tokens each has their own.
    await until(() => house.state.activity.listeners === 4);
    house.state.calls.length = 0;
    for (let cursor = 1; cursor <= 3; cursor++) house.state.activity.publish(happened(cursor));
    for (const reader of readers) await reader.has(3);
    const topics = readers.map(({ json }) => json.map(({ data }) => data.activity.room.topic));
    expect(topics).toEqual([
      [null, null, null],
      [null, null, null],
      ['About r1', 'About r1', 'About r1'],
      ['About r1', 'About r1', 'About r1'],
    ]);
    for (const { errors } of readers[0]?.json ?? []) {
      expect(errors).toMatchObject([{ path: ['activity', 'room', 'topic'], extensions: { code } }]);
    }
    // Six events for the two who may: nothing was fetched for the others.
    expect(house.state.calls.length).toBeLessThanOrEqual(6);
    for (const reader of readers) reader.stop();
  });

  it('that may not be opened is refused, and nothing is opened at the subgraph', async () => {
    const signedBefore = house.state.signedBy.length;
    const refusal = await gateway.ask(opened).isRefused();
    expect(refusal).toMatchObject({ status: 403, errors: [{ extensions: { code } }] });
    expect(house.state.signedBy.length).toBe(signedBefore);
    const reader = gateway.ask(opened, {}, { viewer: viewer('a') });
    await until(() => house.state.activity.listeners === 1);
    house.state.activity.publish(happened(1));
    await reader.has(1);
    expect(reader.json).toEqual([{ data: { opened: { name: 'Room r1' } } }]);
    reader.stop();
  });
});
