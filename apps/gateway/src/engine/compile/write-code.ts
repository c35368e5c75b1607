import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { RequestState } from '../run/request-state.ts';
import { keyField } from './entity-key.ts';
import type { Position, Slot } from './positions.ts';
import type { Selection, ShapeField } from './shape.ts';
import { type Bind, giveUp, leafCode } from './write-leaf.ts';

/** Returns the JSON of an object of the answer. */
export type WriteObject = (state: RequestState, bundle: unknown) => string;

export interface WriterParts {
  readonly schema: GraphQLSchema;
  readonly api: GraphQLSchema;
  /** No string has anything in it that JSON escapes. */
  readonly isPlain: boolean;
  /** Texts that may stand in an answer many times. To be emptied after each answer. */
  readonly memos: Map<unknown, string>[];
  /** A writer for objects of abstract types. */
  readonly byType: (selection: Selection) => WriteObject;
}

/** Parts of a text: what is known now, and expressions for what is not. */
type Piece = { readonly known: string } | { readonly code: string };

/**
 * One function for each selection whose type is known, all in one piece of code. Each has the loops for its lists in it:
 * a call for every value, to a function that serves all kinds of them, costs more than what it does.
 *
 * In the code `s` is the RequestState, `o` the object as it was found, `g` gives up.
 */
export function generateWriter(selection: Selection, typename: string, parts: WriterParts): WriteObject {
  const bound = new Map<unknown, string>([[giveUp, 'g']]);
  const bind: Bind = (value) => {
    const name = bound.get(value) ?? `b${bound.size}`;
    bound.set(value, name);
    return name;
  };
  const functions: string[] = [];
  const main = objectFunction(selection, typename);
  const code = `${functions.join('\n')}\nreturn ${main};`;
  return new Function(...bound.values(), code)(...bound.keys()) as WriteObject;

  function objectFunction(selected: Selection, name: string): string {
    const { type, position } = selected;
    const objectType = isObjectType(type) ? type : parts.api.getType(name);
    if (!position || !isObjectType(objectType)) return 'g';
    const fields = selected.fieldsOf(objectType);
    const own = `w${functions.push('') - 1}`;
    const memo = memoOf(fields, position);
    const body = objectCode(fields, name, position);
    functions[Number(own.slice(1))] =
      `function ${own}(s,o){${memo ? memo(body) : `${body.before}return ${body.text};`}}`;
    return own;
  }

  /** An object that hangs on its key alone is written once an answer, however often it stands there. */
  function memoOf(fields: readonly ShapeField[], position: Position) {
    const key = keyOf(fields, position);
    if (key === null) return null;
    const texts = new Map<unknown, string>();
    parts.memos.push(texts);
    const name = bind(texts);
    return ({ before, text }: { readonly before: string; readonly text: string }) =>
      `const k=${property('o', key)};let t=${name}.get(k);if(t!==undefined)return t;${before}t=${text};${name}.set(k,t);return t;`;
  }

  function objectCode(fields: readonly ShapeField[], name: string, position: Position) {
    const lines: string[] = [];
    const entities = new Map<number, string>();
    const pieces: Piece[] = [];
    fields.forEach((field, index) => {
      pieces.push({ known: `${index === 0 ? '{' : ','}${JSON.stringify(field.key)}:` });
      if (field.name === '__typename') pieces.push({ known: JSON.stringify(name) });
      else pieces.push(...fieldPieces(field, `f${index}`));
    });
    pieces.push({ known: fields.length > 0 ? '}' : '{}' });
    return { before: lines.join(''), text: joined(pieces) };

    function fieldPieces({ from, type, selection: inner }: ShapeField, variable: string): readonly Piece[] {
      const [source] = from?.sources ?? [];
      if (!source) return [{ code: 'g()' }];
      const slot = position.slots[source.slot];
      const object = slotName(slot, source.slot);
      const read = property(object, source.key);
      // An entity that the subgraph does not know has null fields.
      lines.push(`let ${variable}=${slot?.kind === 'entity' ? `${object}==null?null:${read}` : read};`);
      const { code, pieces: written } = valueCode(type, variable, inner);
      lines.push(code);
      return written;
    }

    function slotName(slot: Slot | undefined, index: number): string {
      if (slot?.kind === 'root') return `s.roots[${slot.call}]`;
      if (slot?.kind !== 'entity') return 'o';
      const known = entities.get(index);
      if (known) return known;
      const entity = `e${index}`;
      entities.set(index, entity);
      const { target } = slot;
      const key = keyField(target);
      lines.push(
        `const m${index}=s.indices[${target.index}],i${index}=m${index}===undefined?undefined:m${index}.get(${key === null ? 'o' : property('o', key)}),`,
        `${entity}=i${index}===undefined?undefined:s.entities[${target.batch.index}][i${index}];`,
      );
      return entity;
    }
  }

  /** Code that checks the value in a variable, and may change it; and the pieces of its text after that. */
  function valueCode(
    type: GraphQLOutputType,
    name: string,
    selected: Selection | null,
  ): { readonly code: string; readonly pieces: readonly Piece[] } {
    const isNonNull = isNonNullType(type);
    const inner = isNonNull ? type.ofType : type;
    if (isListType(inner)) return { code: listCode(inner.ofType, name, selected, isNonNull), pieces: [{ code: name }] };
    const value = selected ? objectValue(selected, name) : leafCode(inner as GraphQLLeafType, name, { ...parts, bind });
    const quote = value.isQuoted ? '"' : '';
    if (isNonNull) {
      const pieces = [{ known: quote }, { code: value.text }, { known: quote }];
      return { code: `if(${name}===null||!(${value.test}))g();`, pieces };
    }
    const text = joined([{ known: quote }, { code: value.text }, { known: quote }]);
    return {
      code: `if(${name}===null)${name}='null';else{if(!(${value.test}))g();${name}=${text};}`,
      pieces: [{ code: name }],
    };
  }

  function objectValue(selected: Selection, name: string) {
    const write = isObjectType(selected.type)
      ? objectFunction(selected, selected.type.name)
      : bind(parts.byType(selected));
    return { test: `(typeof ${name}==='object')`, isQuoted: false, text: `${write}(s,${name})` };
  }

  /** Turns the list in a variable into its text. */
  function listCode(type: GraphQLOutputType, name: string, selected: Selection | null, isNonNull: boolean): string {
    const item = `${name}_`;
    const { code, pieces } = valueCode(type, item, selected);
    const first = joined(pieces);
    const next = joined([{ known: ',' }, ...pieces]);
    const loop = `let t='[';for(let i=0,a=${name};i<a.length;i++){let ${item}=a[i];${code}t+=i===0?${first}:${next};}${name}=t+']';`;
    const whole = `{if(!Array.isArray(${name}))g();${loop}}`;
    return isNonNull ? whole : `if(${name}===null)${name}='null';else${whole}`;
  }
}

