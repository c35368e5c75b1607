import { addExternal, candidates, isAnchor, isLeaf } from './candidates.ts';
import { closeOver, pull } from './closure.ts';
import type { Field, Json, ObjectType, Part, World } from './model.ts';
import type { Random } from './random.ts';
import type { Split, Subgraph } from './split-model.ts';
import { localType } from './split-model.ts';
import { randomValue } from './values.ts';

/** Fields that are made from what other subgraphs give: leaves, values, other entities, and fields with arguments. */
export function addRequires(random: Random, split: Split): void {
  // What is required stays as it is, so that no circle can come about.
  const settled = new Set<Field>();
  for (const { object, field, home, local } of random.shuffle(candidates(split))) {
    if (settled.has(field) || local.provides || field.origin !== object.name || !random.chance(0.6)) {
      continue;
    }
    const order = [...object.fields.values()];
    const earlier = order.slice(0, order.indexOf(field)).filter((other) => isForeign(split, home, object, other));
    const parts: Part[] = [];
    for (const other of random.some(earlier, 1, 2)) {
      const part = partOf(random, split, home, other, settled);
      if (part) {
        parts.push(part);
        addExternal(localType(home, object.name, 'object'), other);
        settled.add(other);
      }
    }
    if (parts.length > 0) {
      field.requires = parts;
      settled.add(field);
      closeOver(random, split);
    }
  }
}

/** Another subgraph gives it, and this one does not. */
function isForeign({ world, features }: Split, home: Subgraph, object: ObjectType, field: Field): boolean {
  const local = home.types.get(object.name)?.fields.get(field.name);
  const simple = isLeaf(world, field) || features.has('requires-nested');
  const asked = field.inputs.length === 0 || features.has('requires-with-arguments');
  return (
    field.origin === object.name &&
    !isAnchor(world, field) &&
    !field.unique &&
    !field.context &&
    simple &&
    asked &&
    (local?.role ?? 'external') === 'external'
  );
}

function partOf(random: Random, split: Split, home: Subgraph, field: Field, settled: Set<Field>): Part | undefined {
  const { world } = split;
  const args = requiredArguments(random, world, field);
  const part = { field: field.name, ...(args ? { args, inputs: field.inputs } : {}) };
  if (isLeaf(world, field)) {
    return part;
  }
  const object = world.objects.get(field.type);
  const parts = (object ? [object] : field.members.flatMap((name) => world.objects.get(name) ?? [])).flatMap(
    (target) => {
      const leaves = [...target.fields.values()].filter(
        (leaf) =>
          isLeaf(world, leaf) &&
          !isAnchor(world, leaf) &&
          !leaf.requires &&
          !leaf.context &&
          leaf.origin === target.name &&
          (leaf.inputs.length === 0 || split.features.has('requires-with-arguments')),
      );
      return leaves.length === 0 ? [] : random.some(leaves, 1, object ? 2 : 1).map((leaf) => ({ target, leaf }));
    },
  );
  for (const { target, leaf } of parts) {
    settled.add(leaf);
    if (target.entity) {
      // The entity may be new to the subgraph; closing over gives it a key.
      pull(random, split, home, field);
      addExternal(localType(home, target.name, 'object'), leaf);
    }
  }
  return parts.length === 0
    ? undefined
    : {
        ...part,
        parts: parts.map(({ target, leaf }) => nestedPart(random, world, object ? undefined : target.name, leaf)),
      };
}

function nestedPart(random: Random, world: World, on: string | undefined, leaf: Field): Part {
  const args = requiredArguments(random, world, leaf);
  return { field: leaf.name, ...(args ? { args, inputs: leaf.inputs } : {}), ...(on === undefined ? {} : { on }) };
}

function requiredArguments(random: Random, world: World, field: Field): Record<string, Json> | undefined {
  const given = field.inputs.filter((input) => input.shape.endsWith('!') || random.chance(0.6));
  return given.length === 0
    ? undefined
    : Object.fromEntries(given.map((input) => [input.name, randomValue(random, world, input, true)]));
}
