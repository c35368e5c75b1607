import { describeSubgraphContract } from '@dateline/testing/subgraph-contract';
import { editor } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { schema } from '../src/schema.ts';
import { startArticles } from './articles.ts';

const nobody = '00000000-0000-7000-8000-000000000000';

describeSubgraphContract('articles', schema, async () => {
  const articles = await startArticles();
  const admin = postgres(articles.database.adminUrl, { max: 1, onnotice: () => {} });
  const insertPair = async (table: string, columns: object) => {
    const rows = [1, 2].map((number) => ({ slug: `${table}-${number}`, title: `${table} ${number}`, ...columns }));
    return (await admin`insert into articles.${admin(table)} ${admin(
      rows.map((row) => ({ id: crypto.randomUUID(), ...row })),
    )} returning id, slug`) as unknown as { id: string; slug: string }[];
  };
  const pair = ([first, second]: readonly { id: string; slug: string }[], key: 'id' | 'slug') =>
    [{ [key]: first?.[key] }, { [key]: second?.[key] }] as const;

  const sections = await insertPair('sections', { language: 'en', position: 1 });
  const topics = await insertPair('topics', { kind: 'PLACE' });
  const contributors = (await admin`insert into articles.contributors ${admin(
    [1, 2].map((number) => ({ id: crypto.randomUUID(), slug: `writer-${number}`, name: `Writer ${number}` })),
  )} returning id, slug`) as unknown as { id: string; slug: string }[];
  const made: { id: string; slug: string }[] = [];
  for (const headline of ['First story', 'Second story']) {
    const { data } = await articles.graph(
      `mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id slug } userErrors { message } } }`,
      { input: { language: 'en', headline } },
      editor,
    );
    await articles.graph(
      `mutation ($id: ID!) { publishArticle(id: $id) { article { id } } }`,
      { id: data.createArticle.article.id },
      editor,
    );
    made.push(data.createArticle.article);
  }

  return {
    graph: articles.graph,
    url: articles.url,
    takeStatements: () => articles.statements.splice(0),
    entities: [
      { typeName: 'Article', known: pair(made, 'id'), unknown: { id: nobody }, selection: 'headline' },
      { typeName: 'Article', known: pair(made, 'slug'), unknown: { slug: 'nowhere' }, selection: 'headline' },
      { typeName: 'Section', known: pair(sections, 'id'), unknown: { id: nobody }, selection: 'title' },
      { typeName: 'Topic', known: pair(topics, 'id'), unknown: { id: nobody }, selection: 'title' },
      { typeName: 'Contributor', known: pair(contributors, 'id'), unknown: { id: nobody }, selection: 'name' },
    ],
    lists: [
      '{ articles(first: $FIRST) { nodes { id } } }',
      '{ section(slug: "sections-1") { articles(first: $FIRST) { nodes { id } } } }',
      '{ topic(slug: "topics-1") { articles(first: $FIRST) { nodes { id } } } }',
      '{ contributor(slug: "writer-1") { articles(first: $FIRST) { nodes { id } } } }',
    ],
    failure: {
      query: '{ sections { title } }',
      secrets: ['articles.sections', 'does not exist', 'select'],
      provoke: async () => void (await admin`drop table articles.sections cascade`),
    },
    async [Symbol.asyncDispose]() {
      await admin.end();
      await articles[Symbol.asyncDispose]();
    },
  };
});
