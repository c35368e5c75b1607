import { addExternal } from './candidates.ts';
import { closeOver, ownKey } from './closure.ts';
import type { ObjectType, World } from './model.ts';
import { keepPublished } from './published.ts';
import type { Random } from './random.ts';
import { addFeatures } from './split-features.ts';
import type { Feature, Split, Subgraph } from './split-model.ts';
import { localType, own, owners } from './split-model.ts';

const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];

/** Deals a world's fields out to 2 to 5 subgraphs, so that every field can be reached from wherever its type is met. */
export function splitWorld(random: Random, world: World, features: ReadonlySet<Feature>): Split {
  const subgraphs = names.slice(0, random.pick([2, 2, 3, 3, 4, 5])).map((name) => ({ name, types: new Map() }));
  const split: Split = { world, subgraphs, features };
  dealInterfaceObject(random, split);
  for (const object of world.objects.values()) {
    if (object.entity && object.name !== 'Label' && !object.interfaces.includes('Media')) {
      dealEntity(random, split, object);
    }
  }
  dealLabels(random, split);
  dealRoots(random, split);
  closeOver(random, split);
  addFeatures(random, split);
  closeOver(random, split, true);
  keepPublished(split);
  return { ...split, subgraphs: subgraphs.filter(({ types }) => types.size > 0) };
}

/**
 * An entity's homes are joined by keys: each home but the first shares a key with an earlier one, and may have more.
 * A field lives in one home, or in several that give the same.
 */
function dealEntity(random: Random, split: Split, object: ObjectType): void {
  const homes = random.some(split.subgraphs, 1, random.pick([1, 2, 2, 3, 4]));
  const used = new Set([random.pick(object.keys)]);
  for (const [index, home] of homes.entries()) {
    const keys = new Set([random.pick([...used])]);
    for (const key of object.keys) {
      if (random.chance(0.25) || (index === homes.length - 1 && !used.has(key))) {
        keys.add(key);
      }
    }
    for (const parts of keys) {
      used.add(parts);
      ownKey(home, object, { parts, resolvable: true });
    }
  }
  for (const field of object.fields.values()) {
    if (field.type === 'Pieces' && split.features.has('scattered-values') && homes.length > 1) {
      scatter(random, split, object, homes);
    } else if (!object.keys.flat().some((part) => part.field === field.name)) {
      const shared = split.features.has('shareable') && random.chance(0.25);
      for (const home of shared ? random.some(homes, 2) : [random.pick(homes)]) {
        own(localType(home, object.name, 'object'), field);
      }
    }
  }
}

/** The pieces of a value live apart: each home of what holds it gives some of its fields. */
function scatter(random: Random, { world }: Split, holder: ObjectType, homes: readonly Subgraph[]): void {
  const fields = [...(world.objects.get('Pieces')?.fields.values() ?? [])];
  const givers = random.some(homes, 2, 3);
  for (const field of fields) {
    for (const giver of random.some(givers, 1, 2)) {
      own(localType(giver, 'Pieces', 'object'), field);
    }
  }
  const field = [...holder.fields.values()].find(({ type }) => type === 'Pieces');
  for (const giver of givers.filter(({ types }) => types.has('Pieces'))) {
    own(localType(giver, holder.name, 'object'), field as NonNullable<typeof field>);
  }
}

/** A label's home that is also one of its holder's may take what it shows from the holder, by a context. */
function dealLabels(random: Random, split: Split): void {
  const label = split.world.objects.get('Label');
  if (!label) {
    return;
  }
  dealEntity(random, split, label);
  const shown = label.fields.get('shown');
  const homes = owners(split.subgraphs, 'Label', 'shown');
  const holder = homes[0]?.types.get('Book');
  const word = split.world.objects.get('Book')?.fields.get('word');
  if (shown && word && holder && homes.length === 1 && split.features.has('context')) {
    shown.context = { name: 'around', type: 'Book', field: 'word' };
    split.world.contexts.push(shown.context);
    addExternal(holder, word);
  }
}

/** The entity interface: hubs know all its members, the others see one object to which they add fields. */
function dealInterfaceObject(random: Random, { world, subgraphs, features }: Split): void {
  const media = world.interfaces.get('Media');
  if (!media) {
    return;
  }
  const most = features.has('interface-object') ? subgraphs.length - 1 : 0;
  const strangers = random.some(subgraphs, Math.min(1, most), most);
  const hubs = random.some(
    subgraphs.filter((one) => !strangers.includes(one)),
    1,
    2,
  );
  const key = { parts: [{ field: 'id' }], resolvable: true };
  for (const subgraph of [...hubs, ...strangers]) {
    const type = localType(subgraph, 'Media', hubs.includes(subgraph) ? 'interface' : 'interfaceObject');
    type.keys.push(key);
    own(type, media.fields.get('id') as NonNullable<ReturnType<typeof media.fields.get>>);
  }
  for (const member of media.members) {
    const object = world.objects.get(member) as ObjectType;
    for (const hub of hubs) {
      ownKey(hub, object, key);
    }
    for (const field of object.fields.values()) {
      if (field.origin === member) {
        own(localType(random.pick(hubs), member, 'object'), field);
      }
    }
  }
  for (const field of media.fields.values()) {
    if (field.name !== 'id') {
      const giver = strangers.length > 0 && random.chance(0.7) ? random.pick(strangers) : random.pick(hubs);
      const types = strangers.includes(giver) ? ['Media'] : media.members;
      for (const type of types) {
        own(localType(giver, type, 'object'), field);
      }
    }
  }
}

function dealRoots(random: Random, { world, subgraphs, features }: Split): void {
  for (const root of ['Query', 'Mutation']) {
    for (const field of world.objects.get(root)?.fields.values() ?? []) {
      const shared = root === 'Query' && features.has('shareable') && random.chance(0.15);
      const givers: readonly Subgraph[] = shared ? random.some(subgraphs, 2, 2) : [random.pick(subgraphs)];
      for (const giver of givers) {
        own(localType(giver, root, 'object'), field);
      }
    }
  }
}
