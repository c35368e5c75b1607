import { randomUUID } from 'node:crypto';
import { editor } from '@dateline/testing/viewers';
import type { ArticlesUnderTest } from './articles.ts';

const payload =
  '{ article { id slug revision status headline scheduledAt publishedAt embargoedUntil } userErrors { code message path } }';

/** What an editor's mutations answer. */
export interface Answer {
  readonly article: {
    readonly id: string;
    readonly slug: string;
    readonly revision: number;
    readonly status: string;
    readonly headline: string;
    readonly scheduledAt: string | null;
    readonly publishedAt: string | null;
    readonly embargoedUntil: string | null;
  } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

/** The mutations of the workflow, by name, each with its arguments as the schema has them. */
const mutations = {
  createArticle: '$input: CreateArticleInput!',
  updateArticle: '$id: ID!, $expectedRevision: Int!, $input: UpdateArticleInput!',
  publishArticle: '$id: ID!, $at: DateTime',
  unscheduleArticle: '$id: ID!',
  withdrawArticle: '$id: ID!, $reason: String!',
  correctArticle: '$id: ID!, $expectedRevision: Int!, $note: String!, $input: UpdateArticleInput',
  restoreRevision: '$id: ID!, $revision: Int!, $expectedRevision: Int!',
  deleteDraft: '$id: ID!',
  addLiveEntry: '$articleId: ID!, $input: LiveEntryInput!',
} as const;

export type MutationName = keyof typeof mutations;

/** An editor at work on a service: mutations by name, and articles in whatever state a test needs. */
export function editing(articles: () => Pick<ArticlesUnderTest, 'graph'>) {
  async function ask(name: MutationName, variables: object): Promise<Answer> {
    const declared = mutations[name];
    const passed = declared.replaceAll(/\$(\w+): [^,]+/g, '$1: $$$1');
    const { data, errors } = await articles().graph(
      `mutation (${declared}) { answer: ${name}(${passed}) ${payload} }`,
      { ...variables },
      editor,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.answer;
  }

  /** The same where it must succeed. */
  async function does(name: MutationName, variables: object): Promise<NonNullable<Answer['article']>> {
    const { article, userErrors } = await ask(name, variables);
    if (userErrors.length > 0 || !article) throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
    return article;
  }

  const draft = (input: object = {}) =>
    does('createArticle', { input: { language: 'en', headline: `A story ${randomUUID().slice(0, 8)}`, ...input } });

  /** An article that has come to a state by the mutations that lead there. */
  async function articleIn(state: string) {
    const article = await draft();
    const { id } = article;
    if (state === 'DRAFT') return article;
    if (state === 'SCHEDULED') return does('publishArticle', { id, at: '2099-01-01T00:00:00Z' });
    const published = await does('publishArticle', { id });
    if (state === 'PUBLISHED') return published;
    if (state === 'WITHDRAWN') return does('withdrawArticle', { id, reason: 'It was wrong.' });
    return does('correctArticle', { id, expectedRevision: published.revision, note: 'A name was wrong.' });
  }

  return { ask, does, draft, articleIn };
}

/** An instant as the graph takes it. */
export const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
