import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { typeReader } from './access.ts';
import { hasOnePart } from './entity-key.ts';
import type { Selection } from './shape.ts';
import { generateWriter, type WriteObject } from './write-code.ts';
import { gaveUp, giveUp } from './write-leaf.ts';

/*
 * The fast way to write an answer: for every selection of the operation a function is generated that reads the subgraphs'
 * objects where they lie and returns JSON. It knows no faults. Whatever is not as it should be makes it give up, and
 * run/complete.ts does the answer over.
 */

export { gaveUp };

/** Returns the JSON of an answer's data, or throws `gaveUp`. */
export type Write = WriteObject;

/** Null when the operation takes more than the fast writer can. */
export function compileWrite(selection: Selection, schema: GraphQLSchema, api: GraphQLSchema): Write | null {
  if (!isObjectType(selection.type) || !canCompile() || !isSimple(selection, api, new Set())) return null;
  const plain = once(() => writerOf(selection, schema, api, true));
  const careful = once(() => writerOf(selection, schema, api, false));
  return (state, bundle) => (state.isPlain ? plain() : careful())(state, bundle);
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
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

/** A whole answer's writer, with what it remembers while it writes one. */
function writerOf(selection: Selection, schema: GraphQLSchema, api: GraphQLSchema, isPlain: boolean): Write {
  const memos: Map<unknown, string>[] = [];
  const compile = (selected: Selection, typename: string): WriteObject =>
    generateWriter(selected, typename, { schema, api, isPlain, memos, byType });
  const write = compile(selection, selection.type.name);
  return (state, bundle) => {
    try {
      return write(state, bundle);
    } finally {
      for (const memo of memos) memo.clear();
    }
  };

  /** For objects whose type shows only in the answer: a type's function is made when the first object of it comes. */
  function byType(selected: Selection): WriteObject {
    const { type, position } = selected;
    if (!position) return giveUp;
    const writers = new Map<string, WriteObject>();
    const typeOf = typeReader(position, schema);
    return (state, bundle) => {
      const name = typeOf(state, bundle);
      const known = name === null ? undefined : writers.get(name);
      if (known) return known(state, bundle);
      const objectType = name === null ? undefined : api.getType(name);
      if (!name || !isObjectType(objectType) || !isAbstractType(type) || !api.isSubType(type, objectType)) throw gaveUp;
      const write = compile(selected, name);
      writers.set(name, write);
      return write(state, bundle);
    };
  }
}
