import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { executeSync, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { fragmentsOf } from '../limits/operation.ts';

/**
 * Answers an operation that asks only about the schema by graphql itself. The planner's own copy of the introspection
 * types is older than graphql's, and refuses fields that validation let through.
 */
export function answerIntrospectionPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, request }) {
          if (!asksOnlyForSchema(operation.selectionSet, fragmentsOf(document))) return null;
          const { data = null } = executeSync({
            schema,
            document,
            operationName: request.operationName ?? null,
            variableValues: request.variables ?? null,
          });
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
        },
      };
    },
  };
}

function asksOnlyForSchema(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment !== undefined && asksOnlyForSchema(fragment.selectionSet, fragments);
  });
}
