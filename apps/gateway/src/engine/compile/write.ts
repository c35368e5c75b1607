import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { RequestState } from '../run/request-state.ts';
import { typeReader } from './access.ts';
import { hasOnePart, keyField } from './entity-key.ts';
import { leafReader } from './leaf.ts';
import type { Position, PositionField, Slot } from './positions.ts';
import type { Selection, ShapeField } from './shape.ts';

/*
 * The fast way to write an answer: for every selection of the operation a function is generated that reads the subgraphs'
 * objects where they lie and returns JSON. It knows no faults. Whatever is not as it should be makes it give up, and
 * run/complete.ts does the answer over.
 */

/** Returns JSON, or throws `gaveUp`. */
export type Write = (state: RequestState, bundle: unknown) => string;

/** Thrown where the fast writer meets what it has no answer for. */
export const gaveUp = new Error('The fast writer gave up.');

/** Null when the operation takes more than the fast writer can. */
export function compileWrite(selection: Selection, schema: GraphQLSchema, api: GraphQLSchema): Write | null {
  if (!isObjectType(selection.type) || !canCompile() || !isSimple(selection, api, new Set())) return null;
  return writerOf(selection, schema, api);
}

/** Code may not be made of text where Node runs with --disallow-code-generation-from-strings. */
function canCompile(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}

/** Has every field one source, and every object one part? Then where a value lies is known without looking. */
function isSimple(selection: Selection, api: GraphQLSchema, seen: Set<Selection>): boolean {
  if (seen.has(selection)) return true;
  seen.add(selection);
  const { type, position } = selection;
  if (!position || !hasOnePart(position)) return false;
  const types = isAbstractType(type) ? api.getPossibleTypes(type) : [type];
  return types.every((objectType) =>
    selection.fieldsOf(objectType).every((field) => {
      if (field.name === '__typename') return true;
      return field.from?.sources.length === 1 && (!field.selection || isSimple(field.selection, api, seen));
    }),
  );
}

function writerOf(selection: Selection, schema: GraphQLSchema, api: GraphQLSchema): Write {
  const { type, position } = selection;
  if (!position) return giveUp;
  if (isObjectType(type)) return generate(selection.fieldsOf(type), type.name, position, schema, api);
  // A type's function is made when the first object of it comes.
  const writers = new Map<string, Write>();
  const typeOf = typeReader(position, schema);
  return (state, bundle) => {
    const name = typeOf(state, bundle);
    const known = name === null ? undefined : writers.get(name);
    if (known) return known(state, bundle);
    const objectType = name === null ? undefined : api.getType(name);
    if (!name || !isObjectType(objectType) || !isAbstractType(type) || !api.isSubType(type, objectType)) throw gaveUp;
    const write = generate(selection.fieldsOf(objectType), name, position, schema, api);
    writers.set(name, write);
    return write(state, bundle);
  };
}

const giveUp: Write = () => {
  throw gaveUp;
};

type LeafWriter = (value: unknown) => string;

