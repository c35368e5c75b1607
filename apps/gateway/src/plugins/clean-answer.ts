import type { ApolloServerPlugin } from '@apollo/server';
import { masked } from '@dateline/service-kit/format-error';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import type { GatewayContext } from '../context.ts';

/** What @apollo/gateway leaves beside the data when a value does not fit the schema and no error says so. */
const completionSchema = z.object({
  valueCompletion: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional() })).min(1),
});

/**
 * Takes every extension out of the answer: the executor's speak of types and subgraphs. A value that had to be nulled
 * without an error gets one masked error, so that no null of ours is silent.
 */
export function cleanAnswerPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          const { singleResult } = body;
          if (isPlannersRefusal(http.status, singleResult.errors)) http.status = 400;
          const completion = completionSchema.safeParse(singleResult.extensions);
          if (completion.success && !singleResult.errors?.length) {
            const [first] = completion.data.valueCompletion;
            singleResult.errors = [masked('SUBGRAPH_ERROR', first?.path ? { path: first.path } : {})];
          }
          delete singleResult.extensions;
        },
      };
    },
  };
}

/** What the planner refuses is thrown at Apollo Server, which takes it for a fault of ours. */
function isPlannersRefusal(status: number | undefined, errors: readonly GraphQLFormattedError[] | undefined): boolean {
  return (
    status === 500 && (errors?.every(({ extensions }) => extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED') ?? false)
  );
}
