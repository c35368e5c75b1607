import type { Viewer } from '@dateline/service-kit/viewer';
import type { SignedGraph } from '@dateline/testing/signed-graph';
import { newReader } from './start-comments.ts';

const outcome = 'comment { id number depth bodyText } userErrors { code message path } retryAfterSeconds';

export interface Posting {
  readonly articleId: string;
  readonly body?: string;
  readonly parentId?: string | null;
  readonly viewer?: Viewer | null;
}

let said = 0;

function newWords(): string {
  said += 1;
  return `Comment ${said}.`;
}

/** The mutations as tests ask for them: each resolves to its payload, or throws when the graph answered an error. */
export function asking(graph: SignedGraph) {
  const ask = async (field: string, query: string, variables: object, viewer: Viewer | null) => {
    const { data, errors } = await graph(query, { ...variables }, viewer);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[field];
  };
  return {
    /** Words that nobody has said before, by a reader who never came before, unless told otherwise. */
    post: ({ articleId, body = newWords(), parentId = null, viewer = newReader() }: Posting) =>
      ask(
        'postComment',
        `mutation ($input: PostCommentInput!) { postComment(input: $input) { ${outcome} } }`,
        { input: { articleId, body, parentId } },
        viewer,
      ),
    edit: (id: string, body: string, viewer: Viewer | null) =>
      ask(
        'editComment',
        `mutation ($id: ID!, $body: String!) { editComment(id: $id, body: $body) { ${outcome} } }`,
        { id, body },
        viewer,
      ),
    remove: (id: string, viewer: Viewer | null) =>
      ask('deleteComment', `mutation ($id: ID!) { deleteComment(id: $id) { ${outcome} } }`, { id }, viewer),
    /** A thread as any reader sees it. */
    thread: async (articleId: string, selection: string, viewer: Viewer | null = null) => {
      const { data, errors } = await graph(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Article { thread { ${selection} } } } }`,
        { of: [{ __typename: 'Article', id: articleId }] },
        viewer,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data._entities[0].thread;
    },
  };
}