function generate(
  fields: readonly ShapeField[],
  typename: string,
  position: Position,
  schema: GraphQLSchema,
  api: GraphQLSchema,
): Write {
  const names: string[] = [];
  const values: unknown[] = [];
  /** Gives the generated code something of ours, under a name. */
  const bind = (value: unknown): string => {
    const known = values.indexOf(value);
    if (known >= 0) return names[known] ?? '';
    values.push(value);
    names.push(`b${names.length}`);
    return names.at(-1) ?? '';
  };
  const lookups = new Map<number, string>();
  const lines: string[] = [];
  const giveUpName = bind(giveUp);

  const parts = fields.map((field, index) => {
    const label = `${index === 0 ? '{' : ','}${JSON.stringify(field.key)}:`;
    if (field.name === '__typename') return JSON.stringify(`${label}${JSON.stringify(typename)}`);
    return `${JSON.stringify(label)}+${valueCode(field)}`;
  });
  const code = `return function write(s,o){${lines.join('')}return ${parts.length ? `${parts.join('+')}+'}'` : "'{}'"};}`;
  return new Function(...names, code)(...values) as Write;

  function valueCode({ from, type, selection }: ShapeField): string {
    const [source] = (from as PositionField).sources;
    if (!source) return `${giveUpName}()`;
    const object = slotCode(position.slots[source.slot], source.slot);
    const isEntity = position.slots[source.slot]?.kind === 'entity';
    const read = propertyCode(object, source.key);
    // An entity that the subgraph does not know has null fields.
    const value = isEntity ? `(${object}==null?null:${read})` : read;
    const write = selection
      ? typeWriter(type, writerOf(selection, schema, api))
      : typeWriter(type, leafWriter(getLeaf(type), schema));
    return `${bind(write)}(${selection ? 's,' : 's,'}${value})`;
  }

  function slotCode(slot: Slot | undefined, index: number): string {
    if (slot?.kind === 'root') return `s.roots[${slot.call}]`;
    if (slot?.kind !== 'entity') return 'o';
    const known = lookups.get(index);
    if (known) return known;
    const { target } = slot;
    const key = keyField(target);
    const name = `e${index}`;
    lookups.set(index, name);
    lines.push(
      `var m${index}=s.indices[${target.index}],i${index}=m${index}===undefined?undefined:m${index}.get(${key === null ? 'o' : propertyCode('o', key)}),`,
      `${name}=i${index}===undefined?undefined:s.entities[${target.batch.index}][i${index}];`,
    );
    return name;
  }
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function propertyCode(object: string, key: string): string {
  const property = `${object}[${JSON.stringify(key)}]`;
  return inherited.has(key) ? `(Object.hasOwn(${object},${JSON.stringify(key)})?${property}:undefined)` : property;
}

function getLeaf(type: GraphQLOutputType): GraphQLLeafType {
  return isListType(type) || isNonNullType(type) ? getLeaf(type.ofType) : (type as GraphQLLeafType);
}

/** A writer of values of the type, around a writer of what the type is made of. */
function typeWriter(type: GraphQLOutputType, write: Write): Write {
  if (isNonNullType(type)) {
    const inner = typeWriter(type.ofType, write);
    return (state, value) => {
      if (value === null) throw gaveUp;
      return inner(state, value);
    };
  }
  if (isListType(type)) {
    const item = typeWriter(type.ofType, write);
    return (state, value) => {
      if (value === null) return 'null';
      if (!Array.isArray(value)) throw gaveUp;
      let text = '[';
      for (let index = 0; index < value.length; index++) {
        if (index > 0) text += ',';
        text += item(state, value[index]);
      }
      return `${text}]`;
    };
  }
  return (state, value) => {
    if (value === null) return 'null';
    if (value === undefined) throw gaveUp;
    return write(state, value);
  };
}

function leafWriter(type: GraphQLLeafType, schema: GraphQLSchema): Write {
  if (isEnumType(type)) return checked(type, schema, quoted);
  switch (type.name) {
    case 'String':
      return (_state, value) => (typeof value === 'string' ? quoted(value) : giveUp(_state, value));
    case 'ID':
    case 'Int':
    case 'Float':
    case 'Boolean':
      return checked(type, schema, type.name === 'ID' ? quoted : String);
    default:
      return (_state, value) => JSON.stringify(value);
  }
}

function checked(type: GraphQLLeafType, schema: GraphQLSchema, write: LeafWriter): Write {
  const read = leafReader(type, schema);
  return (_state, value) => {
    const leaf = read(value);
    if (leaf === undefined || leaf === null) throw gaveUp;
    return write(leaf);
  };
}

/** Characters that JSON has to escape, and halves of characters that UTF-8 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly these
const toEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(value: unknown): string {
  const text = value as string;
  return toEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}
