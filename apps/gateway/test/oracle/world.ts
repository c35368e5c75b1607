import type { Field, Input, InterfaceType, ObjectType, Part, World } from './model.ts';
import { Random } from './random.ts';
import type { Feature } from './split-model.ts';
import { randomValue } from './values.ts';

const entityNames = ['Book', 'Author', 'Shop', 'Film', 'Place'];
const valueNames = ['Size', 'Price', 'Note'];
const mediaNames = ['Song', 'Clip', 'Photo'];
const leafShapes = ['%', '%', '%!', '%!', '[%]', '[%!]!', '[[%!]]'];
const objectShapes = ['%', '%', '%!', '[%]', '[%!]', '[%!]!', '[%]!', '[[%]]'];

/** Grows the logical graph: types, fields and arguments. Nothing is said of subgraphs yet. */
export function growWorld(seed: number, features: ReadonlySet<Feature>): World {
  const random = new Random(seed);
  const small = random.chance(0.4);
  const world: World = {
    seed,
    scalars: ['Blob'],
    enums: new Map([
      ['Tone', ['DARK', 'LIGHT', 'BRIGHT']],
      ['Grade', ['GOOD', 'BAD', 'UGLY']],
    ]),
    inputs: new Map(),
    objects: new Map(),
    interfaces: new Map(),
    unions: new Map(),
    contexts: [],
  };
  world.inputs.set('Range', [
    { name: 'from', type: 'Int', shape: '%!' },
    { name: 'to', type: 'Int', shape: '%', preset: 9 },
    { name: 'tones', type: 'Tone', shape: '[%!]' },
  ]);
  addTypes(random, world, small);
  addAbstractTypes(random, world);
  for (const object of world.objects.values()) {
    addFields(random, world, object, small ? random.between(2, 4) : random.between(3, 7));
  }
  addInterfaceFields(random, world);
  addPieces(random, world);
  addLabels(random, world);
  addRoots(random, world, small);
  if (features.has('mutation')) {
    addMutation(random, world);
  }
  return world;
}

function addTypes(random: Random, world: World, small: boolean): void {
  for (const name of valueNames.slice(0, random.between(1, valueNames.length))) {
    addObject(world, { name, entity: false, keys: [] });
  }
  const spot = addObject(world, { name: 'Spot', entity: false, keys: [] });
  addField(spot, plain('Spot', 'zip', 'String', '%!', true));
  addField(spot, plain('Spot', 'lane', 'Int', '%!', true));
  for (const name of entityNames.slice(0, small ? random.between(1, 3) : random.between(2, entityNames.length))) {
    addEntity(random, world, name);
  }
  if (random.chance(0.35)) {
    const members = mediaNames.slice(0, random.between(2, mediaNames.length));
    for (const name of members) {
      const object = addObject(world, { name, entity: true, keys: [[{ field: 'id' }]] });
      object.interfaces.push('Media');
      addField(object, plain('Media', 'id', 'ID', '%!', true));
    }
    world.interfaces.set('Media', { name: 'Media', members, fields: new Map(), anchor: 'id', entity: true });
  }
}

function addEntity(random: Random, world: World, name: string): void {
  const choices: (readonly Part[])[] = [
    [{ field: 'id' }],
    [{ field: 'code' }],
    [{ field: 'no' }, { field: 'code' }],
    [{ field: 'spot', parts: [{ field: 'zip' }, { field: 'lane' }] }],
    [{ field: 'id' }, { field: 'spot', parts: [{ field: 'lane' }] }],
  ];
  const keys = random.chance(0.4) ? choices.slice(0, 1) : random.some(choices, 1, 3);
  const object = addObject(world, { name, entity: true, keys });
  const used = new Set(keys.flat().map(({ field }) => field));
  const all = [
    plain(name, 'id', 'ID', '%!', true),
    plain(name, 'code', 'String', '%!', true),
    plain(name, 'no', 'Int', '%!', true),
    plain(name, 'spot', 'Spot', '%!', false),
  ];
  for (const field of all.filter((candidate) => used.has(candidate.name))) {
    addField(object, field);
  }
}

