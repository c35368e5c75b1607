import {
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type CacheTags, entityTag, formatTag, type TagFormat } from '../../invalidation/cache-tags.ts';
import { own } from '../compile/access.ts';
import { keyAlias } from '../compile/key-fields.ts';
import type { PlanProgram, Position } from '../compile/positions.ts';
import type { ClientOperation } from '../compile/variant.ts';
import type { RequestState } from '../run/request-state.ts';
import type { EntityKey } from '../supergraph/entity-keys.ts';

type AddTag = (tag: string) => void;

export interface TagRules {
  readonly keys: ReadonlyMap<string, EntityKey>;
  readonly cacheTags: CacheTags;
  /** A subgraph's name in the supergraph's join__Graph, by its name. */
  readonly graphNames: ReadonlyMap<string, string>;
  readonly api: GraphQLSchema;
}

/** Names everything that the calls of a request brought: each entity, each list's own tags. */
export type TagState = (state: RequestState, add: AddTag) => void;

/**
 * Names what stands in one subgraph object: an entity of a batch with what hangs on it. False: not the entity itself, for it
 * is known here by another key than events call it by.
 */
export type TagEntity = (representation: string, entity: unknown, add: AddTag) => boolean;

/** By batch. */
export function compileEntityTags(program: PlanProgram, rules: TagRules): readonly TagEntity[] {
  const { tagSlot } = createSlotTags(rules);
  return program.batches.map(({ call, targets: [target] }) => {
    const slot = target?.position.slots.findIndex((given) => given.kind === 'entity' && given.target === target) ?? -1;
    const { subgraph } = call.node;
    return (representation, entity, add) => {
      const isAsked = tagRepresentation(representation, subgraph, rules, add);
      const isFound = target !== undefined && tagSlot(target.position, slot, entity, subgraph, add);
      return isAsked || isFound;
    };
  });
}

export function compileStateTags(program: PlanProgram, rules: TagRules): TagState {
  const { tagSlot } = createSlotTags(rules);
  const tagEntity = compileEntityTags(program, rules);
  const roots = program.root.slots.flatMap((slot, index) => (slot.kind === 'root' ? [{ call: slot.call, index }] : []));
  return (state, add) => {
    for (const { call, index } of roots) {
      tagSlot(program.root, index, state.roots[call], program.calls[call]?.node.subgraph ?? '', add);
    }
    for (const { index } of program.batches) {
      const { texts = [] } = state.representations[index] ?? {};
      for (const [at, text] of texts.entries()) tagEntity[index]?.(text, state.entities[index]?.[at], add);
    }
  };
}

/** Names by the root's fields: formats with their arguments. */
export function tagRootFields(
  { definition, fragments }: ClientOperation,
  variables: Readonly<Record<string, unknown>>,
  { api, cacheTags }: TagRules,
  add: AddTag,
): void {
  const type = api.getRootType(definition.operation);
  if (!type) return;
  const visitSet = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) tagField(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visitSet(selection.selectionSet);
      else visitSet(fragments.get(selection.name.value)?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] });
    }
  };
  const tagField = (node: FieldNode): void => {
    const formats = cacheTags.rootFields.get(node.name.value);
    const field = type.getFields()[node.name.value];
    if (!formats || !field) return;
    const args = getArgumentValues(field, node, variables);
    addFormats(formats, { args }, add);
  };
  visitSet(definition.selectionSet);
}

function tagRepresentation(text: string, subgraph: string, rules: TagRules, add: AddTag): boolean {
  const entity = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const typename = String(entity['__typename']);
  return tagIdentity(typename, (field) => entity[field], subgraph, rules, add);
}

/** Under its own name, and under that of every interface with a key: either may be how an event knows it. */
function tagIdentity(
  typename: string,
  read: (field: string) => unknown,
  subgraph: string,
  { keys, cacheTags, graphNames, api }: TagRules,
  add: AddTag,
): boolean {
  let isNamed = false;
  const type = api.getType(typename);
  const names = isObjectType(type) ? [typename, ...type.getInterfaces().map(({ name }) => name)] : [typename];
  for (const name of names) {
    const key = keys.get(name);
    if (!key) continue;
    const values = key.fields.map(read);
    if (values.some((value) => value === undefined || value === null)) continue;
    isNamed = true;
    add(entityTag(name, values));
    const graph = graphNames.get(subgraph) ?? '';
    const formats = (cacheTags.types.get(name) ?? []).filter(({ graphs }) => graphs.includes(graph));
    addFormats(formats, { key: Object.fromEntries(key.fields.map((field, index) => [field, values[index]])) }, add);
  }
  return isNamed;
}

function addFormats(formats: readonly TagFormat[], values: Parameters<typeof formatTag>[1], add: AddTag): void {
  for (const { format } of formats) {
    const tag = formatTag(format, values);
    if (tag !== null) add(tag);
  }
}

function createSlotTags(rules: TagRules) {
  const { api } = rules;

  /** Names one object of a slot and what hangs on it in the same answer. False: not the object itself. */
  function tagSlot(position: Position, slot: number, value: unknown, subgraph: string, add: AddTag): boolean {
    if (Array.isArray(value)) {
      for (const item of value) tagSlot(position, slot, item, subgraph, add);
      return false;
    }
    if (value === null || typeof value !== 'object') return false;
    const typename = typenameIn(position, slot, value);
    const read = (field: string) => readKey(position, value, field);
    const isNamed = typename !== null && tagIdentity(typename, read, subgraph, rules, add);
    for (const { sources, child } of [...position.fields.values()].flat()) {
      if (!child) continue;
      for (const [index, source] of sources.entries()) {
        if (source.slot !== slot) continue;
        const below = child.slots.findIndex((given) => given.kind === 'field' && given.source === index);
        tagSlot(child, below, own(value, source.key), subgraph, add);
      }
    }
    return isNamed;
  }

  function typenameIn({ types, typenames }: Position, slot: number, object: object): string | null {
    const named = typenames.filter((source) => source.slot === slot).map(({ key }) => own(object, key));
    const given = named.find((name) => typeof name === 'string' && isObjectType(api.getType(name)));
    if (typeof given === 'string') return given;
    const [only, ...others] = types;
    return isObjectType(only) && others.length === 0 ? only.name : null;
  }

  return { tagSlot };
}

/** The client may have put another field's value under the name of the key. */
function readKey({ fields }: Position, object: object, field: string): unknown {
  const underAlias = own(object, keyAlias(field));
  if (underAlias !== undefined) return underAlias;
  const isKey = fields.get(field)?.every(({ signature }) => signature === field) ?? false;
  return isKey ? own(object, field) : undefined;
}
