import type { TypedDocument } from './typed-document.ts';

/** What the transport needs to know of a document. */
export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string | undefined;
  readonly text: string;
  /** SHA-256 of the text, hexadecimal: its name among persisted queries. */
  readonly sha256: () => Promise<string | undefined>;
}

const operations = new WeakMap<TypedDocument<unknown, never>, Operation>();

/** The operation of a document, read once. Throws when the document is a lone fragment. */
export function operationOf(document: TypedDocument<unknown, never>): Operation {
  const known = operations.get(document);
  if (known) return known;
  const read = readOperation(document.text);
  operations.set(document, read);
  return read;
}

function readOperation(text: string): Operation {
  const found = /^\s*(?:(query|mutation|subscription)\b\s*([_A-Za-z]\w*)?|\{)/.exec(text);
  if (!found) throw new TypeError('The document must begin with an operation.');
  const [, keyword, name] = found;
  let digest: Promise<string | undefined> | undefined;
  return {
    kind: keyword === 'mutation' || keyword === 'subscription' ? keyword : 'query',
    name,
    text,
    sha256: () => {
      digest ??= hexSha256(text);
      return digest;
    },
  };
}

/** Undefined in a page that was not delivered over https, where browsers offer no Web Crypto. */
async function hexSha256(text: string): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
