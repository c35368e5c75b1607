import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@dateline/scripts/house';
import { z } from 'zod';
import type { Operation } from '../load/operation.ts';

const commentCount = 20;

/** The example of a story's page, with more of its conversation: article, pictures and 20 comments. */
export function articlePageQuery(): string {
  const example = readFileSync(join(projectFolder, 'examples/queries/article-page.graphql'), 'utf8');
  return example.replace('comments(first: 5)', `comments(first: ${commentCount})`);
}

const page = z.object({
  data: z.object({
    article: z.object({
      leadFigure: z.unknown(),
      body: z.array(z.object({ __typename: z.string() })),
      thread: z.object({ comments: z.object({ nodes: z.array(z.unknown()) }) }),
    }),
  }),
});

export function isWholePage(answer: unknown): boolean {
  const parsed = page.safeParse(answer);
  if (!parsed.success) return false;
  const { leadFigure, body, thread } = parsed.data.data.article;
  const pictures = (leadFigure ? 1 : 0) + body.filter(({ __typename }) => __typename === 'FigureElement').length;
  return pictures > 0 && thread.comments.nodes.length === commentCount;
}

/** The slugs that the generator gives its articles. */
const slugs = Array.from({ length: 40 }, (_, index) => `generated-1-${index}`);

/**
 * Looks for a generated story whose page is as whole as the bench wants it. The answer that the rows are compared with is
 * that of the gateway behind `url`.
 */
export async function findArticlePage(url: string): Promise<Operation> {
  const query = articlePageQuery();
  for (const slug of slugs) {
    const body = JSON.stringify({ query, variables: { slug, locale: 'en' } });
    const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const expected: unknown = JSON.parse(await reply.text());
    const hasErrors = typeof expected === 'object' && expected !== null && 'errors' in expected;
    if (hasErrors) throw new Error(`The page of ${slug} has errors: ${JSON.stringify(expected).slice(0, 1_000)}`);
    if (isWholePage(expected)) return { body, tagged: false, expected };
  }
  throw new Error('No generated story has a picture and twenty comments.');
}
