import { type GraphQLLeafType, type GraphQLSchema, isEnumType } from 'graphql';
import { leafReader } from './leaf.ts';

/** Thrown where the fast writer meets what it has no answer for. */
export const gaveUp = new Error('The fast writer gave up.');

export function giveUp(): never {
  throw gaveUp;
}

/** Gives generated code something of ours, and returns the name that it has there. */
export type Bind = (value: unknown) => string;

/** How generated code writes a leaf. */
export interface LeafCode {
  /** Is the value in the variable one that may be written so? */
  readonly test: string;
  /** Strings between quotes go without: what stands around them is one text with the quotes. */
  readonly isQuoted: boolean;
  /** An expression of the text. */
  readonly text: string;
}

/**
 * The code for a leaf whose value is in a variable, and not null. In a plain answer no string has anything to be escaped.
 */
export function leafCode(
  type: GraphQLLeafType,
  name: string,
  { bind, isPlain, schema }: { readonly bind: Bind; readonly isPlain: boolean; readonly schema: GraphQLSchema },
): LeafCode {
  const string = isPlain ? { isQuoted: true, text: name } : { isQuoted: false, text: `${bind(quoted)}(${name})` };
  if (isEnumType(type)) {
    const read = leafReader(type, schema);
    const names = new Set(type.getValues().flatMap(({ name: value }) => (read(value) === value ? value : [])));
    return { test: `${bind(names)}.has(${name})`, isQuoted: true, text: name };
  }
  switch (type.name) {
    case 'String':
      return { test: `typeof ${name}==='string'`, ...string };
    case 'ID':
      return {
        test: `(typeof ${name}==='string'||typeof ${name}==='number'&&(${name}=String(${name}),true))`,
        ...string,
      };
    case 'Int':
      return { test: `(${name}|0)===${name}`, isQuoted: false, text: name };
    case 'Float':
      return { test: `(typeof ${name}==='number'&&isFinite(${name}))`, isQuoted: false, text: name };
    case 'Boolean':
      return { test: `typeof ${name}==='boolean'`, isQuoted: false, text: name };
    default:
      return { test: `${name}!==undefined`, isQuoted: false, text: `JSON.stringify(${name})` };
  }
}

/** Characters that JSON has to escape, and halves of characters that UTF-8 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly these
const toEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Up to here looking for what is to be escaped costs less than what JSON.stringify does for any string. */
const maxLooked = 40;

function quoted(text: string): string {
  return text.length > maxLooked || toEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}
