import { describeSubgraphContract } from '@dateline/testing/subgraph-contract';
import { schema } from '../src/schema.ts';
import { asking } from './asking.ts';
import { newReader, startComments } from './start-comments.ts';

const nobody = '00000000-0000-7000-8000-000000000000';

describeSubgraphContract('comments', schema, async () => {
  const service = await startComments();
  const ask = asking(service.graph);
  const [first, second] = [await service.publishedArticle(), await service.publishedArticle()];
  const [writer, answerer] = [newReader(), newReader()];
  const { comment } = await ask.post({ articleId: first, viewer: writer });
  const { comment: reply } = await ask.post({ articleId: first, parentId: comment.id, viewer: answerer });

  return {
    graph: service.graph,
    url: service.url,
    takeStatements: service.takeStatements,
    entities: [
      {
        typeName: 'Article',
        known: [{ id: first }, { id: second }],
        // Every article has a thread, also one that this subgraph has not heard of.
        unknown: { id: first },
        selection: 'thread { state commentCount }',
      },
      {
        typeName: 'Comment',
        known: [{ id: comment.id }, { id: reply.id }],
        unknown: { id: nobody },
        selection: 'number bodyText',
      },
      {
        typeName: 'Commenter',
        known: [{ id: writer.id }, { id: answerer.id }],
        unknown: { id: 'nobody' },
        selection: 'displayName role',
      },
    ],
    lists: [
      `{ _entities(representations: [{ __typename: "Article", id: "${first}" }]) { ... on Article { thread { comments(first: $FIRST) { nodes { id } } } } } }`,
      `{ comment(id: "${comment.id}") { replies(first: $FIRST) { nodes { id } } } }`,
    ],
    failure: {
      query: `{ comment(id: "${comment.id}") { bodyText } }`,
      secrets: ['comments.comments', 'does not exist', 'select'],
      provoke: async () => void (await service.admin`drop table comments.comments cascade`),
    },
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  };
});
