import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { masked } from '@dateline/service-kit/format-error';
import { requestIdHeader } from '@dateline/service-kit/request-id';
import { signViewer } from '@dateline/service-kit/viewer-signature';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { GatewayContext } from '../context.ts';
import { conformAnswer } from './conform-answer.ts';
import { parseFetch } from './fetch-document.ts';
import { parseErrors, publicErrors } from './public-errors.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

export interface SubgraphDataSourceOptions {
  readonly name: string;
  readonly client: SubgraphClient;
  /** The whole supergraph's types. */
  readonly schema: GraphQLSchema;
  readonly viewerSigningSecret: string;
  readonly queryTimeoutMs: number;
  readonly mutationTimeoutMs: number;
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
  const { name, client, schema, viewerSigningSecret, queryTimeoutMs, mutationTimeoutMs } = options;

  async function ask(call: GraphQLDataSourceProcessOptions<GatewayContext>, context: GatewayContext): Promise<Answer> {
    const { query = '', operationName, variables = {} } = call.request;
    const fetch = parseFetch(query);
    const body = JSON.stringify({ query, operationName, variables });
    const answer = answerSchema.safeParse(
      await client.post({
        headers: {
          [requestIdHeader]: context.requestId,
          ...signViewer(context.viewer, { subgraph: name, secret: viewerSigningSecret, body, now: new Date() }),
        },
        body,
        timeoutMs: fetch.operation.operation === 'mutation' ? mutationTimeoutMs : queryTimeoutMs,
        signal: context.signal,
      }),
    );
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
