import type { GraphQLFormattedError } from 'graphql';
import type { AnswerInParts, LaterPart, NextParts, PendingPart } from '../../engine/incremental/answer-parts.ts';

/**
 * How an answer in parts is written. `20220824` is what Apollo Client 3, Relay and urql read: each part is all that its
 * fragment asks for. `v0.2` is the draft that graphql 17 follows: parts are announced, and repeat nothing.
 *
 * @see https://github.com/apollographql/specs/tree/main/incremental
 */
export type IncrementalFormat = '20220824' | 'v0.2';

/** Does a format leave out of a part what was in one before it? */
export const isWithoutRepeats = (format: IncrementalFormat): boolean => format === 'v0.2';

/** One part as a text. */
export interface PartText {
  readonly json: string;
  readonly isLast: boolean;
}

/** An answer's parts as texts. What comes next is made when it is asked for. */
export async function* writeParts(
  { first, next }: AnswerInParts,
  format: IncrementalFormat,
): AsyncGenerator<PartText, void, undefined> {
  const { write, announce } = format === 'v0.2' ? current : legacy;
  const hasNext = first.pending.length > 0;
  const begin = { ...errorsOf(first.errors), data: first.data, ...announce(first.pending), hasNext };
  yield { json: JSON.stringify(begin), isLast: !hasNext };
  if (!hasNext) return;
  for await (const parts of next) yield { json: JSON.stringify(write(parts)), isLast: !parts.hasNext };
}

const legacy = {
  announce: (_pending: readonly PendingPart[]): object => ({}),
  write: ({ parts, hasNext }: NextParts) => ({
    incremental: parts.flatMap((part): object[] => {
      const { pending, objects, errors } = part;
      const label = pending.label === null ? {} : { label: pending.label };
      if (part.isNulled) return [{ data: null, path: pending.path, ...label, ...errorsOf(errors) }];
      return objects.map(({ path, data }) => ({ data, path, ...label, ...errorsOf(errors) }));
    }),
    hasNext,
  }),
};

const current = {
  announce: (pending: readonly PendingPart[]): object =>
    pending.length === 0
      ? {}
      : { pending: pending.map(({ id, path, label }) => ({ id, path, ...(label === null ? {} : { label }) })) },
  write: ({ parts, pending, hasNext }: NextParts) => {
    const incremental = parts.flatMap(dataOf);
    return {
      ...current.announce(pending),
      ...(incremental.length === 0 ? {} : { incremental }),
      completed: parts.map(({ pending: { id }, errors, isNulled }) => ({ id, ...(isNulled ? errorsOf(errors) : {}) })),
      hasNext,
    };
  },
};

function dataOf({ pending, objects, errors, isNulled }: LaterPart) {
  if (isNulled) return [];
  const written = objects.filter(({ data }) => Object.keys(data).length > 0);
  // Its errors are told, though there is nothing else to tell.
  if (written.length === 0 && errors.length > 0) return [{ id: pending.id, data: {}, errors }];
  return written.map(({ path, data }, index) => {
    const subPath = path.slice(pending.path.length);
    return {
      id: pending.id,
      ...(subPath.length === 0 ? {} : { subPath }),
      data,
      // Once, though the part is told in several pieces.
      ...(index === 0 ? errorsOf(errors) : {}),
    };
  });
}

function errorsOf(errors: readonly GraphQLFormattedError[]) {
  return errors.length === 0 ? {} : { errors };
}
