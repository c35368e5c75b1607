import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import { Refusal } from '../errors/refusal.ts';
import { operationNamePattern } from '../http/graphql-request.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { brokenLimit } from '../limits/limits.ts';
import { fragmentsOf } from '../limits/operation.ts';

/** Refuses with 400 an operation that is not there or breaks a limit. Only what passes may be registered by its hash. */
export function keepLimitsPlugin(settings: LimitSettings): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, document, schema, request, contextValue }) {
          // Apollo Server's types promise one, but with an unknown operationName there is none.
          const definition = operation as typeof operation | undefined;
          if (!definition || !schema.getRootType(definition.operation)) {
            throw new Refusal('OPERATION_RESOLUTION_FAILURE');
          }
          const name = definition.name?.value;
          if (name !== undefined && !operationNamePattern.test(name)) {
            throw new Refusal('BAD_REQUEST', { message: 'An operation name has at most 64 characters.' });
          }
          if (name !== undefined) contextValue.nameOperation(name);
          const fragments = fragmentsOf(document);
          const refusal = brokenLimit({ schema, definition, fragments, variables: request.variables ?? {} }, settings);
          if (refusal) throw refusal;
        },
      };
    },
  };
}
