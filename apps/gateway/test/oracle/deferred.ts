import {
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  OperationTypeNode,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import { deferRule } from '../../src/engine/incremental/defer-rules.ts';
import type { Operation } from './monolith.ts';
import type { Random } from './random.ts';

/** The operation with @defer at random places: on fragments that stand there, and around some of the selections. */
export function withDefers({ query, variables }: Operation, random: Random, schema: GraphQLSchema): Operation {
  const document = parse(query, { noLocation: true });
  const declared: string[] = [];
  const values: Record<string, boolean> = {};
  let count = 0;
  const directive = () => {
    const parts: string[] = [];
    if (random.chance(0.4)) parts.push(`label: "L${count}"`);
    if (random.chance(0.2)) {
      const name = `defer${count}`;
      declared.push(name);
      values[name] = random.chance(0.7);
      parts.push(`if: $${name}`);
    } else if (random.chance(0.1)) parts.push(`if: ${random.chance(0.5)}`);
    count += 1;
    const text = parts.length > 0 ? `@defer(${parts.join(', ')})` : '@defer';
    const [definition] = parse(`{ ... ${text} { a } }`, { noLocation: true }).definitions;
    const [fragment] = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
    return (fragment as InlineFragmentNode).directives ?? [];
  };
  const isMutation = document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION,
  );
  let depth = 0;
  const deferred = visit(document, {
    SelectionSet: {
      enter() {
        depth += 1;
      },
      leave(set) {
        depth -= 1;
        if (isMutation && depth === 0) return undefined;
        const selections = set.selections.map((selection) =>
          selection.kind !== Kind.FIELD && random.chance(0.4)
            ? { ...selection, directives: [...(selection.directives ?? []), ...directive()] }
            : selection,
        );
        if (!random.chance(0.35)) return { ...set, selections };
        const taken = selections.filter(() => random.chance(0.5));
        if (taken.length === 0) return { ...set, selections };
        // Some stand in both.
        const left = selections.filter((selection) => !taken.includes(selection) || random.chance(0.3));
        const around: InlineFragmentNode = {
          kind: Kind.INLINE_FRAGMENT,
          directives: directive(),
          selectionSet: { kind: Kind.SELECTION_SET, selections: taken },
        };
        return { ...set, selections: [...left, around] };
      },
    },
  });
  const declaring = declared.map((name) => ({
    kind: Kind.VARIABLE_DEFINITION as const,
    variable: { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: name } },
    type: {
      kind: Kind.NON_NULL_TYPE as const,
      type: { kind: Kind.NAMED_TYPE as const, name: { kind: Kind.NAME as const, value: 'Boolean' } },
    },
  }));
  // Only now it is known which variables the fragments behind it took.
  const text = print(
    visit(deferred, {
      OperationDefinition: (node) => ({
        ...node,
        variableDefinitions: [...(node.variableDefinitions ?? []), ...declaring],
      }),
    }),
  );
  return validate(schema, parse(text), [deferRule]).length === 0
    ? { query: text, variables: { ...variables, ...values } }
    : { query, variables };
}
