/** A query plan in our own form, whichever planner made it. Names follow the query plans of the field. */

export type PlanNode = SequenceNode | ParallelNode | CallNode;

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'parallel';
  readonly nodes: readonly PlanNode[];
}

/** One HTTP request to one subgraph. */
export interface CallNode {
  readonly kind: 'call';
  readonly subgraph: string;
  /** A subscription's is not sent for an answer: each of its events is one. */
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** The subgraph's operation, as text. */
  readonly document: string;
  /** The client's variables that the document uses. */
  readonly variables: readonly string[];
  /** What it asks of entities; empty for a call that asks the root. */
  readonly batches: readonly EntityBatch[];
  /** Of a call that asks the root. */
  readonly outputRenames: readonly Rename[];
}

/** One `_entities` field of a call: a list of representations, and the places that they come from. */
export interface EntityBatch {
  /** The response key of the `_entities` field. */
  readonly alias: string;
  /** The variable that takes the representations. */
  readonly variable: string;
  readonly targets: readonly EntityTarget[];
  readonly outputRenames: readonly Rename[];
}

/** Entities at one place of the answer, and what of them goes into a representation. */
export interface EntityTarget {
  readonly path: Path;
  readonly requires: readonly Required[];
  /** `__typename` values to be put in place of the entity's own, for @interfaceObject. */
  readonly typenames: readonly TypenameSetter[];
  /** @fromContext: variables whose values are read from above the entity. */
  readonly contextVariables: readonly ContextVariable[];
}

/** A way down the answer. Lists are gone through whole. */
export type Path = readonly PathSegment[];
export type PathSegment = { readonly field: string } | { readonly types: readonly string[] };

export type Required = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'field';
  /** The response key to read. */
  readonly key: string;
  /** The name that the subgraph knows it by. */
  readonly name: string;
  /** Its name and arguments, where they are known: see sign-requires.ts. Null: whatever stands under the key. */
  readonly signature: string | null;
  /** Empty for a leaf. */
  readonly selections: readonly Required[];
}

export interface RequiredFragment {
  readonly kind: 'fragment';
  readonly type: string;
  readonly selections: readonly Required[];
}

export interface TypenameSetter {
  /** Set for entities of these types; all when empty. */
  readonly types: readonly string[];
  readonly typename: string;
}

/** A field of a call's answer that stands under another response key than the client knows. */
export interface Rename {
  readonly path: Path;
  readonly key: string;
}

export interface ContextVariable {
  readonly variable: string;
  /** How many fields above the entity the context was set. */
  readonly levelsUp: number;
  readonly types: readonly string[];
  /** Response keys from there. */
  readonly keys: readonly string[];
}

/** Null: nothing needs to be fetched. */
export type Plan = PlanNode | null;
