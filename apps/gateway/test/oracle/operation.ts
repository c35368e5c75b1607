import type { GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import type { Field, World } from './model.ts';
import { concreteTypes, isComposite } from './model.ts';
import type { Operation } from './monolith.ts';
import { argumentsText, type OpenVariables } from './operation-arguments.ts';
import { Random } from './random.ts';

/** A document in the making. */
export interface Draft extends OpenVariables {
  readonly random: Random;
  readonly world: World;
  readonly fragments: string[];
  /** How many more fields may be asked for. */
  budget: number;
  names: number;
}

/** A random valid operation against the world's API schema. Drafts that do not validate are thrown away. */
export function randomOperation(seed: number, world: World, schema: GraphQLSchema): Operation {
  const random = new Random(seed);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const operation = draftOperation(random, world);
    if (validate(schema, parse(operation.query)).length === 0) {
      return operation;
    }
  }
  throw new Error(`No draft of seed ${seed} was valid.`);
}

function draftOperation(random: Random, world: World): Operation {
  const draft: Draft = {
    random,
    world,
    fragments: [],
    budget: random.pick([6, 12, 24, 40, 60]),
    names: 0,
    declared: [],
    values: {},
  };
  const kind = world.objects.has('Mutation') && random.chance(0.15) ? 'mutation' : 'query';
  const root = kind === 'query' ? 'Query' : 'Mutation';
  const parts = kind === 'query' && random.chance(0.06) ? [random.pick(introspection)] : [];
  parts.push(selection(draft, root, random.pick([2, 3, 4, 5, 6])));
  if (kind === 'query' && random.chance(0.05)) {
    parts.push(random.pick(introspection));
  }
  const variables = draft.declared.length > 0 ? `(${draft.declared.join(', ')})` : '';
  const query = [`${kind} Asked${variables} { ${parts.join(' ')} }`, ...draft.fragments].join('\n');
  return { query, variables: draft.values };
}

const introspection = [
  '__schema { queryType { name } }',
  'about: __type(name: "Book") { kind name __typename }',
  '__schema { mutationType { n: name } __typename }',
];

/** What stands between the braces: fields, `__typename`, and fragments on types that can be met here. */
function selection(draft: Draft, type: string, depth: number): string {
  const { random } = draft;
  const parts: string[] = [];
  for (let count = random.between(1, type === 'Query' ? 4 : 5); count > 0 && draft.budget > 0; count -= 1) {
    const roll = random.next();
    if (roll < 0.1) {
      parts.push(random.pick(['__typename', 'kind: __typename', `__typename${condition(draft)}`]));
    } else if (roll < (isAbstract(draft.world, type) ? 0.65 : 0.2) && depth > 0) {
      parts.push(fragment(draft, type, depth - 1));
    } else {
      parts.push(randomField(draft, type, depth));
    }
  }
  if (isAbstract(draft.world, type) && random.chance(0.25)) {
    parts.push(...rivals(draft, type));
  }
  return parts.length > 0 ? parts.join(' ') : '__typename';
}

function randomField(draft: Draft, type: string, depth: number): string {
  const { random } = draft;
  const all = [...(fieldsOf(draft.world, type)?.values() ?? [])].filter(
    (field) => !field.hidden && (depth > 0 || !isComposite(draft.world, field.type)),
  );
  return all.length > 0 ? fieldText(draft, random.pick(all), depth) : '__typename';
}

function fieldText(draft: Draft, field: Field, depth: number): string {
  const { random } = draft;
  draft.budget -= 1;
  const given = argumentsText(draft, draft.world, random, field.inputs);
  // Two uses of a field with other arguments need two names.
  const renamed = field.inputs.length > 0 ? random.chance(0.85) : random.chance(0.12);
  draft.names += renamed ? 1 : 0;
  const alias = renamed ? `r${draft.names}: ` : '';
  const inner = isComposite(draft.world, field.type) ? ` { ${selection(draft, field.type, depth - 1)} }` : '';
  return `${alias}${field.name}${given}${condition(draft)}${inner}`;
}

/** The same name for other fields of types that no object has at once. */
function rivals(draft: Draft, type: string): string[] {
  const { random, world } = draft;
  const leaf = random.pick(['String', 'Int', 'Tone', 'Blob', 'ID']);
  return random.some(concreteTypes(world, type), 2, 3).flatMap((name) => {
    const fields = [...(fieldsOf(world, name)?.values() ?? [])].filter((field) => !field.hidden && field.type === leaf);
    if (fields.length === 0) {
      return [];
    }
    const field = random.pick(fields);
    draft.budget -= 1;
    return [`... on ${name} { same: ${field.name}${argumentsText(draft, world, random, field.inputs)} }`];
  });
}

function fragment(draft: Draft, type: string, depth: number): string {
  const { random, world } = draft;
  const on = random.chance(0.15) ? type : random.pick(overlapping(world, type));
  const inner = selection(draft, on, depth);
  if (random.chance(0.3)) {
    const name = `Part${draft.fragments.length}`;
    draft.fragments.push(`fragment ${name} on ${on} { ${inner} }`);
    return random.chance(0.2) ? `...${name} ...${name}${condition(draft)}` : `...${name}${condition(draft)}`;
  }
  return on === type && random.chance(0.5)
    ? `...${condition(draft)} { ${inner} }`
    : `... on ${on}${condition(draft)} { ${inner} }`;
}

/** The types that share an object with this one. */
function overlapping(world: World, type: string): string[] {
  const here = new Set(concreteTypes(world, type));
  const all = [...here, ...world.unions.keys(), ...world.interfaces.keys()];
  return [...new Set(all)].filter((name) => concreteTypes(world, name).some((member) => here.has(member)));
}

function condition(draft: Draft): string {
  const { random } = draft;
  if (!random.chance(0.12)) {
    return '';
  }
  const name = random.pick(['skip', 'include']);
  if (random.chance(0.2)) {
    return ` @${name}(if: ${random.chance(0.5)})`;
  }
  const variable = `if${random.below(3)}`;
  if (!Object.hasOwn(draft.values, variable)) {
    draft.declared.push(`$${variable}: Boolean!`);
    draft.values[variable] = random.chance(0.5);
  }
  return ` @${name}(if: $${variable})`;
}

function fieldsOf(world: World, type: string): ReadonlyMap<string, Field> | undefined {
  return world.objects.get(type)?.fields ?? world.interfaces.get(type)?.fields;
}

function isAbstract(world: World, type: string): boolean {
  return world.unions.has(type) || world.interfaces.has(type);
}
