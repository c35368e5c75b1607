import type { GraphQLFormattedError } from 'graphql';
import type { Representations } from '../compile/collect.ts';
import type { PlanProgram } from '../compile/positions.ts';

/** A JSON object of a subgraph's answer. It is read and never written: it may be shared with other requests. */
export type Json = Readonly<Record<string, unknown>>;

/** What one request has fetched so far. Indices are those of the PlanProgram. */
export class RequestState {
  /** By call: the data of a call that asks the root. */
  readonly roots: (Json | null | undefined)[];
  /** By target: which representation of its batch belongs to an entity, by the entity's key or by the object itself. */
  readonly indices: (Map<unknown, number> | undefined)[];
  /** By batch: the subgraph's entities, in the order of the representations. */
  readonly entities: ((Json | null)[] | undefined)[];
  /** By batch: what was asked for. */
  readonly representations: (Representations | undefined)[];
  /** By call: why nothing came of it. */
  readonly failures = new Map<number, GraphQLFormattedError>();
  /** Errors that subgraphs gave, by the object (or list) and the key that they left empty. */
  readonly errors = new Map<object, Map<string | number, PlacedError[]>>();
  /** Stand for objects that are null as a whole because of errors that are placed in them. */
  readonly nulled = new Set<object>();
  /** Errors that stand at no place of the data. */
  readonly unplaced: PlacedError[] = [];

  /** Did every text come without an escape? Then no string in it needs one, and all can be written as they are. */
  isPlain = true;
  readonly program: PlanProgram;

  constructor(program: PlanProgram) {
    const { calls, targets, batches } = program;
    this.program = program;
    this.roots = new Array(calls.length).fill(undefined);
    this.indices = new Array(targets.length).fill(undefined);
    this.entities = new Array(batches.length).fill(undefined);
    this.representations = new Array(batches.length).fill(undefined);
  }

  /** Did every call come, and none with an error? */
  get isClean(): boolean {
    return this.failures.size === 0 && this.errors.size === 0 && this.unplaced.length === 0;
  }
}

export interface PlacedError {
  /** As the client may see it, without a path. */
  readonly error: GraphQLFormattedError;
  /** Where it came about, from its place on: deeper than the place when null went up to there. */
  readonly below: readonly (string | number)[];
  isShown: boolean;
}
