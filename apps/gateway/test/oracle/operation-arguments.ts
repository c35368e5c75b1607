import type { Input, Json, World } from './model.ts';
import type { Random } from './random.ts';
import { literal, randomValue } from './values.ts';

/** The variables of a document in the making. */
export interface OpenVariables {
  /** `$v1: Int = 3` */
  readonly declared: string[];
  /** What the client sends; a variable may be left out. */
  readonly values: Record<string, Json>;
}

/** `(a: 1, b: $v2)`: literals, variables, literals that hold variables; what may be left out sometimes is. */
export function argumentsText(open: OpenVariables, world: World, random: Random, inputs: readonly Input[]): string {
  const given = inputs.filter(
    (input) => (input.shape.endsWith('!') && input.preset === undefined) || random.chance(0.65),
  );
  const texts = given.map((input) => `${input.name}: ${inputText(open, world, random, input)}`);
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

function inputText(open: OpenVariables, world: World, random: Random, input: Input): string {
  if (random.chance(0.4)) {
    return variable(open, world, random, input);
  }
  const fields = world.inputs.get(input.type);
  if (fields && !input.shape.startsWith('[') && random.chance(0.5)) {
    const given = fields.filter((field) => field.shape.endsWith('!') || random.chance(0.6));
    return `{${given.map((field) => `${field.name}: ${inputText(open, world, random, field)}`).join(', ')}}`;
  }
  if (input.shape.startsWith('[') && random.chance(0.4)) {
    const item = { name: input.name, type: input.type, shape: input.shape.replace(/!$/, '').slice(1, -1) };
    return `[${Array.from({ length: random.below(3) }, () => inputText(open, world, random, item)).join(', ')}]`;
  }
  return literal(world, input.type, randomValue(random, world, input));
}

/**
 * A variable of the input's type, or a stricter one; with a default, or without; sent, left out, or null. A null never
 * comes where none may be: that would be an error of the client's, not a case of ours.
 */
function variable(open: OpenVariables, world: World, random: Random, input: Input): string {
  const name = `v${open.declared.length}`;
  const strict = input.shape.endsWith('!');
  const preset = random.chance(0.3)
    ? randomValue(random, world, strict ? input : { ...input, shape: `${input.shape}!` })
    : undefined;
  const shape = strict && preset !== undefined && random.chance(0.5) ? input.shape.slice(0, -1) : input.shape;
  const stricter = !strict && random.chance(0.2) ? `${shape}!` : shape;
  const declared = `$${name}: ${stricter.replace('%', input.type)}`;
  open.declared.push(preset === undefined ? declared : `${declared} = ${literal(world, input.type, preset)}`);
  const mayBeAbsent = preset !== undefined || !stricter.endsWith('!');
  if (!mayBeAbsent || random.chance(0.65)) {
    open.values[name] = randomValue(random, world, { ...input, shape: strict ? input.shape : stricter });
  }
  return `$${name}`;
}
