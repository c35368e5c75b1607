import type { ArticleView } from './load-article.ts';

export type BodyElement = ArticleView['body'][number];
export type ElementOf<Name extends BodyElement['__typename']> = Extract<BodyElement, { __typename: Name }>;

/** Closes a switch over the kinds of elements: a new kind in the graph stops the type check until it has a component. */
export function unknownElement(element: never): never {
  throw new Error(`No component shows a body element of the kind ${JSON.stringify(element)}.`);
}
