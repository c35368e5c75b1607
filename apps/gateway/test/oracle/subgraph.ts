import type { DocumentNode, ExecutionResult, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { buildSchema, execute, parse, validate } from 'graphql';
import type { Thing } from './data.ts';
import { allOf, canonical, fieldValue, hash, mapThings, select } from './data.ts';
import type { Field, Json, JsonObject, Part, World } from './model.ts';
import { concreteTypes } from './model.ts';
import type { Journal } from './monolith.ts';
import { record, rootThing } from './monolith.ts';
import { subgraphSdl } from './sdl.ts';
import type { Split, Subgraph } from './split-model.ts';

/** An object as a subgraph holds it: it knows no more of others' fields than what it was sent or may provide. */
interface Source extends Thing {
  readonly representation?: JsonObject;
  readonly provided?: readonly Part[];
}

interface Call {
  readonly journal: Journal;
  readonly troubleSeed: number | undefined;
}

export interface SubgraphServer {
  readonly name: string;
  /** Answers one call, as a server does: parse, validate, execute. With a trouble seed some fields end in errors. */
  answer(
    call: { readonly query: string; readonly variables?: JsonObject },
    journal: Journal,
    troubleSeed?: number,
  ): ExecutionResult;
}

/**
 * A subgraph in this process. Whatever it does not own it refuses, so a wrong plan gives an error, and a field that
 * requires others is made from the representation alone, so wrong input gives a value that is wrong to see.
 */
export function serveSubgraph(split: Split, subgraph: Subgraph): SubgraphServer {
  const schema = buildSchema(subgraphSdl(split, subgraph, true), { assumeValidSDL: true });
  const documents = new Map<string, DocumentNode>();
  const fieldResolver = subgraphResolver(split.world, subgraph);
  return {
    name: subgraph.name,
    answer({ query, variables }, journal, troubleSeed) {
      const document = documents.get(query) ?? checked(schema, query, subgraph.name);
      documents.set(query, document);
      const answer = execute({
        schema,
        document,
        variableValues: variables ?? {},
        contextValue: { journal, troubleSeed },
        fieldResolver,
        typeResolver: (value) => localName(split.world, subgraph, value as Thing),
      });
      if (answer instanceof Promise) {
        throw new Error('The data is all there: nothing of it can be waited for.');
      }
      return answer;
    },
  };
}

function checked(schema: GraphQLSchema, query: string, name: string): DocumentNode {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) {
    throw new Error(`${name} was sent what it cannot answer: ${error.message} ${query}`);
  }
  return document;
}

function localName(world: World, { types }: Subgraph, thing: Thing): string {
  const [stranger] = (world.objects.get(thing.__typename)?.interfaces ?? []).filter(
    (name) => types.get(name)?.kind === 'interfaceObject',
  );
  return stranger ?? thing.__typename;
}

function subgraphResolver(world: World, subgraph: Subgraph): GraphQLFieldResolver<Source | undefined, Call> {
  const firm = foundations(world);
  return (source, args: JsonObject, { journal, troubleSeed }, info) => {
    const parent = info.parentType.name;
    if (info.fieldName === '_entities' && parent === 'Query') {
      const representations = args['representations'] as readonly JsonObject[];
      return representations.map((representation) => findEntity(world, subgraph, representation));
    }
    const thing: Source = source ?? rootThing(parent);
    const local = subgraph.types.get(parent)?.fields.get(info.fieldName);
    const provided = thing.provided?.some(({ field, on }) => field === info.fieldName && (on ?? parent) === parent);
    if (!local || (local.role !== 'own' && !(local.role === 'external' && provided))) {
      throw new Error(`${subgraph.name} was asked for ${parent}.${info.fieldName}, which it does not give.`);
    }
    const { field } = local;
    const chosen = hash(`${troubleSeed} ${thing.identity} ${field.name}`) % 5 === 0;
    if (troubleSeed !== undefined && chosen && !firm.has(field.name)) {
      throw new Error(`${subgraph.name} is not well.`);
    }
    if (field.origin === 'Receipt' && field.name === 'turn') {
      return thing.turn;
    }
    const { here, ...given } = args;
    const value = fieldValue(
      world,
      field,
      thing,
      given,
      extraFromOutside(field, thing, field.context && { here: here ?? null }),
    );
    const turn = parent === 'Mutation' ? record(journal, field.name, args) : thing.turn;
    return mapThings(value, ({ __typename, identity }) => {
      const child: Source = { __typename, identity, provided: local.provides ?? [] };
      return turn === undefined ? child : { ...child, turn };
    });
  };
}

/**
 * What other fields are made from: keys, what is required, and what would take with it the objects that hold it. An error
 * in one of these would change what comes of the others, and the monolith has no say in that.
 */
function foundations(world: World): ReadonlySet<string> {
  const names = new Set(['id', 'code', 'no', 'spot', 'zip', 'lane']);
  const add = (parts: readonly Part[], holders: readonly string[]): void => {
    for (const { field: name, parts: inner } of parts) {
      names.add(name);
      const types = holders.flatMap((holder) => world.objects.get(holder)?.fields.get(name)?.type ?? []);
      const within = types.flatMap((type) => concreteTypes(world, type));
      const strict = within.flatMap((type) => [...(world.objects.get(type)?.fields.values() ?? [])]);
      for (const field of inner ? strict.filter(({ shape }) => shape.endsWith('!')) : []) {
        names.add(field.name);
      }
      add(inner ?? [], within);
    }
  };
  for (const object of world.objects.values()) {
    for (const field of object.fields.values()) {
      add(field.requires ?? [], [object.name]);
      add(field.context ? [field.context] : [], [field.context?.type ?? object.name]);
    }
  }
  return names;
}

function extraFromOutside(field: Field, thing: Source, context: JsonObject | undefined): string {
  const required = field.requires ? canonical(pickParts(thing.representation, field.requires)) : '';
  return field.context ? required + canonical({ [field.context.field]: context?.['here'] ?? null }) : required;
}

/** What the representation holds of a field set, in the form in which the data itself would give it. */
function pickParts(from: Json | undefined, parts: readonly Part[]): Json {
  if (from === null || from === undefined) {
    return from === null ? null : 'nothing was sent';
  }
  if (Array.isArray(from)) {
    return from.map((item) => pickParts(item, parts));
  }
  const object = from as JsonObject;
  const picked: Record<string, Json> = {};
  for (const { field, parts: inner, on } of parts) {
    if (on === undefined || object['__typename'] === on) {
      const value = object[field];
      picked[field] = inner ? pickParts(value, inner) : (value ?? (value === null ? null : 'nothing was sent'));
    }
  }
  return picked;
}

/** @throws Error when the representation has none of the type's keys, or no object has such a key. */
function findEntity(world: World, subgraph: Subgraph, representation: JsonObject): Source {
  const name = String(representation['__typename']);
  const keys = subgraph.types.get(name)?.keys.filter(({ resolvable }) => resolvable) ?? [];
  for (const { parts } of keys) {
    const wanted = canonical(pickParts(representation, parts));
    for (const thing of concreteTypes(world, name).flatMap(allOf)) {
      if (canonical(select(world, thing, parts)) === wanted) {
        return { ...thing, representation };
      }
    }
  }
  throw new Error(`${subgraph.name} knows no ${canonical(representation)}.`);
}
