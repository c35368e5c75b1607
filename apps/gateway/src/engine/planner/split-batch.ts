import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  print,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { type CallDocument, entitiesField } from './call-document.ts';
import { type Given, overlap } from './join-facts.ts';
import type { CallNode, EntityBatch, EntityTarget, Required } from './plan.ts';
import type { AskedField } from './sign-requires.ts';

interface SplitCall {
  readonly document: string;
  readonly batches: readonly { readonly batch: EntityBatch; readonly fields: readonly AskedField[] }[];
}

/**
 * Divides what a call asks of its entities so that no part requires one field with two arguments. Parts are `_entities`
 * fields of one document. A call that needs no dividing stays as it is.
 */
export function splitBatch(
  call: CallNode,
  document: CallDocument,
  asked: ReadonlyMap<string, readonly AskedField[]>,
  schema: GraphQLSchema,
): SplitCall {
  const parts = call.batches.map((batch) => ({ batch, groups: groupsOf(asked.get(batch.alias) ?? [], schema) }));
  if (parts.every(({ groups }) => groups.length <= 1)) {
    return { document: call.document, batches: parts.map(({ batch, groups }) => ({ batch, fields: groups[0] ?? [] })) };
  }
  const roots: FieldNode[] = [];
  const variables: VariableDefinitionNode[] = [];
  const batches = parts.flatMap(({ batch, groups }) => {
    const all = groups.flat();
    return groups.map((fields, index) => {
      const alias = `${batch.alias}_${index}`;
      const variable = `${batch.variable}_${index}`;
      const field = entitiesField(document, batch.alias);
      const kept = new Set(fields.map(({ node }) => node));
      roots.push(partOf(field, alias, variable, (node) => kept.has(node)));
      variables.push(...definitionOf(batch.variable).map((definition) => renamedVariable(definition, variable)));
      const unwanted = all.filter((one) => !fields.includes(one)).flatMap(({ requires }) => requires);
      const wanted = fields.flatMap(({ requires }) => requires);
      const targets = batch.targets.map((target) => withoutUnwanted(target, wanted, unwanted));
      return { batch: { ...batch, alias, variable, targets }, fields };
    });
  });
  const used = new Set(call.batches.map(({ variable }) => variable));
  const others = (document.operation.variableDefinitions ?? []).filter(
    ({ variable }) => !used.has(variable.name.value),
  );
  const operation = {
    ...document.operation,
    variableDefinitions: [...variables, ...others],
    selectionSet: { kind: Kind.SELECTION_SET, selections: roots } as const,
  };
  const divided: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...document.fragments.values()] };
  return { document: print(divided), batches };

  function definitionOf(name: string): readonly VariableDefinitionNode[] {
    return (document.operation.variableDefinitions ?? []).filter(({ variable }) => variable.name.value === name);
  }
}

/** Fields that can be asked of one representation together. */
function groupsOf(fields: readonly AskedField[], schema: GraphQLSchema): AskedField[][] {
  const groups: AskedField[][] = [];
  for (const field of fields) {
    const group = groups.find((others) => others.every((other) => agree(field.requires, other.requires, schema)));
    if (group) group.push(field);
    else groups.push([field]);
  }
  return groups;
}

function agree(some: readonly Given[], others: readonly Given[], schema: GraphQLSchema): boolean {
  return some.every((one) =>
    others.every((other) => {
      const isApart = one.on !== null && other.on !== null && !overlap(one.on, other.on, schema);
      if (isApart || one.name !== other.name) return true;
      return one.signature === other.signature && agree(one.below, other.below, schema);
    }),
  );
}

function partOf(field: FieldNode, alias: string, variable: string, isKept: (node: FieldNode) => boolean): FieldNode {
  const prune = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return isKept(selection) ? [selection] : [];
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('A call to be divided has named fragments.');
      const inner = prune(selection.selectionSet.selections);
      return inner.length > 0 ? [{ ...selection, selectionSet: { ...selection.selectionSet, selections: inner } }] : [];
    });
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: alias },
    name: field.name,
    arguments: (field.arguments ?? []).map((argument) => ({
      ...argument,
      value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
    })),
    selectionSet: { kind: Kind.SELECTION_SET, selections: prune(field.selectionSet?.selections ?? []) },
  };
}

function renamedVariable(definition: VariableDefinitionNode, name: string): VariableDefinitionNode {
  return { ...definition, variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } };
}

/** A representation for one part leaves out what only the others require. */
function withoutUnwanted(target: EntityTarget, wanted: readonly Given[], unwanted: readonly Given[]): EntityTarget {
  const isIn = (given: readonly Given[], name: string) => given.some((field) => field.name === name);
  const prune = (required: readonly Required[]): Required[] =>
    required.flatMap((node): Required[] => {
      if (node.kind === 'fragment') return [{ ...node, selections: prune(node.selections) }];
      return isIn(unwanted, node.name) && !isIn(wanted, node.name) ? [] : [node];
    });
  return { ...target, requires: prune(target.requires) };
}
