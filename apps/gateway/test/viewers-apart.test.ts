import { setImmediate as turn } from 'node:timers/promises';
import { createLogger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import { editor, moderator, otherReader, reader } from '@dateline/testing/viewers';
import fc from 'fast-check';
import { graphql } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { createCaches } from '../src/caches.ts';
import { createCompiledExecutor, makeReady } from '../src/compiled-executor.ts';
import type { GatewayContext } from '../src/context.ts';
import type { SubgraphTransport } from '../src/engine/engine-types.ts';
import { choosePlanner } from '../src/engine/planner/choose-planner.ts';
import { createPlannerProcesses } from '../src/engine/planner/native/planner-processes.ts';
import { readSupergraph } from '../src/engine/supergraph/supergraph.ts';
import type { GraphqlExecutor, IncomingOperation } from '../src/http/graphql-executor.ts';
import { shareRequests } from '../src/http/share-requests.ts';
import { allCaches } from '../src/invalidation/all-caches.ts';
import { Lifetime } from '../src/lifetime.ts';
import { type LimitSettings, limitSettings } from '../src/limits/limit-settings.ts';
import { createServedGraph, warm } from '../src/operations/served-graph.ts';
import { shareInFlight } from '../src/subgraphs/share-in-flight.ts';
import { startCachedHouse } from './cached-house.ts';
import { buildSmallSchema, composeSmall, tagRulesOf } from './small-graph.ts';

const logger = createLogger('test', 'silent');
const planners = createPlannerProcesses(logger);
afterAll(() => planners.close());

const viewers: readonly (Viewer | null)[] = [
  null,
  reader,
  otherReader,
  editor,
  moderator,
  { ...editor, id: 'editor-2' },
];
const classOf = (viewer: Viewer | null) => JSON.stringify(viewer && [...viewer.roles].sort());
const nameOf = (viewer: Viewer | null) => viewer?.id ?? 'nobody';

/** Fields by whom their values are for. Each value says for whom it was made. */
const fields = { ours: 'public, max-age=60', mine: 'private, max-age=60', mood: 'depends', never: 'no-store' };
const item = `type Item @key(fields: "id") { id: ID! ${Object.keys(fields)
  .map((name) => `NAME${name}: String`)
  .join(' ')} }`;
const sdl = {
  a: `type Query { item: Item items: [Item!]! } type Mutation { touch: Item } ${item.replaceAll('NAME', 'a_')}`,
  b: item.replaceAll('NAME', 'b_'),
};
const operations = Object.keys(fields).flatMap((one) => [
  `{ item { a_${one} } }`,
  `{ item { b_${one} } }`,
  `{ items { a_ours b_${one} } }`,
  `query($x: Boolean = false) { items { b_ours b_${one} @include(if: $x) } }`,
  `mutation { touch { a_${one} b_ours } }`,
]);
const limits = Object.fromEntries(
  Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)]),
) as LimitSettings;

const supergraph = readSupergraph(composeSmall({ a: { sdl: sdl.a }, b: { sdl: sdl.b } }));

/** The gateway between its front and its subgraphs, with all that is shared and kept. */
async function createWorld(delays: readonly number[]) {
  const counts = { calls: 0 };
  const marks = (prefix: string) =>
    Object.fromEntries(
      Object.keys(fields).map((name) => [
        prefix + name,
        (_: unknown, _args: unknown, viewer: Viewer | null) =>
          name === 'ours' || (name === 'mood' && viewer === null)
            ? `class ${classOf(viewer)}`
            : `viewer ${nameOf(viewer)}`,
      ]),
    );
  const resolveReference = { __resolveReference: ({ id }: { id: string }) => ({ id }) };
  const schemas = {
    a: buildSmallSchema(sdl.a, {
      Query: { item: () => ({ id: '1' }), items: () => [{ id: '1' }, { id: '2' }] },
      Mutation: { touch: () => ({ id: '1' }) },
      Item: { ...resolveReference, ...marks('a_') },
    }),
    b: buildSmallSchema(sdl.b, { Item: { ...resolveReference, ...marks('b_') } }),
  };
  const transport: SubgraphTransport<GatewayContext> = {
    async send({ subgraph, body, context: { viewer } }) {
      for (let left = delays[counts.calls++ % delays.length] ?? 0; left > 0; left--) await turn();
      const { query, variables } = JSON.parse(body);
      const source = {
        schema: schemas[subgraph as 'a' | 'b'],
        source: query,
        variableValues: variables,
        contextValue: viewer,
      };
      const text = JSON.stringify(await graphql(source));
      const asked = Object.keys(fields).filter((name) => text.includes(`_${name}"`));
      const cacheControl = asked.includes('never')
        ? fields.never
        : asked.includes('mine') || (asked.includes('mood') && viewer)
          ? fields.mine
          : fields.ours;
      return { text, cacheControl };
    },
  };
  const caches = await createCaches(
    {
      responseCache: { maxBytes: 1_000_000, defaultMaxAgeSeconds: 0 },
      entityCache: { maxBytes: 1_000_000 },
      staleSeconds: { whileRevalidate: 0, ifError: 60 },
      redisUrl: null,
    },
    logger,
  );
  const { responses, entities } = caches;
  if (!responses) throw new Error('No cache.');
  const { planner } = await choosePlanner(supergraph, { planner: 'hive', overrideLabels: [] }, planners);
  const graph = createServedGraph({
    supergraph,
    planner,
    transport: shareInFlight(transport),
    publishErrors: () => [],
    failureOf: (cause) => ({ message: String(cause) }),
    mismatch: () => ({ message: 'mismatch' }),
    maxSelections: 2_000,
    tagRules: tagRulesOf(supergraph),
    entityCache: entities,
    limits,
    responses,
    policyDefaults: caches.policyDefaults,
    requestTimeoutMs: 5_000,
  });
  const asked = operations.map((query) => ({ query, operationName: null }));
  expect(await warm(graph, asked, limits)).toBe(operations.length);
  const next: GraphqlExecutor = { execute: () => Promise.reject(new Error('not known')) };
  const compiled = createCompiledExecutor({ graph: () => graph, next });
  const executor = makeReady(shareRequests(compiled, { timeoutMs: 5_000 }), responses);
  return {
    hits: () => ({ outcomes: responses.counts.outcomes, entities: entities?.counts.hits ?? 0 }),
    purge: (tag: string) => allCaches(caches.purgeable).purge([tag]),
    async ask(query: string, variables: object, viewer: Viewer | null): Promise<string> {
      const text = JSON.stringify({ query, variables });
      const operation: IncomingOperation = {
        method: 'POST',
        text,
        accepted: { mediaType: 'application/json', acceptEncoding: undefined, ifNoneMatch: undefined },
        read: () => JSON.parse(text),
      };
      const lifetime = new Lifetime();
      const client = { address: '127.0.0.1', key: null };
      const context = { requestId: 'r', viewer, client, lifetime, logger, nameOperation: () => undefined };
      return String((await executor.execute(operation, context)).body);
    },
  };
}