function addAbstractTypes(random: Random, world: World): void {
  const objects = [...world.objects.keys()].filter((name) => name !== 'Spot' && !mediaNames.includes(name));
  for (const name of ['Named', 'Dated'].slice(0, random.between(0, 2))) {
    const members = random.some(objects, 2, 4);
    if (members.length > 1) {
      const anchor = `${name.toLowerCase()}As`;
      const field = plain(name, anchor, 'String', random.pick(['%', '%!']), false);
      world.interfaces.set(name, { name, members, fields: new Map(), anchor, entity: false });
      for (const member of members) {
        const object = world.objects.get(member);
        object?.interfaces.push(name);
        object?.fields.set(anchor, { ...field, origin: member });
      }
    }
  }
  for (const name of ['Hit', 'Thing'].slice(0, random.between(0, 2))) {
    const members = random.some(objects, 2, 4);
    if (members.length > 1) {
      world.unions.set(name, members);
    }
  }
}

/** An interface has its anchor, and fields that it gives to all its members. */
function addInterfaceFields(random: Random, world: World): void {
  for (const type of world.interfaces.values()) {
    const count = random.between(type.entity ? 1 : 0, 3);
    for (let index = 0; index < count; index += 1) {
      giveToMembers(world, type, randomField(random, world, type.name, `${type.name.toLowerCase()}${index}`, false));
    }
    const anchor = world.objects.get(type.members[0] ?? '')?.fields.get(type.anchor);
    if (anchor) {
      type.fields.set(type.anchor, anchor);
    }
  }
}

function giveToMembers(world: World, type: InterfaceType, field: Field): void {
  type.fields.set(field.name, field);
  for (const member of type.members) {
    const object = world.objects.get(member);
    object?.fields.set(field.name, type.entity ? field : { ...field, origin: member });
  }
}

function addFields(random: Random, world: World, object: ObjectType, count: number): void {
  if (object.name === 'Spot') {
    return;
  }
  for (let index = 0; index < count; index += 1) {
    addField(object, randomField(random, world, object.name, `f${index}`, !object.entity));
  }
  addField(object, plain(object.name, 'word', 'String', random.pick(['%', '%!']), false));
}

/** `inValue`: the field of a value type, which holds leaves, other values and now and then an entity. */
function randomField(random: Random, world: World, origin: string, stem: string, inValue: boolean): Field {
  const entities = [...world.objects.values()].filter(
    (object) => object.entity && !object.interfaces.includes('Media'),
  );
  const later = valueNames.filter((name) => world.objects.has(name) && (!inValue || name > origin));
  const abstract = [...world.unions.keys(), ...world.interfaces.keys()].filter((name) => !inValue || name !== 'Media');
  const roll = random.next();
  const leaves = inValue ? 0.75 : 0.4;
  let types: readonly string[] = ['Int', 'String', 'Float', 'Boolean', 'ID', 'Blob', 'Tone', 'Grade'];
  if (roll > leaves && roll < leaves + 0.2 && later.length > 0) {
    types = later;
  } else if (roll > leaves + 0.2 && roll < 0.8 && abstract.length > 0) {
    types = abstract;
  } else if (roll > leaves) {
    types = entities.map(({ name }) => name);
  }
  return fieldOf(random, world, origin, stem, random.pick(types));
}

function fieldOf(random: Random, world: World, origin: string, stem: string, type: string): Field {
  const composite = world.objects.has(type) || world.unions.has(type) || world.interfaces.has(type);
  const choices = world.enums.get(type) ?? world.unions.get(type) ?? world.interfaces.get(type)?.members;
  return {
    ...plain(origin, `${stem}${type}`, type, random.pick(composite ? objectShapes : leafShapes), false),
    inputs: random.chance(0.35) ? randomInputs(random, world) : [],
    members: choices ? random.some(choices, 1) : [],
  };
}

