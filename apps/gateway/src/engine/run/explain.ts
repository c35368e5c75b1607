import type { GraphQLFormattedError } from 'graphql';
import { unauthorized } from '../authorization/unauthorized.ts';
import { entityIndexReader, slotReader } from '../compile/access.ts';
import type { Position, PositionField, Slot } from '../compile/positions.ts';
import type { PlacedError, RequestState } from './request-state.ts';

type ResponsePath = readonly (string | number)[];

/** Errors beyond these tell a client nothing new. */
const maxErrors = 100;

/** An error was reported, null is what the subgraph answered, or it left out what was asked for. */
export type Finding = 'explained' | 'null' | 'missing';

const strongest: readonly Finding[] = ['explained', 'null', 'missing'];

export interface Explanations {
  readonly errors: readonly GraphQLFormattedError[];
  /** Those that were reported since the last time, for answers in parts. */
  take(): readonly GraphQLFormattedError[];
  /** Why nothing stands under a field of an object. Reports what is known of it. */
  explainField(field: PositionField | null, position: Position | null, bundle: unknown, path: ResponsePath): Finding;
  /** Why nothing stands at a place of a list. */
  explainItem(list: readonly unknown[], index: number, path: ResponsePath): Finding;
  /** Reports a call that came to nothing, if there is one: what was missing for this may have been in it. */
  explainByAnother(path: ResponsePath): boolean;
  /** A value is not as the schema says, and nobody said why. */
  mismatch(field: PositionField | null, position: Position | null, path: ResponsePath): void;
  /** A field was not asked for, because whoever asks may not see it. */
  withheld(path: ResponsePath): void;
  /** What went wrong and was not seen at any place of the answer. */
  reportRest(): void;
}

/** Brings what went wrong with the calls to the places of the answer that are empty because of it. */
export function createExplanations(
  state: RequestState,
  mismatchOf: (subgraph: string | undefined) => GraphQLFormattedError,
): Explanations {
  const errors: GraphQLFormattedError[] = [];
  const shownFailures = new Set<GraphQLFormattedError>();
  const reported = new Map<PlacedError, Set<string>>();

  return {
    errors,
    take: () => errors.splice(0),
    explainField(field, position, bundle, path) {
      if (!field || !position) return 'missing';
      const findings = field.sources.map(({ slot: index, key }): Finding => {
        const object = slotReader(position, index)(state, bundle);
        if (object === null || typeof object !== 'object') return explainSlot(position.slots[index], bundle, path);
        if (explainKey(object, key, path)) return 'explained';
        // What is null as a whole says why at another of its keys.
        if (state.nulled.has(object)) return 'explained';
        return Object.hasOwn(object, key) ? 'null' : 'missing';
      });
      return strongest.find((finding) => findings.includes(finding)) ?? 'missing';
    },
    explainItem: (list, index, path) => (explainKey(list, index, path) ? 'explained' : 'null'),
    explainByAnother,
    mismatch(field, position, path) {
      const slot = position?.slots[field?.sources[0]?.slot ?? -1];
      report(mismatchOf(slot && state.program.calls[slot.call]?.node.subgraph), path);
    },
    withheld: (path) => report(unauthorized, path),
    reportRest() {
      for (const failure of state.failures.values()) if (!shownFailures.has(failure)) report(failure, null);
      for (const placed of state.unplaced) report(placed.error, null);
      for (const placed of allPlaced()) if (!placed.isShown) report(placed.error, null);
    },
  };

  function explainSlot(slot: Slot | undefined, bundle: unknown, path: ResponsePath): Finding {
    const failure = slot && state.failures.get(slot.call);
    if (failure) {
      shownFailures.add(failure);
      report(failure, path);
      return 'explained';
    }
    if (slot?.kind === 'root') return 'missing';
    if (slot?.kind !== 'entity') return 'null';
    const entities = state.entities[slot.target.batch.index];
    const index = entityIndexReader(slot.target)(state, bundle);
    if (entities === undefined || index === undefined) return explainByAnother(path) ? 'explained' : 'null';
    // Its errors are the whole entity's: each says itself which of the fields it came about at.
    return explainKey(entities, index, path.slice(0, -1)) ? 'explained' : 'null';
  }

  /** Reports the errors of an empty place. */
  function explainKey(container: object, key: string | number, path: ResponsePath): boolean {
    const placed = state.errors.get(container)?.get(key) ?? [];
    for (const error of placed) {
      error.isShown = true;
      reportOnce(error, [...path, ...error.below]);
    }
    return placed.length > 0;
  }

  /** What the subgraph would have been asked with did not come: why it did not is why this is missing. */
  function explainByAnother(path: ResponsePath): boolean {
    const [failure] = state.failures.values();
    if (failure) {
      shownFailures.add(failure);
      report(failure, path);
      return true;
    }
    const [placed] = allPlaced();
    if (placed) report(placed.error, path);
    return placed !== undefined;
  }

  function* allPlaced(): Generator<PlacedError> {
    for (const byKey of state.errors.values()) for (const placed of byKey.values()) yield* placed;
  }

  function reportOnce(placed: PlacedError, path: ResponsePath): void {
    const places = reported.get(placed) ?? new Set();
    reported.set(placed, places);
    const place = JSON.stringify(path);
    if (!places.has(place)) report(placed.error, path);
    places.add(place);
  }

  function report(error: GraphQLFormattedError, path: ResponsePath | null): void {
    if (errors.length < maxErrors) errors.push(path ? { ...error, path } : error);
  }
}