const step = fc.record({
  viewer: fc.constantFrom(...viewers),
  which: fc.nat({ max: 11 }),
  variables: fc.constantFrom({}, { x: true }, { x: false }),
  /** Goes on before it is answered. */
  waits: fc.boolean(),
  purges: fc.constantFrom(null, null, null, null, 'Item:1', 'Item:2'),
});

describe('whatever is shared and kept', () => {
  it('no viewer ever gets what was made for another', { timeout: 60_000 }, async () => {
    const hits = { answers: 0, entities: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(operations, { minLength: 1, maxLength: 3 }),
        fc.array(step, { minLength: 30, maxLength: 80 }),
        fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 12 }),
        async (asked, steps, delays) => {
          const world = await createWorld(delays);
          const pending: Promise<void>[] = [];
          for (const { viewer, which, variables, waits, purges } of steps) {
            const query = asked[which % asked.length] ?? '';
            const check = async () => {
              const text = await world.ask(query, query.includes('$x') ? variables : {}, viewer);
              const made = [...text.matchAll(/(class (?:null|\[.*?\])|viewer [\w-]+)"/g)].map(([, mark]) =>
                String(mark).replaceAll('\\', ''),
              );
              const own = [`class ${classOf(viewer)}`, `viewer ${nameOf(viewer)}`];
              expect([text, made.length > 0]).toEqual([text, true]);
              expect([query, made.filter((mark) => !own.includes(mark))]).toEqual([query, []]);
            };
            if (purges) await world.purge(purges);
            const checked = check();
            pending.push(checked);
            if (!waits) await checked;
            else await turn();
          }
          await Promise.all(pending);
          const { outcomes, entities } = world.hits();
          hits.answers += outcomes.HIT;
          hits.entities += entities;
        },
      ),
      { numRuns: 100 },
    );
    // Where nothing was shared, nothing was tested.
    expect(hits.answers).toBeGreaterThan(100);
    expect(hits.entities).toBeGreaterThan(100);
  });

  it('nor over HTTP, all of them at once and again', async () => {
    const house = await startCachedHouse();
    const signedIn = [
      { ...reader, id: 'reader-101' },
      { ...otherReader, id: 'reader-202' },
      { ...editor, id: 'editor-303' },
      { ...moderator, id: 'moderator-404' },
    ];
    const query = '{ comment(id: "c1") { bodyText editableUntil } viewer { id } }';
    const asAll = await Promise.all(
      [null, ...signedIn].map(async (viewer) => ({ viewer, headers: viewer ? await house.as(viewer) : {} })),
    );
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        [...asAll, ...asAll, ...asAll].map(async ({ viewer, headers }) => {
          for (const asked of [query, '{ comment(id: "c1") { editableUntil } }']) {
            const { data } = await house.gateway.ask(asked, {}, headers);
            expect(data.comment.editableUntil?.slice(-4, -1)).toBe(viewer?.id.slice(-3));
            if (asked === query) expect(data.viewer?.id).toBe(viewer?.id);
          }
        }),
      );
    }
    await house.close();
  });
});
