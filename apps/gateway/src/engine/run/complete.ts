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
import type { Position } from '../compile/positions.ts';
import type { Selection, ShapeField } from '../compile/shape.ts';
import { createExplanations, type Finding } from './explain.ts';
import type { RequestState } from './request-state.ts';

type ResponsePath = readonly (string | number)[];
type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

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

/** Stands for a value that is null and must not be: what holds it is null then. */
const nulled = Symbol('nulled');

/**
 * The answer as GraphQL completes values: null and an error where something is missing, and null for whatever must not
 * be without it. It takes any state and any shape; compile/write.ts is the fast way for answers without fault.
 *
 * @see https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors
 */
export function complete(selection: Selection, state: RequestState, options: CompletionOptions): Completion {
  const { schema, api, introspection } = options;
  const explanations = createExplanations(state, options.mismatch);
  if (!isObjectType(selection.type)) throw new Error('A root is of an object type.');
  const data = completeFields(selection, selection.type, undefined, []);
  explanations.reportRest();
  return { data: data === nulled ? null : data, errors: explanations.errors };

  function completeFields(
    selected: Selection,
    type: FieldsType,
    bundle: unknown,
    path: ResponsePath,
  ): Record<string, unknown> | typeof nulled {
    const object: Record<string, unknown> = Object.create(null);
    let isNulled = false;
    for (const field of selected.fieldsOf(type)) {
      const value = completeField(field, selected.position, type, bundle, [...path, field.key]);
      if (value === nulled) isNulled = true;
      else object[field.key] = value;
    }
    return isNulled ? nulled : object;
  }

  function completeField(
    field: ShapeField,
    position: Position | null,
    type: FieldsType,
    bundle: unknown,
    path: ResponsePath,
  ): unknown {
    if (field.name === '__typename') return type.name;
    if (field.name.startsWith('__')) return introspection[field.key] ?? null;
    const { from } = field;
    const explain = (at: ResponsePath) => explanations.explainField(from, position, bundle, at);
    const value = from && position ? readerOf(position, from)(state, bundle) : undefined;
    return completeValue(field.type, value, { field, position, path, explain });
  }

  interface Place {
    readonly field: ShapeField;
    readonly position: Position | null;
    readonly path: ResponsePath;
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
    const completed = completePresent(mustBe ? type.ofType : type, value, place);
    return completed === nulled || completed === null ? (mustBe ? nulled : null) : completed;
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
    return type === null ? null : completeFields(selected, type, value, place.path);
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
