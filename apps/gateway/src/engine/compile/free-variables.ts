import { type ASTNode, type OperationDefinitionNode, visit } from 'graphql';
import type { ClientOperation } from './variant.ts';

/**
 * What an operation's variables are called in calls to subgraphs, by the client's names: another name where calls have a
 * variable of their own of that name. Empty where none needs one, which is nearly always.
 */
export type FreeNames = ReadonlyMap<string, string>;

type Values = Readonly<Record<string, unknown>>;

/** What planners call their variables, and what we add to their calls. */
const reserved = /^(?:representations|__batch_reps|contextualArgument|dateline_)/;

export function freeNamesOf({ variableDefinitions = [] }: OperationDefinitionNode): FreeNames {
  const taken = new Set(variableDefinitions.map(({ variable }) => variable.name.value));
  const freeOf = (name: string): string => (taken.has(name) ? freeOf(`client_${name}`) : name);
  const names = [...taken].map((name) => [name, reserved.test(name) ? freeOf(`client_${name}`) : name] as const);
  return new Map(names.some(([name, free]) => name !== free) ? names : []);
}

/** The operation with its variables so called, but for those in directives: these are answered before anything is planned. */
export function withFreeNames(operation: ClientOperation, names: FreeNames): ClientOperation {
  if (names.size === 0) return operation;
  const { definition, fragments } = operation;
  return {
    definition: renamed(definition, names),
    fragments: new Map([...fragments].map(([key, fragment]) => [key, renamed(fragment, names)])),
  };
}

/** A request's values by the names that its variables then have. */
export function valuesByFreeNames(
  { freeNames }: { readonly freeNames: FreeNames },
  variables: Values,
  coerced: Values,
): { readonly variables: Values; readonly coerced: Values } {
  if (freeNames.size === 0) return { variables, coerced };
  // What the operation does not declare is left out: it could have another one's name.
  const named = (values: Values): Values =>
    Object.fromEntries(
      [...freeNames].flatMap(([name, free]) => (Object.hasOwn(values, name) ? [[free, values[name]]] : [])),
    );
  return { variables: named(variables), coerced: named(coerced) };
}

function renamed<Node extends ASTNode>(root: Node, names: FreeNames): Node {
  return visit(root, {
    Directive: () => false,
    Variable(node) {
      const value = names.get(node.name.value) ?? node.name.value;
      return { ...node, name: { ...node.name, value } };
    },
  });
}
