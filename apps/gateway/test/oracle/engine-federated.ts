import { createLogger } from '@dateline/service-kit/logger';
import { type GraphQLFormattedError, parse, validate } from 'graphql';
import { createEngine, type Engine, type EngineOptions } from '../../src/engine/engine.ts';
import { createIncrementalEngine } from '../../src/engine/incremental/incremental-engine.ts';
import { createApolloPlanner } from '../../src/engine/planner/apollo-planner.ts';
import { createCheckedPlanner } from '../../src/engine/planner/checked-planner.ts';
import { choosePlanner } from '../../src/engine/planner/choose-planner.ts';
import { createPlannerProcesses } from '../../src/engine/planner/native/planner-processes.ts';
import type { Planner } from '../../src/engine/planner/planner.ts';
import { readSupergraph, type Supergraph } from '../../src/engine/supergraph/supergraph.ts';
import { type IncrementalFormat, isWithoutRepeats, writeParts } from '../../src/http/incremental/incremental-format.ts';
import { mergeParts } from '../incremental/merge-parts.ts';
import type { Answer, MakeFederated, Send } from './federated.ts';
import type { House } from './house.ts';
import type { Operation } from './monolith.ts';

/** One for all houses, as in the gateway; it ends with this process. */
const planners = createPlannerProcesses(createLogger('oracle', 'silent'));

/** The ways in which the engine can run: who plans, and how answers are written. */
export interface EngineMode {
  readonly planner: 'hive' | 'apollo';
  readonly writesFast: boolean;
}

export const engineModes: readonly EngineMode[] = [
  { planner: 'hive', writesFast: true },
  { planner: 'hive', writesFast: false },
  { planner: 'apollo', writesFast: true },
  { planner: 'apollo', writesFast: false },
];

export function modeName({ planner, writesFast }: EngineMode): string {
  return `${planner}-${writesFast ? 'fast' : 'plain'}`;
}

/**
 * `hive` is what the gateway has by default: Apollo's comes after it. `apollo` is Apollo's alone, for the native one takes
 * the process with it when it panics.
 */
async function plannerOf(name: EngineMode['planner'], supergraph: Supergraph): Promise<Planner> {
  if (name === 'hive') {
    return (await choosePlanner(supergraph, { planner: 'hive', overrideLabels: [] }, planners)).planner;
  }
  const first = createApolloPlanner({ supergraphSdl: supergraph.sdl, overrideLabels: [] });
  return createCheckedPlanner({ first, second: null }, supergraph, []);
}

/** The project's engine over a house's subgraphs, in one of its modes. */
export function engineFederated(mode: EngineMode): MakeFederated {
  return async (house, send) => {
    const options = await engineOptions(mode, house, send);
    const engine = createEngine<null>(options);
    return {
      async execute(operation) {
        const prepared = prepare(engine, operation);
        const { text } = await engine.execute(prepared, { variables: operation.variables, context: null });
        return JSON.parse(text);
      },
    };
  };
}

/** The same, with its answers in parts of a format, merged again as a client does. */
export function incrementalFederated(mode: EngineMode, format: IncrementalFormat): MakeFederated {
  return async (house, send) => {
    const options = await engineOptions(mode, house, send);
    const engine = createEngine<null>(options);
    const inParts = createIncrementalEngine<null>(options);
    return {
      async execute(operation) {
        const { variables } = operation;
        const asked = { variables, context: null, isWithoutRepeats: isWithoutRepeats(format) };
        const answer = await inParts.execute(prepare(engine, operation), asked);
        const texts: string[] = [];
        for await (const { json } of writeParts(answer, format)) texts.push(json);
        return mergeParts(texts) as Answer;
      },
    };
  };
}

export async function engineOptions(
  { planner, writesFast }: EngineMode,
  house: House,
  send: Send,
): Promise<EngineOptions<null>> {
  const supergraph = readSupergraph(house.supergraphSdl);
  return {
    supergraph,
    planner: await plannerOf(planner, supergraph),
    transport: {
      send: async ({ subgraph, body }) => ({ text: await send(subgraph, body), cacheControl: undefined }),
    },
    publishErrors: (errors, subgraph) =>
      ((errors ?? []) as GraphQLFormattedError[]).map((error) => ({ ...error, extensions: { subgraph } })),
    failureOf: (cause, subgraph) => ({ message: String(cause), extensions: { subgraph } }),
    mismatch: (subgraph) => ({ message: 'A value is not as the schema says.', extensions: { subgraph } }),
    maxSelections: 100_000,
    writesFast,
  };
}

function prepare(engine: Engine<null>, { query, operationName }: Operation) {
  const document = parse(query);
  const [error] = validate(engine.supergraph.api, document);
  if (error) {
    throw error;
  }
  return engine.prepare(document, operationName);
}
