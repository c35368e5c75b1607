import {
  type GraphQLFormattedError,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { readerOf, typeReader } from '../compile/access.ts';
import { leafReader } from '../compile/leaf.ts';
import type { Position, PositionField } from '../compile/positions.ts';
import type { Selection, ShapeField } from '../compile/shape.ts';
import { createExplanations, type Explanations, type Finding } from './explain.ts';
import type { RequestState } from './request-state.ts';

export type ResponsePath = readonly (string | number)[];
export type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

export interface Completion {
  /** Null when a root field that must not be null is. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

export interface CompletionOptions {
  /** Every type of the supergraph. */
  readonly schema: GraphQLSchema;
  readonly api: GraphQLSchema;
  /** What a client is told of a value that is not as the schema says, and no error explains. */
  readonly mismatch: (subgraph: string | undefined) => GraphQLFormattedError;
  /** What introspection answers, by the response key of the root. */
  readonly introspection: Readonly<Record<string, unknown>>;
}

/** The way from the root to a value: a field of an object, or a place of a list. Read again it shows what came since. */
export type Trail =
  | { readonly up: Trail | null; readonly position: Position; readonly field: PositionField }
  | { readonly up: Trail; readonly index: number };

/** An object of the answer as it is completed. */
export interface CompletedObject {
  readonly selection: Selection;
  readonly type: FieldsType;
  /** Null for the root. */
  readonly trail: Trail | null;
  readonly path: ResponsePath;
}

/** Learns which objects stand in the answer. */
export interface ObjectWatch {
  /** An object is begun. */
  enter(object: CompletedObject): void;
  /** How many there are by now… */
  count(): number;
  /** …for those after them, when they turn out to stand in something that is null. */
  dropFrom(count: number): void;
  /** A value was given as null because of what is in it: it is not given as anything else later. */
  becameNull(path: ResponsePath): void;
  isNull(path: ResponsePath): boolean;
}

/** Stands for a value that is null and must not be: what holds it is null then. */
const nulled = Symbol('nulled');

/**
 * The answer as GraphQL completes values: null and an error where something is missing, and null for whatever must not
 * be without it. It takes any state and any shape; compile/write.ts is the fast way for answers without fault.
 *
 * @see https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors
 */
export function complete(selection: Selection, state: RequestState, options: CompletionOptions): Completion {
  const { type } = selection;
  if (!isObjectType(type)) throw new Error('A root is of an object type.');
  const explanations = createExplanations(state, options.mismatch);
  const data = createCompleter(state, explanations, options).complete(
    { selection, type, trail: null, path: [] },
    undefined,
  );
  explanations.reportRest();
  return { data, errors: explanations.errors };
}

/** Completes objects of one answer: the root, or any other to which the answer has come already. */
export function createCompleter(
  state: RequestState,
  explanations: Explanations,
  { schema, api, introspection }: Pick<CompletionOptions, 'schema' | 'api' | 'introspection'>,
  watch: ObjectWatch | null = null,
) {
  return {
    /** Null when something is that must not be. `bundle` is where the object lies. */
    complete(object: CompletedObject, bundle: unknown): Completion['data'] {
      const before = watch?.count() ?? 0;
      const data = completeFields(object, bundle);
      if (data === nulled) watch?.dropFrom(before);
      return data === nulled ? null : data;
    },
  };

  function completeFields(completed: CompletedObject, bundle: unknown): Record<string, unknown> | typeof nulled {
    const { selection, type } = completed;
    const object: Record<string, unknown> = Object.create(null);
    let isNulled = false;
    watch?.enter(completed);
    for (const field of selection.fieldsOf(type)) {
      const value = completeField(field, completed, bundle);
      if (value === nulled) isNulled = true;
      else object[field.key] = value;
    }
    return isNulled ? nulled : object;
  }

  function completeField(field: ShapeField, object: CompletedObject, bundle: unknown): unknown {
    const { type, selection } = object;
    const { position } = selection;
    if (field.name === '__typename') return type.name;
    if (field.name.startsWith('__')) return introspection[field.key] ?? null;
    const { from } = field;
    if (field.isWithheld) {
      explanations.withheld([...object.path, field.key]);
      return isNonNullType(field.type) ? nulled : null;
    }
    const explain = (at: ResponsePath) => explanations.explainField(from, position, bundle, at);
    const value = from && position ? readerOf(position, from)(state, bundle) : undefined;
    const trail = watch && from && position ? { up: object.trail, position, field: from } : null;
    const path = [...object.path, field.key];
    return completeValue(field.type, value, { field, position, path, trail, explain });
  }

  interface Place {
    readonly field: ShapeField;
    readonly position: Position | null;
    readonly path: ResponsePath;
    /** Only where objects are watched. */
    readonly trail: Trail | null;
    /** Reports why nothing stands here, if anybody said why. */
    readonly explain: (path: ResponsePath) => Finding;
  }

  function completeValue(type: GraphQLOutputType, value: unknown, place: Place): unknown {
    const mustBe = isNonNullType(type);
    if (value === null || value === undefined) {
      const finding = place.explain(place.path);
      if (finding === 'missing' || (finding === 'null' && mustBe)) mismatch(place);
      return mustBe ? nulled : null;
    }
    if (watch?.isNull(place.path)) return mustBe ? nulled : null;
    const before = watch?.count() ?? 0;
    const completed = completePresent(mustBe ? type.ofType : type, value, place);
    if (completed !== nulled && completed !== null) return completed;
    watch?.dropFrom(before);
    watch?.becameNull(place.path);
    return mustBe ? nulled : null;
  }

  function completePresent(type: GraphQLOutputType, value: unknown, place: Place): unknown {
    if (isListType(type)) return Array.isArray(value) ? completeList(type.ofType, value, place) : mismatch(place);
    if (place.field.selection) return completeObject(place.field.selection, value, place);
    const leaf = leafReader(type as GraphQLLeafType, schema)(value);
    return leaf === undefined ? mismatch(place) : leaf;
  }

  function completeList(type: GraphQLOutputType, list: readonly unknown[], place: Place): unknown {
    const items = list.map((item, index) =>
      completeValue(type, item, {
        ...place,
        path: [...place.path, index],
        trail: place.trail && { up: place.trail, index },
        // Null is an answer; nothing said otherwise of this item.
        explain: (path) => explanations.explainItem(list, index, path),
      }),
    );
    return items.includes(nulled) ? nulled : items;
  }

  function completeObject(selected: Selection, value: unknown, place: Place): unknown {
    if (typeof value !== 'object' || value === null || !selected.position) return mismatch(place);
    const type = typeOf(selected, value);
    if (type === undefined) {
      if (!explanations.explainByAnother(place.path)) mismatch(place);
      return null;
    }
    // A type that clients may not know of is as if nothing was there.
    if (type === null) return null;
    return completeFields({ selection: selected, type, trail: place.trail, path: place.path }, value);
  }

  /** Undefined when no such type may stand there, null when clients may not know of it. */
  function typeOf({ type, position, dependsOnType }: Selection, bundle: unknown): FieldsType | null | undefined {
    if (isObjectType(type)) return type;
    const name = position && typeReader(position, schema)(state, bundle);
    // Where nothing asked for depends on the type, the plan need not ask for it.
    if (!name) return isInterfaceType(type) && !dependsOnType ? type : undefined;
    const known = api.getType(name);
    if (isObjectType(known)) return isAbstractType(type) && api.isSubType(type, known) ? known : undefined;
    // An interface object's own name: who knows the type has not said it.
    if (isInterfaceType(known)) return dependsOnType ? undefined : known;
    return schema.getType(name) ? null : undefined;
  }

  function mismatch({ field, position, path }: Place): null {
    explanations.mismatch(field.from, position, path);
    return null;
  }
}
