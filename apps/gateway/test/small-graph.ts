import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createLogger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import { type GraphQLFormattedError, type GraphQLSchema, graphql, parse, validate } from 'graphql';
import type { TagRules } from '../src/engine/caching/answer-tags.ts';
import { createEntityCache, type EntityCache } from '../src/engine/caching/entity-cache.ts';
import { createEngine, type EngineOptions, type Execution } from '../src/engine/engine.ts';
import { createIncrementalEngine } from '../src/engine/incremental/incremental-engine.ts';
import { choosePlanner } from '../src/engine/planner/choose-planner.ts';
import { createPlannerProcesses } from '../src/engine/planner/native/planner-processes.ts';
import { entityKeysOf } from '../src/engine/supergraph/entity-keys.ts';
import { readSupergraph, type Supergraph } from '../src/engine/supergraph/supergraph.ts';
import { grantsOfViewer } from '../src/identity/viewer-grants.ts';
import { cacheTagsOf } from '../src/invalidation/cache-tags.ts';

/** One for all graphs of a test file; it ends with this process. */
const planners = createPlannerProcesses(createLogger('small-graph', 'silent'));

export const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@cacheTag", "@authenticated", "@requiresScopes", "@policy", "@interfaceObject", "@context", "@fromContext"])';

export interface SmallSubgraph {
  /** Without the @link. */
  readonly sdl: string;
  readonly resolvers: object;
}

export interface SmallCall {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface SmallContext {
  readonly viewer: Viewer | null;
}

export function composeSmall(subgraphs: Readonly<Record<string, Pick<SmallSubgraph, 'sdl'>>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, { sdl }]) => ({
      name,
      typeDefs: parse(`${federationLink}\n${sdl}`),
      url: `http://${name}.example/graphql`,
    })),
  );
  if (!supergraphSdl) throw new Error(`The graph does not compose: ${errors?.join('\n')}`);
  return supergraphSdl;
}

export function buildSmallSchema(sdl: string, resolvers: object): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(`${federationLink}\n${sdl}`), resolvers: resolvers as never }]);
}

export function tagRulesOf({ sdl, document, api, graphNames }: Supergraph): TagRules {
  return { keys: entityKeysOf(document), cacheTags: cacheTagsOf(sdl), graphNames, api };
}

export const testPolicy = { defaultMaxAgeSeconds: 0, staleWhileRevalidateSeconds: 0, staleIfErrorSeconds: 600 };

export interface SmallEngineOptions {
  readonly cacheControl?: string;
  readonly entities?: EntityCache<SmallContext> | null;
  readonly writesFast?: boolean;
  /** Makes another supergraph of what composition has made. */
  readonly rewrite?: (sdl: string) => string;
  readonly maxSelections?: number;
  /** Answers in place of a subgraph; undefined leaves it to the subgraph. */
  readonly instead?: (call: SmallCall) => string | undefined;
}

export function smallEntityCache(clock: () => number = () => performance.now()): EntityCache<SmallContext> {
  return createEntityCache<SmallContext>({
    maxBytes: 1_000_000,
    defaults: testPolicy,
    viewerClass: ({ viewer }) => JSON.stringify(viewer?.roles ?? null),
    clock,
  });
}

/** The engine over subgraphs in this process. Every call is kept for the test to look at. */
export async function createSmallEngine(
  subgraphs: Readonly<Record<string, SmallSubgraph>>,
  options: SmallEngineOptions = {},
) {
  const supergraph = readSupergraph((options.rewrite ?? ((sdl) => sdl))(composeSmall(subgraphs)));
  const { planner: chosen } = await choosePlanner(supergraph, { planner: 'hive', overrideLabels: [] }, planners);
  const counts = { plans: 0 };
  const calls: SmallCall[] = [];
  const schemas = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => [name, buildSmallSchema(sdl, resolvers)]),
  );
  const state = {
    cacheControl: options.cacheControl as string | undefined,
    down: new Set<string>(),
    onCall: null as ((call: SmallCall) => void) | null,
  };
  const engineOptions: EngineOptions<SmallContext> = {
    supergraph,
    planner: {
      ...chosen,
      plan(request) {
        counts.plans++;
        return chosen.plan(request);
      },
    },
    transport: {
      async send({ subgraph, body, context }) {
        const { query, variables } = JSON.parse(body) as SmallCall;
        const call = { subgraph, query, variables };
        calls.push(call);
        state.onCall?.(call);
        if (state.down.has(subgraph)) throw new Error('down');
        const text = options.instead?.(call);
        if (text !== undefined) return { text, cacheControl: state.cacheControl };
        const schema = schemas.get(subgraph);
        if (!schema) throw new Error('no such subgraph');
        const answer = await graphql({ schema, source: query, variableValues: variables, contextValue: context });
        return { text: JSON.stringify(answer), cacheControl: state.cacheControl };
      },
    },
    publishErrors: (errors) => (errors ?? []) as GraphQLFormattedError[],
    failureOf: (cause) => ({ message: String(cause) }),
    mismatch: () => ({ message: 'A value is not as the schema says.' }),
    maxSelections: options.maxSelections ?? 2_000,
    grantsOf: grantsOfViewer,
    tagRules: tagRulesOf(supergraph),
    entityCache: options.entities ?? null,
    writesFast: options.writesFast ?? true,
  };
  const engine = createEngine(engineOptions);

  return {
    engine,
    /** For answers in parts, over the same graph. */
    inParts: createIncrementalEngine(engineOptions),
    supergraph,
    calls,
    counts,
    state,
    prepare(query: string, operationName?: string) {
      const document = parse(query);
      const [error] = validate(supergraph.api, document);
      if (error) throw error;
      return engine.prepare(document, operationName);
    },
    async ask(query: string, variables: Readonly<Record<string, unknown>> = {}, viewer: Viewer | null = null) {
      const execution: Execution = await engine.execute(this.prepare(query), { variables, context: { viewer } });
      // biome-ignore lint/suspicious/noExplicitAny: tests read deep into answers whose shape each of them knows
      return { ...execution, ...(JSON.parse(execution.text) as { data: any; errors?: GraphQLFormattedError[] }) };
    },
    /** The representations that a subgraph was sent, call by call. */
    representationsTo: (subgraph: string) =>
      calls
        .filter((call) => call.subgraph === subgraph)
        .map(({ variables }) =>
          Object.values(variables).flatMap((value) =>
            Array.isArray(value) && value.some((item) => typeof item === 'object' && item && '__typename' in item)
              ? value
              : [],
          ),
        ),
  };
}
