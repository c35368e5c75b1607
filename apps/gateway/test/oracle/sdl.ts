import type { Field, Input, Part, World } from './model.ts';
import { typeText } from './model.ts';
import type { LocalField, LocalType, Split, Subgraph } from './split-model.ts';
import { isShared, partsText } from './split-model.ts';
import { literal } from './values.ts';

const directives =
  '"@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject", "@context", "@fromContext"';
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: [${directives}, "FieldSet", "ContextFieldValue"])`;

/** The API schema of the monolith: everything that clients can see. */
export function monolithSdl(world: World): string {
  const types = [...world.objects.values()].map((object) => {
    const fields = [...object.fields.values()].filter((field) => !field.hidden).map((field) => fieldText(world, field));
    return block(`type ${object.name}${implementsText(object.interfaces)}`, fields);
  });
  const interfaces = [...world.interfaces.values()].map((type) =>
    block(
      `interface ${type.name}`,
      [...type.fields.values()].map((field) => fieldText(world, field)),
    ),
  );
  const unions = [...world.unions].map(([name, members]) => `union ${name} = ${members.join(' | ')}`);
  return [...inputTypes(world), ...types, ...interfaces, ...unions].join('\n');
}

/** A subgraph's SDL, Federation 2. `executable` leaves out the link and adds what a server adds. */
export function subgraphSdl(split: Split, subgraph: Subgraph, executable = false): string {
  const types = [...subgraph.types.values()].map((type) => localText(split, subgraph, type));
  if (!executable) {
    return [link, ...inputTypes(split.world), ...types].join('\n');
  }
  const entities = [...subgraph.types.values()].filter(
    ({ kind, keys }) => kind !== 'interface' && keys.some(({ resolvable }) => resolvable),
  );
  const query = subgraph.types.has('Query') ? 'extend type Query' : 'type Query';
  const served = entities.length > 0 ? '_entities(representations: [_Any!]!): [_Entity]! ' : '';
  const union = entities.length > 0 ? [`union _Entity = ${entities.map(({ name }) => name).join(' | ')}`] : [];
  const server = ['scalar _Any', ...union, `${query} { ${served}_ping: Int }`];
  return [...inputTypes(split.world), ...types, ...server].join('\n');
}

function inputTypes(world: World): string[] {
  return [
    ...world.scalars.map((name) => `scalar ${name}`),
    ...[...world.enums].map(([name, values]) => `enum ${name} { ${values.join(' ')} }`),
    ...[...world.inputs].map(
      ([name, fields]) => `input ${name} { ${fields.map((of) => inputText(world, of)).join(' ')} }`,
    ),
  ];
}

function localText(split: Split, subgraph: Subgraph, type: LocalType): string {
  if (type.kind === 'union') {
    return `union ${type.name} = ${[...type.members].join(' | ')}`;
  }
  const keys = type.keys.map(
    ({ parts, resolvable }) =>
      ` @key(fields: ${JSON.stringify(fieldSet(split, type.name, parts))}${resolvable ? '' : ', resolvable: false'})`,
  );
  const mark = type.kind === 'interfaceObject' ? ' @interfaceObject' : '';
  const known = (split.world.objects.get(type.name)?.interfaces ?? []).filter(
    (name) => subgraph.types.get(name)?.kind === 'interface',
  );
  const context = type.kind === 'object' ? contextText(subgraph, type.name) : '';
  const head = `${type.kind === 'interface' ? 'interface' : 'type'} ${type.name}${implementsText(known)}`;
  const fields = [...type.fields.values()].map((local) => localFieldText(split, type, local));
  return block(`${head}${context}${keys.join('')}${mark}`, fields);
}

function contextText(subgraph: Subgraph, type: string): string {
  const uses = [...subgraph.types.values()].flatMap(({ fields }) =>
    [...fields.values()].flatMap(({ field }) => field.context ?? []),
  );
  const name = uses.find((use) => use.type === type)?.name;
  return name === undefined ? '' : ` @context(name: "${name}")`;
}

function localFieldText(split: Split, type: LocalType, local: LocalField): string {
  const { field, role, provides, override } = local;
  const text = fieldText(split.world, field, field.context && role === 'own' ? contextInput(field) : undefined);
  if (type.kind === 'interface') {
    return text;
  }
  const marks: string[] = [];
  if (role === 'external') {
    marks.push('@external');
  }
  if (role === 'own' && isShared(split.subgraphs, type.name, field.name)) {
    marks.push('@shareable');
  }
  if (role === 'own' && field.requires) {
    marks.push(`@requires(fields: ${JSON.stringify(fieldSet(split, type.name, field.requires))})`);
  }
  if (provides) {
    marks.push(`@provides(fields: ${JSON.stringify(fieldSet(split, field.type, provides))})`);
  }
  if (override) {
    const label = override.label === undefined ? '' : `, label: "${override.label}"`;
    marks.push(`@override(from: "${override.from}"${label})`);
  }
  if (field.hidden && role !== 'external') {
    marks.push('@inaccessible');
  }
  return [text, ...marks].join(' ');
}

function contextInput(field: Field): string {
  return `here: String @fromContext(field: "$${field.context?.name} { ${field.context?.field} }")`;
}

/** The text of a field set that is asked of a type. */
function fieldSet({ world }: Split, type: string, parts: readonly Part[]): string {
  return partsText(parts, (part, name) => {
    const input = part.inputs?.find((one) => one.name === name);
    return literal(world, input?.type ?? type, part.args?.[name] ?? null);
  });
}

function fieldText(world: World, field: Field, more?: string): string {
  const inputs = [...field.inputs.map((input) => inputText(world, input)), ...(more === undefined ? [] : [more])];
  return `${field.name}${inputs.length > 0 ? `(${inputs.join(', ')})` : ''}: ${typeText(field)}`;
}

function inputText(world: World, input: Input): string {
  const preset = input.preset === undefined ? '' : ` = ${literal(world, input.type, input.preset)}`;
  return `${input.name}: ${typeText(input)}${preset}`;
}

function implementsText(names: readonly string[]): string {
  return names.length > 0 ? ` implements ${names.join(' & ')}` : '';
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}
