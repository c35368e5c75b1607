import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { masked } from '@dateline/service-kit/format-error';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { GatewayContext } from '../context.ts';
import type { SubgraphTransport } from '../engine/engine-types.ts';
import { conformAnswer } from './conform-answer.ts';
import { parseFetch } from './fetch-document.ts';
import { parseErrors, publicErrors } from './public-errors.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

export interface SubgraphDataSourceOptions {
  readonly name: string;
  readonly transport: SubgraphTransport<GatewayContext>;
  /** The whole supergraph's types. */
  readonly schema: GraphQLSchema;
}

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

const answerSchema = z.object({ data: z.unknown().optional(), errors: z.unknown().optional() });

/**
 * One subgraph, as the query plan's executor sees it. It never throws: a fetch that fails answers null and one masked
 * error that names the subgraph, so that the rest of the plan goes on. Of the client's headers nothing is passed on.
 */
export function createSubgraphDataSource(options: SubgraphDataSourceOptions): GraphQLDataSource<GatewayContext> {
  const { name, transport, schema } = options;

  async function ask(call: GraphQLDataSourceProcessOptions<GatewayContext>, context: GatewayContext): Promise<Answer> {
    const { query = '', operationName, variables = {} } = call.request;
    const fetch = parseFetch(query);
    const body = JSON.stringify({ query, operationName, variables });
    const kind = fetch.operation.operation === 'mutation' ? 'mutation' : 'query';
    const { text } = await transport.send({ subgraph: name, body, kind, context });
    const answer = answerSchema.safeParse(parseJson(text));
    if (!answer.success) throw new SubgraphFailure('SUBGRAPH_ERROR', 'the answer is no GraphQL answer');
    const errors = parseErrors(answer.data.errors);
    const data = answer.data.data ?? null;
    if (data === null && errors.length === 0) throw new SubgraphFailure('SUBGRAPH_ERROR', 'the answer has no data');
    const representations = z.array(z.unknown()).catch([]).parse(variables['representations']);
    return {
      data: data === null ? null : conformAnswer(data, { fetch, schema, representations }),
      ...(errors.length > 0 ? { errors: publicErrors(errors, { subgraph: name, fetch }) } : {}),
    };
  }

  return {
    async process(call) {
      const context = call.context as GatewayContext;
      try {
        return await ask(call, context);
      } catch (error) {
        const failure =
          error instanceof SubgraphFailure
            ? error
            : new SubgraphFailure('SUBGRAPH_ERROR', 'a fault of ours', { cause: error });
        const { code, message: reason, cause } = failure;
        context.logger.warn({ subgraph: name, code, reason, ...(cause ? { err: cause } : {}) }, 'a fetch failed');
        const path = parseFetch(call.request.query ?? '').firstPath;
        return { data: null, errors: [masked(code, { path }, { subgraph: name })] };
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SubgraphFailure('SUBGRAPH_ERROR', 'the answer is not JSON');
  }
}
