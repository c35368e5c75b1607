import type { Field, Json, JsonObject, Part, World } from './model.ts';
import { concreteTypes, objectsPerEntity } from './model.ts';

/** One object: its concrete type and what tells it apart from the others of that type. */
export interface Thing {
  readonly __typename: string;
  readonly identity: string;
  /** The nearest objects around it whose type sets a context, by the context's name. */
  readonly contexts?: { readonly [name: string]: Thing };
  /** What a mutation counted. */
  readonly turn?: number;
}

/** A 32-bit hash of a text (FNV-1a with a last mix), so that every value follows from what it is the value of. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}

/** JSON with sorted keys: equal values have equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'absent';
}

/** The entity with this number. */
export function entity(type: string, number: number): Thing {
  return { __typename: type, identity: `${type}#${number}` };
}

/** All objects of an entity type. */
export function allOf(type: string): readonly Thing[] {
  return Array.from({ length: objectsPerEntity }, (_, number) => entity(type, number));
}

/**
 * The value of a field: leaves as JSON, objects as things. It follows from the object, the field, its arguments (with
 * defaults filled in) and `extra` alone, where `extra` is what the field requires and the context that it uses.
 */
export function fieldValue(world: World, field: Field, thing: Thing, args: JsonObject, extra: string): unknown {
  const key = `${field.origin}.${field.name} ${canonical(args)} ${extra}`;
  return shaped(world, field, thing, field.shape, `${world.seed} ${thing.identity} ${key}`, thing.identity);
}

function shaped(world: World, field: Field, thing: Thing, shape: string, key: string, holder: string): unknown {
  const seed = hash(key);
  if (shape.endsWith('!')) {
    return present(world, field, thing, shape.slice(0, -1), key, holder);
  }
  return seed % 12 === 0 ? null : present(world, field, thing, shape, key, holder);
}

function present(world: World, field: Field, thing: Thing, shape: string, key: string, holder: string): unknown {
  if (!shape.startsWith('[')) {
    return named(world, field, thing, key, holder);
  }
  const inner = shape.slice(1, -1);
  return Array.from({ length: hash(`${key} length`) % 4 }, (_, index) =>
    shaped(world, field, thing, inner, `${key} ${index}`, `${holder}[${index}]`),
  );
}

function named(world: World, field: Field, thing: Thing, key: string, holder: string): unknown {
  const seed = hash(`${key} value`);
  if (field.unique) {
    return uniqueValue(field, thing);
  }
  const choices = field.members.length > 0 ? field.members : concreteTypes(world, field.type);
  const choice = choices[hash(`${key} type`) % choices.length] ?? field.type;
  const object = world.objects.get(choice);
  if (object?.entity) {
    return entity(choice, seed % objectsPerEntity);
  }
  if (object) {
    // Nothing of the arguments may be lost, and keys hold values whose identity must not change.
    return { __typename: choice, identity: `${holder.slice(0, 40)}.${field.name}~${seed.toString(36)}` };
  }
  return leaf(world, field.type, choice, seed);
}

function uniqueValue(field: Field, thing: Thing): Json {
  const number = Number(/#(\d+)/.exec(thing.identity)?.[1] ?? 0);
  if (field.type === 'Int') {
    return number * 7 + 3;
  }
  // The ids of an interface's members must differ from each other; all others are alike on purpose.
  return field.origin === thing.__typename && field.name === 'id' ? String(number) : `${field.name}-${thing.identity}`;
}

function leaf(world: World, type: string, choice: string, seed: number): Json {
  switch (type) {
    case 'Int':
      return (seed % 2000) - 1000;
    case 'Float':
      return (seed % 1000) / 8;
    case 'Boolean':
      return seed % 2 === 0;
    case 'ID':
      return String(seed % 50);
    case 'Blob':
      return seed % 5 === 0 ? [seed % 10, null] : { n: seed % 100, s: `é"${seed % 7}`, __proto: { deep: true } };
    default:
      return world.enums.has(type)
        ? choice
        : `${type[0]}${(seed % 100_000).toString(36)}${seed % 4 === 0 ? '"\\é\u2028' : ''}`;
  }
}

/** What a field set selects of an object, by the data itself. */
export function select(world: World, thing: Thing, parts: readonly Part[]): JsonObject {
  const selected: Record<string, Json> = {};
  for (const part of parts) {
    if (part.on === undefined || part.on === thing.__typename) {
      const field = world.objects.get(thing.__typename)?.fields.get(part.field);
      if (!field) {
        throw new Error(`${thing.__typename} has no ${part.field}.`);
      }
      const value = fieldValue(world, field, thing, withPresets(field, part.args ?? {}), extraOf(world, field, thing));
      selected[part.field] = selectFrom(world, value, part.parts);
    }
  }
  return selected;
}

function selectFrom(world: World, value: unknown, parts: readonly Part[] | undefined): Json {
  if (Array.isArray(value)) {
    return value.map((item) => selectFrom(world, item, parts));
  }
  return value !== null && parts ? select(world, value as Thing, parts) : (value as Json);
}

/** What a field is made from besides the object: what it requires, and the nearest object of its context. */
export function extraOf(world: World, field: Field, thing: Thing): string {
  const required = field.requires ? canonical(select(world, thing, field.requires)) : '';
  const around = field.context && thing.contexts?.[field.context.name];
  return field.context && around ? required + canonical(select(world, around, [field.context])) : required;
}

/** The objects of a value, wherever they are in its lists, each made into another one. */
export function mapThings(value: unknown, change: (thing: Thing) => Thing): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => mapThings(item, change));
  }
  return value !== null && typeof value === 'object' && 'identity' in value ? change(value as Thing) : value;
}

function withPresets(field: Field, args: JsonObject): JsonObject {
  const filled: Record<string, Json> = {};
  for (const input of field.inputs) {
    const value = Object.hasOwn(args, input.name) ? args[input.name] : input.preset;
    if (value !== undefined) {
      filled[input.name] = value;
    }
  }
  return filled;
}
