import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Json, RequestState } from '../run/request-state.ts';
import { hasOnePart, keyField, partsOf } from './entity-key.ts';
import type { Position, PositionField, Source, TargetProgram } from './positions.ts';

/*
 * Reading what calls brought. An object of the answer is handled as its bundle: the one subgraph object that it was
 * found as, or a Bundle of several where calls brought parts of one object that is no entity. Entities are not in it:
 * they are looked up by what the bundle holds.
 */

/** Several subgraphs' parts of one object. */
export class Bundle {
  readonly parts: readonly unknown[];
  constructor(parts: readonly unknown[]) {
    this.parts = parts;
  }
}

export type Read = (state: RequestState, bundle: unknown) => unknown;

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The own property, also where Object.prototype has one of that name. */
export function own(object: unknown, key: string): unknown {
  if (object === null || typeof object !== 'object') return undefined;
  return inherited.has(key) && !Object.hasOwn(object, key) ? undefined : (object as Json)[key];
}

/** Reads a slot's object. */
export function slotReader(position: Position, slotIndex: number): Read {
  const slot = position.slots[slotIndex];
  if (slot?.kind === 'root') return (state) => state.roots[slot.call];
  if (slot?.kind === 'entity') return entityReader(slot.target);
  const parts = partsOf(position);
  if (parts.length === 1) return (_state, bundle) => bundle;
  const part = parts.indexOf(slotIndex);
  return (_state, bundle) => (bundle instanceof Bundle ? bundle.parts[part] : undefined);
}

function entityReader(target: TargetProgram): Read {
  const indexOf = entityIndexReader(target);
  const batch = target.batch.index;
  return (state, bundle) => {
    const index = indexOf(state, bundle);
    return index === undefined ? undefined : state.entities[batch]?.[index];
  };
}

/** Which representation of its batch was made of the entity; undefined when none was. */
export function entityIndexReader(target: TargetProgram): (state: RequestState, bundle: unknown) => number | undefined {
  const keysOf = keysReader(target);
  return (state, bundle) => {
    const indices = state.indices[target.index];
    if (!indices) return undefined;
    for (const key of keysOf(bundle)) {
      const index = indices.get(key);
      if (index !== undefined) return index;
    }
    return undefined;
  };
}

/**
 * What an entity may be known by among those of its target: the value of its key field, or else its object. Where it has
 * several parts any of them: calls of two branches come in any order, so a part may be there now that was not there when
 * the entity was collected.
 */
export function keysReader(target: TargetProgram): (bundle: unknown) => readonly unknown[] {
  const key = keyField(target);
  if (key !== null) return (bundle) => [own(bundle, key)];
  if (hasOnePart(target.position)) return (bundle) => [bundle];
  return (bundle) => (bundle instanceof Bundle ? bundle.parts.filter((part) => part != null) : []);
}

/** Reads a field from the first source that has it; null before nothing. */
export function fieldReader(position: Position, sources: readonly Source[]): Read {
  const reads = sources.map(({ slot, key }): Read => {
    const read = slotReader(position, slot);
    return (state, bundle) => own(read(state, bundle), key);
  });
  const [only] = reads;
  if (reads.length === 1 && only) return only;
  return (state, bundle) => {
    let found: unknown;
    for (const read of reads) {
      const value = read(state, bundle);
      if (value !== undefined && value !== null) return value;
      if (value === null) found = null;
    }
    return found;
  };
}

const readers = new WeakMap<PositionField, Read>();

/** Reads a field's value, or the bundles of its objects. Made once a field: for those who cannot make it ahead. */
export function readerOf(position: Position, field: PositionField): Read {
  const known = readers.get(field) ?? childReader(position, field);
  readers.set(field, known);
  return known;
}

/** Reads the bundles of a field with objects: one, or lists of them. */
export function childReader(position: Position, { sources, child }: PositionField): Read {
  if (!child || hasOnePart(child)) return fieldReader(position, sources);
  const parts = child.slots.flatMap((slot) => (slot.kind === 'field' ? [slot.source] : []));
  const reads = parts.map((part) => fieldReader(position, sources.slice(part, part + 1)));
  return (state, bundle) => zip(reads.map((read) => read(state, bundle)));
}

/** Parts of objects, or of lists of objects, as objects or as lists of objects. */
function zip(values: readonly unknown[]): unknown {
  const present = values.filter((value) => value !== undefined && value !== null);
  if (present.length === 0) return values.includes(null) ? null : undefined;
  const lists = present.filter((value) => Array.isArray(value));
  if (lists.length === 0) return present.every((value) => typeof value === 'object') ? new Bundle(values) : present[0];
  const length = Math.max(...lists.map((list) => list.length));
  return Array.from({ length }, (_item, index) =>
    zip(values.map((value) => (Array.isArray(value) ? (value[index] ?? null) : undefined))),
  );
}

/** Reads the name of the object's type: an object type's if any call gave one, else an interface's own (@interfaceObject). */
export function typeReader(
  position: Position,
  schema: GraphQLSchema,
): (state: RequestState, bundle: unknown) => string | null {
  const [type, ...others] = position.types;
  if (isObjectType(type) && others.length === 0) return () => type.name;
  const reads = position.typenames.map((source) => fieldReader(position, [source]));
  return (state, bundle) => {
    let found: string | null = null;
    for (const read of reads) {
      const value = read(state, bundle);
      if (typeof value !== 'string') continue;
      if (isObjectType(schema.getType(value))) return value;
      found ??= value;
    }
    return found;
  };
}
