import { type ASTNode, type DocumentNode, type GraphQLSchema, Kind, parse, print, validate, visit } from 'graphql';
import type { Operation } from './monolith.ts';

/**
 * Drops whatever an operation can lose and still fail in the same way: selections, arguments, directives, fragments and
 * variables, one after another, until nothing more can go or the time is up.
 */
export async function shrink(
  operation: Operation,
  schema: GraphQLSchema,
  stillFails: (smaller: Operation) => Promise<boolean>,
  timeoutMs = 8_000,
): Promise<Operation> {
  const end = Date.now() + timeoutMs;
  let best = operation;
  for (let at = 0; Date.now() < end; ) {
    const candidate = without(best, at);
    if (!candidate) {
      return best;
    }
    const valid = candidate.query !== best.query && validate(schema, parse(candidate.query)).length === 0;
    if (valid && (await stillFails(candidate))) {
      best = candidate;
    } else {
      at += 1;
    }
  }
  return best;
}

/** The operation without its `at`th removable part, or with a fragment's content in the fragment's place. */
function without(operation: Operation, at: number): Operation | undefined {
  let seen = -1;
  let found = false;
  const document = visit(parse(operation.query), {
    enter(node) {
      if (!isRemovable(node)) {
        return undefined;
      }
      seen += 1;
      found ||= seen === at;
      return seen === at ? null : undefined;
    },
  });
  return found ? withoutUnused(operation, document) : undefined;
}

function isRemovable(node: ASTNode): boolean {
  return [
    Kind.FIELD,
    Kind.INLINE_FRAGMENT,
    Kind.FRAGMENT_SPREAD,
    Kind.ARGUMENT,
    Kind.DIRECTIVE,
    Kind.OBJECT_FIELD,
  ].includes(node.kind as Kind.FIELD);
}

/** Fragments, variables and values that nothing uses any more go too. */
function withoutUnused(operation: Operation, document: DocumentNode): Operation {
  let current = document;
  for (let before = ''; before !== print(current); ) {
    before = print(current);
    const spreads = new Set<string>();
    const variables = new Set<string>();
    visit(current, {
      FragmentSpread: ({ name }) => void spreads.add(name.value),
      VariableDefinition: ({ variable: _, ...rest }) => (rest ? false : undefined),
      Variable: ({ name }) => void variables.add(name.value),
      // A selection set that has lost its last selection is no GraphQL.
    });
    current = visit(current, {
      FragmentDefinition: ({ name }) => (spreads.has(name.value) ? undefined : null),
      VariableDefinition: ({ variable }) => (variables.has(variable.name.value) ? undefined : null),
      Field: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined),
      InlineFragment: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
    });
  }
  const query = print(current);
  const values = Object.entries(operation.variables).filter(([name]) => query.includes(`$${name}:`));
  return { ...operation, query: parses(query) ? query : operation.query, variables: Object.fromEntries(values) };
}

function parses(query: string): boolean {
  try {
    parse(query);
    return true;
  } catch {
    return false;
  }
}
