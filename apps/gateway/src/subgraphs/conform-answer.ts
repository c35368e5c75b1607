import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FetchDocument } from './fetch-document.ts';
import { isLeafValue } from './leaf-value.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

export interface ConformInput {
  readonly fetch: FetchDocument;
  readonly schema: GraphQLSchema;
  readonly representations: readonly unknown[];
}

type Plain = Record<string, unknown>;

/**
 * Copies from a subgraph's data what the fetch asked for, and nothing else: no other key reaches the gateway's merge.
 * Throws a SubgraphFailure when something that was asked for is missing or is not of its type in the supergraph.
 */
export function conformAnswer(data: unknown, { fetch, schema, representations }: ConformInput): Plain {
  const { operation, fragments } = fetch;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw mismatch(operation.operation);

  function copySet(set: SelectionSetNode, from: Plain, typeName: string, into: Plain): Plain {
    for (const selection of set.selections) copySelection(selection, from, typeName, into);
    return into;
  }

  function copySelection(selection: SelectionNode, from: Plain, typeName: string, into: Plain): void {
    if (selection.kind === Kind.FIELD) {
      copyField(selection, from, typeName, into);
      return;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || (condition && !applies(schema, condition, typeName))) return;
    if (selection.directives?.length && isLeftOut(fragment.selectionSet, from)) return;
    copySet(fragment.selectionSet, from, typeName, into);
  }

  function copyField(node: FieldNode, from: Plain, typeName: string, into: Plain): void {
    const key = (node.alias ?? node.name).value;
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    if (value === undefined && node.directives?.length) return;
    if (node.name.value === '__typename') into[key] = typeNameOf(schema, value);
    else if (node.name.value === '_entities') into[key] = copyEntities(node, value);
    else into[key] = copyValue(fieldType(schema, typeName, node.name.value), value, node, into[key]);
  }

  function copyEntities(node: FieldNode, value: unknown): unknown[] {
    if (!Array.isArray(value) || value.length !== representations.length) throw mismatch('_entities');
    return value.map((entity, index) => {
      if (entity === null) return null;
      if (!isPlain(entity) || !node.selectionSet) throw mismatch('_entities');
      const typeName = typeNameOf(schema, entity['__typename'] ?? asPlain(representations[index])['__typename']);
      return copySet(node.selectionSet, entity, typeName, Object.create(null));
    });
  }

  function copyValue(type: GraphQLOutputType, value: unknown, node: FieldNode, before: unknown): unknown {
    if (isNonNullType(type)) {
      if (value == null) throw mismatch(node.name.value);
      return copyValue(type.ofType, value, node, before);
    }
    if (value === null) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) throw mismatch(node.name.value);
      const items = Array.isArray(before) ? before : [];
      return value.map((item, index) => copyValue(type.ofType, item, node, items[index]));
    }
    if (!isCompositeType(type)) {
      if (!isLeafValue(type, value)) throw mismatch(node.name.value);
      return value;
    }
    if (!isPlain(value) || !node.selectionSet) throw mismatch(node.name.value);
    const typeName = isAbstractType(type) ? typeNameOf(schema, value['__typename']) : type.name;
    // Fragments may ask for one field in parts: the parts meet in one object.
    return copySet(node.selectionSet, value, typeName, isPlain(before) ? before : Object.create(null));
  }

  return copySet(operation.selectionSet, asPlain(data), rootType.name, Object.create(null));
}

function mismatch(name: string): SubgraphFailure {
  return new SubgraphFailure('SUBGRAPH_ERROR', `the answer's ${name} is missing or not of its type`);
}

function applies(schema: GraphQLSchema, condition: string, typeName: string): boolean {
  if (condition === typeName) return true;
  const abstract = schema.getType(condition);
  const concrete = schema.getType(typeName);
  return isAbstractType(abstract) && isObjectType(concrete) && schema.isSubType(abstract, concrete);
}

/** A fragment under @skip or @include that brought none of its own fields. */
function isLeftOut({ selections }: SelectionSetNode, from: Plain): boolean {
  return selections.every(
    (selection) => selection.kind !== Kind.FIELD || !Object.hasOwn(from, (selection.alias ?? selection.name).value),
  );
}

function fieldType(schema: GraphQLSchema, typeName: string, fieldName: string): GraphQLOutputType {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) throw mismatch(fieldName);
  return field.type;
}

function typeNameOf(schema: GraphQLSchema, value: unknown): string {
  if (typeof value !== 'string' || !isObjectType(schema.getType(value))) throw mismatch('__typename');
  return value;
}

function asPlain(value: unknown): Plain {
  if (!isPlain(value)) throw mismatch('data');
  return value;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
