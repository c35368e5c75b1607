import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Thing } from '../../oracle/data.ts';
import type { World } from '../../oracle/model.ts';
import { monolithResolver, type Operation } from '../../oracle/monolith.ts';
import type { Allowed } from './model.ts';

/** One server that knows everything, and throws at every field that may not be seen. */
export function referenceAnswer(
  world: World,
  schema: GraphQLSchema,
  { query, variables }: Operation,
  allowed: Allowed,
) {
  const document = inPlace(parse(query));
  const withheld = withheldNodes(document, schema, allowed);
  const resolve = monolithResolver(world);
  const fieldResolver: GraphQLFieldResolver<Thing | undefined, string[]> = (source, args, context, info) => {
    if (info.fieldNodes.every((node) => withheld.has(node))) throw new GraphQLError('withheld');
    return resolve(source, args, context, info);
  };
  const answer = execute({
    schema,
    document,
    variableValues: variables,
    contextValue: [],
    fieldResolver,
    typeResolver: (value) => (value as Thing).__typename,
  });
  if (answer instanceof Promise) throw new Error('The data is all there.');
  return { answer, withheldCount: withheld.size };
}

function withheldNodes(document: DocumentNode, schema: GraphQLSchema, allowed: Allowed): ReadonlySet<FieldNode> {
  const withheld = new Set<FieldNode>();
  const above: boolean[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          const parent = types.getParentType()?.name ?? '';
          const name = node.name.value;
          const isHidden = above.at(-1) === true || !(name.startsWith('__') || allowed(parent, name));
          if (isHidden && !name.startsWith('__')) withheld.add(node);
          above.push(isHidden);
        },
        leave: () => void above.pop(),
      },
    }),
  );
  return withheld;
}

/** Every place a node of its own. */
function inPlace(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const ofSet = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment) throw new Error('no such fragment');
        const { typeCondition } = fragment;
        const directives = selection.directives ?? [];
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: ofSet(fragment.selectionSet) };
      }
      return selection.selectionSet ? { ...selection, selectionSet: ofSet(selection.selectionSet) } : { ...selection };
    }),
  });
  return {
    ...document,
    definitions: document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ ...definition, selectionSet: ofSet(definition.selectionSet) }]
        : [],
    ),
  };
}
