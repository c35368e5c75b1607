import type { Input, Json, World } from './model.ts';
import type { Random } from './random.ts';

/** A value that an input of this type takes; `null` and left-out fields included where they may be. */
export function randomValue(random: Random, world: World, of: Pick<Input, 'type' | 'shape'>, whole = false): Json {
  if (of.shape.endsWith('!')) {
    return present(random, world, of.type, of.shape.slice(0, -1), whole);
  }
  return !whole && random.chance(0.12) ? null : present(random, world, of.type, of.shape, whole);
}

function present(random: Random, world: World, type: string, shape: string, whole: boolean): Json {
  if (shape.startsWith('[')) {
    const inner = { type, shape: shape.slice(1, -1) };
    return Array.from({ length: random.below(3) }, () => randomValue(random, world, inner, whole));
  }
  const fields = world.inputs.get(type);
  if (fields) {
    const given = fields.filter((field) => whole || field.shape.endsWith('!') || random.chance(0.6));
    return Object.fromEntries(given.map((field) => [field.name, randomValue(random, world, field, whole)]));
  }
  return leaf(random, world, type);
}

function leaf(random: Random, world: World, type: string): Json {
  const names = world.enums.get(type);
  if (names) {
    return random.pick(names);
  }
  switch (type) {
    case 'Int':
      return random.between(-9, 99);
    case 'Float':
      return random.between(-9, 99) / 4;
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return String(random.below(20));
    case 'Blob':
      return random.pick<Json>([7, 'x', true, [1, 'two'], { deep: { er: [1] }, n: 2 }]);
    default:
      return random.pick(['', 'a', 'b c', 'quo"te', 'é\\', 'line\nbreak']);
  }
}

/** A value as it stands in a document. */
export function literal(world: World, type: string, value: Json): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => literal(world, type, item)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = world.inputs.get(type);
    const entries = Object.entries(value).map(([name, item]) => {
      const inner = fields?.find((field) => field.name === name)?.type ?? type;
      return `${name}: ${literal(world, inner, item)}`;
    });
    return `{${entries.join(', ')}}`;
  }
  return typeof value === 'string' && world.enums.has(type) ? value : JSON.stringify(value);
}
