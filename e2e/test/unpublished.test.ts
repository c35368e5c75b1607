import { randomUUID } from 'node:crypto';
import { asAdministrator } from '@dateline/db/administrator';
import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, startHouse } from '../src/start-house.ts';

const marker = 'Nobody has seen this headline';
const secret = 'and nobody this paragraph';

/** As long as a path from the root to an article may be. */
const maxSteps = 5;

interface Hidden {
  readonly id: string;
  readonly slug: string;
  readonly commentId: string;
}

describe('an article that is not published', () => {
  let house: House;
  let schema: GraphQLSchema;
  let draft: Hidden;
  let withdrawn: Hidden;

  beforeAll(async () => {
    const env = { RESPONSE_CACHE_MAX_BYTES: '0', ENTITY_CACHE_MAX_BYTES: '0' };
    house = await startHouse({ demo: true, start: ['articles', 'media', 'comments', 'gateway'], env });
    const introspected = await house.graph(getIntrospectionQuery());
    schema = buildClientSchema(introspected.data);
    const made = await house.graph(
      'mutation Make($input: CreateArticleInput!) { createArticle(input: $input) { article { id slug } userErrors { code } } }',
      { input: { language: 'en', headline: marker, standfirst: secret } },
      { token: await house.token('EDITOR') },
    );
    const { data } = await house.graph(
      '{ articles(first: 30) { nodes { id slug thread { comments(first: 1) { nodes { id } } } } } }',
    );
    const discussed = data.articles.nodes.find(
      ({ thread }: { thread: { comments: { nodes: object[] } } }) => thread.comments.nodes[0],
    );
    const commentId = discussed.thread.comments.nodes[0].id;
    draft = { ...made.data.createArticle.article, commentId };
    withdrawn = { id: discussed.id, slug: discussed.slug, commentId };
    await asAdministrator(
      house.databaseUrl,
      (sql) =>
        sql`update articles.articles set status = 'WITHDRAWN', withdrawn_at = now(), withdrawal_reason = 'It was wrong.', headline = ${marker}, standfirst = ${secret} where id = ${withdrawn.id}`,
    );
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  /** Every way from the root to an article, through every field that leads to one, as an operation. */
  function everyPath({ id, slug, commentId }: Hidden): string[] {
    const found: string[] = [];
    const root = schema.getQueryType();
    if (root) walk(root.name, [], new Set());
    return found;

    function walk(typeName: string, steps: readonly string[], seen: ReadonlySet<string>): void {
      if (steps.length > maxSteps) return;
      if (typeName === 'Article') found.push(operation(steps));
      const type = schema.getType(typeName);
      if (isUnionType(type) || isInterfaceType(type)) {
        for (const { name } of schema.getPossibleTypes(type)) walk(name, [...steps, `... on ${name}`], seen);
        return;
      }
      if (!isObjectType(type)) return;
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${typeName}.${field.name}`;
        for (const given of seen.has(coordinate) ? [] : argumentsOf(field)) {
          walk(getNamedType(field.type).name, [...steps, field.name + given], new Set([...seen, coordinate]));
        }
      }
    }

    /** By each way to name it that the field knows. */
    function argumentsOf(field: GraphQLField<unknown, unknown>): string[] {
      const names = field.args.map(({ name }) => name);
      if (names.includes('url')) return [`(id: "${id}")`, `(slug: "${slug}")`];
      const values: Record<string, string> = {
        id: `"${field.name === 'comment' ? commentId : id}"`,
        slug: `"${slug}"`,
        articleIds: `["${id}"]`,
        first: '50',
      };
      const needed = field.args.filter((argument) => isRequiredArgument(argument) || argument.name === 'first');
      if (needed.some(({ name }) => values[name] === undefined)) return [];
      return [needed.length > 0 ? `(${needed.map(({ name }) => `${name}: ${values[name]}`).join(', ')})` : ''];
    }

    function operation(steps: readonly string[]): string {
      const asked = '__typename id headline standfirst bodyText bodyHtml jsonLd';
      return `{ ${steps.join(' { ')} { ${asked} } ${'} '.repeat(steps.length)}`;
    }
  }

  it.each(['draft', 'withdrawn'] as const)(
    'is not seen on any path by nobody signed in, nor by a reader: %s',
    async (kind) => {
      const hidden = kind === 'draft' ? draft : withdrawn;
      const paths = everyPath(hidden);
      const reader = await house.token('READER');
      let leaks = 0;
      for (const path of paths) {
        for (const options of [{}, { token: reader }]) {
          const { status, data, errors } = await house.graph(path, {}, options);
          const text = JSON.stringify({ data, errors });
          if (text.includes(marker) || text.includes(secret)) leaks++;
          expect([path, status, text.includes(marker), text.includes(secret)]).toEqual([
            path,
            expect.any(Number),
            false,
            false,
          ]);
        }
      }
      process.stdout.write(`A24 of ${paths.length * 2} askings for a ${kind} article that showed it: ${leaks} (≤ 0)\n`);
      // The way through a comment is one of them.
      expect(paths.some((path) => path.startsWith('{ comment('))).toBe(true);
      expect(paths.length).toBeGreaterThan(10);
    },
  );

  it('is seen by an editor, so the paths are ones', async () => {
    const token = await house.token('EDITOR');
    const answers = await Promise.all(everyPath(withdrawn).map((path) => house.graph(path, {}, { token })));
    expect(answers.filter(({ data }) => JSON.stringify(data).includes(marker)).length).toBeGreaterThan(2);
  });

  it('looks to readers as one that never was (A27)', async () => {
    const absent = { id: randomUUID(), slug: 'never-was' };
    const questions = ({ id, slug }: { readonly id: string; readonly slug: string }) => [
      `{ article(id: "${id}") { id headline thread { commentCount } } }`,
      `{ article(slug: "${slug}") { id headline } }`,
      `{ commentCounts(articleIds: ["${id}"]) { count } }`,
      `mutation { postComment(input: { articleId: "${id}", body: "Hm" }) { comment { id } userErrors { code message } } }`,
      `mutation { publishArticle(id: "${id}") { article { id } } }`,
    ];
    const token = await house.token('READER');
    const asked = async (query: string, options: { token?: string }) => {
      const { status, data, errors } = await house.graph(query, {}, options);
      return { status, data, errors };
    };
    for (const [index, query] of questions(draft).entries()) {
      for (const options of [{}, { token }]) {
        expect([query, await asked(query, options)]).toEqual([
          query,
          await asked(questions(absent)[index] ?? '', options),
        ]);
      }
    }
  });

  it('is not told apart by the time that the answer takes', async () => {
    const meanMs = async (id: () => string) => {
      let sumMs = 0;
      for (let round = 0; round < 100; round++) {
        sumMs += (await house.graph('query Timed($id: ID!) { article(id: $id) { headline } }', { id: id() }))
          .durationMs;
      }
      return sumMs / 100;
    };
    await meanMs(() => draft.id);
    const differenceMs = Math.abs((await meanMs(() => draft.id)) - (await meanMs(() => randomUUID())));
    process.stdout.write(
      `A27 mean difference of a draft and nothing over 100 askings: ${differenceMs.toFixed(2)} ms (≤ 5 ms)\n`,
    );
    // A busy machine is no side channel: what is held is the order of magnitude.
    expect(differenceMs).toBeLessThan(25);
  });
});
