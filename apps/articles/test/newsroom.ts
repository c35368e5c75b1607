import { editor } from '@dateline/testing/viewers';
import { expect } from 'vitest';
import type { ArticlesUnderTest } from './articles.ts';

export interface Story {
  readonly id: string;
  readonly slug: string;
  readonly revision: number;
}

interface UserError {
  readonly code: string;
  readonly path: readonly string[];
}

/** What an editor does all day, each by the mutation that is there for it. */
export function newsroomOf({ graph }: Pick<ArticlesUnderTest, 'graph'>) {
  async function mutate(mutation: string, variables: Readonly<Record<string, unknown>>) {
    const { data, errors } = await graph(mutation, variables, editor);
    expect(errors).toBeUndefined();
    const [payload] = Object.values(data);
    // biome-ignore lint/suspicious/noExplicitAny: what a test selected.
    return payload as any;
  }

  async function draft(input: object = {}): Promise<Story> {
    const create = `mutation ($input: CreateArticleInput!) {
      createArticle(input: $input) { article { id slug revision } userErrors { code path } } }`;
    const { article, userErrors } = await mutate(create, { input: { language: 'en', headline: 'A story', ...input } });
    expect(userErrors).toEqual([]);
    return article;
  }

  async function publish({ id }: Pick<Story, 'id'>): Promise<Story> {
    const { article } = await mutate(
      'mutation ($id: ID!) { publishArticle(id: $id) { article { id slug revision } } }',
      { id },
    );
    return article;
  }

  return {
    mutate,
    draft,
    publish,
    published: async (input: object = {}) => publish(await draft(input)),
    async section(input: object): Promise<{ readonly userErrors: readonly UserError[] }> {
      const save =
        'mutation ($input: SaveSectionInput!) { saveSection(input: $input) { section { id } userErrors { code path } } }';
      return mutate(save, { input: { title: 'A section', language: 'en', ...input } });
    },
    async topic(input: object): Promise<{ readonly userErrors: readonly UserError[] }> {
      const save =
        'mutation ($input: SaveTopicInput!) { saveTopic(input: $input) { topic { id } userErrors { code path } } }';
      return mutate(save, { input: { title: 'A topic', ...input } });
    },
  };
}

export type Newsroom = ReturnType<typeof newsroomOf>;
