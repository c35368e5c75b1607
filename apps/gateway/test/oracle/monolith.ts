import type { ExecutionResult, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { buildSchema, execute, parse } from 'graphql';
import type { Thing } from './data.ts';
import { canonical, extraOf, fieldValue, mapThings } from './data.ts';
import type { JsonObject, World } from './model.ts';
import { monolithSdl } from './sdl.ts';

/** What the mutations did, in the order in which they did it. */
export type Journal = string[];

export interface Operation {
  readonly query: string;
  readonly variables: JsonObject;
  readonly operationName?: string;
}

/** One server that knows everything: what graphql-js answers from it is what the federated graph must answer. */
export interface Monolith {
  readonly schema: GraphQLSchema;
  run(operation: Operation): { readonly answer: ExecutionResult; readonly journal: Journal };
}

export function buildMonolith(world: World): Monolith {
  const schema = buildSchema(monolithSdl(world));
  const fieldResolver = monolithResolver(world);
  return {
    schema,
    run({ query, variables, operationName }) {
      const journal: Journal = [];
      const answer = execute({
        schema,
        document: parse(query),
        variableValues: variables,
        operationName: operationName ?? null,
        contextValue: journal,
        fieldResolver,
        typeResolver: (value) => (value as Thing).__typename,
      });
      if (answer instanceof Promise) {
        throw new Error('The data is all there: nothing of it can be waited for.');
      }
      return { answer, journal };
    },
  };
}

export function monolithResolver(world: World): GraphQLFieldResolver<Thing | undefined, Journal> {
  return (source, args: JsonObject, journal, info) => {
    const thing = source ?? rootThing(info.parentType.name);
    const field = world.objects.get(thing.__typename)?.fields.get(info.fieldName);
    if (!field) {
      throw new Error(`${thing.__typename} has no ${info.fieldName}.`);
    }
    if (field.origin === 'Receipt' && field.name === 'turn') {
      return thing.turn;
    }
    const value = fieldValue(world, field, thing, args, extraOf(world, field, thing));
    if (thing.__typename === 'Mutation') {
      const turn = record(journal, field.name, args);
      return mapThings(value, (child) => ({ ...child, turn }));
    }
    const contexts = contextsBelow(world, thing);
    return contexts ? mapThings(value, (child) => ({ ...child, contexts })) : value;
  };
}

export function rootThing(name: string): Thing {
  return { __typename: name, identity: name };
}

/** Writes down that a mutation was done. @returns its place in the order. */
export function record(journal: Journal, field: string, args: JsonObject): number {
  return journal.push(`${field} ${canonical(args)}`);
}

function contextsBelow(world: World, thing: Thing): Thing['contexts'] {
  const set = world.contexts.find(({ type }) => type === thing.__typename);
  return set ? { ...thing.contexts, [set.name]: thing } : thing.contexts;
}
