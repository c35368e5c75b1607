import { addExternal, candidates, isAnchor, isLeaf } from './candidates.ts';
import type { ObjectType } from './model.ts';
import type { Random } from './random.ts';
import type { LocalType, Split } from './split-model.ts';
import { addRequires } from './split-requires.ts';

/** Adds what a subgraph may say of its fields: @requires, @provides, @override, @inaccessible. */
export function addFeatures(random: Random, split: Split): void {
  if (split.features.has('requires')) {
    addRequires(random, split);
  }
  if (split.features.has('provides')) {
    addProvides(random, split);
  }
  if (split.features.has('override')) {
    addOverrides(random, split);
  }
  if (split.features.has('inaccessible')) {
    hideFields(random, split);
  }
}

/** Fields of entities that come with some leaves of the entity, though its subgraph does not give these elsewhere. */
function addProvides(random: Random, split: Split): void {
  for (const subgraph of split.subgraphs) {
    for (const type of subgraph.types.values()) {
      for (const local of type.kind === 'object' ? type.fields.values() : []) {
        const targets = split.world.objects.get(local.field.type)?.entity ? [local.field.type] : local.field.members;
        const provides = targets.flatMap((target) => {
          const known = subgraph.types.get(target);
          const leaves = [...(split.world.objects.get(target)?.fields.values() ?? [])].filter(
            (field) =>
              isLeaf(split.world, field) &&
              field.inputs.length === 0 &&
              !field.requires &&
              !field.context &&
              !field.unique &&
              field.origin === target &&
              !isAnchor(split.world, field),
          );
          const absent = leaves.filter((field) => (known?.fields.get(field.name)?.role ?? 'external') === 'external');
          if (known?.kind !== 'object' || !split.world.objects.get(target)?.entity || absent.length === 0) {
            return [];
          }
          const field = random.pick(absent);
          return [
            { known, field, part: { field: field.name, ...(target === local.field.type ? {} : { on: target }) } },
          ];
        });
        if (local.role === 'own' && provides.length > 0 && random.chance(0.25)) {
          for (const { known, field } of provides) {
            addExternal(known, field);
            const external = known.fields.get(field.name);
            if (external) {
              external.provided = true;
            }
          }
          local.provides = provides.map(({ part }) => part);
        }
      }
    }
  }
}

/** Fields that have moved, or move by a percentage, from their home to another one. */
function addOverrides(random: Random, split: Split): void {
  for (const { object, field, home, local } of candidates(split, true)) {
    const targets = split.subgraphs.filter(({ name, types }) => {
      const type = types.get(object.name);
      return name !== home.name && type?.kind === 'object' && !type.fields.has(field.name) && isHome(object, type);
    });
    if (targets.length > 0 && !field.requires && !field.context && !local.provides && random.chance(0.25)) {
      const labels = split.features.has('override-label') ? [undefined, 'percent(0)', 'percent(100)'] : [undefined];
      const label = random.pick(labels);
      const target = random.pick(targets).types.get(object.name);
      const role = label === 'percent(0)' ? 'abandoned' : 'own';
      target?.fields.set(field.name, { field, role, override: { from: home.name, label } });
      local.role = role === 'own' ? 'abandoned' : 'own';
    }
  }
}

function isHome(object: ObjectType, type: LocalType): boolean {
  return object.name === 'Query' || type.keys.some(({ resolvable }) => resolvable);
}

/** Leaves that clients cannot see, though subgraphs may still need them. */
function hideFields(random: Random, { world }: Split): void {
  for (const object of world.objects.values()) {
    const common = new Set(object.interfaces.flatMap((name) => [...(world.interfaces.get(name)?.fields.keys() ?? [])]));
    for (const field of object.fields.values()) {
      const free = isLeaf(world, field) && !common.has(field.name) && field.name !== 'word' && object.fields.size > 2;
      field.hidden = field.hidden || (free && object.name !== 'Mutation' && random.chance(0.12));
    }
  }
}
