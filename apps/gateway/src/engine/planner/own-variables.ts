import { Kind, parse, print, visit } from 'graphql';
import type { CallNode, EntityBatch } from './plan.ts';

/**
 * A call whose batches each have a variable of their own. Hive's planner gives one variable to two batches whose
 * representations look the same, also when they are read from different keys: then one would be asked with the other's.
 */
export function withOwnVariables(call: CallNode): CallNode {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  const batches = call.batches.map((batch): EntityBatch => {
    const isTaken = taken.has(batch.variable);
    taken.add(batch.variable);
    if (!isTaken) return batch;
    const variable = `${batch.variable}_of${batch.alias}`;
    renamed.set(batch.alias, variable);
    return { ...batch, variable };
  });
  return renamed.size === 0 ? call : { ...call, batches, document: withVariables(call.document, renamed) };
}

/** By the alias of the `_entities` field that takes it. */
function withVariables(text: string, renamed: ReadonlyMap<string, string>): string {
  const document = visit(parse(text, { noLocation: true }), {
    OperationDefinition(node) {
      const [sample] = node.variableDefinitions?.filter(({ type }) => print(type) === '[_Any!]!') ?? [];
      if (!sample) throw new Error('A call for entities that takes no representations.');
      const added = [...renamed.values()].map((value) => ({ ...sample, variable: variableNode(value) }));
      return { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...added] };
    },
    Field(node) {
      const variable = node.name.value === '_entities' ? renamed.get((node.alias ?? node.name).value) : undefined;
      if (variable === undefined) return undefined;
      const [argument] = node.arguments ?? [];
      if (!argument) throw new Error('A call for entities that takes no representations.');
      return { ...node, arguments: [{ ...argument, value: variableNode(variable) }] };
    },
  });
  return print(document);
}

function variableNode(value: string) {
  return { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value } };
}
