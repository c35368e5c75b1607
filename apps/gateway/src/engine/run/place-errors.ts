import type { GraphQLFormattedError } from 'graphql';
import { own } from '../compile/access.ts';
import { clientKeyOf } from '../compile/distinct-keys.ts';
import type { CallProgram } from '../compile/positions.ts';
import type { PlacedError, RequestState } from './request-state.ts';

type ResponsePath = readonly (string | number)[];

/**
 * Puts a subgraph's errors to the places of its data that they speak of: the last object or list on the path that is
 * there, and the key that is empty in it.
 */
export function placeErrors(
  state: RequestState,
  call: CallProgram,
  data: unknown,
  errors: readonly GraphQLFormattedError[],
): void {
  const toClient = clientPath(call);
  for (const { path = [], ...error } of errors) {
    const place = findEmpty(data, path);
    if (!place) {
      state.unplaced.push({ error, below: [], isShown: false });
      continue;
    }
    const byKey = state.errors.get(place.container) ?? new Map<string | number, PlacedError[]>();
    state.errors.set(place.container, byKey);
    const placed = { error, below: toClient(path.slice(place.depth + 1)), isShown: false };
    byKey.set(place.key, [...(byKey.get(place.key) ?? []), placed]);
  }
}

function findEmpty(data: unknown, path: ResponsePath) {
  let container = data;
  for (const [depth, key] of path.entries()) {
    if (container === null || typeof container !== 'object') return null;
    const next = Array.isArray(container) ? container[Number(key)] : own(container, String(key));
    if (next === null || next === undefined) return { container, key, depth };
    container = next;
  }
  return null;
}

/** Turns a path below an error's place into the client's: with its response keys, and no further than it knows them. */
function clientPath({ node }: CallProgram): (path: ResponsePath) => ResponsePath {
  const renames = [...node.outputRenames, ...node.batches.flatMap(({ outputRenames }) => outputRenames)];
  return (path) => {
    const renamed = path.map((key) => {
      const known = renames.find(({ path: from }) => isLast(from.at(-1), key))?.key ?? key;
      return typeof known === 'string' ? clientKeyOf(known) : known;
    });
    const hidden = renamed.findIndex((key) => typeof key === 'string' && key.startsWith('_internal_'));
    return hidden < 0 ? renamed : renamed.slice(0, hidden);
  };
}

function isLast(segment: { readonly field: string } | { readonly types: readonly string[] } | undefined, key: unknown) {
  return segment !== undefined && 'field' in segment && segment.field === key;
}
