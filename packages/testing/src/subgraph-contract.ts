import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedGraph } from './signed-graph.ts';
import { reader } from './viewers.ts';

/** One entity of the subgraph: two of its keys that resolve, and one that belongs to nobody. */
export interface EntityCase {
  readonly typeName: string;
  readonly known: readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  readonly unknown: Readonly<Record<string, unknown>>;
  /** Fields to ask for, so that the entity is fetched and not only echoed. */
  readonly selection: string;
}

export interface SubgraphUnderContract extends AsyncDisposable {
  readonly graph: SignedGraph;
  readonly url: string;
  /** SQL statements since the last call of takeStatements. */
  takeStatements(): readonly string[];
  readonly entities: readonly EntityCase[];
  /** List queries with a `first` argument put in for $FIRST. */
  readonly lists: readonly string[];
  /** An operation that makes the subgraph fail inside, and words that must not leave it. */
  readonly failure: {
    readonly query: string;
    readonly secrets: readonly string[];
    readonly provoke: () => Promise<void>;
  };
}

/** The battery that all subgraphs sign: the same promises, whatever their nouns. */
export function describeSubgraphContract(
  name: string,
  schema: GraphQLSchema,
  start: () => Promise<SubgraphUnderContract>,
): void {
  describe(`the ${name} subgraph keeps the contract`, () => {
    let subgraph: SubgraphUnderContract;
    beforeAll(async () => {
      subgraph = await start();
    });
    afterAll(() => subgraph[Symbol.asyncDispose]());

    const resolve = (typeName: string, selection: string, keys: readonly object[]) =>
      subgraph.graph(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${typeName} { ${selection} } } }`,
        { representations: keys.map((key) => ({ __typename: typeName, ...key })) },
      );

    it('has a case for every resolvable @key of its SDL', () => {
      const promised = resolvableKeys(schema).toSorted();
      const covered = subgraph.entities
        .map(({ typeName, unknown }) => `${typeName}(${Object.keys(unknown).join(' ')})`)
        .toSorted();
      expect(covered).toEqual(promised);
    });

    it('resolves every entity by each of its keys, in the order asked', async () => {
      for (const { typeName, known, selection } of subgraph.entities) {
        const [first, second] = known;
        const { data, errors } = await resolve(typeName, `${Object.keys(first).join(' ')} ${selection}`, [
          second,
          first,
        ]);
        expect(errors).toBeUndefined();
        expect(data._entities).toMatchObject([second, first]);
      }
    });

    it('answers null for the key of nobody, and leaves its neighbours alone', async () => {
      for (const { typeName, known, unknown, selection } of subgraph.entities.filter(
        (entity) => !isReferenceOnly(entity),
      )) {
        const { data } = await resolve(typeName, selection, [unknown, known[0]]);
        expect(data._entities[0]).toBeNull();
        expect(data._entities[1]).not.toBeNull();
      }
    });

    it('fetches a batch of entities in one SQL statement', async () => {
      for (const { typeName, known, selection } of subgraph.entities) {
        subgraph.takeStatements();
        await resolve(typeName, selection, known);
        expect(subgraph.takeStatements().filter(isQuery)).toHaveLength(1);
      }
    });

    it('says of every entity how long it may be kept, of one and of many, also of one that is not there', async () => {
      for (const { typeName, known, unknown, selection } of subgraph.entities) {
        const policies = await Promise.all(
          [[known[0]], known, [unknown]].map(async (keys) => (await resolve(typeName, selection, keys)).cacheControl),
        );
        for (const policy of policies) expect(policy).toMatch(/^max-age=[1-9]\d*, public$/);
      }
    });

    it('lets nobody keep an answer with an error, a change, or nothing of its types in it', async () => {
      const entity = subgraph.entities[0];
      const failed = entity && (await resolve(entity.typeName, 'noSuchField', entity.known));
      const empty = await subgraph.graph('{ __typename }');
      expect([failed?.cacheControl, empty.cacheControl]).toEqual(['no-store', 'no-store']);
      for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
        expect(hintOf(getNamedType(field.type))).toBeUndefined();
      }
    });

    it('bounds every list: 100 is taken, 101 and 0 are refused', async () => {
      for (const list of subgraph.lists) {
        const taken = await subgraph.graph(list.replace('$FIRST', '100'), {}, reader);
        expect(taken.errors).toBeUndefined();
        for (const size of ['101', '0']) {
          const { errors } = await subgraph.graph(list.replace('$FIRST', size), {}, reader);
          expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['first'] });
        }
      }
    });

    it('refuses whoever is not its gateway, for _service and _entities too, and over a stream', async () => {
      const queries = ['{ __typename }', '{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'];
      const subscriptions = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
      for (const query of [...queries, ...subscriptions.map((field) => `subscription { ${field} }`)]) {
        for (const accept of ['application/json', 'text/event-stream']) {
          const response = await fetch(`${subgraph.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept },
            body: JSON.stringify({ query }),
          });
          expect(response.status).toBe(401);
        }
      }
    });

    it('describes every type, every field of what it answers, and every value of its enums', () => {
      expect(undescribed(schema)).toEqual([]);
    });

    it('lets nothing internal out when it fails', async () => {
      await subgraph.failure.provoke();
      const answer = await subgraph.graph(subgraph.failure.query, {}, reader);
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      for (const secret of subgraph.failure.secrets) expect(JSON.stringify(answer)).not.toContain(secret);
    });
  });
}

/** An entity that the subgraph only adds fields to cannot know whose key is nobody's. */
function isReferenceOnly({ known, unknown }: EntityCase): boolean {
  return known.some((key) => JSON.stringify(key) === JSON.stringify(unknown));
}

/** A type without a hint is kept by nobody. */
function hintOf({ astNode }: GraphQLNamedType) {
  return astNode?.directives?.find(({ name }) => name.value === 'cacheControl');
}

function isQuery(statement: string): boolean {
  return !/^\s*(begin|commit|set|show)\b/i.test(statement) && !statement.includes('pg_catalog');
}

function resolvableKeys(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    (type.astNode?.directives ?? []).flatMap((directive) => {
      if (directive.name.value !== 'key') return [];
      const argument = (name: string) => directive.arguments?.find((given) => given.name.value === name)?.value;
      const resolvable = argument('resolvable');
      if (resolvable?.kind === 'BooleanValue' && !resolvable.value) return [];
      const fields = argument('fields');
      return fields?.kind === 'StringValue' ? [`${type.name}(${fields.value})`] : [];
    }),
  );
}

function undescribed(schema: GraphQLSchema): string[] {
  const ours = Object.values(schema.getTypeMap()).filter(
    ({ name }) => !/^_|^federation__|^link__|^(String|Int|Float|Boolean|ID|Query|Mutation|Subscription)$/.test(name),
  );
  return ours.flatMap((type) => {
    const missing = type.description ? [] : [type.name];
    if (isEnumType(type)) {
      const values = type.getValues().filter(({ description }) => !description);
      return [...missing, ...values.map((value) => `${type.name}.${value.name}`)];
    }
    if (!(isObjectType(type) || isInterfaceType(type))) return missing;
    const fields = Object.values(type.getFields()).filter(({ description }) => !description);
    return [...missing, ...fields.map((field) => `${type.name}.${field.name}`)];
  });
}
