import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/**
 * The text of a GraphQL document that knows the type of its answer and of its variables. Codegen writes these from
 * `.graphql` files; only their text is there at run time.
 */
export interface TypedDocument<Result, Variables> extends DocumentTypeDecoration<Result, Variables> {
  readonly text: string;
}

/** The tag that generated files use: the operation's text, followed by the fragments it needs. */
export function gql(
  parts: TemplateStringsArray,
  ...fragments: readonly TypedDocument<unknown, unknown>[]
): TypedDocument<unknown, unknown> {
  const text = parts.map((part, at) => part + (fragments[at]?.text ?? '')).join('');
  return { text: text.trim() };
}
