import type { ApolloServerPlugin } from '@apollo/server';
import { masked } from '@dateline/service-kit/format-error';
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
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single') return;
          const { singleResult } = body;
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
