import { type GraphQLFormattedError, parse, validate } from 'graphql';
import { createEngine } from '../../src/engine/engine.ts';
import { choosePlanner } from '../../src/engine/planner/choose-planner.ts';
import { readSupergraph } from '../../src/engine/supergraph/supergraph.ts';
import type { MakeFederated } from './federated.ts';

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

/** The project's engine over a house's subgraphs, in one of its modes. */
export function engineFederated({ planner, writesFast }: EngineMode): MakeFederated {
  return async (house, send) => {
    const supergraph = readSupergraph(house.supergraphSdl);
    const chosen = await choosePlanner(supergraph, { planner, overrideLabels: [] });
    const engine = createEngine<null>({
      supergraph,
      planner: chosen.planner,
      transport: {
        send: async ({ subgraph, body }) => ({ text: await send(subgraph, body), cacheControl: undefined }),
      },
      publishErrors: (errors, subgraph) =>
        ((errors ?? []) as GraphQLFormattedError[]).map((error) => ({ ...error, extensions: { subgraph } })),
      failureOf: (cause, subgraph) => ({ message: String(cause), extensions: { subgraph } }),
      mismatch: (subgraph) => ({ message: 'A value is not as the schema says.', extensions: { subgraph } }),
      maxSelections: 100_000,
      writesFast,
    });
    return {
      async execute({ query, variables, operationName }) {
        const document = parse(query);
        const [error] = validate(supergraph.api, document);
        if (error) {
          throw error;
        }
        const { text } = await engine.execute(engine.prepare(document, operationName), { variables, context: null });
        return JSON.parse(text);
      },
    };
  };
}
