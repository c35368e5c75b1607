import type { GraphQLFormattedError } from 'graphql';
import type { ResponsePath } from '../run/complete.ts';

/** A fragment under @defer at one object of the answer: it is announced, and its part comes later. */
export interface PendingPart {
  /** Unique in its answer. */
  readonly id: string;
  /** Of the object that the fragment stands at. */
  readonly path: ResponsePath;
  readonly label: string | null;
}

/** What a later part brings. */
export interface LaterPart {
  readonly pending: PendingPart;
  /** Fields, and the object that they belong to: the one at which the fragment stands, or others below it. */
  readonly objects: readonly { readonly path: ResponsePath; readonly data: Readonly<Record<string, unknown>> }[];
  readonly errors: readonly GraphQLFormattedError[];
  /** Is something null in it that must not be? Then nothing of it is given but the errors. */
  readonly isNulled: boolean;
}

export interface FirstPart {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly pending: readonly PendingPart[];
}

/** What became ready since the part before. */
export interface NextParts {
  readonly parts: readonly LaterPart[];
  /** Fragments inside those that were given. */
  readonly pending: readonly PendingPart[];
  readonly hasNext: boolean;
}

/** An answer in parts. What the later ones need is fetched once they are asked for. */
export interface AnswerInParts {
  readonly first: FirstPart;
  /** To be gone through once; with a `return` nothing more is made of it. */
  readonly next: AsyncGenerator<NextParts, void, undefined>;
}