/** The field that a whole object hangs on: all of it is that field, or comes from entities found by it. */
function keyOf(fields: readonly ShapeField[], { slots }: Position): string | null {
  const keys = new Set<string | null>();
  let hasEntity = false;
  for (const { name, from, selection } of fields) {
    if (name === '__typename') continue;
    const [source] = from?.sources ?? [];
    const slot = source && slots[source.slot];
    if (slot?.kind === 'entity') {
      hasEntity = true;
      keys.add(keyField(slot.target));
    } else keys.add(slot?.kind === 'field' && !selection && source ? source.key : null);
  }
  const [key, ...others] = keys;
  return hasEntity && key !== undefined && others.length === 0 ? key : null;
}

/** An expression that joins pieces, with those that are known run together. */
function joined(pieces: readonly Piece[]): string {
  const terms: string[] = [];
  let known = '';
  const flush = () => {
    if (known !== '') terms.push(JSON.stringify(known));
    known = '';
  };
  for (const piece of pieces) {
    if ('known' in piece) known += piece.known;
    else {
      flush();
      terms.push(piece.code);
    }
  }
  flush();
  const [first = "''", ...rest] = terms;
  // It must be a text from the first term on.
  return [first.startsWith('"') ? first : `''+${first}`, ...rest].join('+');
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function property(object: string, key: string): string {
  const read = `${object}[${JSON.stringify(key)}]`;
  return inherited.has(key) ? `(Object.hasOwn(${object},${JSON.stringify(key)})?${read}:undefined)` : read;
}