function randomInputs(random: Random, world: World): Input[] {
  const types = ['Int', 'String', 'Boolean', 'ID', 'Float', 'Tone', 'Range', 'Blob'];
  return ['a', 'b', 'c'].slice(0, random.between(1, 3)).map((name) => {
    const input = { name, type: random.pick(types), shape: random.pick(['%', '%', '%!', '[%!]', '[%]']) };
    // A preset inside of an input object would be filled in by some and not by others.
    const preset = random.chance(0.4) && input.type !== 'Range' ? randomValue(random, world, input) : undefined;
    return preset === undefined ? input : { ...input, preset };
  });
}

/** A value type that one field alone returns, so that its fields may live in several subgraphs. */
function addPieces(random: Random, world: World): void {
  const holder = world.objects.get('Book');
  if (holder && random.chance(0.3)) {
    const pieces = addObject(world, { name: 'Pieces', entity: false, keys: [] });
    for (let index = 0; index < random.between(2, 4); index += 1) {
      addField(
        pieces,
        fieldOf(
          random,
          world,
          'Pieces',
          `p${index}`,
          random.pick(['Int', 'String', 'Tone', ...valueNames.filter((name) => world.objects.has(name))]),
        ),
      );
    }
    addField(holder, fieldOf(random, world, 'Book', 'has', 'Pieces'));
  }
}

/** An entity that one other alone leads to: what it shows may depend on which one it is met under. */
function addLabels(random: Random, world: World): void {
  if (random.chance(0.4)) {
    const label = addObject(world, { name: 'Label', entity: true, keys: [[{ field: 'id' }]] });
    addField(label, plain('Label', 'id', 'ID', '%!', true));
    addField(label, { ...fieldOf(random, world, 'Label', 'shown', 'String'), name: 'shown' });
    addField(label, plain('Label', 'word', 'String', '%', false));
    const holder = world.objects.get('Book');
    holder?.fields.set('labels', { ...fieldOf(random, world, 'Book', 'labels', 'Label'), name: 'labels' });
  }
}

function addRoots(random: Random, world: World, small: boolean): void {
  const query = addObject(world, { name: 'Query', entity: false, keys: [] });
  const composite = [...world.objects.keys(), ...world.unions.keys(), ...world.interfaces.keys()];
  const types = composite.filter(
    (name) => !['Query', 'Spot', 'Pieces', 'Label'].includes(name) && !mediaNames.includes(name),
  );
  const first = random.shuffle(types).slice(0, small ? 3 : 7);
  for (const [index, type] of [...first, random.pick(types), 'Int'].entries()) {
    addField(query, fieldOf(random, world, 'Query', `q${index}`, type));
  }
}

function addMutation(random: Random, world: World): void {
  const entities = entityNames.flatMap((name) => world.objects.get(name) ?? []);
  const receipt = addObject(world, { name: 'Receipt', entity: false, keys: [] });
  addField(receipt, plain('Receipt', 'turn', 'Int', '%!', false));
  addField(receipt, fieldOf(random, world, 'Receipt', 'about', random.pick(entities).name));
  const mutation = addObject(world, { name: 'Mutation', entity: false, keys: [] });
  for (const index of [0, 1, 2, 3].slice(0, random.between(2, 4))) {
    addField(mutation, { ...fieldOf(random, world, 'Mutation', `m${index}`, 'Receipt'), shape: '%' });
  }
}

function addObject(world: World, of: Pick<ObjectType, 'name' | 'entity' | 'keys'>): ObjectType {
  const object: ObjectType = { ...of, interfaces: [], fields: new Map() };
  world.objects.set(of.name, object);
  return object;
}

function addField(object: ObjectType, field: Field): void {
  object.fields.set(field.name, field);
}

function plain(origin: string, name: string, type: string, shape: string, unique: boolean): Field {
  const rest = { inputs: [], members: [], requires: undefined, context: undefined, hidden: false };
  return { name, type, shape, origin, unique, ...rest };
}
