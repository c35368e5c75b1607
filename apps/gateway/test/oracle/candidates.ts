import type { Field, ObjectType, World } from './model.ts';
import type { LocalField, LocalType, Split, Subgraph } from './split-model.ts';
import { owners } from './split-model.ts';

/** A field that one subgraph gives, and nothing else has been said of. */
export interface Candidate {
  readonly object: ObjectType;
  readonly field: Field;
  readonly home: Subgraph;
  readonly local: LocalField;
}

/** Fields of entities (and of Query, when asked) with one home, which are no key and no interface's anchor. */
export function candidates(split: Split, withQuery = false): Candidate[] {
  const found: Candidate[] = [];
  for (const object of split.world.objects.values()) {
    const special = new Set(object.keys.flat().map(({ field }) => field));
    for (const name of object.interfaces) {
      special.add(split.world.interfaces.get(name)?.anchor ?? '');
    }
    for (const field of object.entity || (withQuery && object.name === 'Query') ? object.fields.values() : []) {
      const [home, ...others] = owners(split.subgraphs, object.name, field.name);
      const local = home?.types.get(object.name)?.fields.get(field.name);
      if (home && local && others.length === 0 && !special.has(field.name)) {
        found.push({ object, field, home, local });
      }
    }
  }
  return found;
}

/** A leaf that the subgraph only knows of. */
export function addExternal(type: LocalType, field: Field): void {
  if (!type.fields.has(field.name)) {
    type.fields.set(field.name, { field, role: 'external' });
  }
}

/** Any subgraph may come to give an anchor itself. */
export function isAnchor(world: World, field: Field): boolean {
  return [...world.interfaces.values()].some(({ anchor }) => anchor === field.name);
}

export function isLeaf(world: World, field: Field): boolean {
  return !(world.objects.has(field.type) || world.unions.has(field.type) || world.interfaces.has(field.type));
}
