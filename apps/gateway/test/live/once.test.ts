import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../test-gateway.ts';
import { type ChatHouse, startChatHouse } from './chat-house.ts';
import { type LiveGateway, startLiveGateway } from './live-gateway.ts';
import { until } from './recorder.ts';

let house: ChatHouse;
let gateway: LiveGateway;
beforeAll(async () => {
  house = await startChatHouse();
  gateway = await startLiveGateway(house.sdl);
});
afterAll(async () => {
  await gateway.close();
  await house.close();
});

describe('over a stream', () => {
  it('a query has one answer, and is complete', async () => {
    const reader = gateway.ask('query ($id: ID!) { room(id: $id) { name topic } }', { id: 'r1' });
    await reader.isComplete();
    expect(reader.json).toEqual([{ data: { room: { name: 'Room r1', topic: 'About r1' } } }]);
  });

  it('a mutation has one answer, unless it was asked in a way that may not change anything', async () => {
    const mutation = 'mutation { rename(id: "r1", name: "x") { name } }';
    const reader = gateway.ask(mutation);
    await reader.isComplete();
    expect(reader.json).toEqual([{ data: { rename: { name: 'x' } } }]);
    const safe = gateway.ask(mutation, {}, { request: { isSafe: true } });
    expect((await safe.isRefused()).status).toBe(405);
    expect(safe.answers).toHaveLength(0);
  });

  it.each([
    ['no GraphQL', '{ room(', 400, 'GRAPHQL_PARSE_FAILED'],
    ['no field of the schema', '{ house }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['two root fields', 'subscription { opened { id } bad }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a conditional root', 'subscription ($x: Boolean!) { bad @skip(if: $x) }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing variable', 'subscription ($r: ID!) { activity(room: $r) { text } }', 400, 'BAD_USER_INPUT'],
    ['too many tokens', `{ ${'__typename '.repeat(1_001)} }`, 400, 'TOO_MANY_TOKENS'],
    ['nothing', '', 400, 'BAD_REQUEST'],
  ])('%s is refused', async (_name, query, status, code) => {
    const refusal = await gateway.ask(query).isRefused();
    expect(refusal).toMatchObject({ status, errors: [{ extensions: { code } }] });
    expect(gateway.graphs.live.subscriptionCount).toBe(0);
    expect(house.state.asked).toHaveLength(0);
  });

  it('who has gone away before the answer hears nothing, and its calls are cut', async () => {
    let isCut = false;
    house.state.beforeAnswer = () => new Promise(() => undefined);
    const before = house.state.calls.length;
    const reader = gateway.ask('{ room(id: "r2") { topic } }');
    await until(() => house.state.calls.length > before);
    reader.stop();
    isCut = true;
    house.state.beforeAnswer = async () => undefined;
    const next = gateway.ask('{ room(id: "r3") { topic } }');
    await next.isComplete();
    expect([isCut, reader.answers.length, reader.completed, reader.refusals.length]).toEqual([true, 0, 0, 0]);
  });
});

describe('over plain HTTP', () => {
  let plain: TestGateway;
  beforeAll(async () => {
    plain = await startTestGateway();
  });
  afterAll(() => plain.close());

  it('a subscription is refused with words that say how to ask, also the second time', async () => {
    const query = 'subscription { articleUpdated(id: "a1") { id } }';
    for (const answer of [
      await plain.ask(query),
      await plain.ask(query),
      await plain.get(`/graphql?query=${encodeURIComponent(query)}`),
    ]) {
      expect(answer.status === 400 || answer.headers.get('content-type')?.startsWith('application/json')).toBe(true);
      expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_REQUEST');
      expect(answer.errors?.[0]?.message).toContain('text/event-stream');
    }
  });

  it('a conditional root of a subscription is refused as every invalid document is', async () => {
    const answer = await plain.ask(
      'query Q { __typename } subscription S($x: Boolean!) { articleUpdated(id: "a1") @skip(if: $x) { id } }',
    );
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('a subscription by its hash', () => {
  it('is found once somebody has asked for it in full', async () => {
    const query = 'subscription { activity(room: "by-hash") { text } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const ask = (text: string | null) => gateway.ask('', {}, { request: { query: text, extensions } });
    const unknown = await ask(null).isRefused();
    expect(unknown.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    const whole = ask(query);
    await until(() => house.state.asked.length === 1);
    const byHash = ask(null);
    await until(() => gateway.graphs.live.subscriptionCount === 2);
    house.state.activity.publish({ cursor: '1', text: 'it happened', room: null });
    for (const reader of [whole, byHash]) {
      await reader.has(1);
      expect(reader.json).toEqual([{ data: { activity: { text: 'it happened' } } }]);
      reader.stop();
    }
    expect(house.state.asked).toHaveLength(1);
  });
});
