import type { Field, ObjectType } from './model.ts';
import { concreteTypes } from './model.ts';
import type { Random } from './random.ts';
import type { LocalKey, LocalType, Split, Subgraph } from './split-model.ts';
import { localType, own } from './split-model.ts';

/** The subgraph knows the entity by this key, and the types that the key's fields have. */
export function ownKey(subgraph: Subgraph, object: ObjectType, key: LocalKey): void {
  const type = localType(subgraph, object.name, 'object');
  type.keys.push(key);
  for (const part of key.parts) {
    const field = object.fields.get(part.field);
    if (field) {
      own(type, field);
    }
  }
}

/**
 * Gives each subgraph whatever else its fields need: value types whole, entities as stubs with a key, the members of
 * abstract types. `last`: also settles which fields each subgraph's interfaces have.
 */
export function closeOver(random: Random, split: Split, last = false): void {
  for (const subgraph of split.subgraphs) {
    // A map's iterator also visits what is added on the way.
    for (const type of subgraph.types.values()) {
      if (type.kind === 'object' || type.kind === 'interfaceObject') {
        for (const { field } of type.fields.values()) {
          pull(random, split, subgraph, field);
        }
      }
    }
    for (const type of subgraph.types.values()) {
      pullAnchors(split, subgraph, type);
      if (last && type.kind === 'interface') {
        settleInterface(random, split, subgraph, type);
      }
    }
  }
}

/** Makes the type of the field known to the subgraph, as far as the field may return it. */
export function pull(random: Random, split: Split, subgraph: Subgraph, field: Field): void {
  const { world } = split;
  if (world.objects.has(field.type)) {
    pullObject(random, split, subgraph, field.type);
  } else if (world.unions.has(field.type)) {
    const union = localType(subgraph, field.type, 'union');
    for (const member of field.members) {
      union.members.add(member);
      pullObject(random, split, subgraph, member);
    }
  } else if (world.interfaces.has(field.type)) {
    if (localType(subgraph, field.type, 'interface').kind === 'interface') {
      for (const member of field.members) {
        pullObject(random, split, subgraph, member);
      }
    }
  }
}

function pullObject(random: Random, split: Split, subgraph: Subgraph, name: string): void {
  const object = split.world.objects.get(name);
  if (!object || subgraph.types.has(name)) {
    return;
  }
  if (object.entity) {
    const keys = split.subgraphs.flatMap(({ types }) => types.get(name)?.keys.filter((key) => key.resolvable) ?? []);
    ownKey(subgraph, object, { parts: random.pick(keys).parts, resolvable: random.chance(0.3) });
    return;
  }
  const type = localType(subgraph, name, 'object');
  for (const field of object.fields.values()) {
    own(type, field);
    pull(random, split, subgraph, field);
  }
}

/** Whoever is a member of an interface that the subgraph knows has the interface's anchor there. */
function pullAnchors(split: Split, subgraph: Subgraph, type: LocalType): void {
  const abstract = split.world.interfaces.get(type.name);
  if (!abstract || type.kind !== 'interface') {
    return;
  }
  for (const name of abstract.members) {
    const member = subgraph.types.get(name);
    const field = split.world.objects.get(name)?.fields.get(abstract.anchor);
    if (member && field) {
      own(member, field);
    }
  }
}

function settleInterface(random: Random, split: Split, subgraph: Subgraph, type: LocalType): void {
  const abstract = split.world.interfaces.get(type.name);
  const present = concreteTypes(split.world, type.name).flatMap((name) => subgraph.types.get(name) ?? []);
  for (const field of abstract?.fields.values() ?? []) {
    const common = present.every((member) => member.fields.get(field.name)?.role === 'own');
    if (common && (field.name === abstract?.anchor || random.chance(0.6))) {
      own(type, field);
    }
  }
}
