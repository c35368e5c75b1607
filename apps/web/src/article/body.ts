import type { PlainElementFragment } from '../__generated__/operations.ts';
import type { ArticleView } from './load-article.ts';

export type BodyElement = ArticleView['body'][number];
export type ElementOf<Name extends BodyElement['__typename']> = Extract<BodyElement, { __typename: Name }>;
/** What stands in a story, and in an entry of a live story: entries hold no entries. */
export type EntryElement = Exclude<PlainElementFragment, { __typename: 'LiveEntryElement' }>;

export function entryElements({ body }: ElementOf<'LiveEntryElement'>): readonly EntryElement[] {
  return body.filter((element) => element.__typename !== 'LiveEntryElement');
}

/** Closes a switch over the kinds of elements: a new kind in the graph stops the type check until it has a component. */
export function unknownElement(element: never): never {
  throw new Error(`No component shows a body element of the kind ${JSON.stringify(element)}.`);
}
